import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describeInBrowser, expectAccessible, useStage } from './open-browser.ts';

const sample = (name: string) =>
  readFileSync(new URL(`../../samples/${name}`, import.meta.url), 'utf8');
const SUMMIT = sample('01-port-amara-summit.txt');

const textOf = async (locator: Locator) => (await locator.textContent()) ?? '';

async function read(page: Page, text: string): Promise<void> {
  await page.locator('#paste-text').fill(text);
  await page.getByRole('button', { name: 'Read', exact: true }).click();
  await page.waitForSelector('.record-view', { timeout: 60_000 });
}

describeInBrowser('the reader', () => {
  const stage = useStage({ isEmpty: true });

  test('pasted text is read in this browser and sent nowhere', async () => {
    const { page, requests, faults } = await stage.open('/');
    await read(page, SUMMIT);
    expect(await page.locator('.entry-card').count()).toBeGreaterThan(10);
    expect(requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(requests.some(({ url, body }) => /Corvale/.test(decodeURIComponent(url) + body))).toBe(
      false,
    );
    expect(await textOf(page.locator('.counts'))).toMatch(
      /\d+ sentences, \d+ statements, \d+ commitments, \d+ notes?/,
    );
    expect(faults).toEqual([]);
    await expectAccessible(page);
  });

  test('the text on the page is the text that was pasted', async () => {
    const { page } = await stage.open('/');
    await read(page, SUMMIT);
    const shown = await page.locator('.article-column .part').allTextContents();
    const lines = SUMMIT.replace(/\s+/g, ' ').trim();
    expect(shown.join(' ').replace(/\s+/g, ' ').trim()).toBe(lines);
  });

  test('hovering a card lights its words, hovering words lights their card', async () => {
    const { page } = await stage.open('/');
    await read(page, SUMMIT);
    await page.locator('.entry-card').first().hover();
    const lit = page.locator('.article-column [data-lit]');
    expect(await lit.count()).toBeGreaterThan(0);
    expect(await page.locator('.article-column [data-label]').count()).toBeGreaterThan(0);
    await page.locator('.article-column p [data-begins]').nth(3).hover();
    expect(await page.locator('[data-card-lit]').count()).toBe(1);
  });

  test('the same goes with the keyboard alone', async () => {
    const { page } = await stage.open('/');
    await read(page, SUMMIT);
    await page.locator('.article-column [data-begins][tabindex="0"]').focus();
    await page.keyboard.press('j');
    const first = await page.locator('[data-card-lit]').getAttribute('data-card');
    await page.keyboard.press('j');
    expect(await page.locator('[data-card-lit]').getAttribute('data-card')).not.toBe(first);
    await page.locator('.card-column [data-card]').first().focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('.article-column [data-lit]').count()).toBeGreaterThan(0);
  });

  test('a filter keeps its kind only, stands in the address bar, and can be taken off', async () => {
    const { page } = await stage.open('/');
    await read(page, SUMMIT);
    const all = await page.locator('.entry-card').count();
    const chip = page.getByRole('button', { name: /^direct/ });
    const count = Number(await chip.locator('.count').textContent());
    await chip.click();
    expect(await page.locator('.entry-card').count()).toBe(count);
    expect(page.url()).toContain('show=direct');
    await page.getByRole('button', { name: 'Show all' }).click();
    expect(await page.locator('.entry-card').count()).toBe(all);
  });

  test('a citation holds words of the text and where they stand', async () => {
    const { page } = await stage.open('/');
    await page.locator('summary').click();
    await page.locator('input[name=url]').fill('https://meridian.example/summit');
    await read(page, SUMMIT);
    await page.getByRole('button', { name: 'Copy citation' }).first().click();
    const cited = await page.evaluate(() => navigator.clipboard.readText());
    const [, quotation = ''] = /“([^”]+)”/.exec(cited.split('\n')[1] ?? '') ?? [];
    expect(SUMMIT.replace(/\s+/g, ' ')).toContain(quotation);
    expect(cited).toContain('https://meridian.example/summit#:~:text=');
  });

  test('60,000 characters: lighting a card costs a few layouts of the page, a filter less than showing the article', async () => {
    const { page } = await stage.open('/');
    const names = [
      '01-port-amara-summit.txt',
      '05-skarland-air-defence.txt',
      '06-guns-and-blockade.txt',
    ];
    const block = `${names.map(sample).join('\n\n')}\n\n`;
    const begun = performance.now();
    await read(page, block.repeat(Math.ceil(60_000 / block.length)));
    const shown = performance.now() - begun;
    // The yardstick of this machine, this minute: laying the whole article out anew.
    const layout = await page.evaluate(() => {
      const column = document.querySelector<HTMLElement>('.article-column');
      const times = Array.from({ length: 9 }, (_, i) => {
        const from = performance.now();
        if (column) column.style.width = `${500 + i}px`;
        document.body.getBoundingClientRect();
        return performance.now() - from;
      });
      if (column) column.style.width = '';
      return times.sort((a, b) => a - b)[4] ?? 0;
    });
    const took = await page.evaluate(() => {
      const marks = [...document.querySelectorAll<HTMLElement>('[data-begins]')];
      const times = marks.slice(10, 40).map((mark) => {
        const from = performance.now();
        mark.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
        document.body.getBoundingClientRect();
        return performance.now() - from;
      });
      return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
    });
    console.log(`layout ${layout.toFixed(1)} ms, a card lit in ${took.toFixed(1)} ms`);
    expect(took).toBeLessThan(5 * layout);
    const redraw = await page.evaluate(async () => {
      const chip = document.querySelector<HTMLElement>('.chip');
      const from = performance.now();
      chip?.click();
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return performance.now() - from;
    });
    console.log(`read and shown in ${shown.toFixed(0)} ms, filtered in ${redraw.toFixed(0)} ms`);
    expect(redraw).toBeLessThan(shown);
    // The list of cards is drawn in pieces.
    expect(await page.locator('.entry-card').count()).toBeLessThan(120);
  }, 120_000);

  test('a hostile article is shown harmlessly', async () => {
    const { page, faults } = await stage.open('/');
    const hostile = [
      'Minister says <img src=x onerror="window.hacked=1">',
      '"We will help them," said Ilva Maretti. <script>window.hacked = 1</script>',
      'The president\u202E detcejer \u202C the plan, Anya\u200B Kreel\u2066 said on Monday.',
      '<a href="javascript:window.hacked=1">click</a> and <style>body{display:none}</style>',
    ].join('\n\n');
    await read(page, hostile);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(
      await page.locator('.article-column script, .article-column img, .article-column a').count(),
    ).toBe(0);
    expect(await page.locator('.article-column .unseen').allTextContents()).toEqual([
      'U+202E',
      'U+202C',
      'U+200B',
      'U+2066',
    ]);
    expect(await textOf(page.locator('.article-column'))).toContain('<script>window.hacked');
    expect(faults).toEqual([]);
  });

  test('a megabyte in one word is shown, and the page still answers', async () => {
    const { page, faults } = await stage.open('/');
    await read(page, `Minister says\n\n${'a'.repeat(1_000_000)}`);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Read another' }).click();
    await page.waitForSelector('#paste-text', { timeout: 20_000 });
    expect(faults).toEqual([]);
  }, 120_000);

  test('an empty paste says what to do', async () => {
    const { page } = await stage.open('/');
    await page.getByRole('button', { name: 'Read', exact: true }).click();
    expect(await textOf(page.getByRole('alert'))).toContain('paste an article first');
  });

  test('a file can be opened', async () => {
    const { page } = await stage.open('/');
    await page.locator('.paste input[type=file]').setInputFiles({
      name: 'summit.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(SUMMIT),
    });
    await page.waitForSelector('.record-view', { timeout: 60_000 });
    expect(await textOf(page.locator('h1'))).toContain('Twelve countries');
  });

  test('an address that must not be fetched is refused with a remedy', async () => {
    const { page } = await stage.open('/');
    await page.locator('#address').fill('http://10.0.0.1/secret');
    await page.getByRole('button', { name: 'Fetch and read' }).click();
    await page.waitForSelector('.state-panel[role=alert]');
    expect(await textOf(page.locator('.state-panel'))).toMatch(/private/);
  });

  test('on a phone the records are a tab beside the article', async () => {
    const { page } = await stage.open('/', { viewport: { width: 360, height: 740 } });
    await read(page, SUMMIT);
    expect(await page.locator('.card-column').isVisible()).toBe(false);
    // What was touched on one side is in view on the other.
    const isInView = (locator: Locator) =>
      locator.evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return 0 <= top && bottom <= innerHeight;
      });
    await page.locator('.article-column p [data-begins]').nth(12).click();
    await page.getByRole('button', { name: /^Records/ }).click();
    expect(await page.locator('.card-column').isVisible()).toBe(true);
    expect(await page.locator('.article-column').isVisible()).toBe(false);
    await expect.poll(() => isInView(page.locator('[data-card-lit]'))).toBe(true);
    await page.locator('.entry-card').last().click();
    await page.getByRole('button', { name: 'Article' }).click();
    await expect.poll(() => isInView(page.locator('.mark[data-lit]').first())).toBe(true);
  });

  test('what was read can be kept, and is then an article of the ledger', async () => {
    const { page } = await stage.open('/');
    await read(page, SUMMIT);
    await page.getByRole('button', { name: 'Keep in the ledger' }).click();
    await page.waitForURL(/\/articles\//);
    await page.waitForSelector('.record-view');
    const articles = await stage.get<{ items: unknown[] }>('/articles');
    expect(articles.items.length).toBe(1);
  });
});
