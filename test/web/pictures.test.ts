/**
 * The README's pictures: `npm run screens` still makes every one of them, from the samples.
 * @module
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { describeInBrowser } from './open-browser.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PNG_SIGNATURE = '89504e470d0a1a0a';

describeInBrowser('the README’s pictures', () => {
  test('each that it shows is made by the screens command', async () => {
    const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
    const shown = [...readme.matchAll(/\]\(docs\/screens\/([\w-]+)\.png\)/g)].map(
      ([, name]) => name!,
    );
    expect(shown).toContain('reader');
    const folder = await mkdtemp(join(tmpdir(), 'onrecord-screens-'));
    try {
      const script = join(ROOT, 'scripts/screens.mjs');
      await promisify(execFile)(process.execPath, [
        script,
        '--view',
        'light',
        '--into',
        folder,
        ...shown,
      ]);
      for (const name of shown) {
        const picture = await readFile(join(folder, `docs/screens/${name}.png`));
        const kept = await readFile(join(ROOT, `docs/screens/${name}.png`));
        expect(picture.subarray(0, 8).toString('hex'), name).toBe(PNG_SIGNATURE);
        // Width and height stand at bytes 16 to 24 (PNG, third edition, 11.2.1).
        expect(picture.subarray(16, 24), name).toEqual(kept.subarray(16, 24));
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 120_000);
});
