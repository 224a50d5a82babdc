import { expect, test } from 'vitest';
import { describeInBrowser, useStage } from './open-browser.ts';

const article = (at: number) =>
  `Minister names date ${at}\n\nNorvia will send ${at + 2} ships, Foreign Minister Lena Marsh said on Monday.\n`;
const file = (name: string, text: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
});

describeInBrowser('import', () => {
  const stage = useStage({ isEmpty: true });
  const inputOf = '.drop-zone input[type=file]';
  const countArticles = async () =>
    (await stage.get<{ items: unknown[] }>('/articles?limit=200')).items.length;

  test('an empty ledger says where articles come in', async () => {
    const { page } = await stage.open('/search');
    await page.locator('.nothing a[href="/import"]').click();
    await page.waitForURL(/\/import$/);
  });

  test('one bad document is told with its remedy, and the others go on', async () => {
    const { page } = await stage.open('/import');
    await page
      .locator(inputOf)
      .first()
      .setInputFiles([
        file('good.txt', article(1)),
        file('bad.txt', 'text\u0000binary'),
        file('empty.txt', ''),
        file('rows.jsonl', `${JSON.stringify({ text: article(2) })}\n{"broken\n`),
      ]);
    await page.waitForFunction(
      () => document.querySelectorAll('[data-state=done], [data-state=failed]').length === 5,
    );
    expect(await page.locator('[data-state=done]').count()).toBe(2);
    const troubles = await page.locator('[data-state=failed]').allTextContents();
    expect(troubles.some((text) => text.includes('bad.txt') && text.includes('not text'))).toBe(
      true,
    );
    expect(troubles.some((text) => text.includes('rows.jsonl, line 2'))).toBe(true);
    expect(await countArticles()).toBe(2);
    expect(await page.locator('.import-progress [role=status]').textContent()).toBe(
      '5 of 5 documents, 3 failed',
    );
    await page.locator('[data-state=done] a').first().click();
    await page.waitForSelector('.record-view');
  });

  test('the same text twice changes nothing', async () => {
    const { page } = await stage.open('/import');
    await page
      .locator(inputOf)
      .first()
      .setInputFiles([file('again.txt', article(1))]);
    await page.waitForSelector('[data-state=done]');
    expect(await page.locator('[data-state=done]').textContent()).toContain('was there already');
  });

  test('it stops, and goes on where it stopped', async () => {
    const { page } = await stage.open('/import');
    const files = Array.from({ length: 30 }, (_, at) => file(`a${at}.txt`, article(at + 10)));
    await page.route('**/api/v1/articles', async (route) => {
      await new Promise((done) => setTimeout(done, 60));
      await route.continue();
    });
    await page.locator(inputOf).first().setInputFiles(files);
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('button', { name: 'Go on' }).waitFor();
    await page.waitForFunction(
      () => document.querySelectorAll('[data-state=reading]').length === 0,
    );
    const done = await page.locator('[data-state=done]').count();
    expect(done).toBeLessThan(30);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.waitForFunction(() => document.querySelectorAll('[data-state=done]').length === 30);
  });

  test('an address of a private network is refused with a remedy', async () => {
    const { page } = await stage.open('/import');
    await page.locator('#addresses').fill('http://192.168.0.1/router');
    await page.getByRole('button', { name: 'Fetch and read' }).click();
    await page.waitForSelector('[data-state=failed]');
    expect(await page.locator('[data-state=failed]').textContent()).toMatch(/private/);
  });

  test('a server that does not answer is said, with what to do, and can be tried again', async () => {
    const { page } = await stage.open('/import');
    await page.goto(`${stage.url}/search`);
    await page.route('**/api/v1/**', (route) => route.abort());
    await page.goto(`${stage.url}/dossiers`);
    await page.waitForSelector('.state-panel[role=alert]');
    expect(await page.locator('.state-panel').textContent()).toContain('onrecord serve');
    await page.unroute('**/api/v1/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Dossiers');
  });
});
