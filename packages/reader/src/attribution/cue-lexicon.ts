/**
 * Look up cue words: which act a lemma names, and in which frames its content stands.
 * @module
 */
import type { StatementAct } from '@onrecord/record';
import { CUE_NOUNS, CUE_VERBS } from './lang/en/data/cue-words.ts';

/** What the tables say of a cue verb. */
export interface CueVerb {
  readonly act: StatementAct;
  /** Some of the letters `c` (clause), `i` (infinitive), `o` (object). */
  readonly frames: string;
}

const VERBS = new Map<string, CueVerb>();
for (const [act, frames, lemmas] of CUE_VERBS)
  for (const lemma of lemmas.split(/\s+/)) {
    const known = VERBS.get(lemma);
    VERBS.set(lemma, { act: known?.act ?? act, frames: (known?.frames ?? '') + frames });
  }

const NOUNS = new Map<string, StatementAct>();
for (const [act, lemmas] of CUE_NOUNS)
  for (const lemma of lemmas.split(/\s+/)) if (!NOUNS.has(lemma)) NOUNS.set(lemma, act);

/** Find a cue verb by its lemma. @returns null for a verb that does not attribute. */
export function findCueVerb(lemma: string): CueVerb | null {
  return VERBS.get(lemma) ?? null;
}

/** Find the act of a cue noun ("claim" says, "refusal" decides). @returns null for another noun. */
export function findCueNoun(lemma: string): StatementAct | null {
  return NOUNS.get(lemma) ?? null;
}
