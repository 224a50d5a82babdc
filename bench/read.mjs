#!/usr/bin/env node
/**
 * The whole `read` on one core: words a second beside compromise and wink-nlp on the same texts, read again and
 * again; the same on lots of texts that none has read before, the engine warm; the start-up of `onrecord read`
 * on one article beside `node -e 0`; and peak memory of 300 and 1,000 articles against 100.
 * @module
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openReader } from '@onrecord/reader';
import nlp from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { median, race, table } from './measure.mjs';
import { countWords, loadTexts } from './texts.mjs';

const ROOT = new URL('../', import.meta.url);
const CLI = new URL('packages/cli/bin/onrecord.mjs', ROOT).pathname;
const { articles, from } = loadTexts();
const words = articles.reduce((sum, { text }) => sum + countWords(text), 0);
const wink = winkNLP(model, ['sbd', 'pos']);
const reader = await openReader(async (name) => readFileSync(new URL(`models/${name}`, ROOT)));
/** compromise is some ten times slower: a share of the texts is enough, and its time is scaled. */
const SHARE = 8;

const each =
  (run, list = articles) =>
  () => {
    for (const { text } of list) run(text);
  };
const few = articles.filter((_, i) => i % SHARE === 0);
const fewWords = few.reduce((sum, { text }) => sum + countWords(text), 0);
const result = await race({
  'onrecord read': each((text) => reader.read(text)),
  'wink-nlp tokens, sentences, tags': each((text) => wink.readDoc(text).tokens().out(wink.its.pos)),
  'compromise tags with offsets': each((text) => nlp(text).json({ offset: true }), few),
});
const speed = Object.fromEntries(
  Object.entries(result).map(([name, { ms }]) => [
    name,
    ((name.startsWith('compromise') ? fewWords : words) / ms) * 1000,
  ]),
);
table(
  `words a second, one core, ${articles.length} articles, ${words} words (${from})`,
  Object.entries(speed).map(([name, rate]) => ({
    reader: name,
    'words/s': Math.round(rate),
    'onrecord is': `${(speed['onrecord read'] / rate).toFixed(2)} ×`,
  })),
);

/** As many articles as PolNeAR dev has. */
const LOT_SIZE = 84;
const LOTS = 6;
const others = loadTexts({ part: 'train', most: LOTS * LOT_SIZE });
if (others.articles.length === LOTS * LOT_SIZE) {
  const readers = {
    'onrecord read': { run: (text) => reader.read(text), share: 1 },
    'wink-nlp tokens, sentences, tags': {
      run: (text) => wink.readDoc(text).tokens().out(wink.its.pos),
      share: 1,
    },
    'compromise tags with offsets': {
      run: (text) => nlp(text).json({ offset: true }),
      share: SHARE,
    },
  };
  // Processor time, which a busy machine disturbs less: a lot is read once, so no median helps it.
  const rates = Object.fromEntries(Object.keys(readers).map((name) => [name, []]));
  for (let lot = 0; lot < LOTS; lot++)
    for (const [name, { run, share }] of Object.entries(readers)) {
      const texts = others.articles
        .slice(lot * LOT_SIZE, (lot + 1) * LOT_SIZE)
        .filter((_, i) => i % share === 0);
      const before = process.cpuUsage();
      for (const { text } of texts) run(text);
      const { user, system } = process.cpuUsage(before);
      const count = texts.reduce((sum, { text }) => sum + countWords(text), 0);
      rates[name].push((count / (user + system)) * 1e6);
    }
  const ours = rates['onrecord read'];
  table(
    `${others.from}: ${LOTS} lots of ${LOT_SIZE} articles not read before, the engine warm; processor time`,
    Object.entries(rates).map(([name, all]) => {
      const ratios = ours.map((rate, lot) => rate / all[lot]);
      return {
        reader: name,
        'words a second, median': Math.round(median(all)),
        'onrecord is, median': `${median(ratios).toFixed(2)} ×`,
        'least to most': `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`,
      };
    }),
  );
}

const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
try {
  const file = join(folder, 'article.txt');
  writeFileSync(file, articles[0].text);
  const start = await race(
    {
      'node -e 0': () => execFileSync(process.execPath, ['-e', '0']),
      'onrecord read FILE': () =>
        execFileSync(process.execPath, [CLI, 'read', file, '--format', 'json']),
    },
    7,
  );
  table(
    'start-up, one article',
    Object.entries(start).map(([name, { ms }]) => ({
      command: name,
      ms: ms.toFixed(0),
      'over node': `${(ms - start['node -e 0'].ms).toFixed(0)} ms`,
    })),
  );

  const peaks = [100, 300, 1000].map((count) => {
    const input = join(folder, `${count}.jsonl`);
    const lines = Array.from({ length: count }, (_, i) =>
      JSON.stringify({ ...articles[i % articles.length], id: `a${i}` }),
    );
    writeFileSync(input, `${lines.join('\n')}\n`);
    const { stderr, status } = spawnSync(
      process.execPath,
      ['--import', new URL('bench/print-peak.mjs', ROOT).pathname, CLI, 'read', '--jsonl', input],
      {
        encoding: 'utf8',
        maxBuffer: 2 ** 30,
      },
    );
    if (status !== 0) throw new Error(`read --jsonl exited with ${status}: ${stderr.slice(-400)}`);
    return { count, mb: Number(stderr.match(/peak (\d+) kB/)[1]) / 1024 };
  });
  table(
    'peak memory of read --jsonl',
    peaks.map(({ count, mb }) => ({
      articles: count,
      MB: mb.toFixed(0),
      'of the first': `${(mb / peaks[0].mb).toFixed(2)} ×`,
    })),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
