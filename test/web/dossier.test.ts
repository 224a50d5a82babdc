import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeInBrowser, expectAccessible, useStage } from './open-browser.ts';

interface Board {
  rows: { party: { name: string }; cells: { stance: string; blank?: string }[] }[];
  conditions: { key: string; entryIds: string[] }[];
}

interface Said {
  id: string;
  quote: string;
  differences: unknown[];
  reports: unknown[];
  reportCount: number;
}

describeInBrowser('the dossier board', () => {
  const stage = useStage();
  const open = (query = '') => stage.open(`/dossiers/${stage.dossierId}${query}`);
  const getBoard = () => stage.get<Board>(`/board?dossier=${stage.dossierId}`);

  test('has a row a party, a column a stance, and links each position to its words', async () => {
    const board = await getBoard();
    const { page } = await open();
    await page.waitForSelector('.board');
    expect(await page.locator('.board tbody tr').count()).toBe(Math.min(60, board.rows.length));
    await page.locator('.board-action').first().click();
    await page.waitForURL(/\/commitments\//);
    await page.waitForSelector('.ledger-card');
    expect(await page.locator('.ledger-card .quotation').count()).toBe(1);
  });

  test('tells the kinds of blank apart, in words', async () => {
    const board = await getBoard();
    const { page } = await open();
    await page.waitForSelector('.board');
    const kinds = board.rows.flatMap((row) => row.cells.flatMap(({ blank }) => blank ?? []));
    const count = (kind: string) => kinds.filter((item) => item === kind).length;
    for (const kind of ['refused', 'declined', 'nothing-found'])
      expect(await page.locator(`[data-blank="${kind}"]`).count()).toBe(count(kind));
    const words = await page.locator('[data-blank]').allTextContents();
    expect(new Set(words).size).toBe(new Set(kinds).size);
  });

  test('says what comes while the ledger gathers it', async () => {
    const { page } = await stage.open('/dossiers');
    let answer = () => {};
    const asked = new Promise<void>((done) => {
      answer = done;
    });
    await page.route('**/api/v1/board?*', async (route) => {
      await asked;
      await route.continue();
    });
    await page.getByRole('link', { name: 'Peace in the Varn valley' }).click();
    await page.getByText('Gathering every position').waitFor();
    // Name and question of the dossier, and the stances, are there already.
    expect(await page.locator('h1').textContent()).toBe('Peace in the Varn valley');
    expect(await page.getByRole('columnheader', { name: 'demands' }).isVisible()).toBe(true);
    await expectAccessible(page);
    answer();
    await page.waitForSelector('.board-entry');
    expect(await page.getByText('Gathering every position').count()).toBe(0);
  });

  test('coming back shows the board at once, where it was left', async () => {
    const { page } = await open();
    await page.waitForSelector('.board-entry');
    const table = () =>
      page.evaluate(() => document.querySelector('[data-keeps-scroll]')?.scrollTop ?? -1);
    await page.locator('.board-action').nth(40).scrollIntoViewIfNeeded();
    const left = await table();
    expect(left).toBeGreaterThan(300);
    await page.locator('.board-action').nth(40).click();
    await page.waitForSelector('.ledger-card');
    // Nothing answers any more: what was seen is seen again.
    await page.route('**/api/v1/board?*', () => {});
    await page.goBack();
    await page.waitForSelector('.board-entry');
    await expect.poll(async () => Math.abs((await table()) - left)).toBeLessThan(3);
    await page.goForward();
    await page.waitForSelector('.ledger-card');
  });

  test('says that it is a reading, not a forecast', async () => {
    const { page } = await open();
    await page.waitForSelector('.banner');
    expect(await page.locator('.banner').textContent()).toContain('not a forecast');
  });

  test('a what-if switch redraws the board, by keyboard, and stands in the address bar', async () => {
    const board = await getBoard();
    const condition = [...board.conditions].sort(
      (a, b) => b.entryIds.length - a.entryIds.length,
    )[0];
    const { page } = await open();
    await page.waitForSelector('.switch');
    expect(await page.locator('.outcome-tag').count()).toBe(0);
    await page.locator(`input[name="if-${condition?.key}"]:checked`).focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForSelector('.outcome-tag');
    expect(new URL(page.url()).searchParams.getAll('if')).toEqual([`${condition?.key}:met`]);
    expect(await page.locator('.banner').textContent()).toContain('1 state assumed');
    await page.reload();
    await page.waitForSelector('.outcome-tag');
    await page.getByRole('button', { name: 'Back to what is known' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.outcome-tag').length === 0);
  });

  test('assuming a condition met makes what waits on it alone live', async () => {
    interface WhatIf {
      entries: { outcome: string }[];
    }
    const ask = (query: string) => stage.get<WhatIf>(`/what-if?dossier=${stage.dossierId}${query}`);
    const live = ({ entries }: WhatIf) => entries.filter((e) => e.outcome === 'live').length;
    const before = live(await ask(''));
    const after = live(await ask('&if=ceasefire%3Dmet'));
    expect(after).toBeGreaterThan(before);
    const { page } = await open('?view=outcomes&if=ceasefire%3Amet');
    await page.waitForSelector('.outcome-columns');
    expect(await page.locator('[data-outcome=live] h3 .count').textContent()).toBe(String(after));
    // Those that the assumption brought there stand first, and say what they were.
    expect(await page.locator('[data-outcome=live] .what-if-item').first().textContent()).toContain(
      'was waiting',
    );
  });

  test('a loop of mutual waiting is drawn, and said in words', async () => {
    const { loops } = await stage.get<{ loops: { links: unknown[] }[] }>(
      `/what-if?dossier=${stage.dossierId}`,
    );
    const { page } = await open('?view=outcomes');
    await page.waitForSelector('.outcome-columns');
    expect(await page.locator('.loop-ring').count()).toBe(loops.length);
    for (const [at, loop] of loops.entries())
      expect(await page.locator('.loop').nth(at).locator('figcaption li').count()).toBe(
        loop.links.length,
      );
  });

  test('a shift shows both quotations', async () => {
    const { page } = await open('?view=shifts');
    await page.waitForSelector('.shift-row, .nothing, .versions');
    for (const row of await page.locator('.shift-row').all())
      expect(await row.locator('.quotation').count()).toBe(2);
  });

  test('each act of speech opens as itself, also where one statement holds several', async () => {
    const { page } = await open('?view=utterances');
    await page.waitForSelector('.line-item');
    const shown = await page.locator('.line-item').evaluateAll((items) =>
      items.map((item) => ({
        path: item.querySelector('a')?.getAttribute('href') ?? '',
        quote: item.querySelector('.quotation')?.textContent ?? '',
      })),
    );
    const statements = shown.map(({ path }) => path.split('~')[1]);
    expect(new Set(statements).size).toBeLessThan(statements.length);
    for (const { path, quote } of shown) {
      const utterance = await stage.get<{ quote: string }>(path);
      expect(utterance.quote.replace(/\s+/g, ' ').startsWith(quote.replace(/ …$/, ''))).toBe(true);
    }
  });

  test('what reports tell differently is marked, also where one article tells it in two ways', async () => {
    const { items } = await stage.get<{ items: Said[] }>('/utterances?limit=50');
    const told = items.filter(({ differences }) => 0 < differences.length);
    expect(told.length).toBeGreaterThan(0);
    const { page } = await stage.open('/utterances');
    for (const { id, quote, differences } of told) {
      await stage.goTo(`/utterances/${id}`);
      const marked = await page.locator('td[data-differs]').count();
      expect(marked, quote).toBeGreaterThanOrEqual(differences.length);
    }
  });

  test('the count of reports is that of the rows, also where one article reports twice', async () => {
    const { items } = await stage.get<{ items: Said[] }>('/utterances?limit=50');
    const twice = items.find(({ reports, reportCount }) => reportCount < reports.length);
    const { page } = await stage.open(`/utterances/${twice?.id}`);
    const rows = await page.locator('.reports-table tbody tr').count();
    const told = await page.locator('#origins-title').textContent();
    expect(told).toContain(`${rows} reports in ${twice?.reportCount} articles, `);
  });

  test('on a phone a party lists its stances, and nothing scrolls sideways', async () => {
    const { page } = await stage.open(`/dossiers/${stage.dossierId}`, {
      viewport: { width: 360, height: 740 },
    });
    await page.waitForSelector('.board-entry');
    const widths = await page
      .locator('.board-entry')
      .evaluateAll((entries) => entries.map((entry) => entry.getBoundingClientRect().right));
    for (const right of widths) expect(right).toBeLessThanOrEqual(360);
    // A cell with nothing found is not drawn there.
    expect(await page.locator('td[data-empty]').first().isVisible()).toBe(false);
  });

  test('the board exports as CSV with one line a position, and its codebook', async () => {
    const { page } = await open();
    await page.waitForSelector('.board');
    // A cell with many positions draws the first of them; the export has all.
    const more = page.locator('.board button.more');
    while (0 < (await more.count())) await more.first().click();
    const positions = await page.locator('.board-entry').count();
    const save = async (label: string) => {
      await page.getByRole('button', { name: 'Export' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('group').first().getByRole('menuitem', { name: label }).click(),
      ]);
      return readFileSync(await download.path(), 'utf8');
    };
    const csv = await save('Table as CSV');
    const header = csv.split('\r\n')[0]?.split(',') ?? [];
    expect(csv.split('\r\n').length - 2).toBe(positions);
    const codebook = await save('Codebook');
    for (const column of header) expect(codebook).toContain(`\r\n${column},`);
  });

  test('a dossier is opened from words, under a name', async () => {
    const { page } = await stage.open('/dossiers');
    await page.getByRole('button', { name: /Open a dossier/ }).click();
    await page.locator('dialog input[name=name]').fill('Prisoners');
    await page.locator('dialog input[name=q]').fill('prisoners');
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.waitForURL(/\/dossiers\/.+/);
    await page.waitForSelector('h1');
    expect(await page.locator('h1').textContent()).toBe('Prisoners');
  });

  test('a condition’s page lists what waits on it, and its state can be set', async () => {
    const { page } = await stage.open(`/conditions/ceasefire?dossier=${stage.dossierId}`);
    await page.waitForSelector('.line-item');
    expect(await page.locator('.line-item .quotation').count()).toBeGreaterThan(0);
    await page.getByText('Set its state').click();
    await page.locator('select[name=value]').selectOption('met');
    await page.locator('input[name=reason]').fill('the guns are silent');
    await page.getByRole('button', { name: 'Set', exact: true }).click();
    await page.waitForSelector('.badge[data-state=met]', { timeout: 20_000 });
  });
});
