/**
 * The what-if of a dossier: what is known, asked for once; what follows from assumed states, at once
 * from the browser; and with loops and totals from the ledger where they are shown.
 * @module
 */
import type { WhatIf } from '@onrecord/record';
import { useMemo } from 'preact/hooks';
import { client } from '../../connection/client.ts';
import type { Trouble } from '../../connection/problem.ts';
import { useAnswer } from '../../connection/use-answer.ts';
import { place } from '../../route.ts';
import { assumeLocally } from './assume-locally.ts';
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

/** Keep the what-if of a dossier; `isWhole` asks the ledger for loops and totals. */
export function useWhatIf(dossier: string, { isWhole }: { isWhole: boolean }): Following {
  const assumed = readAssumed(place.value.query);
  const assumptions = Object.entries(assumed).map(([key, state]) => `${key}=${state}`);
  const isAssumed = 0 < assumptions.length;
  const known = useAnswer(`what is known ${dossier}`, (signal) =>
    client.getWhatIf({ query: { dossier, if: [] }, signal }),
  );
  const key = isAssumed && isWhole ? `what-if ${dossier} ${assumptions.join(' ')}` : null;
  // The answer says what it is about: an older one may still be here.
  const whole = useAnswer(key, async (signal) => ({
    key,
    whatIf: await client.getWhatIf({ query: { dossier, if: assumptions }, signal }),
  }));
  const local = useMemo(
    () => known.value && (isAssumed ? assumeLocally(known.value, assumed) : known.value),
    [known.value, assumptions.join(' ')],
  );
  const isHere = key !== null && whole.value?.key === key;
  return {
    known: known.value,
    shown: isHere ? (whole.value?.whatIf ?? null) : local,
    isAssumed,
    isWhole: !isAssumed || isHere,
    trouble: known.trouble ?? (key === null ? null : whole.trouble),
    again: () => {
      known.again();
      whole.again();
    },
  };
}
