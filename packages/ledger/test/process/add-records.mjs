/**
 * A process of its own that adds the benchmark's made-up articles to a ledger and says on a line
 * of standard output what became of each, as soon as it is durable. It is killed while it works,
 * and raced against another of its kind. Runs on the build: `DATABASE FROM COUNT`.
 * @module
 */
import { writeSync } from 'node:fs';
import { openLedger } from '@onrecord/ledger';
import { makeArticle, makeWorld } from './made-up-articles.mjs';

const [database, from, count] = process.argv.slice(2);
const world = makeWorld(1);
const end = Number(from) + Number(count);

function* articles() {
  for (let index = Number(from); index < end; index++) yield makeArticle(world, { seed: 1, index });
}

const ledger = await openLedger({ database });
writeSync(1, 'open\n');
for await (const added of ledger.addAll(articles()))
  writeSync(1, `${added.kind} ${added.articleId}\n`);
await ledger.close();
