import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describeInBrowser, listViolations, useStage, type Watched } from './open-browser.ts';

interface Listed<T> {
  items: T[];
}

/** In the page: keep which elements were drawn with a motion that takes time. */
const watchMotion = `{
  const moved = new Set();
  let loadingCount = 0;
  const look = (element) => {
    if (element.matches('.loading-panel')) loadingCount += 1;
    for (const part of [null, '::before', '::after']) {
      const style = getComputedStyle(element, part);
      const times = style.animationDuration + ', ' + style.transitionDuration;
      if (times.split(', ').some((time) => 0 < Number.parseFloat(time)))
        moved.add(element.tagName + '.' + element.className + (part ?? '') + ': ' + times);
    }
  };
  const lookAt = (node) => {
    if (!(node instanceof Element)) return;
    look(node);
    for (const inner of node.querySelectorAll('*')) look(inner);
  };
  lookAt(document.body);
  new MutationObserver((changes) => {
    for (const change of changes) for (const node of change.addedNodes) lookAt(node);
  }).observe(document.body, { childList: true, subtree: true });
  globalThis.listMoved = () => [...moved, ...(loadingCount === 0 ? ['no loading panel was seen'] : [])];
}`;

describeInBrowser('every screen', () => {
  const stage = useStage();

  async function listPaths(): Promise<Record<string, string>> {
    const articles = await stage.get<Listed<{ id: string }>>('/articles?limit=50');
    const actors = await stage.get<Listed<{ id: string }>>('/actors?limit=1');
    const offers = await stage.get<Listed<{ id: string }>>('/search?kind=commitment&limit=1');
    const conditions = await stage.get<Listed<{ key: string }>>('/conditions');
    const utterances =
      await stage.get<Listed<{ reports: { evidence: { statementId?: string } }[] }>>('/utterances');
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

  /** Screens that are named as the bar names them; the others after what is open on them. */
  const NAMES: Record<string, string> = {
    ...{ reader: '', search: 'ceasefire · Search', 'nothing found': 'zzzunheardof · Search' },
    ...{ dossiers: 'Dossiers', actors: 'Actors', conditions: 'Conditions', utterances: 'Reports' },
    ...{ review: 'Review', decisions: 'Decisions', import: 'Import' },
    'no such page': 'No such page',
  };

  async function findTitleFaults(page: Page, screen: string): Promise<string[]> {
    const name = NAMES[screen] ?? (await page.locator('h1').first().textContent());
    const title = await page.title();
    return title === (name ? `${name} · On Record` : 'On Record') ? [] : [`is titled “${title}”`];
  }

  async function findFaults(page: Page, rules?: string[]): Promise<string[]> {
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    const side = 0 < over ? [`scrolls sideways by ${over} px`] : [];
    return [...(await listViolations(page, rules)), ...side];
  }

  /** What changes in the dark is the colours. */
  const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

  test('each is accessible to WCAG 2.2 AA in light and dark, titled, and keeps to its width', async () => {
    const found: string[] = [];
    const { page, faults } = await stage.open('/', { viewport: { width: 1440, height: 900 } });
    for (const [screen, path] of Object.entries(await listPaths())) {
      await stage.goTo(path);
      const inLight = await findFaults(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      const inDark = await listViolations(page, COLOUR_RULES);
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 1920, height: 1000 });
      const isWide = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
      await page.setViewportSize({ width: 1440, height: 900 });
      for (const fault of [...inLight, ...(await findTitleFaults(page, screen))])
        found.push(`${screen}: ${fault}`);
      for (const fault of inDark) found.push(`${screen}, dark: ${fault}`);
      if (!isWide) found.push(`${screen}: scrolls sideways at 1920 px`);
    }
    expect([...found, ...faults]).toEqual([]);
  }, 300_000);

  test('each is accessible to WCAG 2.2 AA at 360 px, keeps to its width and asks no other host', async () => {
    const found: string[] = [];
    const { page, faults } = await stage.open('/', { viewport: { width: 360, height: 740 } });
    for (const [screen, path] of Object.entries(await listPaths())) {
      await stage.goTo(path);
      found.push(...(await findFaults(page)).map((fault) => `${screen}: ${fault}`));
    }
    expect([...found, ...faults]).toEqual([]);
  }, 300_000);

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

  test.each([1440, 360])(
    'each is accessible in its further states: %i px',
    async (width) => {
      const found: string[] = [];
      const view = { viewport: { width, height: 800 }, reducedMotion: 'reduce' } as const;
      const watched = await stage.open('/', view);
      for (const [name, { path, reach }] of Object.entries(states)) {
        await stage.goTo(path());
        await reach(watched);
        found.push(...(await findFaults(watched.page)).map((fault) => `${name}: ${fault}`));
        // A dialog is no place, and stays where it is opened.
        await watched.page.keyboard.press('Escape');
      }
      expect([...found, ...watched.faults]).toEqual([]);
    },
    120_000,
  );

  test('nothing moves by itself for who asked for less motion, from the first word drawn on', async () => {
    const { page } = await stage.open('/nowhere', { reducedMotion: 'reduce' });
    // What is drawn while something loads is gone when the screen rests.
    await page.evaluate(watchMotion);
    const { import: _import, 'no such page': _none, ...paths } = await listPaths();
    for (const path of Object.values(paths)) await stage.goTo(path);
    expect(await page.evaluate('listMoved()')).toEqual([]);
  });

  test('every screen that is no one thing’s own stands in the bar', async () => {
    const { page } = await stage.open('/');
    for (const name of Object.values(await listPaths()).filter((path) => /^\/[a-z]+$/.test(path)))
      if (name !== '/nowhere')
        expect(await page.locator(`.bar a[href="${name}"]`).count(), name).toBe(1);
  });

  test('on paper: black on white, without what is pressed, nothing cut off', async () => {
    const paths = await listPaths();
    // As wide as paper: A4, without its margins, on the long side.
    const viewport = { width: 1010, height: 680 };
    const { page } = await stage.open('/', { viewport, colorScheme: 'dark' });
    for (const name of ['board', 'article', 'actor', 'search', 'utterance']) {
      await page.emulateMedia({ media: null });
      await stage.goTo(paths[name] ?? '');
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.bar').isVisible(), name).toBe(false);
      expect(await page.locator('button:visible').count(), name).toBe(0);
      const { paper, ink } = await page.evaluate(() => {
        const { backgroundColor, color } = getComputedStyle(document.documentElement);
        return { paper: backgroundColor, ink: color };
      });
      expect([paper, ink], name).toEqual(['rgba(0, 0, 0, 0)', 'rgb(0, 0, 0)']);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, name).toBeLessThanOrEqual(0);
      // The words and their records both, and the whole table.
      const scrolled = await page
        .locator('.card-column, .table-scroll')
        .evaluateAll((boxes) => boxes.filter((box) => box.clientHeight < box.scrollHeight).length);
      expect(scrolled, name).toBe(0);
    }
  }, 120_000);

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
