/**
 * Answers to questions over many records (boards, what-if, utterances, shifts, ratings, counts) are
 * worked out on threads with a ledger of their own on the same database: they take tens of
 * milliseconds, and the event loop must not wait for them.
 * @module
 */
import type { RouteName } from '@onrecord/api';
import type { Ledger } from '@onrecord/ledger';
import type { AppOptions, Handler, HandlerRequest } from '../create-app.ts';
import { HANDLERS } from '../route/handlers.ts';
import { ThreadPool } from './thread-pool.ts';

/** The routes whose answers are worked out on a thread where there is one. */
export const LONG_ROUTES: ReadonlySet<RouteName> = new Set<RouteName>([
  'getBoard',
  'getWhatIf',
  'getOutcomes',
  'listConditions',
  'getCondition',
  'listUtterances',
  'getUtterance',
  'listShifts',
  // How far a commitment has come is read from all that its party said.
  'getEntry',
  'getFacets',
]);

/** A second thread starts when the first is at work: counts do not wait for a long board. */
const THREADS = 2;

/** Answers on another thread. */
export interface AnsweringThread {
  /** The answer's JSON, as UTF-8. */
  answer(name: RouteName, request: HandlerRequest<RouteName>): Promise<Uint8Array>;
  close(): Promise<void>;
}

const WORKER = new URL('../../worker/answering-worker.mjs', import.meta.url);

/** Open the threads for a database; they start with the first question. */
export function openAnsweringThread(database: string): AnsweringThread {
  const pool = new ThreadPool({ size: THREADS, workerUrl: WORKER, workerData: { database } });
  return {
    answer: (name, request) => pool.ask({ name, request }),
    close: () => pool.close(),
  };
}

/** What the thread does with one question. */
export async function answerQuestion(
  question: { name: RouteName; request: HandlerRequest<RouteName> },
  ledger: Ledger,
): Promise<Uint8Array> {
  const handler = HANDLERS[question.name] as Handler<RouteName>;
  // The handlers of long routes take nothing of the app but its ledger.
  const value = await handler(question.request, { ledger } as AppOptions);
  return new TextEncoder().encode(JSON.stringify(value));
}
