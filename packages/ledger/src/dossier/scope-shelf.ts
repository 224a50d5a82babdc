/**
 * Scopes kept between questions: a board, its what-if and its shifts are asked one after the other,
 * and loading is most of the work. What is kept holds as long as the ledger's count of changes is
 * the one that it was loaded under: asked anew at every question, so that what another process
 * added or decided is seen at the next one. When it has moved, a scope is brought up to date.
 * @module
 */
import { readChanges } from '../store/changes.ts';
import type { Store } from '../store/open-store.ts';
import type { Scope } from './dossier.ts';
import type { Needs } from './load-articles.ts';
import { type HeldScope, type LoadedScope, renewScope } from './load-scope.ts';

/** Articles kept, all scopes together: two boards as large as they get, some tens of megabytes. */
const MOST_ARTICLES = 800;

/** A scope that was loaded, and what was worked out of it. Neither is changed by anybody. */
export class KeptScope {
  readonly held: HeldScope;
  readonly #answers: Map<string, unknown>;

  constructor(held: HeldScope, before?: KeptScope) {
    this.held = held;
    // Nothing of it changed, so the answers hold.
    const isSame = before?.held.loaded === held.loaded;
    this.#answers = isSame ? before.#answers : new Map();
  }

  /** The answer of this name: worked out once. */
  answer<T>(name: string, work: (loaded: LoadedScope) => T): T {
    if (!this.#answers.has(name)) this.#answers.set(name, work(this.held.loaded));
    return this.#answers.get(name) as T;
  }
}

interface Shelved {
  /** The count of changes before it was loaded. */
  changes: number;
  opening: Promise<KeptScope>;
}

/** The scopes that a ledger was asked about last. */
export class ScopeShelf {
  readonly #store: Store;
  /** The one asked last stands last. */
  readonly #kept = new Map<string, Shelved>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** A scope as it stands now. @throws CodedError `not-in-ledger` */
  async open(scope: Scope, needs: Needs): Promise<KeptScope> {
    // Read before loading: what changes in between is then loaded once more, not missed.
    const changes = await readChanges(this.#store.db);
    const key = JSON.stringify([needs, scope]);
    const known = this.#kept.get(key);
    const shelved =
      known !== undefined && changes <= known.changes
        ? known
        : { changes, opening: this.#renew({ scope, needs }, known?.opening) };
    this.#kept.delete(key);
    this.#kept.set(key, shelved);
    try {
      const opened = await shelved.opening;
      await this.#makeRoom();
      return opened;
    } catch (error) {
      if (this.#kept.get(key) === shelved) this.#kept.delete(key);
      throw error;
    }
  }

  async #renew(
    asked: { scope: Scope; needs: Needs },
    opening: Promise<KeptScope> | undefined,
  ): Promise<KeptScope> {
    const before = await opening?.catch(() => undefined);
    return new KeptScope(await renewScope(this.#store, asked, before?.held), before);
  }

  async #makeRoom(): Promise<void> {
    let articles = 0;
    for (const [key, { opening }] of [...this.#kept].reverse()) {
      const opened = await opening.catch(() => undefined);
      articles += opened?.held.loaded.records.length ?? 0;
      if (MOST_ARTICLES < articles) this.#kept.delete(key);
    }
  }
}
