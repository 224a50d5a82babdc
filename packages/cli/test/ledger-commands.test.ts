/** The ledger on the command line: add, search, board, versions, decisions, serve. @module */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorkplace } from './run-cli.ts';

const FIRST = `Velmora ready to send engineers

PORT ILDEN (The Ilden Post) - Velmora will send 300 engineers to the border if a ceasefire is signed, President Ansa Reik said on Tuesday.

"We will send 300 engineers," Reik told reporters in Port Ilden. "But only after a ceasefire."

Tarkand's foreign minister, Olen Marsh, rejected the offer.
`;
const SECOND = FIRST.replace('But only after a ceasefire.', 'They leave in May.').replaceAll(
  '300',
  '200',
);

const place = openWorkplace();
const url = ['--url', 'https://post.example/1', '--published-on', '2031-03-04'];

beforeAll(async () => {
  place.write({ 'one.txt': FIRST, 'two.txt': SECOND });
  const { code, stderr } = await place.run(['add', 'one.txt', ...url]);
  expect([code, stderr]).toEqual([0, expect.stringContaining('1 added')]);
});
afterAll(() => place.remove());

describe('read', () => {
  test('json: one record, its text the input unchanged; jsonl: one a line', async () => {
    const { stdout } = await place.run(['read', 'one.txt', ...url, '--format', 'json']);
    const record = JSON.parse(stdout);
    expect(record).toMatchObject({
      schema: 'onrecord/1',
      article: { text: FIRST, url: 'https://post.example/1', publishedOn: '2031-03-04' },
    });
    const lines = await place.run(['read', 'one.txt', 'two.txt', '--format', 'jsonl']);
    expect(
      lines.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).article.text),
    ).toEqual([FIRST, SECOND]);
    const array = await place.run(['read', 'one.txt', 'two.txt', '--format', 'json']);
    expect(JSON.parse(array.stdout)).toHaveLength(2);
  });

  test('table: wraps to the width, has no colours in a pipe, and shows who and when', async () => {
    for (const width of [60, 140]) {
      const { stdout } = await place.run(['read', 'one.txt'], { env: { COLUMNS: String(width) } });
      expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(width);
      expect(stdout).toContain('Who');
      expect(stdout).toContain('Reik');
      expect(stdout).not.toContain('\u001b');
    }
    const coloured = await place.run(['read', 'one.txt'], { env: { FORCE_COLOR: '1' } });
    expect(coloured.stdout).toContain('\u001b[');
    const plain = await place.run(['read', 'one.txt'], {
      env: { FORCE_COLOR: '1', NO_COLOR: '1' },
    });
    expect(plain.stdout).not.toContain('\u001b');
  });

  test('table: control characters of a text do not reach the terminal', async () => {
    const stdin = FIRST.replace('rejected', '\u001b]0;owned\u0007rejected').replace(
      'Olen',
      '\u202eOlen',
    );
    const { stdout } = await place.run(['read', '-'], { stdin });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });

  test('jsonl: more jobs give the same bytes in the same order', async () => {
    const lines = Array.from({ length: 12 }, (_, i) =>
      JSON.stringify({ id: `a${i}`, text: i % 2 ? FIRST : SECOND }),
    );
    const stdin = lines.join('\n');
    const one = await place.run(['read', '--jsonl', '-'], { stdin });
    const two = await place.run(['read', '--jsonl', '-', '--jobs', '2'], { stdin });
    expect(
      one.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    ).toEqual(lines.map((_, i) => `a${i}`));
    expect(two.stdout).toBe(one.stdout);
  });

  test('parse: CoNLL-U, ten columns a word', async () => {
    const { stdout, code } = await place.run(['parse', 'one.txt']);
    const rows = stdout.split('\n').filter((line) => /^\d/.test(line));
    expect(code).toBe(0);
    expect(rows.length).toBeGreaterThan(40);
    expect(rows.every((row) => row.split('\t').length === 10)).toBe(true);
  });
});

test('read: an address of a page becomes its article, with what the page says of itself', async () => {
  const paragraphs = FIRST.trim().split('\n\n').slice(1);
  const html = `<!doctype html><html><head><title>Velmora | The Ilden Post</title>
    <meta property="og:site_name" content="The Ilden Post">
    <meta property="article:published_time" content="2031-03-04T09:00:00Z"></head>
    <body><nav><a href="/">Home</a></nav><article><h1>Velmora ready to send engineers</h1>
    ${paragraphs.map((words) => `<p>${words}</p>`).join('')}</article></body></html>`;
  const server = createServer((request, response) => {
    if (request.url === '/old') response.writeHead(301, { location: '/new' }).end();
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const args = ['read', `${origin}/old`, '--allow-private-addresses', '--format', 'json'];
  const { stdout, code } = await place.run(args);
  server.close();
  expect(code).toBe(0);
  expect(JSON.parse(stdout).article).toMatchObject({
    title: 'Velmora ready to send engineers',
    publisher: 'The Ilden Post',
    publishedOn: '2031-03-04',
    url: `${origin}/new`,
    text: FIRST,
  });
});

describe('ledger', () => {
  test('add: twice changes nothing; a changed text at one address is a new version', async () => {
    const again = await place.run(['add', 'one.txt', ...url]);
    expect(again.stdout).toMatch(/^a_\w+ {2}unchanged/);
    const next = await place.run(['add', 'two.txt', ...url]);
    expect(next.stdout).toMatch(/^a_\w+ {2}new-version 2/);
    const id = next.stdout.split(' ')[0] ?? '';
    const diff = await place.run(['diff', id, '--format', 'json']);
    expect(diff.code).toBe(0);
    expect(JSON.parse(diff.stdout).changes.length).toBeGreaterThan(0);
  });

  test('search: 0 where something is found, 1 where nothing is', async () => {
    const found = await place.run(['search', 'engineers', '--format', 'jsonl']);
    expect(found.code).toBe(0);
    const entries = found.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(entries.every((entry) => entry.excerpt.toLowerCase().includes('engineer'))).toBe(true);
    const nothing = await place.run(['search', 'marmalade']);
    expect([nothing.code, nothing.stdout]).toEqual([1, '']);
    const table = await place.run(['search', 'engineers']);
    expect(table.stdout).toContain('Who');
  });

  test('search: flags take one value, and more when repeated or joined by commas', async () => {
    const args = ['search', '--stance', 'offers,commits', '--stance', 'rejects', 'engineers'];
    expect((await place.run([...args, '--format', 'json'])).code).toBe(0);
    const wrong = await place.run(['search', '--stance', 'shrugs']);
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('shrugs is none of')]);
  });

  test('search: by the name of an actor; a name that is nobody’s is an error', async () => {
    expect((await place.run(['search', '--actor', 'Reik'])).code).toBe(0);
    expect((await place.run(['search', '--actor', 'Nobody At All'])).stderr).toContain(
      '[actor-unknown]',
    );
  });

  test('board: of the ledger and straight from files; --if says what would become live', async () => {
    const ledger = await place.run(['board', '--format', 'json']);
    expect(ledger.code).toBe(0);
    expect(JSON.parse(ledger.stdout).articleCount).toBe(1);
    const files = await place.run(['board', 'one.txt', '--if', 'ceasefire=met']);
    expect(files.code).toBe(0);
    expect(files.stdout).toContain('If ceasefire met');
    expect(files.stdout).toContain('not a forecast');
    const whatIf = await place.run([
      'board',
      'one.txt',
      '--if',
      'ceasefire=met',
      '--format',
      'json',
    ]);
    expect(JSON.parse(whatIf.stdout).assumed).toEqual({ ceasefire: 'met' });
  });

  test('decide: kept under a name, shown in the entry, undone by a further decision', async () => {
    const found = await place.run([
      'search',
      '--kind',
      'commitment',
      '--format',
      'jsonl',
      '--limit',
      '1',
    ]);
    const entry = JSON.parse(found.stdout);
    const decided = await place.run([
      'decide',
      'accept',
      entry.id,
      '--as',
      'Ada',
      '--format',
      'json',
    ]);
    const decision = JSON.parse(decided.stdout);
    expect(decision).toMatchObject({ by: 'Ada', decision: { kind: 'accept' } });
    expect(
      (await place.run(['search', '--review', 'accepted', '--format', 'jsonl'])).stdout,
    ).toContain(entry.id);
    expect((await place.run(['decide', 'undo', decision.id, '--as', 'Bo'])).code).toBe(0);
    expect((await place.run(['search', '--review', 'accepted'])).code).toBe(1);
  });

  test('conditions, dossier, decisions: a state set by name shows with its day and who set it', async () => {
    const ask = (...words: string[]) => place.run([...words, '--database', 'followed.db']);
    const text = `Ferry for Orsk

PORT ILDEN (The Ilden Post) - Velmora will send 300 engineers to the border only after a ceasefire, President Ansa Reik said on Tuesday.
`;
    place.write({ 'followed.txt': text });
    expect((await ask('add', 'followed.txt')).code).toBe(0);
    const set = ['condition', 'ceasefire', 'met', '--on', '2031-03-09', '--as', 'Ada'];
    expect((await ask('decide', ...set)).stderr).toBe('');
    expect((await ask('conditions')).stdout).toMatch(/^met since 2031-03-09\t\d\tceasefire/);
    expect((await ask('decisions', '--by', 'Ada')).stdout).toContain('only after a ceasefire');
    const found = await ask('search', '--kind', 'commitment', '--format', 'jsonl', '--limit', '1');
    const shown = await ask('show', JSON.parse(found.stdout).id);
    expect(shown.stdout).toMatch(/condition k_\w+: only-after ceasefire, met since 2031-03-09/);
    expect(shown.stdout).toMatch(/status: pledged\n.*will/);
    expect(shown.stdout).toContain('PolitiFact: Not Yet Rated');
    const unknown = await ask('decide', 'condition', 'harvest', 'met', '--as', 'Ada');
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringMatching('condition-unknown')]);
    const opened = await ask('dossier', 'Border aid', '--words', 'engineers', '--as', 'Ada');
    expect(opened.stdout).toContain('Border aid');
    const nobody = await ask('dossier', 'Other', '--words', 'engineers');
    expect([nobody.code, nobody.stderr]).toEqual([2, expect.stringMatching('name-missing')]);
    expect((await ask('board', '--dossier', 'border')).code).toBe(0);
    const [decided] = JSON.parse((await ask('decisions', '--format', 'json')).stdout);
    expect((await ask('decide', 'undo', decided.id, '--as', 'Ada')).code).toBe(0);
    expect((await ask('conditions')).stdout).toMatch(/^open\t/);
  });

  test('actors: renamed by name; --more tells offices and dates', async () => {
    const renamed = ['decide', 'rename', 'Ansa Reik', '--name', 'Ansa M. Reik', '--as', 'Ada'];
    expect((await place.run(renamed)).code).toBe(0);
    const { stdout } = await place.run(['actors', 'reik', '--more']);
    expect(stdout).toContain('Ansa M. Reik');
    expect(stdout).toMatch(/\toffice\tPresident\t2031-03-04/);
  });

  test('backup and restore: the same export comes out of the new ledger', async () => {
    expect((await place.run(['backup', 'all.gz'])).code).toBe(0);
    expect((await place.run(['restore', 'all.gz', '--database', 'copy.db'])).code).toBe(0);
    const [before, after] = await Promise.all([
      place.run(['export']),
      place.run(['export', '--database', 'copy.db']),
    ]);
    expect(after.stdout).toBe(before.stdout);
    expect(before.stdout.trim().split('\n')).toHaveLength(1);
  });

  test('verify: exact against its own text, not so against a text that was changed', async () => {
    const { stdout } = await place.run(['export', '--as-read']);
    place.write({ 'records.jsonl': stdout });
    const exact = await place.run(['verify', 'records.jsonl', 'two.txt']);
    expect([exact.code, exact.stdout]).toEqual([0, '']);
    const changed = await place.run(['verify', 'records.jsonl', 'one.txt']);
    expect(changed.code).toBe(1);
    expect(changed.stdout).toMatch(/absent|moved/);
  });

  test('add: two processes that add the same articles at once lose and double nothing', async () => {
    const lines = Array.from({ length: 20 }, (_, i) =>
      JSON.stringify({ id: `${i}`, text: FIRST.replaceAll('300', String(1_000 + i)) }),
    );
    place.write({ 'twenty.jsonl': lines.join('\n') });
    const args = ['add', '--jsonl', 'twenty.jsonl', '--jobs', '1', '--database', 'shared.db'];
    const runs = await Promise.all([place.run(args), place.run(args)]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    const kinds = runs.flatMap(({ stdout }) =>
      stdout
        .trim()
        .split('\n')
        .map((line) => line.split(/ +/)[1]),
    );
    expect(kinds.filter((kind) => kind === 'added')).toHaveLength(20);
    expect(kinds.filter((kind) => kind === 'unchanged')).toHaveLength(20);
    const { stdout } = await place.run(['articles', '--database', 'shared.db']);
    expect(stdout.trim().split('\n')).toHaveLength(20);
  });

  test('serve: answers, takes an article while it runs and another process adds, and stops at a signal', async () => {
    const running = place.start(['serve', '--port', '0', '--jobs', '1']);
    const address = (await running.saying(/http:\S+/))[0];
    const health = (await (await fetch(`${address}/api/v1/health`)).json()) as {
      articleCount: number;
    };
    expect(health.articleCount).toBeGreaterThan(0);
    place.write({ 'three.txt': `${FIRST}\nThe talks go on.\n` });
    expect((await place.run(['add', 'three.txt'])).code).toBe(0);
    const added = await fetch(`${address}/api/v1/articles`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: `${FIRST}\nThe talks were stopped.\n` }),
    });
    expect(added.status).toBe(201);
    const list = (await (await fetch(`${address}/api/v1/articles`)).json()) as { items: unknown[] };
    expect(list.items).toHaveLength(3);
    // Boards are worked out on a thread with a ledger of its own: it sees what was just added.
    const board = (await (await fetch(`${address}/api/v1/board`)).json()) as {
      articleCount: number;
    };
    expect(board.articleCount).toBe(3);
    const unknown = await fetch(`${address}/api/v1/board?dossier=d_none`);
    expect([unknown.status, await unknown.json()]).toEqual([
      404,
      expect.objectContaining({ code: 'not-in-ledger' }),
    ]);
    const { code } = await running.stop('SIGTERM');
    expect(code).toBe(0);
  });
});
