/**
 * SQLite behind the seam: a few connections, each on a worker thread of its own
 * (`worker/sqlite-worker.mjs`), opened when they are first needed. With WAL, readers go on while
 * one connection writes; other processes wait for the file's lock, at most `waitMs`.
 * @module
 */
import { Worker } from 'node:worker_threads';
import type { Answer, Connection, Database, FlatRows, SqlValue } from './database.ts';

/** One writes while another reads, also while a backup holds a third for a long time. */
const CONNECTIONS = 3;

/** How a SQLite file is opened. */
export interface SqliteOptions {
  file: string;
  /** The longest wait for another process's lock. */
  waitMs: number;
  /** The most pages of 4,096 bytes that the file may take: how a full disk is tried out. */
  maxPages?: number;
}

interface Pending {
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

type Request =
  | { kind: 'open' | 'close' }
  | { kind: 'query'; sql: string; parameters: readonly SqlValue[] }
  | { kind: 'queryMany'; sql: string; width: number; values: readonly SqlValue[] };

interface Reply extends Answer {
  id: number;
  error?: { message: string; code?: string };
}

class SqliteConnection implements Connection {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  #death: Error | undefined;

  constructor(options: SqliteOptions) {
    this.#worker = new Worker(new URL('../../worker/sqlite-worker.mjs', import.meta.url), {
      workerData: { ...options, driver: process.env.ONRECORD_SQLITE_DRIVER },
    });
    this.#worker.on('message', (reply: Reply) => this.#settle(reply));
    this.#worker.on('error', (error) => this.#die(error));
    this.#worker.on('exit', () => this.#die(new Error('the connection is closed')));
    // An idle connection does not keep the process alive; a request under way does (see `ask`).
    this.#worker.unref();
  }

  query(sql: string, parameters: readonly SqlValue[]): Promise<Answer> {
    return this.ask({ kind: 'query', sql, parameters });
  }

  queryMany(sql: string, { width, values }: FlatRows): Promise<Answer> {
    return this.ask({ kind: 'queryMany', sql, width, values });
  }

  ask(request: Request): Promise<Answer> {
    if (this.#death !== undefined) return Promise.reject(this.#death);
    const id = ++this.#lastId;
    if (this.#pending.size === 0) this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#worker.postMessage({ id, ...request });
    });
  }

  /** Whether its thread has ended: by an error that no statement told. */
  get isDead(): boolean {
    return this.#death !== undefined;
  }

  async close(): Promise<void> {
    if (this.#death === undefined) await this.ask({ kind: 'close' }).catch(() => undefined);
    await this.#worker.terminate();
  }

  #settle(reply: Reply): void {
    const pending = this.#pending.get(reply.id);
    this.#pending.delete(reply.id);
    if (this.#pending.size === 0) this.#worker.unref();
    if (reply.error === undefined) pending?.resolve(reply);
    else pending?.reject(Object.assign(new Error(reply.error.message), { code: reply.error.code }));
  }

  #die(error: unknown): void {
    this.#death ??= error instanceof Error ? error : new Error(String(error));
    for (const { reject } of this.#pending.values()) reject(this.#death);
    this.#pending.clear();
  }
}

/** A SQLite file; the first connection is opened at once, so that what is wrong is told at once. */
export async function openSqlite(options: SqliteOptions): Promise<Database> {
  const idle: SqliteConnection[] = [];
  const all = new Set<SqliteConnection>();
  const waiting: ((connection: SqliteConnection) => void)[] = [];

  async function connect(): Promise<SqliteConnection> {
    const connection = new SqliteConnection(options);
    all.add(connection);
    try {
      await connection.ask({ kind: 'open' });
      return connection;
    } catch (error) {
      all.delete(connection);
      await connection.close();
      throw error;
    }
  }

  idle.push(await connect());
  return {
    engine: 'sqlite',
    async borrow() {
      for (let free = idle.pop(); free !== undefined; free = idle.pop()) {
        if (!free.isDead) return free;
        all.delete(free);
      }
      if (all.size < CONNECTIONS) return connect();
      return new Promise((resolve) => waiting.push(resolve));
    },
    async giveBack(connection, fate) {
      let sound = connection as SqliteConnection;
      if (fate === 'broken' || sound.isDead) {
        all.delete(sound);
        await sound.close();
        if (waiting.length === 0) return;
        sound = await connect();
      }
      const next = waiting.shift();
      if (next === undefined) idle.push(sound);
      else next(sound);
    },
    async close() {
      await Promise.all([...all].map((connection) => connection.close()));
      all.clear();
    },
  };
}
