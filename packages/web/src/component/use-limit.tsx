/**
 * Long lists that must stay whole for print and search in the page are drawn in portions: the first
 * at once, the next on request.
 * @module
 */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

/** Some of a list, and a button for more of it. */
export interface Limited<T> {
  shown: readonly T[];
  more: ComponentChildren;
}

/** Take the first portion of a list, with a button that shows the next. */
export function useLimit<T>(items: readonly T[], portion: number, what: string): Limited<T> {
  const [limit, setLimit] = useState(portion);
  const rest = items.length - limit;
  return {
    shown: items.slice(0, limit),
    more:
      0 < rest ? (
        <button type="button" class="more" onClick={() => setLimit(limit + portion)}>
          Show {rest <= portion ? rest : `${portion} of ${rest}`} more {what}
        </button>
      ) : null,
  };
}
