/**
 * Ask the ledger and draw what comes: loading, here, or failed with its remedy. While a new answer
 * is on its way the old one stays, so that a filter does not make the page flash.
 * @module
 */
import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
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

/**
 * Ask once for each key; a null key asks nothing.
 * @example
 * const actor = useAnswer(`actor ${id}`, (signal) => client.getActor({ path: { id }, signal }));
 */
export function useAnswer<T>(
  key: string | null,
  ask: (signal: AbortSignal) => Promise<T>,
): Answer<T> {
  const [held, setHeld] = useState<Held<T>>({
    value: null,
    trouble: null,
    isLoading: key !== null,
  });
  const [turn, again] = useReducer((count: number) => count + 1, 0);
  const latest = useRef(ask);
  latest.current = ask;
  // A turn asks the same key again.
  useEffect(() => {
    if (key === null) return;
    const giveUp = new AbortController();
    setHeld((before) => ({ ...before, isLoading: true }));
    latest.current(giveUp.signal).then(
      (value) => {
        if (!giveUp.signal.aborted) setHeld({ value, trouble: null, isLoading: false });
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
