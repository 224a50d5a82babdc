/**
 * Worker threads that answer one message at a time each. Threads start when they are needed; a
 * thread that dies fails its message only, and the next message gets a new one.
 * @module
 */
import { Worker } from 'node:worker_threads';
import { CodedError } from '@onrecord/record';

/** What runs on the threads, and on how many. */
export interface ThreadPoolOptions {
  size: number;
  workerUrl: URL;
  /** What every thread gets when it starts. */
  workerData?: unknown;
}

interface Job {
  message: unknown;
  resolve: (value: never) => void;
  reject: (error: unknown) => void;
}

interface Reply {
  value?: unknown;
  error?: { code?: string; message: string; remedy?: string; place?: string; stack?: string };
}

/** A pool of threads. A thread answers `{ value }` or `{ error }` to every message. */
export class ThreadPool {
  readonly size: number;
  readonly #options: ThreadPoolOptions;
  readonly #idle: Worker[] = [];
  readonly #busy = new Map<Worker, Job>();
  readonly #waiting: Job[] = [];
  #isClosed = false;

  constructor(options: ThreadPoolOptions) {
    if (!Number.isInteger(options.size) || options.size < 1)
      throw new RangeError(`a pool needs at least one thread, got ${options.size}`);
    this.size = options.size;
    this.#options = options;
  }

  /** Ask a thread. */
  ask<T>(message: unknown): Promise<T> {
    if (this.#isClosed) return Promise.reject(closedError());
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ message, resolve, reject });
      this.#start();
    });
  }

  /** Ends the threads; what is under way is rejected. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const workers = [...this.#idle, ...this.#busy.keys()];
    for (const { reject } of [...this.#waiting.splice(0), ...this.#busy.values()])
      reject(closedError());
    this.#busy.clear();
    this.#idle.length = 0;
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  #start(): void {
    while (0 < this.#waiting.length) {
      const worker = this.#idle.pop() ?? this.#open();
      const job = worker && this.#waiting.shift();
      if (!worker || !job) return;
      this.#busy.set(worker, job);
      worker.ref();
      worker.postMessage(job.message);
    }
  }

  #open(): Worker | null {
    if (this.size <= this.#busy.size) return null;
    const worker = new Worker(this.#options.workerUrl, { workerData: this.#options.workerData });
    worker.on('message', (reply: Reply) => this.#finish(worker, reply));
    worker.on('error', (error) => this.#bury(worker, error));
    worker.on('exit', (code) => this.#bury(worker, new Error(`the thread ended with ${code}`)));
    return worker;
  }

  #finish(worker: Worker, reply: Reply): void {
    const job = this.#busy.get(worker);
    if (!job) return;
    this.#busy.delete(worker);
    worker.unref(); // an idle thread keeps no process alive
    this.#idle.push(worker);
    if (reply.error) job.reject(errorOf(reply.error));
    else job.resolve(reply.value as never);
    this.#start();
  }

  #bury(worker: Worker, cause: unknown): void {
    const job = this.#busy.get(worker);
    this.#busy.delete(worker);
    const at = this.#idle.indexOf(worker);
    if (0 <= at) this.#idle.splice(at, 1);
    job?.reject(
      new CodedError('reading-failed', 'the thread that was at work ended', {
        cause,
        remedy: 'read the article alone with `onrecord read`; if that fails too, report it',
      }),
    );
    if (!this.#isClosed) this.#start();
  }
}

function closedError(): CodedError {
  return new CodedError('reading-stopped', 'the work was stopped before it was done');
}

function errorOf(error: NonNullable<Reply['error']>): Error {
  if (!error.code)
    return Object.assign(new Error(error.message), error.stack ? { stack: error.stack } : {});
  return new CodedError(error.code, error.message, {
    ...(error.remedy ? { remedy: error.remedy } : {}),
    ...(error.place ? { place: error.place } : {}),
  });
}
