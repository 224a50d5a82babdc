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

/** Thirty-two share one flush to the disk and one round of statements. */
const BATCH = 32;
/** The longest that an article waits for others before it is written. */
const GATHER_MS = 100;

type Source = AsyncIterator<ArticleRecord> | Iterator<ArticleRecord>;

const optionsNow = (options: AddOptions) => ({ ...options, at: new Date().toISOString() });
const yieldTurn = (): Promise<void> => new Promise((done) => setImmediate(done));

/** Add one record. */
export async function addOne(
  store: Store,
  record: ArticleRecord,
  options: AddOptions = {},
): Promise<Added> {
  const [added] = await addBatch(store, [prepareArticle(record)], optionsNow(options));
  return added as Added;
}

/** Gathers records that come at their own pace into batches. */
class Gatherer {
  readonly #source: Source;
  #next: Promise<IteratorResult<ArticleRecord>> | undefined;
  #held: PreparedArticle | undefined;
  isDone = false;

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
        const prepared = this.#held ?? (await this.#take(batch.length === 0 ? null : late));
        this.#held = undefined;
        if (prepared === null) break;
        const keys = [prepared.record.article.id, prepared.address].filter((key) => key !== null);
        if (keys.some((key) => taken.has(key))) {
          this.#held = prepared;
          break;
        }
        for (const key of keys) taken.add(key);
        batch.push(prepared);
      }
      return batch;
    } finally {
      clearTimeout(timer);
    }
  }

  async #take(late: Promise<'late'> | null): Promise<PreparedArticle | null> {
    if (this.isDone) return null;
    this.#next ??= Promise.resolve(this.#source.next());
    const next = await (late === null ? this.#next : Promise.race([this.#next, late]));
    if (next === 'late') return null;
    this.#next = undefined;
    if (next.done === true) {
      this.isDone = true;
      return null;
    }
    const prepared = prepareArticle(next.value);
    // Preparing takes a millisecond or two; between two articles others have their turn.
    await yieldTurn();
    return prepared;
  }

  get isEmpty(): boolean {
    return this.isDone && this.#held === undefined;
  }

  async close(): Promise<void> {
    await this.#source.return?.();
  }
}

/** Add many; outcomes come in the order of the records. */
export async function* addAll(
  store: Store,
  records: AsyncIterable<ArticleRecord> | Iterable<ArticleRecord>,
  options: AddOptions = {},
): AsyncGenerator<Added> {
  const source =
    Symbol.asyncIterator in records ? records[Symbol.asyncIterator]() : records[Symbol.iterator]();
  const gatherer = new Gatherer(source);
  let writing: Promise<Added[]> | undefined;
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
      if (written !== undefined) yield* written;
    }
    if (writing !== undefined) yield* await writing;
  } finally {
    await gatherer.close();
  }
}
