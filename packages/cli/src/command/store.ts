/**
 * `onrecord backup`, `restore`, `export`, `articles`, `actors`, `orphans`: the ledger as a whole.
 * @module
 */
import type { DatedName, Ledger } from '@onrecord/ledger';
import { encodeRecord } from '@onrecord/record';
import { type DatabaseFlags, databaseOf, withLedger } from '../input/ledger-place.ts';
import { cleanText, clipText } from '../output/clean-text.ts';
import { openProgress } from '../output/progress.ts';
import { writeOut } from '../output/write-out.ts';
import { ExitCode, type World } from '../world.ts';

const PAGE = 200;

/** Write the whole ledger to a file. */
export function backupCommand(file: string, flags: DatabaseFlags, world: World): Promise<ExitCode> {
  return withLedger(flags, world, async (ledger) => {
    const { rows } = await ledger.backup(file);
    world.stderr.write(`${rows} rows written to ${file}\n`);
    return ExitCode.Done;
  });
}

/** Read a backup into a ledger that is not there yet, or empty. */
export async function restoreCommand(
  file: string,
  flags: DatabaseFlags,
  world: World,
): Promise<ExitCode> {
  const { restoreLedger } = await import('@onrecord/ledger');
  const database = databaseOf(flags, world.env);
  const { rows } = await restoreLedger({ file, database });
  world.stderr.write(`${rows} rows restored\n`);
  return ExitCode.Done;
}

/** Print every current record, one a line. */
export function exportCommand(
  flags: DatabaseFlags & { as: 'decided' | 'read' },
  world: World,
): Promise<ExitCode> {
  return withLedger(flags, world, async (ledger) => {
    const progress = openProgress(world, 'article');
    let count = 0;
    for await (const { id } of pages((query) => ledger.listArticles(query))) {
      await writeOut(world, `${encodeRecord(await ledger.getRecord(id, { as: flags.as }))}\n`);
      progress.add();
      count += 1;
    }
    progress.end();
    return count === 0 ? ExitCode.NothingFound : ExitCode.Done;
  });
}

/** List the articles of the ledger. */
export function articlesCommand(flags: DatabaseFlags, world: World): Promise<ExitCode> {
  return withLedger(flags, world, async (ledger) => {
    let count = 0;
    for await (const article of pages((query) => ledger.listArticles(query))) {
      const told = [
        article.id,
        article.publishedOn ?? '',
        article.publisher ?? '',
        article.title ?? '',
      ];
      await writeOut(world, `${told.map(cleanText).join('\t')}\n`);
      count += 1;
    }
    return count === 0 ? ExitCode.NothingFound : ExitCode.Done;
  });
}

/** List the actors of the ledger, most reported first; `more` tells what the articles say of each. */
export function actorsCommand(
  name: string | undefined,
  flags: DatabaseFlags & { more?: boolean },
  world: World,
): Promise<ExitCode> {
  return withLedger(flags, world, async (ledger) => {
    const named = name === undefined ? {} : { name };
    let count = 0;
    for await (const actor of pages((query) => ledger.listActors({ ...named, ...query }))) {
      const told = [actor.id, actor.kind, String(actor.articleCount), actor.name];
      await writeOut(world, `${told.map(cleanText).join('\t')}\n`);
      if (flags.more) await writeOut(world, await describeActor(actor.id, ledger));
      count += 1;
    }
    return count === 0 ? ExitCode.NothingFound : ExitCode.Done;
  });
}

/** Other names, offices and whom it speaks for, each with its dates; who else it may be, and why. */
async function describeActor(id: string, ledger: Ledger): Promise<string> {
  const { aliases, offices, represents } = await ledger.getActor(id);
  const candidates = await ledger.listMergeCandidates(id);
  const dated = (what: string) => (one: DatedName) =>
    ['', what, one.name, one.firstOn ?? '', one.lastOn ?? ''].map(cleanText).join('\t');
  return [
    ...aliases.map(dated('name')),
    ...offices.map(dated('office')),
    ...represents.map(dated('speaks for')),
    ...candidates.map(({ actor, likeness, reasons }) =>
      ['', 'may be', actor.name, actor.id, likeness.toFixed(2), reasons.join(', ')]
        .map(cleanText)
        .join('\t'),
    ),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

/** List decisions that fit nothing any more, with the entries nearest to them. */
export function orphansCommand(flags: DatabaseFlags, world: World): Promise<ExitCode> {
  return withLedger(flags, world, async (ledger) => {
    const orphans = await ledger.listOrphans();
    for (const { decision, words, nearest } of orphans) {
      const fields = Object.values(words.fields).join(' … ');
      const told = [decision.id, decision.decision.kind, decision.by, clipText(fields, 120)];
      await writeOut(world, `${told.map(cleanText).join('\t')}\n`);
      for (const near of nearest)
        await writeOut(
          world,
          `\t${near.likeness.toFixed(2)}\t${near.entryId}\t${clipText(near.words, 120)}\n`,
        );
    }
    return orphans.length === 0 ? ExitCode.NothingFound : ExitCode.Done;
  });
}

interface Page<T> {
  items: T[];
  nextCursor?: string;
}

async function* pages<T>(
  list: (query: { limit: number; cursor?: string }) => Promise<Page<T>>,
): AsyncGenerator<T> {
  let cursor: string | undefined;
  do {
    const page = await list({ limit: PAGE, ...(cursor === undefined ? {} : { cursor }) });
    yield* page.items;
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}
