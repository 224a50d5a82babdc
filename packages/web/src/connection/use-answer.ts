/**
 * Ask the ledger and draw what comes: loading, here, or failed with its remedy. While a new answer
 * is on its way the old one stays, so that a filter does not make the page flash; and who comes back
 * to a page finds it as it was, while it is asked for anew.
 * @module
 */
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { describeTrouble, isAbort, type Trouble } from './problem.ts';

/** What is known of an answer. */
export interface Answer<T> {
  value: T | null;
  trouble: Trouble | null;
  isLoading: boolean;
  /** Ask again. */
  again: () => void;
}

interface Held<T> {
  value: T | null;
  trouble: Trouble | null;
  isLoading: boolean;
}

/** So many answers are kept for coming back: some pages' worth, of which few are large. */
const KEPT_LIMIT = 40;

/** The last answers by key, the oldest first. */
const kept = new Map<string, unknown>();

function keep(key: string, value: unknown): void {
  kept.delete(key);
  kept.set(key, value);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT_LIMIT) return;
    kept.delete(oldest);
  }
}

/**
 * Ask once for each key; a null key asks nothing.
 * @example
 * const actor = useAnswer(`actor ${id}`, (signal) => client.getActor({ path: { id }, signal }));
 */
export function useAnswer<T>(
  key: string | null,
  ask: (signal: AbortSignal) => Promise<T>,
): Answer<T> {
  const [held, setHeld] = useState<Held<T>>(() => ({
    value: key === null ? null : ((kept.get(key) as T | undefined) ?? null),
    trouble: null,
    isLoading: key !== null,
  }));
  const [turn, again] = useReducer((count: number) => count + 1, 0);
  const latest = useRef(ask);
  latest.current = ask;
  // A turn asks the same key again. It is asked before the frame is drawn, not a frame later.
  useLayoutEffect(() => {
    if (key === null) return;
    const giveUp = new AbortController();
    const before = kept.get(key) as T | undefined;
    setHeld((now) => ({
      ...now,
      ...(before === undefined ? {} : { value: before }),
      isLoading: true,
    }));
    latest.current(giveUp.signal).then(
      (value) => {
        if (giveUp.signal.aborted) return;
        keep(key, value);
        setHeld({ value, trouble: null, isLoading: false });
      },
      (problem: unknown) => {
        if (!giveUp.signal.aborted && !isAbort(problem))
          setHeld({ value: null, trouble: describeTrouble(problem), isLoading: false });
      },
    );
    return () => giveUp.abort();
  }, [key, turn]);
  return { ...held, again: () => again(0) };
}
