/**
 * Deciding on everything that passes the filter of the queue: first what that is (its ids, which is
 * what the person then confirms), then a batch at a time, so that it can be stopped. What was
 * decided up to then is one deed, and one undo takes it back.
 * @module
 */
import type { DecisionInput, EntryFilter } from '@onrecord/api/client';
import { useRef, useState } from 'preact/hooks';
import { describeCount } from '../../component/record-head.tsx';
import { tell } from '../../component/toast.tsx';
import { client } from '../../connection/client.ts';
import { sendDecisions, undoDecisions } from '../../connection/decide.ts';
import { listAll } from '../../connection/use-pages.ts';

/** A verdict that many entries can be given. */
export type BulkVerdict = { kind: 'accept' } | { kind: 'reject'; reason: string };

/** So many are decided in one transaction: a stop takes effect after a second at most. */
const BATCH = 100;

/** What is going on. */
export interface Bulk {
  /** What is done ("Accepting"), how far it is; null when nothing goes on. */
  progress: { doing: string; done: number; total: number } | null;
  stop: () => void;
  run: (ids: readonly string[], verdict: BulkVerdict) => Promise<void>;
  takeBack: (decisionIds: readonly string[]) => Promise<void>;
}

const WORDS = {
  accept: { doing: 'Accepting', done: 'Accepted' },
  reject: { doing: 'Rejecting', done: 'Rejected' },
} as const;

/** List the ids of all that passes a filter, however many. */
export function listQueueIds(filter: EntryFilter & { maxScore?: number | undefined }) {
  return listAll<string>(
    (cursor, signal, limit) =>
      client.listReviewIds({ query: { ...filter, cursor, limit }, signal }),
    Number.POSITIVE_INFINITY,
  );
}

interface Ended {
  /** Something was decided: it can be undone. */
  onDecided: (decisionIds: string[]) => void;
  /** The queue is another than before. */
  onEnd: () => void;
  undo: () => void;
}

/** Decide on many, with progress, a stop and an undo. */
export function useBulk({ onDecided, onEnd, undo }: Ended): Bulk {
  const [progress, setProgress] = useState<Bulk['progress']>(null);
  const isStopped = useRef(false);

  /** Do something with items a batch at a time; gives back how many it was done with. */
  async function go(
    doing: string,
    items: readonly string[],
    send: (batch: readonly string[]) => Promise<boolean>,
  ): Promise<number> {
    isStopped.current = false;
    let done = 0;
    while (done < items.length && !isStopped.current) {
      setProgress({ doing, done, total: items.length });
      const batch = items.slice(done, done + BATCH);
      if (!(await send(batch))) break;
      done += batch.length;
    }
    setProgress(null);
    return done;
  }

  const say = (what: string, done: number, total: number) =>
    `${what} ${describeCount(done, 'entry', 'entries')}${done < total ? ` of ${total}; stopped` : ''}`;

  const run = async (ids: readonly string[], verdict: BulkVerdict) => {
    const made: string[] = [];
    const words = WORDS[verdict.kind];
    const done = await go(words.doing, ids, async (batch) => {
      const decisions = batch.map((entryId): DecisionInput => ({ ...verdict, entryId }));
      const decided = await sendDecisions(decisions);
      for (const { id } of decided ?? []) made.push(id);
      return decided !== null;
    });
    if (0 < made.length) onDecided(made);
    if (0 < done) tell(say(words.done, done, ids.length), undo);
    onEnd();
  };

  const takeBack = async (decisionIds: readonly string[]) => {
    const ids = [...decisionIds].reverse();
    const done = await go(
      'Taking back',
      ids,
      async (batch) => (await undoDecisions(batch)) !== null,
    );
    if (done < ids.length) onDecided(ids.slice(done).reverse());
    if (0 < done) tell(say('Taken back:', done, ids.length));
    onEnd();
  };

  return {
    progress,
    stop: () => {
      isStopped.current = true;
    },
    run,
    takeBack,
  };
}
