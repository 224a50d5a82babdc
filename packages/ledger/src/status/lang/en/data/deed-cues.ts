/**
 * Words by which news tells that a pledge moved on: the status that they stand for, each with an
 * example. Looked at in order, in sentences that speak of the pledge's party and matter.
 * @module
 */
import type { CommitmentStatus } from '@onrecord/record';

/** One cue. */
export interface DeedCue {
  status: CommitmentStatus;
  says: RegExp;
}

/** In order: what speaks against comes first, for it may hold a word of what speaks for. */
export const DEED_CUES: readonly DeedCue[] = [
  // "has failed to deliver the batteries", "broke its promise", "nobody on it had been freed"
  {
    status: 'broken',
    says: /\b(failed to|broke (?:its|his|her|their|the) (?:promise|pledge|word)|did not keep|went by without|never (?:came|arrived|happened)|(?:nobody|none|no one)\b.{0,30}\b(?:had|has|have) been)\b/i,
  },
  // "withdrew the offer", "the plan was dropped", "is no longer needed"
  {
    status: 'withdrawn',
    says: /\b(withdrew (?:its|his|her|their|the) (?:offer|pledge|plan|promise|agreement)|took back (?:its|his|her|their|the) (?:offer|pledge|promise)|(?:scrapped|dropped|abandoned|cancelled|called off) (?:its|his|her|their|the) (?:offer|plan|pledge|mission)|(?:was|is|were|are) no longer needed)\b/i,
  },
  // "suspended the deliveries"
  {
    status: 'suspended',
    says: /\b(suspend(?:s|ed)|paus(?:es|ed)|fr(?:oze|ozen)|put on hold|halted)\b/i,
  },
  // "has been delayed until the spring"
  {
    status: 'stalled',
    says: /\b(delayed|postponed|held up|stalled|bogged down|behind schedule)\b/i,
  },
  // "parliament approved the bill by 94 votes to 61", "signed the agreement", "signed it into law"
  {
    status: 'legislated',
    says: /\b((?:parliament|chambers?|assembly|senate|congress|lawmakers|legislature)\b.{0,40}\b(?:approved|passed|adopted|ratified|backed)|signed (?:into law|(?:it|the (?:bill|law|agreement|treaty|contract))))\b/i,
  },
  // "set aside 40 million crowns in the budget"
  { status: 'allocated', says: /\b(allocated|earmarked|budgeted|set aside)\b/i },
  // "the first battery was already on its way", "has begun to train"
  {
    status: 'delivering',
    says: /\b(on (?:its|their) way|has begun|have begun|had begun|began to|has started|have started|is under way|are under way|set out|left for)\b/i,
  },
  // "was handed over to Tavria", "took effect", "were sent home"
  {
    status: 'delivered',
    says: /\b((?:was|were|has been|have been) (?:handed over|delivered|completed|fulfilled|paid|sent|freed|released|lifted|opened|signed)|took effect|kept (?:its|his|her|their|the) (?:promise|pledge|word)|arrived)\b/i,
  },
];

/** Words before a verb that make it no deed yet: "will be delivered", "promised to release". */
export const NOT_YET =
  /\b(will|would|shall|should|can|could|may|might|must|if|unless|until|once|when|(?:plans?|planned|promises?|promised|pledges?|pledged|hopes?|hoped|wants?|wanted|expected|agreed|offered) to|to be|is to|are to|not|never|no)\b/i;

/** Past forms that do not end in -ed, by their first form. */
export const PAST_FORMS: Readonly<Record<string, readonly string[]>> = {
  send: ['sent'],
  build: ['built'],
  pay: ['paid'],
  give: ['gave', 'given'],
  withdraw: ['withdrew', 'withdrawn'],
  leave: ['left'],
  cut: ['cut'],
  buy: ['bought'],
  sell: ['sold'],
  take: ['took', 'taken'],
  hold: ['held'],
  begin: ['began', 'begun'],
  stand: ['stood'],
  bring: ['brought'],
  lead: ['led'],
  teach: ['taught'],
  free: ['freed'],
  meet: ['met'],
  put: ['put'],
};
