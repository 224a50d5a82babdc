/**
 * Adding many records: some tens in one transaction, while the next are gathered. An outcome is
 * handed out when its article is durable, so a caller that was killed knows what is there.
 * @module
 */
import type { ArticleRecord } from '@onrecord/record';
import type { Added, AddOptions } from '../ledger.ts';
import type { Store } from '../store/open-store.ts';
import { addBatch } from './add-batch.ts';
import { type PreparedArticle, prepareArticle } from './prepare-article.ts';
import { yieldTurn } from './yield-turn.ts';

/** So many share one flush to the disk and one round of statements: with 32 an article costs a tenth more. */
const BATCH = 64;
/** The longest that an article waits for others before it is written: batches fill even where reading is slow. */
const GATHER_MS = 400;

/**
 * After an import of so many the planner may have to look at the tables anew (a second for a
 * thousand articles, never more than some five); over fewer rows no plan takes long.
 */
const MANY = 500;

/** A record, or an article that was prepared where it was read. */
export type Addable = ArticleRecord | PreparedArticle;

type Source = AsyncIterator<Addable> | Iterator<Addable>;

const prepared = async (given: Addable): Promise<PreparedArticle> =>
  'json' in given ? given : prepareArticle(given);

const optionsNow = (options: AddOptions) => ({ ...options, at: new Date().toISOString() });

/** Add one record. */
export async function addOne(
  store: Store,
  given: Addable,
  options: AddOptions = {},
): Promise<Added> {
  const [added] = await addBatch(store, [await prepared(given)], optionsNow(options));
  return added as Added;
}

/** Gathers records that come at their own pace into batches. */
class Gatherer {
  readonly #source: Source;
  #next: Promise<IteratorResult<Addable>> | undefined;
  #held: PreparedArticle | undefined;
  isDone = false;
  /** What the source threw. */
  failure: { error: unknown } | undefined;

  constructor(source: Source) {
    this.#source = source;
  }

  /** The next batch: full, or what came in time; within it no id and no address twice. */
  async gather(): Promise<PreparedArticle[]> {
    const batch: PreparedArticle[] = [];
    const taken = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<'late'>((done) => {
      timer = setTimeout(() => done('late'), GATHER_MS);
    });
    try {
      while (batch.length < BATCH) {
        const next = this.#held ?? (await this.#take(batch.length === 0 ? null : late));
        this.#held = undefined;
        if (next === null) break;
        const keys = [next.article.id, next.address].filter((key) => key !== null);
        if (keys.some((key) => taken.has(key))) {
          this.#held = next;
          break;
        }
        for (const key of keys) taken.add(key);
        batch.push(next);
      }
      return batch;
    } finally {
      clearTimeout(timer);
    }
  }

  async #take(late: Promise<'late'> | null): Promise<PreparedArticle | null> {
    if (this.isDone) return null;
    this.#next ??= this.#ask();
    const next = await (late === null ? this.#next : Promise.race([this.#next, late]));
    if (next === 'late') return null;
    this.#next = undefined;
    if (next.done === true) {
      this.isDone = true;
      return null;
    }
    const taken = await prepared(next.value);
    // Preparing takes a millisecond or two; between two articles others have their turn.
    await yieldTurn();
    return taken;
  }

  /** The source breaks off where it fails; what came before is written first. */
  async #ask(): Promise<IteratorResult<Addable>> {
    try {
      return await this.#source.next();
    } catch (error) {
      this.failure = { error };
      return { done: true, value: undefined };
    }
  }

  get isEmpty(): boolean {
    return this.isDone && this.#held === undefined;
  }

  async close(): Promise<void> {
    await this.#source.return?.();
  }
}

const countNew = (written: readonly Added[] = []): number =>
  written.filter(({ kind }) => kind !== 'unchanged').length;

/** Add many; outcomes come in the order of the records. @throws what their source throws, at the end */
export async function* addAll(
  store: Store,
  records: AsyncIterable<Addable> | Iterable<Addable>,
  options: AddOptions = {},
): AsyncGenerator<Added> {
  const source =
    Symbol.asyncIterator in records ? records[Symbol.asyncIterator]() : records[Symbol.iterator]();
  const gatherer = new Gatherer(source);
  let writing: Promise<Added[]> | undefined;
  let count = 0;
  try {
    while (!gatherer.isEmpty) {
      const batch = await gatherer.gather();
      const written = await writing;
      writing = undefined;
      if (batch.length > 0) {
        writing = addBatch(store, batch, optionsNow(options));
        // The next `await` may come late; a failure is told there, not as an unhandled one.
        writing.catch(() => undefined);
      }
      count += countNew(written);
      if (written !== undefined) yield* written;
    }
    const last = await writing;
    count += countNew(last);
    if (last !== undefined) yield* last;
    // All is durable; where it fails plans are slower, and nothing is lost.
    if (MANY <= count) await store.dialect.analyzeTables(store.db, count).catch(() => undefined);
    if (gatherer.failure !== undefined) throw gatherer.failure.error;
  } finally {
    await gatherer.close();
  }
}
