import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { makeRecord, says } from '../../packages/ledger/test/make-record.ts';
import { describeInBrowser, expectAccessible, useStage } from './open-browser.ts';

const PRESIDENT = { role: 'President' };
const articleOn = (publishedOn: string, who: string, what: string) =>
  makeRecord({
    publishedOn,
    publisher: 'Harbour Times',
    title: `News of ${publishedOn}`,
    sentences: [says(who, what, PRESIDENT)],
  });

interface Actors {
  items: { id: string; name: string; articleCount: number }[];
}

describeInBrowser('an actor', () => {
  // One actor in three articles, and another that may be the same: same surname, same office.
  const stage = useStage({
    isEmpty: true,
    records: [
      articleOn('2027-04-01', 'Ilva Maretti', 'the border stays open'),
      articleOn('2027-05-01', 'Ilva Maretti', 'the border is closed'),
      articleOn('2028-02-01', 'Ilva Maretti', 'the bridge is safe'),
      articleOn('2027-06-01', 'Maretti', 'nothing was decided'),
    ],
  });
  const list = async () => (await stage.get<Actors>('/actors?name=maretti')).items;
  const find = async (name: string) => (await list()).find((actor) => actor.name === name);

  async function open(name = 'Ilva Maretti') {
    const actor = await find(name);
    if (!actor) throw new Error(`no actor is called ${name}`);
    const watched = await stage.open(`/actors/${actor.id}`);
    await watched.page.waitForSelector('.timeline a');
    return { ...watched, actor };
  }
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
  const undo = (page: Page) => page.locator('.identity-decisions').getByRole('button');

  test('the timeline zooms, and a point leads to its words', async () => {
    const { page } = await open();
    const points = page.locator('.timeline a');
    expect(await points.count()).toBe(3);
    await button(page, 'Zoom in').click();
    await button(page, 'Zoom in').click();
    await page.waitForFunction(() => document.querySelectorAll('.timeline a').length < 3);
    expect(page.url()).toMatch(/from=\d{4}-\d\d-\d\d&to=/);
    await button(page, 'Whole span').click();
    await expect.poll(() => points.count()).toBe(3);
    await points.first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/articles\/.+entry=/);
  });

  test('two are merged, and the merge is undone', async () => {
    const { page } = await open();
    const summary = page.getByText('1 actor that may be the same');
    await summary.click();
    await button(page, 'Merge Maretti into this actor').click();
    await undo(page).waitFor();
    await expect.poll(() => page.locator('.counts').textContent()).toContain('4 articles');
    expect(await list()).toHaveLength(1);
    await undo(page).click();
    await summary.waitFor();
    expect(await list()).toHaveLength(2);
  });

  test('another is found by its name and merged, by the keyboard, and the merge is undone', async () => {
    const { page } = await open();
    await button(page, 'Merge with …').focus();
    await page.keyboard.press('Enter');
    await page.locator('dialog input[name=name]').fill('nobody of that name');
    await page.getByText('No other actor is called').waitFor();
    await page.locator('dialog input[name=name]').fill('maretti');
    const other = page.locator('dialog').getByRole('radio');
    // The actor itself is not offered.
    await expect.poll(() => other.count()).toBe(1);
    await other.focus();
    await page.keyboard.press('Space');
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.counts').textContent()).toContain('4 articles');
    await undo(page).click();
    await expect.poll(() => page.locator('.counts').textContent()).toContain('3 articles');
    expect(await list()).toHaveLength(2);
  });

  test('one is called otherwise, with the old name as an alias, and the renaming is undone', async () => {
    const { page, actor } = await open();
    await button(page, 'Rename …').click();
    await expectAccessible(page);
    await page.locator('dialog input[name=name]').fill('Ilva K. Maretti');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('h1').textContent()).toBe('Ilva K. Maretti');
    expect(await page.locator('.actor-names').textContent()).toContain('Ilva Maretti');
    expect((await find('Ilva K. Maretti'))?.id).toBe(actor.id);
    // The line of each of its entries calls it so.
    await expect
      .poll(() => page.locator('.ledger-card .entry-line').first().textContent())
      .toContain('Ilva K. Maretti');
    await undo(page).click();
    await expect.poll(() => page.locator('h1').textContent()).toBe('Ilva Maretti');
  });

  test('somebody is split off in one article, by the keyboard, and joined again', async () => {
    const { page } = await open();
    await button(page, 'Split off …').focus();
    await page.keyboard.press('Enter');
    await expectAccessible(page);
    // Without an article there is nothing to split.
    await page.locator('dialog input[name=name]').fill('Ilva Maretti (the younger)');
    await page.keyboard.press('Enter');
    await page.getByText('Tick at least one article').waitFor();
    await page
      .locator('dialog label', { hasText: 'News of 2028-02-01' })
      .getByRole('checkbox')
      .focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.counts').textContent()).toContain('2 articles');
    await expect.poll(() => page.locator('.timeline a').count()).toBe(2);
    expect((await find('Ilva Maretti (the younger)'))?.articleCount).toBe(1);
    await undo(page).click();
    await expect.poll(() => page.locator('.timeline a').count()).toBe(3);
    expect((await find('Ilva Maretti'))?.articleCount).toBe(3);
  });
});

describeInBrowser('a list of many actors', () => {
  const FIRST = ['Ada', 'Bero', 'Cale', 'Dorin', 'Edda', 'Falk', 'Gerda', 'Halvar', 'Ilva', 'Jona'];
  const LAST = ['Maretti', 'Lindqvar', 'Stolk', 'Drost', 'Ansgard', 'Rasmark', 'Kreel', 'Hadrel'];
  const END = ['', 'sen', 'ova'];
  const people = FIRST.flatMap((first) =>
    LAST.flatMap((last) => END.map((end) => `${first} ${last}${end}`)),
  );
  const stage = useStage({
    isEmpty: true,
    records: [
      makeRecord({
        publishedOn: '2027-04-01',
        publisher: 'Harbour Times',
        title: 'All of the council speaks',
        sentences: people.map((who) => says(who, 'the border stays open')),
      }),
    ],
  });

  test('going back restores how much of it was shown, and where one was', async () => {
    const { page } = await stage.open('/actors');
    const lines = page.getByRole('list').getByRole('listitem');
    expect(await lines.count()).toBe(100);
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.waitForSelector('[aria-setsize="200"]');
    // In pieces as it is scrolled, as a reader would.
    for (let step = 0; step < 12; step++) await page.mouse.wheel(0, 500);
    const link = page.locator('[aria-posinset="150"] a');
    await link.scrollIntoViewIfNeeded();
    const name = await link.textContent();
    const findTop = () => link.evaluate((element) => element.getBoundingClientRect().top);
    const top = await findTop();
    await link.click();
    await page.getByRole('heading', { name: name ?? '' }).waitFor();
    await page.goBack();
    await page.waitForSelector('[aria-setsize="200"]');
    await expect.poll(findTop).toBeCloseTo(top, -1);
    expect(await link.textContent()).toBe(name);
    // Paper has no window: all that is shown is printed.
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect.poll(() => lines.count()).toBe(200);
  });
});
