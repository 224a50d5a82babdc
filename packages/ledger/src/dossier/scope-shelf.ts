/**
 * Scopes kept between questions: a board, its what-if and its shifts are asked one after the other,
 * and loading is most of the work. What is kept holds as long as the ledger's count of changes is
 * the one that it was loaded under: asked anew at every question, so that what another process
 * added or decided is seen at the next one.
 * @module
 */
import { readChanges } from '../store/changes.ts';
import type { Store } from '../store/open-store.ts';
import type { Scope } from './dossier.ts';
import { type LoadedScope, loadScope, type Needs } from './load-scope.ts';

/** Articles kept, all scopes together: two boards as large as they get, some tens of megabytes. */
const MOST_ARTICLES = 800;

/** A scope that was loaded, and what was worked out of it. Neither is changed by anybody. */
export class KeptScope {
  readonly loaded: LoadedScope;
  readonly #answers = new Map<string, unknown>();

  constructor(loaded: LoadedScope) {
    this.loaded = loaded;
  }

  /** The answer of this name: worked out once. */
  answer<T>(name: string, work: (loaded: LoadedScope) => T): T {
    if (!this.#answers.has(name)) this.#answers.set(name, work(this.loaded));
    return this.#answers.get(name) as T;
  }
}

/** The scopes that a ledger was asked about last. */
export class ScopeShelf {
  readonly #store: Store;
  #changes: number | undefined;
  /** The one asked last stands last. */
  #kept = new Map<string, Promise<KeptScope>>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** A scope as it stands now. @throws CodedError `not-in-ledger` */
  async open(scope: Scope, needs: Needs): Promise<KeptScope> {
    // Read before loading: what changes in between is then loaded once more, not missed.
    const changes = await readChanges(this.#store.db);
    if (changes !== this.#changes) this.#kept = new Map();
    this.#changes = changes;
    const kept = this.#kept;
    const key = JSON.stringify([needs, scope]);
    const opening =
      kept.get(key) ?? loadScope(this.#store, scope, needs).then((loaded) => new KeptScope(loaded));
    kept.delete(key);
    kept.set(key, opening);
    try {
      const opened = await opening;
      await this.#makeRoom(kept);
      return opened;
    } catch (error) {
      kept.delete(key);
      throw error;
    }
  }

  async #makeRoom(kept: Map<string, Promise<KeptScope>>): Promise<void> {
    let articles = 0;
    for (const [key, opening] of [...kept].reverse()) {
      const opened = await opening.catch(() => undefined);
      articles += opened?.loaded.records.length ?? 0;
      if (MOST_ARTICLES < articles) kept.delete(key);
    }
  }
}
