import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { describeInBrowser, expectAccessible, useStage } from './open-browser.ts';

interface Decisions {
  items: { decision: { kind: string; reason?: string; field?: string; value?: unknown } }[];
}

describeInBrowser('the review queue', () => {
  const stage = useStage();
  const listDecisions = async () => (await stage.get<Decisions>('/decisions?limit=500')).items;
  const current = (page: Page) =>
    page.locator('.review-entry .ledger-card .quotation').first().textContent();
  let before = 0;

  beforeEach(async () => {
    if (stage.url) before = (await listDecisions()).length;
  });

  async function open(query = '') {
    const watched = await stage.open(`/review${query}`);
    await watched.page.waitForSelector('.review-entry .ledger-card');
    return watched;
  }

  async function waitForDecisions(count: number): Promise<Decisions['items']> {
    for (let turn = 0; turn < 100; turn++) {
      const decisions = await listDecisions();
      if (before + count <= decisions.length) return decisions.slice(0, count);
      await new Promise((done) => setTimeout(done, 100));
    }
    throw new Error(`${count} decisions did not come`);
  }

  test('j and k move, and looking decides nothing', async () => {
    const { page } = await open();
    const first = await current(page);
    const place = () =>
      page.evaluate(() => {
        const items = [...document.querySelectorAll('.queue-item')];
        return items.findIndex((item) => item.getAttribute('aria-current') === 'true');
      });
    // Faster than the screen draws: no key may be lost.
    for (const key of 'jjjkkj') await page.keyboard.press(key);
    await expect.poll(place, { timeout: 20_000 }).toBe(2);
    for (const key of 'kkk') await page.keyboard.press(key);
    await expect.poll(place, { timeout: 20_000 }).toBe(0);
    expect(await current(page)).toBe(first);
    expect((await listDecisions()).length).toBe(before);
  });

  test('a accepts and goes on; u takes it back and returns to it', async () => {
    const { page } = await open();
    const first = await current(page);
    await page.keyboard.press('a');
    expect((await waitForDecisions(1))[0]?.decision.kind).toBe('accept');
    await page.waitForFunction(
      (was) => document.querySelector('.review-entry .quotation')?.textContent !== was,
      first,
    );
    await page.keyboard.press('u');
    expect((await waitForDecisions(2))[0]?.decision.kind).toBe('undo');
    await page.waitForFunction(
      (was) => document.querySelector('.review-entry .quotation')?.textContent === was,
      first,
    );
  });

  test('x asks for a reason, and nothing is rejected without one', async () => {
    const { page } = await open();
    await page.keyboard.press('x');
    await page.waitForSelector('dialog[open]');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    expect((await listDecisions()).length).toBe(before);
    await page.keyboard.press('x');
    await page.getByLabel('wrong speaker or party').check();
    await page.getByRole('button', { name: 'Reject', exact: true }).click();
    expect((await waitForDecisions(1))[0]?.decision).toMatchObject({
      kind: 'reject',
      reason: 'wrong speaker or party',
    });
  });

  test('each action has a visible button with its key', async () => {
    const { page } = await open();
    for (const name of ['Back k', 'Next j', 'Accept a', 'Edit e', 'Reject x', 'Undo u'])
      expect(await page.getByRole('button', { name, exact: true }).isVisible()).toBe(true);
  });

  test('an edit takes the words that are selected in the text, with the keyboard', async () => {
    const { page } = await open('?kind=commitment');
    await page.keyboard.press('e');
    const text = page.getByRole('textbox', { name: /Text of the article/ });
    await text.waitFor();
    await page.getByLabel('action', { exact: true }).check();
    await text.focus();
    await page.keyboard.press('Control+Home');
    for (let step = 0; step < 2; step++) await page.keyboard.press('Control+Shift+ArrowRight');
    const chosen = await page.evaluate(() => String(getSelection()).trim());
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Make it the action' }).click();
    await page.getByRole('button', { name: 'Save the action' }).click();
    const [decided] = await waitForDecisions(1);
    expect(decided?.decision).toMatchObject({ kind: 'edit', field: 'action' });
    const id = (decided as unknown as { decision: { entryId: string } }).decision.entryId;
    const { entry } = await stage.get<{ entry: { article: { id: string } } }>(`/entries/${id}`);
    const { article } = await stage.get<{ article: { text: string } }>(
      `/articles/${entry.article.id}/record`,
    );
    const spans = decided?.decision.value as [number, number][] | undefined;
    const [start, end] = spans?.[0] ?? [0, 0];
    expect(chosen).not.toBe('');
    expect(article.text.slice(start, end)).toBe(chosen);
  });

  test('typing in the text changes nothing of it', async () => {
    const { page } = await open('?kind=commitment');
    await page.keyboard.press('e');
    const text = page.getByRole('textbox', { name: /Text of the article/ });
    await text.waitFor();
    const was = await text.textContent();
    await text.focus();
    await page.keyboard.type('nonsense');
    await page.keyboard.press('Backspace');
    expect(await text.textContent()).toBe(was);
  });

  test('a filter narrows the queue; accepting all decides just these, and one undo takes all back', async () => {
    const { page } = await open('?stance=demands');
    const { items } = await stage.get<{ items: unknown[] }>('/reviews?stance=demands&limit=500');
    expect(await page.locator('.queue-item').count()).toBe(items.length);
    await page.getByRole('button', { name: 'Accept all …' }).click();
    await page.getByRole('button', { name: 'Accept all', exact: true }).click();
    const decisions = await waitForDecisions(items.length);
    expect(decisions.every(({ decision }) => decision.kind === 'accept')).toBe(true);
    await page.waitForSelector('.nothing');
    await page.keyboard.press('u');
    const undone = await waitForDecisions(2 * items.length);
    expect(undone.slice(0, items.length).every(({ decision }) => decision.kind === 'undo')).toBe(
      true,
    );
  }, 120_000);

  test('the name is asked for once, before the first decision', async () => {
    const { page } = await open();
    await page.evaluate(() => localStorage.clear());
    await page.addInitScript(() => localStorage.removeItem('onrecord.name'));
    await page.reload({ waitUntil: 'networkidle' });
    await page.keyboard.press('a');
    await page.locator('dialog input[name=name]').fill('Reviewer Two');
    await page.keyboard.press('Enter');
    const [decided] = await waitForDecisions(1);
    expect((decided as unknown as { by: string }).by).toBe('Reviewer Two');
  });
});
