/**
 * The what-if of a dossier: what is known, asked for once; what follows from assumed states, at once
 * from the browser; and with loops and totals from the ledger where they are shown.
 * @module
 */
import type { Board, WhatIf } from '@onrecord/record';
import { useMemo } from 'preact/hooks';
import { client } from '../../connection/client.ts';
import type { Trouble } from '../../connection/problem.ts';
import { useAnswer } from '../../connection/use-answer.ts';
import { place } from '../../route.ts';
import { type Assumed, assumeLocally, joinOutcomes } from './assume-locally.ts';
import { readAssumed } from './condition-switches.tsx';

/** A what-if as far as it is here. */
export interface Following {
  /** Without assumptions; null until it is here. */
  known: WhatIf | null;
  /** Under the states assumed now; the same as `known` where none are. */
  shown: WhatIf | null;
  isAssumed: boolean;
  /** Whether loops and totals are those of the states assumed now. */
  isWhole: boolean;
  trouble: Trouble | null;
  again: () => void;
}

interface Asked {
  dossier: string;
  /** The dossier's board; nothing is asked before it is here, so that it comes first. */
  board: Board | null;
  /** Whether the ledger is asked for loops and totals. */
  isWhole: boolean;
}

/** Keep the what-if of a dossier. */
export function useWhatIf({ dossier, board, isWhole }: Asked): Following {
  const assumed = readAssumed(place.value.query);
  const assumptions = listAssumptions(assumed);
  const isAssumed = 0 < assumptions.length;
  const knownKey = board && `what is known ${dossier}`;
  const known = useAnswer(knownKey, (signal) =>
    client.getOutcomes({ query: { dossier, if: [] }, signal }),
  );
  const key = board && isAssumed && isWhole ? `what-if ${dossier} ${assumptions.join(' ')}` : null;
  // The answer says what it is about: an older one may still be here.
  const whole = useAnswer(key, async (signal) => ({
    key,
    outcomes: await client.getOutcomes({ query: { dossier, if: assumptions }, signal }),
  }));
  const shownKnown = useMemo(
    () => board && known.value && joinOutcomes(board, known.value),
    [board, known.value],
  );
  const local = useMemo(
    () =>
      board && isAssumed && known.value && shownKnown
        ? assumeLocally(board, { known: shownKnown, outcomes: known.value }, assumed)
        : null,
    [board, known.value, assumptions.join(' ')],
  );
  const answered = key !== null && whole.value?.key === key ? whole.value.outcomes : null;
  const shownWhole = useMemo(
    () => board && answered && joinOutcomes(board, answered),
    [board, answered],
  );
  return {
    known: shownKnown,
    shown: shownWhole ?? (isAssumed ? local : shownKnown),
    isAssumed,
    isWhole: !isAssumed || shownWhole !== null,
    trouble: known.trouble ?? (key === null ? null : whole.trouble),
    again: () => {
      known.again();
      whole.again();
    },
  };
}

/** Assumed states as the API takes them: "ceasefire=met". */
export const listAssumptions = (assumed: Assumed): string[] =>
  Object.entries(assumed).map(([key, state]) => `${key}=${state}`);
