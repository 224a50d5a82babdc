import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describeInBrowser, useStage } from './open-browser.ts';

/** Script tags and handlers; an override that turns words round; characters that nobody sees. */
const TEXT = [
  'Norvia <script>window.hacked = 1</script> names ships',
  'Norvia will send 300 soldiers, but only after a \u202Eceasefire\u202C, President Ilva\u200B Maretti said on Monday.',
  '"We will <img src=x onerror="window.hacked=1"> help\u2066 them," said Ilva\u200B Maretti.',
  `Norvia will send ${'a'.repeat(20_000)} ships, Ilva Maretti said.`,
].join('\n\n');

const UNSEEN = /[\u200b\u202a-\u202e\u2066-\u2069]/;

describeInBrowser('a hostile article in the ledger', () => {
  const stage = useStage({ isEmpty: true });

  /** Text nodes in which an unseen character stands as itself. */
  const listUnseen = (page: Page) =>
    page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        if (/[\u200b\u202a-\u202e\u2066-\u2069]/.test(node.textContent ?? ''))
          found.push(`${node.parentElement?.tagName}: ${node.textContent?.slice(0, 80)}`);
      return found;
    });

  test('is harmless on every screen that speaks of it', async () => {
    const added = await stage.post<{ article: { id: string } }>('/articles', {
      text: TEXT,
      publisher: 'Harbour\u202E Times',
      publishedOn: '2027-04-12',
      url: 'https://harbour.example/ships',
    });
    const dossier = await stage.post<{ id: string }>('/dossiers', {
      name: 'Ships\u202E of <b>Norvia</b>',
      query: { q: 'Norvia' },
    });
    const { items: actors } = await stage.get<{ items: { id: string }[] }>('/actors');
    const { items: entries } = await stage.get<{ items: { id: string }[] }>(
      '/search?kind=commitment',
    );
    expect(entries.length).toBeGreaterThan(0);
    const paths = [
      `/articles/${added.article.id}`,
      '/search',
      '/actors',
      ...actors.map(({ id }) => `/actors/${encodeURIComponent(id)}`),
      '/conditions',
      '/dossiers',
      `/dossiers/${dossier.id}`,
      `/dossiers/${dossier.id}?view=outcomes`,
      ...entries.map(({ id }) => `/commitments/${id}`),
      '/review',
    ];
    let signs = 0;
    const { page, faults } = await stage.open('/');
    for (const path of paths) {
      await stage.goTo(path);
      await page.waitForSelector('h1');
      expect(await page.title(), path).not.toMatch(UNSEEN);
      expect(await page.evaluate(() => 'hacked' in window), path).toBe(false);
      expect(await page.locator('main :is(script, img, b)').count(), path).toBe(0);
      expect(await listUnseen(page), path).toEqual([]);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, path).toBeLessThanOrEqual(0);
      expect(faults, path).toEqual([]);
      signs += await page.locator('.unseen').count();
    }
    expect(signs).toBeGreaterThan(5);
  }, 180_000);
});
