import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describeInBrowser, useStage } from './open-browser.ts';

/** The cells of a CSV file, line by line (RFC 4180: quoted cells hold line breaks). */
function readCsv(text: string): string[][] {
  const lines: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g,
  )) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') lines.push([]);
    if (end === '') break;
  }
  return lines.slice(0, -1);
}

describeInBrowser('export', () => {
  const stage = useStage();
  const openMenu = (page: Page, at: number) =>
    page.getByRole('button', { name: 'Export' }).nth(at).click();
  const save = async (page: Page, label: string, { at = 0, table = 0 } = {}) => {
    await openMenu(page, at);
    const group = page.getByRole('menu').getByRole('group').nth(table);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      group.getByRole('menuitem', { name: label }).click(),
    ]);
    return readFileSync(await download.path(), 'utf8');
  };

  /** The tables of an export menu, by name. */
  async function listTables(page: Page, at: number): Promise<string[]> {
    await openMenu(page, at);
    const labels = await page.getByRole('menu').getByRole('group').locator('p').allTextContents();
    await page.keyboard.press('Escape');
    return labels;
  }

  /** Every export of a screen: tables whose columns their codebook tells, the same rows as JSON. */
  async function expectExports(page: Page, name: string, wanted: readonly string[]): Promise<void> {
    const count = await page.getByRole('button', { name: 'Export' }).count();
    const found: string[] = [];
    for (let at = 0; at < count; at++)
      for (const [table, label] of (await listTables(page, at)).entries()) {
        found.push(label);
        const what = `${name}: ${label}`;
        const [header = [], ...rows] = readCsv(await save(page, 'Table as CSV', { at, table }));
        const [, ...described] = readCsv(await save(page, 'Codebook', { at, table }));
        const lines = (await save(page, 'JSON lines', { at, table })).split('\n').slice(0, -1);
        expect(described.map(([column]) => column).slice(0, -1), what).toEqual(header);
        expect(
          described.every(([, type, meaning]) => type !== '' && meaning !== ''),
          what,
        ).toBe(true);
        expect(
          rows.every((row) => row.length === header.length),
          what,
        ).toBe(true);
        expect(rows.length, what).toBe(lines.length);
        if (wanted.includes(label)) expect(rows.length, what).toBeGreaterThan(0);
        for (const line of lines) expect(JSON.parse(line)).toBeTypeOf('object');
      }
    for (const label of wanted) expect(found, name).toContain(label);
  }

  test('every screen exports what it shows, as CSV with its codebook and as JSON lines', async () => {
    const { items: actors } = await stage.get<{ items: { id: string }[] }>('/actors?limit=1');
    const { items: offers } = await stage.get<{ items: { id: string; article: { id: string } }[] }>(
      '/search?stance=offers&limit=1',
    );
    const dossier = `/dossiers/${stage.dossierId}`;
    const [offer] = offers;
    // Something of each kind to see: a decision, a status, a second version.
    await stage.post('/decisions', { kind: 'accept', entryId: offer?.id });
    const status = { kind: 'set-status', entryId: offer?.id, status: 'agreed', reason: 'signed' };
    await stage.post('/decisions', status);
    const rename = { kind: 'rename-actor', actorId: actors[0]?.id, name: 'Norvia' };
    await stage.post('/decisions', rename);
    const url = 'https://meridian.example/2027/08/02/tents';
    const told = (count: number) => `Tents\n\nNorvia will send ${count} tents, Lena Marsh said.\n`;
    await stage.post('/articles', { text: told(30), url });
    const { article } = await stage.post<{ article: { id: string } }>('/articles', {
      ...{ text: told(40), url },
    });
    /** What must be there, with at least a row each. */
    const screens: Record<string, [path: string, tables: string[]]> = {
      search: ['/search?q=ceasefire', ['Entries', 'Counts']],
      article: [`/articles/${offer?.article.id}`, ['Entries']],
      versions: [`/articles/${article.id}`, ['Entries', 'Versions', 'What changed']],
      dossiers: ['/dossiers', ['Dossiers']],
      board: [dossier, ['Positions', 'Blanks', 'Conditions']],
      'what if': [`${dossier}?view=outcomes&if=ceasefire%3Amet`, ['Positions', 'Totals']],
      shifts: [`${dossier}?view=shifts`, ['Shifts']],
      'reports compared': [`${dossier}?view=utterances`, ['Reports']],
      actors: ['/actors', ['Actors']],
      actor: [
        `/actors/${actors[0]?.id}`,
        ['The actor', 'Names and offices', 'Decisions', 'Entries'],
      ],
      conditions: ['/conditions', ['Conditions']],
      condition: [
        `/conditions/ceasefire?dossier=${stage.dossierId}`,
        ['Positions', 'The condition'],
      ],
      utterances: ['/utterances', ['Reports']],
      commitment: [
        `/commitments/${offer?.id}`,
        ['Entry', 'Status history', 'Other scales', 'Decisions'],
      ],
      review: ['/review?kind=commitment', ['Entries', 'Rules']],
      decisions: ['/decisions', ['Decisions']],
    };
    const { page } = await stage.open('/search');
    for (const [name, [path, tables]] of Object.entries(screens)) {
      await stage.goTo(path);
      await page.getByRole('button', { name: 'Export' }).first().waitFor();
      await expectExports(page, name, tables);
    }
  }, 300_000);

  test('an exported what-if says what was assumed, what becomes of each position, and why', async () => {
    const { page } = await stage.open(
      `/dossiers/${stage.dossierId}?view=outcomes&if=ceasefire%3Amet`,
    );
    await page.waitForSelector('.outcome-columns');
    const [header = [], ...rows] = readCsv(await save(page, 'Table as CSV'));
    const values = (name: string) => rows.map((row) => row[header.indexOf(name)] ?? '');
    expect(new Set(values('assumed'))).toEqual(new Set(['ceasefire=met']));
    expect(values('outcome')).toContain('live');
    // Only a demand, and what a later position replaced, have none.
    const stances = values('stance');
    expect(values('outcome').map((outcome) => outcome === '')).toEqual(
      values('superseded_by').map((id, at) => id !== '' || stances[at] === 'demands'),
    );
    expect(values('contested_by').some((names) => names !== '')).toBe(true);
    const waiting = rows.filter((row) => row[header.indexOf('outcome')] === 'waiting');
    expect(waiting.length).toBeGreaterThan(0);
    expect(waiting.every((row) => row[header.indexOf('waits_for')] !== '')).toBe(true);
  });

  test('what was imported is exported with what went wrong', async () => {
    const { page } = await stage.open('/import');
    const file = { name: 'bad.txt', mimeType: 'text/plain', buffer: Buffer.from('a\u0000b') };
    await page.locator('.drop-zone input[type=file]').first().setInputFiles([file]);
    await page.waitForSelector('.import-line[data-state=failed]');
    await page.getByLabel('Failed only').check();
    await expectExports(page, 'import', ['Documents']);
    const [header = [], row = []] = readCsv(await save(page, 'Table as CSV'));
    expect(row[header.indexOf('name')]).toBe('bad.txt');
    expect(row[header.indexOf('code')]).not.toBe('');
    expect(row[header.indexOf('remedy')]).not.toBe('');
  });

  test('what was read here and kept nowhere is exported too', async () => {
    const { page } = await stage.open('/');
    const text = readFileSync(
      new URL('../../samples/01-port-amara-summit.txt', import.meta.url),
      'utf8',
    );
    await page.locator('#paste-text').fill(text);
    await page.getByRole('button', { name: 'Read', exact: true }).click();
    await page.getByRole('button', { name: 'Export' }).waitFor();
    await expectExports(page, 'reader', ['Entries']);
  });
});
