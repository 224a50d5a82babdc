import type { BrowserContextOptions } from 'playwright-core';
import { expect, test } from 'vitest';
import {
  describeInBrowser,
  expectNoSideScroll,
  listViolations,
  useStage,
  type Watched,
} from './open-browser.ts';

interface Page<T> {
  items: T[];
}

describeInBrowser('every screen', () => {
  const stage = useStage();

  async function listPaths(): Promise<Record<string, string>> {
    const articles = await stage.get<Page<{ id: string }>>('/articles?limit=50');
    const actors = await stage.get<Page<{ id: string }>>('/actors?limit=1');
    const offers = await stage.get<Page<{ id: string }>>('/search?kind=commitment&limit=1');
    const conditions = await stage.get<Page<{ key: string }>>('/conditions');
    const utterances =
      await stage.get<Page<{ reports: { evidence: { statementId?: string } }[] }>>('/utterances');
    const said = utterances.items[0]?.reports.find((r) => r.evidence.statementId);
    return {
      reader: '/',
      search: '/search?q=ceasefire',
      'nothing found': '/search?q=zzzunheardof',
      article: `/articles/${articles.items.at(-1)?.id}`,
      dossiers: '/dossiers',
      board: `/dossiers/${stage.dossierId}`,
      'what if': `/dossiers/${stage.dossierId}?view=outcomes&if=ceasefire%3Amet`,
      shifts: `/dossiers/${stage.dossierId}?view=shifts`,
      'reports compared': `/dossiers/${stage.dossierId}?view=utterances`,
      actors: '/actors',
      actor: `/actors/${actors.items[0]?.id}`,
      conditions: '/conditions',
      condition: `/conditions/${encodeURIComponent(conditions.items[0]?.key ?? '')}`,
      utterances: '/utterances',
      utterance: `/utterances/${said?.evidence.statementId}`,
      commitment: `/commitments/${offers.items[0]?.id}`,
      review: '/review',
      decisions: '/decisions',
      import: '/import',
      'no such page': '/nowhere',
    };
  }

  async function findFaults({ page, faults }: Watched, rules?: string[]): Promise<string[]> {
    await page.waitForSelector('h1, h2');
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    const side = 0 < over ? [`scrolls sideways by ${over} px`] : [];
    return [...(await listViolations(page, rules)), ...side, ...faults];
  }

  test.each([
    ['light, 1440 px', { colorScheme: 'light', viewport: { width: 1440, height: 900 } }],
    // What the dark changes is the colours.
    [
      'dark, 1440 px',
      { colorScheme: 'dark', viewport: { width: 1440, height: 900 } },
      ['color-contrast', 'link-in-text-block'],
    ],
    ['light, 360 px', { colorScheme: 'light', viewport: { width: 360, height: 740 } }],
  ] as [string, BrowserContextOptions, string[]?][])(
    'is accessible to WCAG 2.2 AA, keeps to its width and asks no other host: %s',
    async (_, options, rules) => {
      const found: string[] = [];
      for (const [name, path] of Object.entries(await listPaths())) {
        const watched = await stage.open(path, options);
        const faults = await findFaults(watched, rules);
        found.push(...faults.map((fault) => `${name}: ${fault}`));
        await watched.page.context().close();
      }
      expect(found).toEqual([]);
    },
    300_000,
  );

  /** States of screens that no address names: how they are reached, and what shows that they are. */
  const states: Record<string, { path: () => string; reach: (watched: Watched) => Promise<void> }> =
    {
      'a menu': {
        path: () => '/search?q=ceasefire',
        reach: async ({ page }) => {
          await page.getByRole('button', { name: 'Export' }).click();
          await page.waitForSelector('[role=menuitem]');
        },
      },
      'an edit of conditions': {
        path: () => '/review?kind=commitment',
        reach: async ({ page }) => {
          await page.keyboard.press('e');
          await page.getByRole('radio', { name: 'condition' }).check();
          await page.waitForSelector('.select-text');
        },
      },
      'a rejection': {
        path: () => '/review',
        reach: async ({ page }) => {
          await page.keyboard.press('x');
          await page.waitForSelector('dialog[open]');
        },
      },
      'a new dossier': {
        path: () => '/dossiers',
        reach: async ({ page }) => {
          await page.getByRole('button', { name: /Open a dossier/ }).click();
          await page.waitForSelector('dialog[open]');
        },
      },
      'an import with an error': {
        path: () => '/import',
        reach: async ({ page }) => {
          const file = { name: 'bad.txt', mimeType: 'text/plain', buffer: Buffer.from('a\u0000b') };
          await page.locator('.drop-zone input[type=file]').first().setInputFiles([file]);
          await page.waitForSelector('.import-line[data-state=failed]');
        },
      },
      'a board under assumed states': {
        path: () => `/dossiers/${stage.dossierId}?if=ceasefire%3Amet`,
        reach: async ({ page }) => void (await page.waitForSelector('.outcome-tag')),
      },
      'a ledger that does not answer': {
        path: () => '/search?q=ceasefire',
        reach: async (watched) => {
          await watched.page.route('**/api/**', (route) => route.abort());
          await watched.page.locator('#search-words').fill('doctors');
          await watched.page.getByText('The ledger does not answer').waitFor();
          // What answered to other words is not shown as an answer to these.
          expect(await watched.page.locator('.ledger-card').count()).toBe(0);
          watched.faults.length = 0;
          await watched.page.unroute('**/api/**');
          await watched.page.getByRole('button', { name: 'Try again' }).click();
          await watched.page.waitForSelector('.ledger-card');
        },
      },
    };

  test.each(Object.keys(states))('is accessible in every state: %s', async (name) => {
    const state = states[name];
    for (const width of [1440, 360]) {
      const viewport = { width, height: 800 };
      const watched = await stage.open(state?.path() ?? '', { viewport, reducedMotion: 'reduce' });
      await state?.reach(watched);
      expect(await findFaults(watched)).toEqual([]);
      await watched.page.context().close();
    }
  });

  test('keeps to its width at 1920 px', async () => {
    for (const path of Object.values(await listPaths())) {
      const { page } = await stage.open(path, { viewport: { width: 1920, height: 1000 } });
      await expectNoSideScroll(page);
      await page.context().close();
    }
  }, 240_000);

  test('shows where the keyboard is', async () => {
    const { page } = await stage.open('/search');
    for (let step = 0; step < 6; step++) {
      await page.keyboard.press('Tab');
      const outline = await page.evaluate(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement as Element);
        return `${outlineStyle} ${outlineWidth}`;
      });
      expect(outline).toBe('solid 2px');
    }
  });

  test('the first load is under 250 kB of compressed script, without the reader’s model', async () => {
    const { gzipSync } = await import('node:zlib');
    const { requests } = await stage.open('/');
    const scripts = requests.filter(({ url }) => url.endsWith('.js'));
    let bytes = 0;
    for (const { url } of scripts)
      bytes += gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length;
    console.log(`first load: ${Math.round(bytes / 1000)} kB of compressed script`);
    expect(requests.some(({ url }) => url.includes('/models/'))).toBe(false);
    expect(bytes).toBeGreaterThan(5_000);
    expect(bytes).toBeLessThan(250_000);
  });

  test('the theme can be chosen, and stays', async () => {
    const { page } = await stage.open('/', { colorScheme: 'light' });
    const paper = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await paper();
    await page.getByRole('button', { name: /Auto theme/ }).click();
    await page.getByRole('button', { name: /Light theme/ }).click();
    expect(await paper()).not.toBe(light);
    await page.reload();
    expect(await paper()).not.toBe(light);
  });
});
