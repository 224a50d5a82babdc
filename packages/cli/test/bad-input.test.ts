/**
 * Bad input, as a user meets it: every error has a code, a remedy and exit code 2; what is only worth
 * telling is a note in the record and exit code 0.
 * @module
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorkplace } from './run-cli.ts';

const ARTICLE = `Harbour stays open, says minister

Velmora's harbour minister, Ansa Reik, said on Tuesday that the port of Ilden would stay open.

"We will not close the harbour," Reik told reporters. "If the storm passes, we will send two ships to Orsk."
`;
const NUL = new Uint8Array([0x54, 0x61, 0x6c, 0x6b, 0, 1, 2, 0]);

const place = openWorkplace();
let server: Server;
let origin = '';

beforeAll(async () => {
  place.write({
    'good.txt': ARTICLE,
    'empty.txt': '',
    'blank.txt': ' \n\n\t',
    'binary.bin': NUL,
    'plain-file': 'not a folder',
  });
  server = createServer((request, response) => {
    const type = request.url === '/picture' ? 'image/png' : 'text/plain; charset=utf-8';
    response.writeHead(200, { 'content-type': type });
    if (request.url === '/large') response.end('x'.repeat(11 * 1024 * 1024));
    else response.end(ARTICLE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
  place.remove();
});

/** What every error looks like: the code in brackets, a remedy on a line of its own, exit code 2. */
function expectError({ code, stderr }: { code: number | null; stderr: string }, word: string) {
  expect(stderr).toContain(`[${word}]`);
  expect(stderr.split('\n')[1] ?? '').toMatch(/^ {2}\S/);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(code).toBe(2);
}

describe('errors of read', () => {
  const cases: [name: string, args: string[], code: string][] = [
    ['a missing file', ['read', 'nowhere.txt'], 'file-missing'],
    ['a folder', ['read', '.'], 'file-is-folder'],
    ['an empty file', ['read', 'empty.txt'], 'text-empty'],
    ['a file of white space', ['read', 'blank.txt'], 'text-empty'],
    ['a binary file', ['read', 'binary.bin'], 'text-binary'],
    ['nothing named', ['read'], 'input-missing'],
    ['a date that is none', ['read', 'good.txt', '--published-on', '5 Sept'], 'date-invalid'],
    ['a missing JSONL file', ['read', '--jsonl', 'nowhere.jsonl'], 'file-missing'],
    ['a private address', ['read', 'http://127.0.0.1:9/'], 'address-private'],
    ['an address that is none', ['read', 'http://'], 'address-invalid'],
    ['a file to add that is missing', ['add', 'nowhere.txt'], 'file-missing'],
    ['a decision without a name', ['decide', 'accept', 'c_1'], 'name-missing'],
    ['a ledger that is not there', ['search', 'x', '--database', 'no.db'], 'database-missing'],
    ['a decision of no kind', ['decide', 'shrug', 'c_1', '--as', 'Ada'], 'decision-unknown'],
    [
      'an assumption without a state',
      ['board', 'good.txt', '--if', 'ceasefire'],
      'assumption-invalid',
    ],
    ['an article that is not there', ['diff', 'a_none'], 'not-in-ledger'],
    [
      'a backup that is none',
      ['restore', 'good.txt', '--database', 'other.db'],
      'backup-unreadable',
    ],
  ];
  test.each(cases)('%s', async (_, args, code) => {
    expectError(await place.run(args), code);
  });

  test('addresses: what is not text, and what is too large', async () => {
    const allow = '--allow-private-addresses';
    expectError(await place.run(['read', `${origin}/picture`, allow]), 'address-not-text');
    expectError(await place.run(['read', `${origin}/large`, allow]), 'address-too-large');
  });

  test('a name that is wrong does not keep the others from being read', async () => {
    const { code, stdout, stderr } = await place.run([
      'read',
      'nowhere.txt',
      'good.txt',
      '--format',
      'jsonl',
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('[file-missing]');
    expect(stdout.trim().split('\n')).toHaveLength(1);
  });

  test('usage: an unknown command or flag is said, with the nearest one', async () => {
    const command = await place.run(['raed']);
    expect([command.code, command.stderr]).toEqual([
      2,
      expect.stringContaining('Did you mean read?'),
    ]);
    const flag = await place.run(['read', 'good.txt', '--fromat', 'json']);
    expect([flag.code, flag.stderr]).toEqual([2, expect.stringContaining('--format')]);
    expect((await place.run(['--help'])).code).toBe(0);
  });
});

describe('errors of the ledger', () => {
  test('a data folder that cannot be written: a path under a plain file', async () => {
    const run = await place.run(['add', 'good.txt', '--database', 'plain-file/ledger.db']);
    expectError(run, 'database-unwritable');
  });

  test('a full disk: nothing half is kept, and the code says so', async () => {
    const small = { ONRECORD_MAX_PAGES: '70' };
    const many = Array.from({ length: 60 }, (_, i) =>
      JSON.stringify({ id: i, text: ARTICLE.replace(/Orsk/, `Orsk-${i}`).repeat(4) }),
    );
    place.write({ 'many.jsonl': many.join('\n') });
    const run = await place.run(['add', '--jsonl', 'many.jsonl', '--database', 'full.db'], {
      env: small,
    });
    expectError(
      { ...run, stderr: run.stderr.slice(run.stderr.indexOf('onrecord:')) },
      'database-full',
    );
    const after = await place.run(['articles', '--database', 'full.db']);
    const told = run.stdout.split('\n').filter((line) => line.startsWith('a_'));
    expect(after.stdout.split('\n').filter(Boolean).length).toBeGreaterThanOrEqual(told.length);
  });

  test('a database of a newer version is refused, and left as it is', async () => {
    await place.run(['add', 'good.txt', '--database', 'newer.db']);
    const { openLedger } = await import('@onrecord/ledger');
    const ledger = await openLedger({ database: place.path('newer.db') });
    await ledger.store.write((tx) =>
      tx
        .updateTable('meta')
        .set({ value: '9999' })
        .where('name', '=', 'schema-version')
        .execute()
        .then((changed) => {
          expect(changed[0]?.numUpdatedRows).toBe(1n);
        }),
    );
    await ledger.close();
    expectError(await place.run(['articles', '--database', 'newer.db']), 'database-newer');
  });

  test('a file that is no ledger', async () => {
    place.write({ 'text.db': ARTICLE.repeat(20) });
    expectError(await place.run(['articles', '--database', 'text.db']), 'database-corrupt');
  });

  test('a PostgreSQL server that is not there', async () => {
    const run = await place.run(['articles', '--database', 'postgres://nobody@127.0.0.1:1/none']);
    expect(run.stderr).toMatch(/\[database-\w+\]/);
    expect(run.code).toBe(2);
  });

  test('a port in use', async () => {
    const { port } = server.address() as AddressInfo;
    expectError(await place.run(['serve', '--port', String(port)]), 'port-in-use');
  });
});

describe('notes in the record', () => {
  const notesOf = (stdout: string) =>
    (JSON.parse(stdout) as { notes: { code: string }[] }).notes.map(({ code }) => code);
  const noted: [name: string, text: string | Uint8Array, code: string][] = [
    [
      'invalid UTF-8 is read with replacement',
      Buffer.from(ARTICLE.replace('Ansa', 'Ans\xe9'), 'latin1'),
      'unreadable-letters',
    ],
    [
      'text that is not English',
      'Le ministre a déclaré mardi que son pays enverrait des ingénieurs à la frontière dès que la trêve serait signée, et que le port resterait ouvert pendant tout l’hiver.\n'.repeat(
        3,
      ),
      'not-english',
    ],
    [
      'a quotation mark without a partner',
      ARTICLE.replace('harbour," Reik', 'harbour, Reik'),
      'unbalanced-quotes',
    ],
  ];
  test.each(noted)('%s', async (_, text, code) => {
    const run = await place.run(['read', '-', '--format', 'json'], { stdin: text });
    expect(run.code).toBe(0);
    expect(notesOf(run.stdout)).toContain(code);
  });

  // `npm run bench` reads the ten megabytes; here the size is what a test may take.
  test('300 kB without a full stop: a record, and no stack overflow', async () => {
    const stdin = 'the wind over the grey harbour and '.repeat(9_000);
    const run = await place.run(['read', '-', '--format', 'json'], { stdin });
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect((JSON.parse(run.stdout) as { article: { text: string } }).article.text).toBe(stdin);
  }, 120_000);

  test('100,001 opening quotation marks, curly or straight: noted, and no stack overflow', async () => {
    for (const mark of ['“', '"']) {
      const stdin = `${mark.repeat(100_001)}he said`;
      const run = await place.run(['read', '-', '--format', 'json'], { stdin });
      expect([run.code, notesOf(run.stdout)]).toEqual([
        0,
        expect.arrayContaining(['unbalanced-quotes']),
      ]);
    }
  }, 120_000);
});

describe('one bad line of JSONL', () => {
  test('is said with its number, the rest goes on, exit code 2 at the end', async () => {
    const lines = [
      JSON.stringify({ id: 'one', text: ARTICLE }),
      '{"id": "two", "text": ',
      JSON.stringify({ id: 'three', text: 7 }),
      '',
      JSON.stringify({ id: 'five', text: ARTICLE }),
    ];
    place.write({ 'lines.jsonl': lines.join('\n') });
    const { code, stdout, stderr } = await place.run(['read', '--jsonl', 'lines.jsonl']);
    const results = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(results.map(({ id, line, error }) => [id, line, typeof error])).toEqual([
      ['one', undefined, 'undefined'],
      [undefined, 2, 'string'],
      ['three', 3, 'string'],
      ['five', undefined, 'undefined'],
    ]);
    expect(stderr).toMatch(/line 2: .*\[line-invalid\][\s\S]*line 3: /);
    expect(code).toBe(2);
  });
});
