import { loadavg } from 'node:os';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { describeInBrowser, useStage } from './open-browser.ts';

/** How many times the samples are added; `ONRECORD_TEST_SCALE=100` is the size that is reported. */
const TIMES = Number(process.env.ONRECORD_TEST_SCALE ?? 4);

const figures: [what: string, ms: number][] = [];

interface Step {
  /** Runs in the page: the interaction. */
  act: string;
  /** Runs in the page: true once it is drawn. */
  isDrawn: string;
}

/** Measure from an interaction to the frame in which its outcome stands. */
async function measure(page: Page, what: string, { act, isDrawn }: Step): Promise<number> {
  const took = await page.evaluate<number>(`(async () => {
    const from = performance.now();
    ${act};
    const isDrawn = () => ${isDrawn};
    while (!isDrawn() && performance.now() - from < 30_000) await new Promise(requestAnimationFrame);
    return performance.now() - from;
  })()`);
  figures.push([what, took]);
  return took;
}

const search = (words: string, isDrawn: string): Step => ({
  act: `const field = document.querySelector('#search-words'); field.value = '${words}'; field.form.requestSubmit()`,
  isDrawn,
});

describeInBrowser(`the samples times ${TIMES}`, () => {
  const stage = useStage({ times: TIMES });
  afterAll(async () => {
    console.log(`samples times ${TIMES}, load of the machine ${loadavg()[0]?.toFixed(1)}`);
    for (const [what, ms] of figures) console.log(`${what}: ${ms.toFixed(0)} ms`);
  });

  test('typing, filtering, moving and zooming stay quick', async () => {
    // The yardstick of this machine, this minute: opening a screen and waiting until it rests.
    const begun = performance.now();
    const { page } = await stage.open('/search');
    await page.waitForLoadState('networkidle');
    const opened = performance.now() - begun;
    figures.push(['search: opened and at rest', opened]);
    const idle = `document.querySelector('[aria-label=Results]')?.getAttribute('aria-busy') === 'false'`;
    const found = (word: string) =>
      `${idle} && [...document.querySelectorAll('mark')].some((m) => /${word}/i.test(m.textContent))`;
    const times = [
      await measure(
        page,
        'search: a common word to its results',
        search('ceasefire', found('ceasefire')),
      ),
      // "Lanterns" is found by its stem.
      await measure(
        page,
        'search: a rare word to its results',
        search('lanterns', found('lantern')),
      ),
    ];
    // Nobody ticks a facet before its numbers are there.
    await page.waitForFunction(() =>
      /\d/.test(document.querySelector('.counts')?.textContent ?? ''),
    );
    times.push(
      await measure(page, 'search: one facet, to its results and its count', {
        act: `const was = document.querySelector('.counts').textContent;
          document.querySelector('.facet input').click()`,
        isDrawn: `/\\d/.test(document.querySelector('.counts').textContent) &&
          document.querySelector('.counts').textContent !== was && ${idle}`,
      }),
    );
    const { items } = await stage.get<{ items: { id: string }[] }>('/actors?limit=1');
    await page.goto(`${stage.url}/actors/${items[0]?.id}`, { waitUntil: 'networkidle' });
    times.push(
      await measure(page, 'actor: zoom of the timeline', {
        act: `const was = document.querySelector('.timeline').textContent;
          [...document.querySelectorAll('button')].find((b) => b.textContent === 'Zoom in').click()`,
        isDrawn: `document.querySelector('.timeline').textContent !== was`,
      }),
    );
    await page.goto(`${stage.url}/review`, { waitUntil: 'networkidle' });
    times.push(
      await measure(page, 'review: to the next entry', {
        act: `const was = document.querySelector('.queue-item[aria-current]').textContent;
          dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }))`,
        isDrawn: `document.querySelector('.queue-item[aria-current]')?.textContent !== was`,
      }),
    );
    for (const took of times) expect(took).toBeLessThan(opened);
  }, 300_000);

  test('a what-if switch answers at once and the board follows', async () => {
    const { page } = await stage.open('/dossiers');
    const begun = performance.now();
    await page.goto(`${stage.url}/dossiers/${stage.dossierId}`, { waitUntil: 'commit' });
    await page.waitForSelector('.switch input', { timeout: 120_000 });
    await page.waitForFunction(() => document.querySelectorAll('.board-entry').length, null, {
      timeout: 120_000,
    });
    const opened = performance.now() - begun;
    figures.push(['board: opened and drawn', opened]);
    // What is known of the positions comes after the board.
    await page.waitForLoadState('networkidle', { timeout: 240_000 });
    figures.push(['board: at rest, with what is known and its shifts', performance.now() - begun]);
    const radio = (state: string) =>
      `[...document.querySelectorAll('input[name="if-ceasefire"]')].find((input) =>
        input.parentElement.textContent === '${state}').click()`;
    const times = [
      await measure(page, 'board: every position under the first state that is assumed', {
        act: radio('met'),
        isDrawn: `document.querySelector('.outcome-tag') !== null`,
      }),
    ];
    expect(await page.locator('.outcome-tag').count()).toBeGreaterThan(0);
    expect(await page.locator('.board tbody tr').count()).toBeLessThanOrEqual(40);
    times.push(
      await measure(page, 'board: every position under another state', {
        act: `const was = document.querySelector('.board').textContent; ${radio('failed')}`,
        isDrawn: `document.querySelector('.board').textContent !== was`,
      }),
      await measure(page, 'what if: to its columns', {
        act: `[...document.querySelectorAll('[role=tab]')].find((tab) => tab.textContent === 'What if').click()`,
        isDrawn: `document.querySelector('.outcome-columns') !== null`,
      }),
      await measure(page, 'what if: every column under another state', {
        act: `const was = document.querySelector('.outcome-columns').textContent; ${radio('met')}`,
        isDrawn: `document.querySelector('.outcome-columns').textContent !== was`,
      }),
    );
    // Totals and loops are the ledger's: they come after, and hold nothing up.
    await measure(page, 'what if: totals and loops from the ledger', {
      act: '0',
      isDrawn: `document.querySelector('.following') === null`,
    });
    expect(await page.locator('.totals').count()).toBeGreaterThan(0);
    for (const took of times) expect(took).toBeLessThan(opened);
  }, 300_000);
});
