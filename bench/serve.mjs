/**
 * The server under long work: how long its event loop stood still at most (the bound is 50 ms) while
 * articles are read and added, searched and put on boards, over a ledger of 1,000 made-up articles
 * (or as many as ONRECORD_BENCH_ARTICLES says). The first row is the machine's own noise: the loop
 * with nothing to do while a thread reads the same text. Each operation runs once unmeasured.
 * @module
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openLedger } from '@onrecord/ledger';
import { createApp, openAnsweringThread, serveApp } from '@onrecord/server';
import { openReadingPool } from '@onrecord/server/reading';
import { makeArticle, makeWorld } from '../packages/ledger/test/process/made-up-articles.mjs';
import { table } from './measure.mjs';
import { countWords, loadTexts } from './texts.mjs';

const ROUNDS = 5;
const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
const ledger = await openLedger({ database: join(folder, 'ledger.db') });
// One core stays free, so that what is measured is waiting for us and not for the machine.
const pool = openReadingPool({ size: Math.max(1, availableParallelism() - 1) });
const answering = openAnsweringThread(join(folder, 'ledger.db'));
const app = createApp({
  ledger,
  reader: pool,
  answering,
  version: 'bench',
  log: console.error,
});
const serving = await serveApp(app, { port: 0 });
const api = `${serving.url}/api/v1`;
const { articles, from } = loadTexts();
const text = (count) =>
  Array.from({ length: count }, (_, i) => articles[i % articles.length].text).join('\n\n');
const post = (path, body) => ({
  path,
  init: {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  },
});
const [one, ten] = [text(1), text(10)];
let salt = 0;

const world = makeWorld(1);
const madeUp = (function* () {
  for (let index = 0; index < Number(process.env.ONRECORD_BENCH_ARTICLES ?? 1000); index++)
    yield makeArticle(world, { seed: 1, index });
})();
for await (const _added of ledger.addAll(madeUp));
const { items: commitments } = await ledger.search({ kind: 'commitment', limit: 1 });
await pool.read({ article: { text: one } });
for (const { text: words } of articles.slice(0, 40))
  await (await send(post('/articles', { text: words }))).arrayBuffer();

async function send({ path, init }) {
  const response = await fetch(`${api}${path}`, init);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response;
}

/**
 * Watch the loop's thread: the most processor time that it took between two turns, which other
 * programs on the machine do not lengthen. Linux tells it; elsewhere nothing is told.
 */
function watchProcessor() {
  const file = '/proc/thread-self/schedstat';
  if (!existsSync(file)) return () => Number.NaN;
  const usedMs = () => Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6;
  let most = 0;
  let last = usedMs();
  const timer = setInterval(() => {
    const now = usedMs();
    most = Math.max(most, now - last);
    last = now;
  }, 1);
  return () => {
    clearInterval(timer);
    return most;
  };
}

/** The longest standstill and the median time over some rounds. */
async function watch(run) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const times = [];
  await run();
  delay.enable();
  const mostProcessor = watchProcessor();
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    await run();
    times.push(performance.now() - started);
  }
  delay.disable();
  times.sort((a, b) => a - b);
  return {
    'longest standstill, ms': (delay.max / 1e6).toFixed(1),
    'own processor time, ms': mostProcessor().toFixed(1),
    'median, ms': times[ROUNDS >> 1].toFixed(1),
  };
}

const get = (path) => async () => (await send({ path })).arrayBuffer();
const readOf = (words) => async () => (await send(post('/read', { text: words }))).arrayBuffer();
const addOf = (words) => async () => {
  salt += 1;
  await (await send(post('/articles', { text: `${words}\n\nEdition ${salt}.\n` }))).arrayBuffer();
};
const operations = {
  [`nothing, while a thread reads ${countWords(ten)} words`]: () =>
    pool.encode({ article: { text: ten } }),
  [`POST /read, ${countWords(one)} words`]: readOf(one),
  [`POST /read, ${countWords(ten)} words`]: readOf(ten),
  [`POST /articles, ${countWords(one)} words`]: addOf(one),
  [`POST /articles, ${countWords(ten)} words`]: addOf(ten),
  'GET /search?q=president': get('/search?q=president'),
  'GET /search?limit=500': get('/search?limit=500'),
  'GET /facets': get('/facets'),
  'GET /entries, a commitment with its rating': get(`/entries/${commitments[0].id}`),
  'GET /board?q=president': get('/board?q=president'),
  'GET /board': get('/board'),
  'GET /what-if?if=ceasefire=met': get('/what-if?if=ceasefire=met'),
  'GET /shifts': get('/shifts'),
  'GET /utterances': get('/utterances'),
  'GET /openapi.json': get('/openapi.json'),
};
const rows = [];
for (const [operation, run] of Object.entries(operations))
  rows.push({ operation, ...(await watch(run)) });
table(`the server's event loop (${from})`, rows);
await serving.close();
await pool.close();
await answering.close();
await ledger.close();
rmSync(folder, { recursive: true, force: true });
