/**
 * The ledger with 2,000 and with 20,000 made-up articles (25 statements and 5 commitments each):
 * opening, adding, the questions of every day. Each is asked of the small and of the large ledger
 * in turn, beside the bare query on the same databases, so that a machine busy with other things
 * slows all of them. `node bench/ledger.mjs [--articles 2000,20000] [--engines sqlite,postgres]
 * [--folder KEPT]`; ledgers stay in a folder that is named (on PostgreSQL in schemas of its name), and
 * are not filled again.
 * PostgreSQL runs where ONRECORD_TEST_DATABASE_URL names a server.
 * @module
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openLedger } from '../packages/ledger/dist/index.js';
import {
  makeArticle,
  makeWorld,
  seededRandom,
} from '../packages/ledger/test/process/made-up-articles.mjs';
import { median, table } from './measure.mjs';

const require = createRequire(new URL('../packages/ledger/worker/x.mjs', import.meta.url));
const argument = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const SIZES = argument('articles', '2000,20000').split(',').map(Number);
const SERVER = process.env.ONRECORD_TEST_DATABASE_URL;
const ENGINES = argument('engines', SERVER ? 'sqlite,postgres' : 'sqlite').split(',');
/** Asked this often; the median counts. */
const ROUNDS = 200;
/** Rounds before them, of code that has not run yet. */
const WARM_UP = 10;
/** Words asked for by chance among so many. */
const RARE_WORDS = 60;

const world = makeWorld(1);
const KEPT = argument('folder');
const emptied = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
const folder = KEPT ?? emptied;
const ms = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(0));

/** The bare driver: what the ledger's answers are measured against. */
async function openBare(engine, database) {
  if (engine === 'sqlite') {
    const Database = require('libsql');
    const db = new Database(database);
    return {
      ask: async (sql, ...values) => db.prepare(sql.replace(/\$\d/g, '?')).all(...values),
      close: async () => db.close(),
    };
  }
  const { default: pg } = await import(require.resolve('pg'));
  const url = new URL(database);
  const options = `-c search_path=${url.searchParams.get('schema')}`;
  url.searchParams.delete('schema');
  const client = new pg.Client({ connectionString: url.href, options });
  await client.connect();
  return {
    ask: async (sql, ...values) => (await client.query(sql, values)).rows,
    close: () => client.end(),
  };
}

const WORDS_SQL = {
  sqlite: `select e.* from entry_words w join entry e on e.seq = w.rowid
    where entry_words match $1 order by w.rowid desc limit 20`,
  postgres: `select e.* from entry_words w join entry e on e.seq = w.seq
    where w.words @@ $1::tsquery order by w.seq desc limit 20`,
};
const matching = (engine, words) =>
  engine === 'sqlite'
    ? words.map((word) => `"${word}"`).join(' AND ')
    : words.map((word) => `'${word}'`).join(' & ');

/** The longest that this process waits for a core while it does nothing: the machine's own noise. */
async function longestIdleBlock(forMs) {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  await new Promise((done) => setTimeout(done, forMs));
  delay.disable();
  return delay.max / 1e6;
}

/** Fill a ledger, and watch the event loop meanwhile. */
async function load(ledger, count) {
  const idleBlockMs = await longestIdleBlock(5000);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const batch = 1000;
  let adding = 0;
  let cpu = 0;
  let longest = 0;
  for (let start = 0; start < count; start += batch) {
    const length = Math.min(batch, count - start);
    // Made beforehand: making them is not what is measured.
    const records = Array.from({ length }, (_, at) =>
      makeArticle(world, { seed: 1, index: start + at }),
    );
    delay.reset();
    delay.enable();
    const used = process.cpuUsage();
    const started = performance.now();
    for await (const added of ledger.addAll(records))
      if (added.kind !== 'added') throw new Error(added.kind);
    adding += performance.now() - started;
    const { user, system } = process.cpuUsage(used);
    cpu += (user + system) / 1000;
    delay.disable();
    longest = Math.max(longest, delay.max / 1e6);
  }
  return {
    perSecond: (count / adding) * 1000,
    cpuMs: cpu / count,
    longestBlockMs: longest,
    idleBlockMs,
  };
}

function tellLoad(added, { engine, size, database }) {
  const megabytes = engine === 'sqlite' ? `, ${(statSync(database).size / 1e6).toFixed(0)} MB` : '';
  console.log(
    `${engine}: ${size} articles, ${size * 25} statements; adding ${added.perSecond.toFixed(0)} articles/s ` +
      `(${added.cpuMs.toFixed(1)} ms of processor each in this process), longest block of the event loop ` +
      `${ms(added.longestBlockMs)} ms (doing nothing: ${ms(added.idleBlockMs)} ms)${megabytes}`,
  );
}

/**
 * Rare words that fill a page of 20 at the smallest size already, alone and with a common one: else
 * the answer grows with the ledger, and not only the time for it.
 */
async function findRareWords(engine, bare) {
  const random = seededRandom(12);
  const found = new Set();
  for (let tries = 0; tries < 5000 && found.size < RARE_WORDS; tries++) {
    const word = world.words[100 + Math.floor(random() * 4900)];
    const rows = await bare.ask(WORDS_SQL[engine], matching(engine, [word, 'border']));
    if (rows.length === 20) found.add(word);
  }
  return [...found];
}

/** The questions: of each, how the ledger is asked and how the database is. */
async function questions(engine, { ledger, bare, size, rareWords }) {
  const random = seededRandom(11);
  const { items: actors } = await ledger.listActors({ limit: 200 });
  const actorSeqs = new Map(
    (await bare.ask('select id, seq from actor')).map((row) => [row.id, Number(row.seq)]),
  );
  const pick = (list) => list[Math.floor(random() * list.length)];
  const rareWord = () => pick(rareWords);
  const articleIds = Array.from(
    { length: ROUNDS + 1 },
    () => makeArticle(world, { seed: 1, index: Math.floor(random() * size) }).article.id,
  );
  const words = (list) => ({
    ask: (given) => ledger.search({ words: given.join(' ') }),
    bare: (given) => bare.ask(WORDS_SQL[engine], matching(engine, given)),
    next: list,
  });
  return {
    'actor timeline, 20': {
      next: () => pick(actors).id,
      ask: (id) => ledger.listTimeline(id),
      bare: (id) =>
        bare.ask(
          `select e.* from entry_actor a join entry e on e.seq = a.entry_seq
         where a.actor_seq = $1 order by a.entry_seq desc limit 20`,
          actorSeqs.get(id),
        ),
    },
    'a rare and a common word, 20': words(() => [rareWord(), 'border']),
    'a rare word, 20': words(() => [rareWord()]),
    'a common word, 20': words(() => [pick(['border', 'troop', 'ceasefir'])]),
    'article with its records': {
      next: () => pick(articleIds),
      ask: (id) => ledger.getRecord(id),
      bare: (id) => bare.ask('select record from article where id = $1', id),
    },
    'stance and condition, 20': {
      next: () => pick(['commits', 'refuses', 'offers']),
      ask: (stance) => ledger.search({ stance, conditionType: 'ceasefire' }),
      bare: (stance) =>
        bare.ask(
          `select * from entry where stance = $1 and seq in
         (select entry_seq from entry_condition where type = 'ceasefire') order by seq desc limit 20`,
          stance,
        ),
    },
    'facets of a rare word': {
      next: () => [rareWord()],
      ask: ([word]) => ledger.getFacets({ words: word }),
      bare: (given) =>
        bare.ask(
          WORDS_SQL[engine].replace('e.*', 'e.kind').replace('limit 20', ''),
          matching(engine, given),
        ),
    },
  };
}

/** Ask the ledger and the database of each size in turn; @returns the medians by size. */
async function compare(questionsBySize) {
  const times = questionsBySize.map(() => ({ asked: [], raw: [] }));
  for (let round = -WARM_UP; round < ROUNDS; round++)
    for (const [at, { next, ask, bare }] of questionsBySize.entries()) {
      const given = next();
      for (const [name, run] of [
        ['raw', bare],
        ['asked', ask],
      ]) {
        const started = performance.now();
        await run(given);
        if (0 <= round) times[at][name].push(performance.now() - started);
      }
    }
  return times.map(({ asked, raw }) => ({ asked: median(asked), raw: median(raw) }));
}

const growth = (sizes, of) =>
  sizes.length < 2 ? '' : (sizes.at(-1)[of] / sizes[0][of]).toFixed(2);

async function timeOpening(database) {
  const times = [];
  for (let round = 0; round < 7; round++) {
    const started = performance.now();
    const ledger = await openLedger({ database });
    times.push(performance.now() - started);
    await ledger.close();
  }
  return median(times);
}

for (const engine of ENGINES) {
  const schema = KEPT === undefined ? `bench_${process.pid}` : basename(KEPT);
  const fresh = (name) =>
    engine === 'sqlite'
      ? join(String(name).startsWith('new') ? emptied : folder, `${name}.db`)
      : `${SERVER}${SERVER.includes('?') ? '&' : '?'}schema=${schema}_${name}`;
  const news = [];
  for (let round = 0; round < 5; round++) {
    const started = performance.now();
    const ledger = await openLedger({ database: fresh(`new${round}`) });
    news.push(performance.now() - started);
    await ledger.close();
  }
  const filled = [];
  for (const size of SIZES) {
    const database = fresh(size);
    const ledger = await openLedger({ database });
    const isFull = (await ledger.countRows()).articles === size;
    if (!isFull) tellLoad(await load(ledger, size), { engine, size, database });
    const bare = await openBare(engine, database);
    // What a server that cleans up by itself (autovacuum) does within a minute.
    if (engine === 'postgres') await bare.ask('analyze');
    filled.push({ size, database, ledger, bare });
  }
  const rareWords = await findRareWords(engine, filled[0].bare);
  const asked = [];
  for (const one of filled) asked.push(await questions(engine, { ...one, rareWords }));
  const rows = [];
  for (const question of Object.keys(asked[0])) {
    const sizes = await compare(asked.map((questionsOfSize) => questionsOfSize[question]));
    rows.push({
      question,
      ...Object.fromEntries(
        sizes.map(({ asked: took, raw }, at) => [
          `${SIZES[at]} articles`,
          `${ms(took)} / ${ms(raw)} = ${(took / raw).toFixed(1)}`,
        ]),
      ),
      growth: growth(sizes, 'asked'),
      'of the bare query': growth(sizes, 'raw'),
    });
  }
  table(`${engine}: medians of ${ROUNDS} in turn, in ms (ledger / bare query = overhead)`, rows);
  for (const { ledger, bare } of filled) {
    await ledger.close();
    await bare.close();
  }
  const largest = filled.at(-1).database;
  console.log(
    `${engine}: opening a new ledger ${ms(median(news))} ms, the largest ${ms(await timeOpening(largest))} ms`,
  );
  if (engine === 'postgres') {
    const bare = await openBare(engine, largest);
    const filledHere = KEPT === undefined ? SIZES : [];
    for (const name of [...filledHere, 'new0', 'new1', 'new2', 'new3', 'new4'])
      await bare.ask(`drop schema if exists "${schema}_${name}" cascade`);
    await bare.close();
  }
}
rmSync(emptied, { recursive: true, force: true });
