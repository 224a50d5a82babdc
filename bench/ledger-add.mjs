/**
 * From text to durable rows: reading on worker threads, one a core, while the ledger writes; beside
 * reading alone with the same threads, round for round. PostgreSQL, whose server shares the cores,
 * runs where ONRECORD_TEST_DATABASE_URL names one. Each round adds all texts to a new ledger. The
 * processor time is this process's: the PostgreSQL server's own is not in it.
 * @module
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedger } from '../packages/ledger/dist/index.js';
import { openReadingPool } from '../packages/server/dist/reading/index.js';
import { raceBoth, table } from './measure.mjs';
import { countWords, loadTexts } from './texts.mjs';

const SERVER = process.env.ONRECORD_TEST_DATABASE_URL;
const ROUNDS = 3;
/** Enough that opening a new ledger each round is a small part. */
const ARTICLES = 400;
const require = createRequire(new URL('../packages/ledger/worker/x.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
const { articles, from } = loadTexts({ part: 'train', most: ARTICLES });
const pool = openReadingPool({ size: availableParallelism() });
/** As many as keep the threads busy, and no more waiting. */
const AHEAD = 2 * pool.size;

/** Records, or articles prepared for adding, in the order of the texts, read ahead on the threads. */
async function* readAll(how) {
  const reading = [];
  let next = 0;
  while (next < articles.length || reading.length > 0) {
    while (next < articles.length && reading.length < AHEAD) {
      const { id, text } = articles[next++];
      reading.push(
        pool[how]({
          article: { text, url: `https://bench.example/${id}`, publishedOn: '2016-09-01' },
        }),
      );
    }
    yield await reading.shift();
  }
}

let ledgers = 0;
const schemas = [];
async function addAll(database) {
  const ledger = await openLedger({ database });
  let count = 0;
  for await (const added of ledger.addAll(readAll('prepare'))) if (added.kind === 'added') count++;
  await ledger.close();
  if (count < articles.length * 0.9) throw new Error(`${count} of ${articles.length} added`);
}

const contestants = {
  'reading alone': async () => {
    for await (const record of readAll('read'))
      if (record.statements === undefined) throw new Error('none');
  },
  'reading and adding, embedded': () => addAll(join(folder, `${++ledgers}.db`)),
};
if (SERVER)
  contestants['reading and adding, PostgreSQL'] = () => {
    const schema = `bench_${process.pid}_${++ledgers}`;
    schemas.push(schema);
    return addAll(`${SERVER}${SERVER.includes('?') ? '&' : '?'}schema=${schema}`);
  };

const results = await raceBoth(contestants, ROUNDS);
const words = articles.reduce((sum, { text }) => sum + countWords(text), 0);
const [alone, embedded] = results;
table(
  `${articles.length} articles, ${words} words (${from}), ${pool.size} reading threads, medians of ${ROUNDS} rounds`,
  results.map(({ name, wall, cpu }) => ({
    what: name,
    'articles/s': ((articles.length / wall) * 1000).toFixed(1),
    'of 800 words/s': (words / 800 / (wall / 1000)).toFixed(1),
    'to reading alone': (alone.wall / wall).toFixed(2),
    'to embedded': (embedded.wall / wall).toFixed(2),
    'processor ms each': (cpu / articles.length).toFixed(1),
    'by processor': (alone.cpu / cpu).toFixed(2),
  })),
);
await pool.close();
if (SERVER) {
  const { default: pg } = await import(require.resolve('pg'));
  const client = new pg.Client({ connectionString: SERVER });
  await client.connect();
  for (const schema of schemas) await client.query(`drop schema if exists "${schema}" cascade`);
  await client.end();
}
rmSync(folder, { recursive: true, force: true });
