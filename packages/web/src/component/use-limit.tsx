/**
 * Long lists that must stay whole for print and search in the page are drawn in portions: the first
 * at once, the next on request.
 * @module
 */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { findCount, keepCount } from '../route.ts';

/** Some of a list, and a button for more of it. */
export interface Limited<T> {
  shown: readonly T[];
  more: ComponentChildren;
}

interface LimitOptions {
  portion: number;
  /** What the items are: "parties". */
  what: string;
  /** The name of this list among those of the screen, where several are of one kind. */
  list?: string;
}

/**
 * Take the first portion of a list, with a button that shows the next. Who comes back finds as much
 * of it as was shown.
 */
export function useLimit<T>(
  items: readonly T[],
  { portion, what, list = what }: LimitOptions,
): Limited<T> {
  const [limit, setLimit] = useState(() => findCount(list) ?? portion);
  const rest = items.length - limit;
  const show = () => {
    setLimit(limit + portion);
    keepCount(list, limit + portion);
  };
  return {
    shown: items.slice(0, limit),
    more:
      0 < rest ? (
        <>
          <button type="button" class="more" onClick={show}>
            Show{' '}
            {rest === 1
              ? 'one more'
              : `${rest <= portion ? rest : `${portion} of ${rest}`} more ${what}`}
          </button>
          <span class="on-paper">and {rest === 1 ? 'one more' : `${rest} more ${what}`}</span>
        </>
      ) : null,
  };
}
