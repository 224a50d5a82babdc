#!/usr/bin/env node
/**
 * The board and what-if: pure, on a dossier of 500 commitments of one seed, and out of a ledger
 * (2,000 articles, or as many as ONRECORD_BENCH_ARTICLES says), where a dossier's words find about
 * a hundred articles: asked first, after a change of something else, after a change of one of its
 * articles, and asked again. Medians of 25 rounds, in turns; each beside the time that decoding the same
 * records from JSON takes, so that machines can be compared, and with the processor's own time,
 * which others on the machine disturb less.
 * @module
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import {
  assembleBoard,
  assumeStates,
  findShifts,
  openLedger,
  resolveUtterances,
} from '../packages/ledger/dist/index.js';
import {
  makeArticle,
  makeWorld,
  seededRandom,
} from '../packages/ledger/test/process/made-up-articles.mjs';
import { raceBoth, table } from './measure.mjs';

const ROUNDS = 25;
const SEED = 7;

function print(title, rows) {
  const [yardstick] = rows;
  table(
    title,
    rows.map(({ name, wall, cpu }) => ({
      task: name,
      'wall ms': wall.toFixed(1),
      'processor ms': cpu.toFixed(1),
      '× yardstick': (wall / yardstick.wall).toFixed(1),
    })),
  );
}

const world = makeWorld(SEED);
const records = Array.from({ length: 100 }, (_, index) =>
  makeArticle(world, { seed: SEED, index }),
);
const commitmentCount = records.reduce((sum, record) => sum + record.commitments.length, 0);
const json = records.map((record) => JSON.stringify(record));
const decode = () => json.map((text) => JSON.parse(text));
const board = assembleBoard(records);
print(
  `pure: ${records.length} articles, ${commitmentCount} commitments`,
  await raceBoth(
    {
      'decode the records (yardstick)': decode,
      'assemble the board': () => assembleBoard(records),
      'what-if': () => assumeStates(board, { ceasefire: 'met', funding: 'failed' }),
      shifts: () => findShifts(records),
      utterances: () => resolveUtterances(records),
    },
    ROUNDS,
  ),
);

const articleCount = Number(process.env.ONRECORD_BENCH_ARTICLES ?? 2000);
const folder = await mkdtemp(join(tmpdir(), 'onrecord-bench-'));
try {
  await benchLedger('embedded', join(folder, 'ledger.db'));
} finally {
  await rm(folder, { recursive: true, force: true });
}
const server = process.env.ONRECORD_TEST_DATABASE_URL;
if (server) {
  const schema = `bench_board_${process.pid}`;
  const address = new URL(server);
  address.searchParams.set('schema', schema);
  try {
    await benchLedger('PostgreSQL', address.href);
  } finally {
    const require = createRequire(new URL('../packages/ledger/package.json', import.meta.url));
    const { Client } = require('pg');
    const client = new Client({ connectionString: server });
    await client.connect();
    await client.query(`drop schema if exists "${schema}" cascade`);
    await client.end();
  }
}

/** Fill a ledger, and ask it for the board of one dossier. */
async function benchLedger(engine, database) {
  const ledger = await openLedger({ database });
  const all = (function* () {
    for (let index = 0; index < articleCount; index++)
      yield makeArticle(world, { seed: SEED, index });
  })();
  for await (const _added of ledger.addAll(all));
  // What a server that cleans up by itself (autovacuum) does within a minute.
  if (ledger.store.engine === 'postgres') await sql`analyze`.execute(ledger.store.db);
  const query = { words: await findWord(ledger) };
  const { records: scope } = await ledger.loadScope({ query });
  const inScope = scope.reduce((sum, record) => sum + record.commitments.length, 0);
  const entryId = scope[0].commitments[0].id;
  const decide = () => ledger.decide({ kind: 'accept', entryId }, { as: 'bench' });
  let ledgerAnew = ledger;
  const openAnew = async () => {
    if (ledgerAnew !== ledger) await ledgerAnew.close();
    ledgerAnew = await openLedger({ database });
    // Connections are opened with the first questions.
    await Promise.all([1, 2, 3].map(() => ledgerAnew.countRows()));
  };
  print(
    `${engine}, ${articleCount} articles; the scope has ${scope.length}, ${inScope} commitments`,
    await raceBoth(
      {
        'decode 100 records (yardstick)': decode,
        ...eachWay('board', (asked) => asked.getBoard({ query })),
        ...eachWay('what-if', (asked) => asked.getWhatIf({ query }, { ceasefire: 'met' })),
        ...eachWay('shifts', (asked) => asked.listShifts({ query })),
        ...eachWay('utterances', (asked) => asked.listUtterances({ query })),
      },
      ROUNDS,
    ),
  );
  await ledgerAnew.close();
  await ledger.close();

  /** A question asked first, after changes, and again. */
  function eachWay(name, ask) {
    const run = () => ask(ledger);
    const after = (change) => ({ before: () => run().then(change), run });
    return {
      [`${name}, asked first`]: { before: openAnew, run: () => ask(ledgerAnew) },
      [`${name}, after a change elsewhere`]: after(() => ledger.store.write(async () => {})),
      [`${name}, after a change in it`]: after(decide),
      [`${name}, asked again`]: run,
    };
  }
}

/** A word that about a hundred articles have. */
async function findWord(ledger) {
  const random = seededRandom(SEED);
  let best = { word: world.words[0], distance: Number.POSITIVE_INFINITY };
  for (let tries = 0; tries < 60; tries++) {
    const word = world.words[Math.floor(world.words.length ** random())];
    const { records: found } = await ledger.loadScope({ query: { words: word } });
    const distance = Math.abs(found.length - 100);
    if (distance < best.distance) best = { word, distance };
    if (distance < 10) break;
  }
  return best.word;
}
