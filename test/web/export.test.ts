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
  const save = async (page: Page, label: string, at: number) => {
    await page.getByRole('button', { name: 'Export' }).nth(at).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: label }).click(),
    ]);
    return readFileSync(await download.path(), 'utf8');
  };

  /** Every export of a screen: a table whose columns its codebook tells, and the same rows as JSON. */
  async function expectExports(page: Page, name: string, least: number): Promise<void> {
    const count = await page.getByRole('button', { name: 'Export' }).count();
    expect(count, name).toBeGreaterThan(0);
    for (let at = 0; at < count; at++) {
      const [header = [], ...rows] = readCsv(await save(page, 'Table as CSV', at));
      const [, ...described] = readCsv(await save(page, 'Codebook', at));
      const lines = (await save(page, 'JSON lines', at)).split('\n').slice(0, -1);
      expect(described.map(([column]) => column).slice(0, -1), name).toEqual(header);
      expect(
        described.every(([, type, meaning]) => type !== '' && meaning !== ''),
        name,
      ).toBe(true);
      expect(
        rows.every((row) => row.length === header.length),
        name,
      ).toBe(true);
      expect(rows.length, name).toBe(lines.length);
      if (at === 0) expect(rows.length, name).toBeGreaterThanOrEqual(least);
      for (const line of lines) expect(JSON.parse(line)).toBeTypeOf('object');
    }
  }

  test('every screen exports what it shows, as CSV with its codebook and as JSON lines', async () => {
    const { items: actors } = await stage.get<{ items: { id: string }[] }>('/actors?limit=1');
    const { items: offers } = await stage.get<{ items: { id: string; article: { id: string } }[] }>(
      '/search?stance=offers&limit=1',
    );
    const dossier = `/dossiers/${stage.dossierId}`;
    const paths = {
      search: '/search?q=ceasefire',
      article: `/articles/${offers[0]?.article.id}`,
      dossiers: '/dossiers',
      board: dossier,
      'what if': `${dossier}?view=outcomes&if=ceasefire%3Amet`,
      shifts: `${dossier}?view=shifts`,
      'reports compared': `${dossier}?view=utterances`,
      actors: '/actors',
      actor: `/actors/${actors[0]?.id}`,
      conditions: '/conditions',
      condition: `/conditions/ceasefire?dossier=${stage.dossierId}`,
      utterances: '/utterances',
      commitment: `/commitments/${offers[0]?.id}`,
      review: '/review?kind=commitment',
    };
    for (const [name, path] of Object.entries(paths)) {
      const { page } = await stage.open(path);
      await page.getByRole('button', { name: 'Export' }).first().waitFor();
      await expectExports(page, name, 1);
      await page.context().close();
    }
  }, 300_000);

  test('what was imported is exported with what went wrong', async () => {
    const { page } = await stage.open('/import');
    const file = { name: 'bad.txt', mimeType: 'text/plain', buffer: Buffer.from('a\u0000b') };
    await page.locator('.drop-zone input[type=file]').first().setInputFiles([file]);
    await page.waitForSelector('.import-line[data-state=failed]');
    await page.getByLabel('Failed only').check();
    await expectExports(page, 'import', 1);
    const [header = [], row = []] = readCsv(await save(page, 'Table as CSV', 0));
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
    await expectExports(page, 'reader', 10);
  });
});
