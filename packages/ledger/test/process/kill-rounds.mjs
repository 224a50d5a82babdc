/**
 * Kills a process that adds articles, with SIGKILL at a random moment, round after round, and
 * looks each time: every acknowledged article is there, none is half there, the ledger opens by
 * itself. By hand: `node packages/ledger/test/process/kill-rounds.mjs ROUNDS DATABASE…`.
 * @module
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openLedger } from '@onrecord/ledger';
import { sql } from 'kysely';
import { seededRandom } from './made-up-articles.mjs';

const CHILD = fileURLToPath(new URL('./add-records.mjs', import.meta.url));
/** Statements and commitments of each of the benchmark's articles. */
const ENTRIES = 30;
/** The longest life of a process after the moment from which it is counted. */
const LIFE_MS = 1500;
/** From when a process's life is counted, in turn: its start, its open ledger, its first article. */
const MOMENTS = ['added', 'open', 'start'];
/** A machine that is busy with other things: no process is waited for longer. */
const MOST_MS = 30_000;

/** Let one process add until it is killed. @returns the ids that it acknowledged */
async function addUntilKilled(database, { from, lifeMs, moment }) {
  const child = spawn(process.execPath, [CHILD, database, String(from), '100000'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const acknowledged = [];
  let isOpen = false;
  const kill = () => child.kill('SIGKILL');
  let timer = setTimeout(kill, moment === 'start' ? lifeMs : MOST_MS);
  const startLife = (now) => {
    if (now !== moment) return;
    clearTimeout(timer);
    timer = setTimeout(kill, lifeMs);
  };
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line === 'open') {
      isOpen = true;
      startLife('open');
      return;
    }
    if (acknowledged.length === 0) startLife('added');
    acknowledged.push(line.split(' ')[1]);
  });
  await exited;
  clearTimeout(timer);
  return { acknowledged, isOpen };
}

/** What is wrong with a ledger after a kill; nothing, if all is well. */
async function findFaults(ledger, acknowledged) {
  const { db, engine } = ledger.store;
  const faults = [];
  const rows = await db
    .selectFrom('article')
    .leftJoin('entry', 'entry.article_seq', 'article.seq')
    .select(['article.id', sql`count(entry.seq)`.as('count')])
    .groupBy('article.id')
    .execute();
  const counts = new Map(rows.map((row) => [row.id, Number(row.count)]));
  for (const id of acknowledged) if (!counts.has(id)) faults.push(`acknowledged ${id} is lost`);
  for (const [id, count] of counts)
    if (count !== ENTRIES) faults.push(`${id} has ${count} entries`);
  const words = await sql`select count(*) as count from entry_words`.execute(db);
  const found = Number(words.rows[0].count);
  if (found !== counts.size * ENTRIES) faults.push(`${found} entries can be found by words`);
  if (engine === 'sqlite') {
    const check = await sql`pragma integrity_check`.execute(db);
    const said = Object.values(check.rows[0])[0];
    if (said !== 'ok') faults.push(String(said));
  }
  return { faults, articles: counts.size };
}

/** Kill, look, again. @returns what happened, with all faults */
export async function killRounds(database, { rounds, seed = 7 }) {
  const random = seededRandom(seed);
  const all = new Set();
  const faults = [];
  const openMs = [];
  let articles = 0;
  let killedEarly = 0;
  for (let round = 0; round < rounds; round++) {
    const lifeMs = Math.floor(random() * LIFE_MS);
    const moment = MOMENTS[round % MOMENTS.length];
    const { acknowledged, isOpen } = await addUntilKilled(database, {
      from: articles,
      lifeMs,
      moment,
    });
    if (!isOpen) killedEarly++;
    for (const id of acknowledged) all.add(id);
    const started = performance.now();
    const ledger = await openLedger({ database });
    openMs.push(performance.now() - started);
    const looked = await findFaults(ledger, all);
    articles = looked.articles;
    faults.push(...looked.faults.map((fault) => `round ${round + 1}: ${fault}`));
    await ledger.close();
  }
  openMs.sort((one, other) => one - other);
  const medianOpenMs = Math.round(openMs[Math.floor(openMs.length / 2)] ?? 0);
  return { rounds, acknowledged: all.size, articles, killedEarly, medianOpenMs, faults };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [rounds, ...databases] = process.argv.slice(2);
  for (const database of databases) {
    const result = await killRounds(database, { rounds: Number(rounds) });
    console.log(database.replace(/:\/\/.*@/, '://'), JSON.stringify(result));
    if (result.faults.length > 0) process.exitCode = 2;
  }
}
