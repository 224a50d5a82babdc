/**
 * A list of the ledger page by page: the first page for each key, further ones on request. Who comes
 * back to a list finds as much of it as was there.
 * @module
 */
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { findCount, keepCount } from '../route.ts';
import { describeTrouble, isAbort, type Trouble } from './problem.ts';

/** A page as the API answers it. */
export interface AnswerPage<T> {
  items: T[];
  nextCursor?: string | undefined;
}

/** What is known of a list. */
export interface Pages<T> {
  items: T[];
  /** The key that the items answer to; null before the first are here. */
  answered: string | null;
  trouble: Trouble | null;
  isLoading: boolean;
  hasMore: boolean;
  more: () => void;
  again: () => void;
  /** Change the items that are here, after a decision. */
  change: (make: (items: T[]) => T[]) => void;
}

interface Held<T> {
  items: T[];
  answered: string | null;
  cursor: string | undefined;
  trouble: Trouble | null;
  isLoading: boolean;
}

type AskPage<T> = (
  cursor: string | undefined,
  signal: AbortSignal,
  limit: number,
) => Promise<AnswerPage<T>>;

/** The most that the API answers at once. */
const PAGE_LIMIT = 500;

/** Ask for so many items from the beginning, in as few pages as can be. */
async function askFor<T>(ask: AskPage<T>, count: number, signal: AbortSignal) {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await ask(cursor, signal, Math.min(count - items.length, PAGE_LIMIT));
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined && items.length < count);
  return { items, nextCursor: cursor };
}

interface PageSizes {
  /** How many items come at first; fewer than on a further page where a window holds no more. */
  first?: number;
  further?: number;
}

/** Ask for a list; the items of the old key stay until those of the new one are here. */
export function usePages<T>(
  key: string,
  ask: AskPage<T>,
  { further = 100, first = further }: PageSizes = {},
): Pages<T> {
  const [held, setHeld] = useState<Held<T>>({
    items: [],
    answered: null,
    cursor: undefined,
    trouble: null,
    isLoading: true,
  });
  const [turn, again] = useReducer((count: number) => count + 1, 0);
  const latest = useRef(ask);
  latest.current = ask;
  const giveUp = useRef(new AbortController());

  const load = (page: (signal: AbortSignal) => Promise<AnswerPage<T>>, before: readonly T[]) => {
    const { signal } = giveUp.current;
    setHeld((now) => ({ ...now, isLoading: true }));
    page(signal).then(
      ({ items, nextCursor: cursor }) => {
        if (signal.aborted) return;
        const all = [...before, ...items];
        if (first < all.length) keepCount(key, all.length);
        setHeld({ items: all, answered: key, cursor, trouble: null, isLoading: false });
      },
      (problem: unknown) => {
        if (signal.aborted || isAbort(problem)) return;
        setHeld((now) => ({ ...now, trouble: describeTrouble(problem), isLoading: false }));
      },
    );
  };
  // A turn asks the same key again. It is asked before the frame is drawn, not a frame later.
  useLayoutEffect(() => {
    giveUp.current = new AbortController();
    const count = Math.max(first, findCount(key) ?? 0);
    load((signal) => askFor(latest.current, count, signal), []);
    return () => giveUp.current.abort();
  }, [key, turn]);
  return {
    items: held.items,
    answered: held.answered,
    trouble: held.trouble,
    isLoading: held.isLoading,
    hasMore: held.cursor !== undefined,
    more: () => load((signal) => latest.current(held.cursor, signal, further), held.items),
    again: () => again(0),
    change: (make) => setHeld((before) => ({ ...before, items: make(before.items) })),
  };
}

/** More rows than this are not exported from the browser; the command line has no limit. */
export const EXPORT_LIMIT = 20_000;

/** Get all pages of a list, up to the limit of an export. */
export async function listAll<T>(ask: AskPage<T>, limit = EXPORT_LIMIT): Promise<T[]> {
  const { signal } = new AbortController();
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await ask(cursor, signal, PAGE_LIMIT);
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined && all.length < limit);
  return all;
}
