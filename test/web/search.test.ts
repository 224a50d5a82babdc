import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeInBrowser, useStage } from './open-browser.ts';

interface Facets {
  total: number;
  stance: { value: string; count: number }[];
}

describeInBrowser('search', () => {
  const stage = useStage();

  test('words are found, counted and set off', async () => {
    const { page } = await stage.open('/search');
    await page.keyboard.press('/');
    await page.keyboard.type('ceasefire');
    await page.keyboard.press('Enter');
    const { total } = await stage.get<Facets>('/facets?q=ceasefire');
    await page.waitForFunction(
      (n) => document.querySelector('.counts')?.textContent?.startsWith(`${n} `),
      total,
    );
    expect(page.url()).toContain('q=ceasefire');
    const marked = await page.locator('.ledger-card mark').allTextContents();
    expect(marked.length).toBeGreaterThan(0);
    expect(marked.every((word) => /ceasefire/i.test(word))).toBe(true);
  });

  test('a facet narrows to its count, and the back of the address bar is the state', async () => {
    const { stance } = await stage.get<Facets>('/facets');
    const [top] = stance;
    const { page } = await stage.open('/search');
    await page.getByLabel(new RegExp(`^${top?.value}`)).check();
    await page.waitForFunction(
      (n) => document.querySelector('.counts')?.textContent?.startsWith(`${n} `),
      top?.count,
    );
    expect(page.url()).toContain(`stance=${top?.value}`);
    await page.reload();
    await stage.rest();
    expect(await page.getByLabel(new RegExp(`^${top?.value}`)).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await page.waitForFunction(() => !location.search.includes('stance'));
  });

  test('nothing found says what was searched and offers a way back', async () => {
    const { page } = await stage.open('/search?q=zzzunheardof&stance=offers');
    const text = await page.locator('.nothing').textContent();
    expect(text).toContain('zzzunheardof');
    expect(text).toContain('under these filters');
    await page.locator('.nothing button').click();
    await page.waitForFunction(() => !location.search.includes('stance'));
  });

  test('j and k move through the results', async () => {
    const { page } = await stage.open('/search?q=ceasefire');
    await page.locator('.ledger-card').first().focus();
    await page.keyboard.press('j');
    const at = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('.ledger-card')].indexOf(document.activeElement as Element),
      );
    expect(await at()).toBe(1);
    await page.keyboard.press('k');
    expect(await at()).toBe(0);
  });

  test('a result opens its article at its words', async () => {
    const { page } = await stage.open('/search?q=ceasefire&kind=commitment');
    await page.locator('.ledger-card .origin-line a').first().click();
    await page.waitForSelector('.record-view');
    await page.waitForSelector('.article-column [data-lit]');
    const isSeen = await page
      .locator('.article-column [data-lit]')
      .first()
      .evaluate((mark) => {
        const { top, bottom } = mark.getBoundingClientRect();
        return 0 <= top && bottom <= innerHeight;
      });
    expect(isSeen).toBe(true);
  });

  test('going back, and loading anew, restore how much was shown and where one was', async () => {
    const { page } = await stage.open('/search');
    const cards = page.locator('.ledger-card');
    const first = await cards.count();
    await page.getByRole('button', { name: 'Show more' }).click();
    await expect.poll(() => cards.count()).toBeGreaterThan(first);
    const shown = await cards.count();
    const link = cards.nth(first + 20).locator('.origin-line a');
    const findTop = () => link.evaluate((element) => element.getBoundingClientRect().top);
    await link.scrollIntoViewIfNeeded();
    const top = await findTop();
    await link.click();
    await page.waitForSelector('.record-view');
    await page.goBack();
    await expect.poll(() => cards.count()).toBe(shown);
    await expect.poll(findTop).toBeCloseTo(top, -1);
    await page.reload();
    await stage.rest();
    await expect.poll(() => cards.count()).toBe(shown);
    await expect.poll(findTop).toBeCloseTo(top, -1);
    // Another search begins at its beginning, and so does the screen when it is opened anew.
    await page.locator('.bar').getByRole('link', { name: 'Actors' }).click();
    await page.locator('.bar').getByRole('link', { name: 'Search' }).click();
    await expect.poll(() => cards.count()).toBe(first);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test('the export holds every entry found, also those not drawn yet', async () => {
    const { total } = await stage.get<Facets>('/facets');
    const { page } = await stage.open('/search');
    await page.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('menuitem', { name: /JSON lines/ })
        .first()
        .click(),
    ]);
    const lines = readFileSync(await download.path(), 'utf8')
      .trimEnd()
      .split('\n');
    expect(lines.length).toBe(total);
    for (const line of lines) expect(JSON.parse(line)).toHaveProperty('excerpt');
  });
});
