/**
 * `onrecord add`: read articles and keep their records. Reading runs on worker threads while the
 * ledger writes; a line is told for every article, and adding twice changes nothing.
 * @module
 */
import { basename, dirname, join } from 'node:path';
import { mergeOrigins } from '@onrecord/intake';
import type { Added, AddOptions, Ledger, PreparedArticle } from '@onrecord/ledger';
import { type ArticleRecord, CodedError } from '@onrecord/record';
import type { ArticleReader, ReadingInput } from '@onrecord/server/reading';
import { type DatabaseFlags, orCreate, withLedger } from '../input/ledger-place.ts';
import { loadFile, loadInput } from '../input/load-article.ts';
import { openReading } from '../input/open-reading.ts';
import { type LineResult, streamLines, workInOrder } from '../input/stream-lines.ts';
import { cleanText } from '../output/clean-text.ts';
import { openProgress, type Progress } from '../output/progress.ts';
import { tellError, tellLine } from '../output/tell-error.ts';
import { writeOut } from '../output/write-out.ts';
import { ExitCode, type World } from '../world.ts';
import { type OriginFlags, originOf } from './read.ts';

/** The flags of `add`. */
export interface AddFlags extends OriginFlags, DatabaseFlags {
  jsonl?: string;
  list?: string;
  jobs: number;
  as?: string;
  format: 'lines' | 'jsonl';
}

/** Fewer files than this are read on one thread. */
const FEW = 12;

/** An article of a list file (`samples/dossier.json`). */
interface ListedArticle {
  file: string;
  title?: string;
  publisher?: string;
  publishedOn?: string;
  url?: string;
}

/** Add what is named. */
export async function addCommand(
  names: readonly string[],
  flags: AddFlags,
  world: World,
): Promise<ExitCode> {
  if (names.length === 0 && flags.jsonl === undefined && flags.list === undefined)
    throw new CodedError('input-missing', 'nothing to add was named', {
      remedy: 'onrecord add FILE…, --jsonl FILE, or --list FILE',
    });
  return withLedger(orCreate(flags), world, async (ledger) => {
    const adding = new Adding(ledger, flags, world);
    try {
      await adding.addAll(
        workOnAll(names, { flags, work: (reader, input) => reader.prepare(input) }, world),
      );
      if (flags.list !== undefined) await openDossier(flags.list, flags, { ledger, world });
    } finally {
      adding.end();
    }
    return adding.failed === 0 ? ExitCode.Done : ExitCode.Failed;
  });
}

type ReadFlags = Omit<AddFlags, 'format'>;

/** Read everything that is named to records. */
export async function* readAll(
  names: readonly string[],
  flags: ReadFlags,
  world: World,
): AsyncGenerator<LineResult<ArticleRecord>> {
  yield* workOnAll(names, { flags, work: (reader, input) => reader.read(input) }, world);
}

/** How what is named is read. */
interface Working<T> {
  flags: ReadFlags;
  work(reader: ArticleReader, input: ReadingInput): Promise<T>;
}

/** Work on everything that is named: files and addresses, a list file, a JSONL file. */
async function* workOnAll<T>(
  names: readonly string[],
  { flags, work }: Working<T>,
  world: World,
): AsyncGenerator<LineResult<T>> {
  // Threads take a while to start: a few articles are read sooner without.
  const isFew = flags.jsonl === undefined && flags.list === undefined && names.length < FEW;
  const { reader, close } = await openReading(isFew ? 1 : flags.jobs);
  const context = { flags, read: (input: ReadingInput) => work(reader, input) };
  try {
    yield* readLater(names, context, world);
    if (flags.list !== undefined) yield* readList(flags.list, context, world);
    if (flags.jsonl !== undefined) yield* readStream(flags.jsonl, context, world);
  } finally {
    await close();
  }
}

interface ReadContext<T> {
  flags: ReadFlags;
  read(input: ReadingInput): Promise<T>;
}

/** Articles that are named, some being read while others are written. */
async function* readLater<T>(
  names: readonly string[],
  { flags, read }: ReadContext<T>,
  world: World,
): AsyncGenerator<LineResult<T>> {
  const origin = originOf(flags);
  const allowPrivateAddresses = flags.allowPrivateAddresses ?? false;
  yield* workInOrder(names, flags.jobs * 2, async (name) =>
    read(await loadInput(name, { origin, allowPrivateAddresses }, world)),
  );
}

/** Articles of a list file, with what it says of each. */
async function* readList<T>(
  file: string,
  { flags, read }: ReadContext<T>,
  world: World,
): AsyncGenerator<LineResult<T>> {
  const { articles } = decodeList(file, await loadFile(file));
  yield* workInOrder(articles, flags.jobs * 2, async ({ file: name, ...listed }) => {
    const origin = mergeOrigins(originOf(flags), listed);
    const place = join(dirname(file), name);
    return read(await loadInput(place, { origin, allowPrivateAddresses: false }, world));
  });
}

/** What a list file holds: articles, and the dossier that they belong to where it has a name. */
interface ArticleList {
  name?: string;
  question?: string;
  query?: { text?: string };
  articles: ListedArticle[];
}

function decodeList(file: string, bytes: Uint8Array): ArticleList {
  try {
    const list = JSON.parse(new TextDecoder().decode(bytes)) as ArticleList;
    if (list.articles.every((article) => typeof article.file === 'string')) return list;
  } catch {
    // said below
  }
  throw new CodedError('list-invalid', `${file} is no list of articles`, {
    place: file,
    remedy: 'write {"articles": [{"file", "publisher"?, "publishedOn"?, "url"?, "title"?}]}',
  });
}

/** Open the dossier that a list file names, unless there is one of that name. */
async function openDossier(
  file: string,
  flags: AddFlags,
  { ledger, world }: { ledger: Ledger; world: World },
): Promise<void> {
  const { name, question, query } = decodeList(file, await loadFile(file));
  if (name === undefined) return;
  if ((await ledger.listDossiers()).some((dossier) => dossier.name === name)) return;
  await ledger.addDossier(
    {
      name,
      ...(question === undefined ? {} : { question }),
      query: query?.text === undefined ? {} : { words: query.text },
      includedIds: [],
      excludedIds: [],
    },
    { as: flags.as ?? basename(file) },
  );
  world.stderr.write(`dossier opened: ${cleanText(name)}\n`);
}

/** Articles of a JSONL file. */
async function* readStream<T>(
  file: string,
  { flags, read }: ReadContext<T>,
  world: World,
): AsyncGenerator<LineResult<T>> {
  const flagged = originOf(flags);
  yield* streamLines(
    {
      file,
      width: flags.jobs * 4,
      work: ({ text, ...origin }) => read({ article: { ...mergeOrigins(origin, flagged), text } }),
    },
    world,
  );
}

/** Writes what was read into the ledger and tells of it. */
class Adding {
  failed = 0;
  readonly #ledger: Ledger;
  readonly #world: World;
  readonly #progress: Progress;
  readonly #options: AddOptions;
  readonly #format: AddFlags['format'];
  readonly #counts = new Map<Added['kind'], number>();

  constructor(ledger: Ledger, flags: AddFlags, world: World) {
    this.#ledger = ledger;
    this.#world = world;
    this.#format = flags.format;
    this.#options = flags.as === undefined ? {} : { addedBy: flags.as };
    this.#progress = openProgress(world, 'article');
  }

  async addAll(results: AsyncIterable<LineResult<PreparedArticle>>): Promise<void> {
    const titles: string[] = [];
    for await (const added of this.#ledger.addAll(this.#records(results, titles), this.#options))
      await this.#tell(added, titles.shift() ?? '');
  }

  /** The closing line. */
  end(): void {
    const counts = [...this.#counts].map(([kind, count]) => `${count} ${kind}`);
    if (0 < this.failed) counts.push(`${this.failed} failed`);
    const closing = this.#progress.end();
    this.#world.stderr.write(`${counts.join(', ') || 'nothing added'}: ${closing}\n`);
  }

  async *#records(
    results: AsyncIterable<LineResult<PreparedArticle>>,
    titles: string[],
  ): AsyncGenerator<PreparedArticle> {
    for await (const result of results) {
      if (result.kind === 'error') {
        this.failed += 1;
        if (result.cause === undefined) tellLine(result, this.#world);
        else tellError(result.cause, this.#world);
        continue;
      }
      this.#progress.add(result.share);
      const { article, opening } = result.value;
      titles.push(article.title ?? opening);
      yield result.value;
    }
  }

  async #tell(added: Added, title: string): Promise<void> {
    this.#counts.set(added.kind, (this.#counts.get(added.kind) ?? 0) + 1);
    if (this.#format === 'jsonl') return writeOut(this.#world, `${JSON.stringify(added)}\n`);
    const version = added.kind === 'new-version' ? ` ${added.version}` : '';
    await writeOut(
      this.#world,
      `${added.articleId}  ${`${added.kind}${version}`.padEnd(14)}  ${cleanText(title)}\n`,
    );
  }
}
