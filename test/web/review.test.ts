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

  test('keys that come faster than the screen draws act on the entry that the keys before them reached', async () => {
    const { page } = await open('?kind=commitment');
    const { items } = await stage.get<{ items: { id: string }[] }>(
      '/reviews?kind=commitment&limit=9',
    );
    const ids = items.map(({ id }) => id);
    // The second and the third are accepted, then the first; the last deed is taken back.
    await page.evaluate(() => {
      for (const key of ['j', 'a', 'a', 'k', 'a', 'u'])
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    });
    const decisions = await waitForDecisions(4);
    const accepted = decisions
      .map(({ decision }) => decision as unknown as { kind: string; entryId: string })
      .filter(({ kind }) => kind === 'accept')
      .map(({ entryId }) => entryId);
    expect(accepted.reverse()).toEqual([ids[1], ids[2], ids[0]]);
    expect(decisions[0]?.decision.kind).toBe('undo');
    await page.waitForFunction(() => document.querySelector('.queue-item[aria-current]'));
    const { items: left } = await stage.get<{ items: { id: string }[] }>(
      '/reviews?kind=commitment&limit=9',
    );
    expect(left.slice(0, 2).map(({ id }) => id)).toEqual([ids[0], ids[3]]);
    await page.keyboard.press('u');
    await waitForDecisions(5);
    await page.keyboard.press('u');
    await waitForDecisions(6);
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

  /** Select some of the first words of the text with the keyboard. */
  async function selectWords(page: Page, steps: number): Promise<string> {
    await page.getByRole('textbox', { name: /Text of the article/ }).focus();
    await page.keyboard.press('Control+Home');
    for (let step = 0; step < steps; step++) await page.keyboard.press('Control+Shift+ArrowRight');
    const chosen = await page.evaluate(() => String(getSelection()).trim());
    await page.keyboard.press('Enter');
    await page.getByText(`Selected: “`).waitFor();
    return chosen;
  }
  const openEdit = async (page: Page) => {
    await page.keyboard.press('e');
    await page.getByRole('textbox', { name: /Text of the article/ }).waitFor();
  };
  const chooseField = (page: Page, name: string) => page.getByLabel(name, { exact: true }).check();
  const press = (page: Page, name: string) =>
    page.getByRole('button', { name, exact: true }).click();
  async function textOf({ decision }: Decisions['items'][number]): Promise<string> {
    const { entry } = await stage.get<{ entry: { article: { id: string } } }>(
      `/entries/${(decision as unknown as { entryId: string }).entryId}`,
    );
    const { article } = await stage.get<{ article: { text: string } }>(
      `/articles/${entry.article.id}/record`,
    );
    return article.text;
  }

  test('an edit takes the words that are selected in the text, with the keyboard', async () => {
    const { page } = await open('?kind=commitment');
    await openEdit(page);
    await expectAccessible(page);
    await chooseField(page, 'action');
    const chosen = await selectWords(page, 2);
    await press(page, 'Make it the action');
    await press(page, 'Save');
    const [decided] = await waitForDecisions(1);
    if (!decided) throw new Error('nothing was decided');
    expect(decided.decision).toMatchObject({ kind: 'edit', field: 'action' });
    const [[start, end] = [0, 0]] = decided.decision.value as [number, number][];
    expect(chosen).not.toBe('');
    expect((await textOf(decided)).slice(start, end)).toBe(chosen);
  });

  test('conditions, deadlines and a stance are put right together, and one undo takes all back', async () => {
    const { page } = await open('?kind=commitment');
    await openEdit(page);
    await chooseField(page, 'condition');
    const condition = await selectWords(page, 3);
    await press(page, 'Make it the condition');
    // Nothing can be saved before what is asked about the words is said.
    await page.getByLabel('What it waits for').fill('');
    expect(await page.getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true);
    await page.getByLabel('What it waits for').fill('an end of the rain');
    await page.getByLabel('How it binds').selectOption('only-after');
    await chooseField(page, 'deadline');
    const deadline = await selectWords(page, 1);
    await press(page, 'Make it the deadline');
    await page.getByLabel('By the day').fill('2027-07-01');
    await chooseField(page, 'stance');
    await page.locator('.edit-choice select').selectOption('threatens');
    await expectAccessible(page);
    await press(page, 'Save');
    const decisions = await waitForDecisions(3);
    const valueIn = (field: string) =>
      decisions.find(({ decision }) => decision.field === field)?.decision.value;
    const [first] = decisions;
    if (!first) throw new Error('nothing was decided');
    const text = await textOf(first);
    const [made] = valueIn('conditions') as { span: [number, number] }[];
    expect(made).toMatchObject({ trigger: 'an end of the rain', connective: 'only-after' });
    expect(text.slice(...(made?.span ?? [0, 0]))).toBe(condition);
    const due = valueIn('deadline') as { span: [number, number] };
    expect(due).toMatchObject({ by: '2027-07-01' });
    expect(text.slice(...due.span)).toBe(deadline);
    expect(valueIn('stance')).toBe('threatens');
    await page.keyboard.press('u');
    const all = await waitForDecisions(6);
    expect(all.slice(0, 3).every(({ decision }) => decision.kind === 'undo')).toBe(true);
  });

  test('Escape leaves an edit, and nothing is changed', async () => {
    const { page } = await open('?kind=statement');
    await openEdit(page);
    await chooseField(page, 'content');
    await page
      .getByRole('button', { name: /^Take away/ })
      .first()
      .click();
    await page.keyboard.press('Escape');
    await page.waitForSelector('.entry-context');
    expect((await listDecisions()).length).toBe(before);
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
    await page.getByText('with stance demands').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: `Accept ${items.length} entries`, exact: true }).click();
    const decisions = await waitForDecisions(items.length);
    expect(decisions.every(({ decision }) => decision.kind === 'accept')).toBe(true);
    await page.waitForSelector('.nothing');
    await page.keyboard.press('u');
    const undone = await waitForDecisions(2 * items.length);
    expect(undone.slice(0, items.length).every(({ decision }) => decision.kind === 'undo')).toBe(
      true,
    );
  }, 120_000);

  test('deciding on all is about the whole queue, can be stopped, and is undone as far as it came', async () => {
    const { page } = await open();
    const { items } = await stage.get<{ items: { count: number }[] }>('/reviews/rules');
    const total = items.reduce((sum, { count }) => sum + count, 0);
    // More than a page, and than a batch.
    expect(total).toBeGreaterThan(200);
    expect(await page.locator('.counts').first().textContent()).toContain(`${total} entries`);
    await page.getByRole('button', { name: 'Reject all …' }).click();
    await page.getByText('the whole queue').waitFor();
    await page.getByLabel('wrong words').check();
    // The first batch is answered, the second waits until the person has stopped.
    let batches = 0;
    let go = () => {};
    const stopped = new Promise<void>((done) => {
      go = done;
    });
    await page.route('**/decisions/many', async (route) => {
      batches += 1;
      if (batches === 2) await stopped;
      await route.continue();
    });
    await page.getByRole('button', { name: `Reject ${total} entries`, exact: true }).click();
    await page.getByText(`100 of ${total} done`).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    go();
    await page.getByText(`Rejected 200 entries of ${total}; stopped`).waitFor();
    await page.getByText(`${total - 200} entries that nobody has decided on`).waitFor();
    const rejected = (await waitForDecisions(200)).slice(0, 200);
    expect(rejected.every(({ decision }) => decision.reason === 'wrong words')).toBe(true);
    await page.unroute('**/decisions/many');
    await page.keyboard.press('u');
    await page.getByText(`${total} entries that nobody has decided on`).waitFor();
    expect((await waitForDecisions(400))[0]?.decision.kind).toBe('undo');
  }, 120_000);

  test('the queue is drawn where it is scrolled to, however long', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'Load more' }).click();
    await expect.poll(() => page.locator('.virtual-list').count()).toBe(1);
    const seen = () =>
      page.evaluate(() => {
        const list = document.querySelector('.queue-list') as HTMLElement;
        const { top, bottom } = list.getBoundingClientRect();
        return [...list.querySelectorAll('.queue-item')].filter((item) => {
          const box = item.getBoundingClientRect();
          return top < box.bottom && box.top < bottom;
        }).length;
      });
    await page.evaluate(() => document.querySelector('.queue-list')?.scrollTo(0, 5000));
    await expect.poll(seen).toBeGreaterThan(3);
  });

  test('a rule and a score narrow the queue', async () => {
    const { page } = await open('?kind=commitment');
    const count = () => page.locator('.queue-item').count();
    const all = await count();
    const { items } = await stage.get<{ items: { value: string; count: number }[] }>(
      '/reviews/rules?kind=commitment',
    );
    // Every rule of the queue is offered, with its count; the rarest may be on no page yet.
    const offered = await page
      .getByRole('combobox', { name: /^Rule/ })
      .locator('option')
      .allTextContents();
    expect(offered.slice(1)).toEqual(items.map(({ value, count: of }) => `${value} (${of})`));
    const { value: rule, count: rarest } = items.at(-1) ?? { value: '', count: 0 };
    await page.getByRole('combobox', { name: /^Rule/ }).selectOption(rule);
    await expect.poll(count).toBe(rarest);
    expect(rarest).toBeLessThan(all);
    expect(await page.locator('.review-entry code').first().textContent()).toBe(rule);
    await page.getByRole('combobox', { name: /^Rule/ }).selectOption('');
    await page.getByLabel('Score at most').selectOption('0.7');
    await expect
      .poll(async () =>
        (await page.locator('.queue-item .score').allTextContents()).every(
          (score) => Number.parseInt(score, 10) <= 70,
        ),
      )
      .toBe(true);
    expect(await count()).toBeGreaterThan(0);
  });

  test('a decision whose words are gone is listed with the nearest, and a person moves it', async () => {
    const url = 'https://meridian.example/2027/08/01/ferry';
    const add = (text: string) =>
      stage.post<{ article: { id: string }; orphanCount: number }>('/articles', { text, url });
    const told = (count: number) =>
      `Ferry news\n\nValdoria will send ${count} boats to the Varn, Foreign Minister Otto Lindqvar said on Monday.\n`;
    const { article } = await add(told(40));
    const { items } = await stage.get<{ items: { id: string }[] }>(
      `/search?article=${article.id}&kind=commitment`,
    );
    expect(items.length).toBeGreaterThan(0);
    await stage.post('/decisions', { kind: 'accept', entryId: items[0]?.id });
    const { orphanCount } = await add(told(60));
    expect(orphanCount).toBe(1);
    const { page } = await open();
    await page.getByText('1 decision fits nothing any more').click();
    await expectAccessible(page);
    const before = (await listDecisions()).length;
    await page
      .getByRole('button', { name: /^Move it here/ })
      .first()
      .click();
    await page.getByText('1 decision fits nothing any more').waitFor({ state: 'detached' });
    const [moved] = await listDecisions();
    expect(moved?.decision.kind).toBe('move');
    expect((await listDecisions()).length).toBe(before + 1);
    // What was accepted in the old words is accepted in the new ones.
    const target = (moved?.decision as { targetId?: string } | undefined)?.targetId;
    const { entry } = await stage.get<{ entry: { review: string } }>(`/entries/${target}`);
    expect(entry.review).toBe('accepted');
  });

  test('the name is asked for once, before the first decision', async () => {
    const { page } = await open();
    await page.evaluate(() => localStorage.clear());
    await page.addInitScript(() => localStorage.removeItem('onrecord.name'));
    await page.reload();
    await stage.rest();
    await page.keyboard.press('a');
    await page.locator('dialog input[name=name]').fill('Reviewer Two');
    await page.keyboard.press('Enter');
    const [decided] = await waitForDecisions(1);
    expect((decided as unknown as { by: string }).by).toBe('Reviewer Two');
  });
});
