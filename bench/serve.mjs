/**
 * The server under long work: how long its event loop stood still at most (the bound is 50 ms) while
 * articles are read and added, searched and put on a board. The first row is the machine's own noise:
 * the loop with nothing to do while a thread reads the same text.
 * @module
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openLedger } from '@onrecord/ledger';
import { createApp, openAnsweringThread, serveApp } from '@onrecord/server';
import { openReadingPool } from '@onrecord/server/reading';
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

await pool.read({ article: { text: one } });
for (const { text: words } of articles.slice(0, 40))
  await (await send(post('/articles', { text: words }))).arrayBuffer();

async function send({ path, init }) {
  const response = await fetch(`${api}${path}`, init);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response;
}

/** The longest standstill and the median time over some rounds. */
async function watch(run) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const times = [];
  delay.enable();
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    await run();
    times.push(performance.now() - started);
  }
  delay.disable();
  times.sort((a, b) => a - b);
  return {
    'longest standstill, ms': (delay.max / 1e6).toFixed(1),
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
  'GET /facets': get('/facets'),
  'GET /board?q=president': get('/board?q=president'),
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
