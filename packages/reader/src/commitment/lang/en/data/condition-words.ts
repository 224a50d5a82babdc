/**
 * English connectives of conditions and the words that tell what a condition is about. Rows are
 * tried in order, longer before shorter. Data only; `find-conditions.ts` reads the tree.
 * @module
 */
import type { ConditionType, Connective } from '@onrecord/record';

/** Words that open a condition, with the design's connective. */
export const CONNECTIVE_PHRASES: readonly (readonly [phrase: string, connective: Connective])[] = [
  ['only in the event of', 'only-if'],
  ['only in exchange for', 'only-if'],
  ['only on condition that', 'only-if'],
  ['only in case of', 'only-if'],
  ['on the condition that', 'only-if'],
  ['upon the condition that', 'only-if'],
  ['upon condition that', 'only-if'],
  ['on condition that', 'only-if'],
  ['on the condition of', 'only-if'],
  ['on condition of', 'only-if'],
  ['on the condition', 'only-if'],
  ['on condition', 'only-if'],
  ['in the event that', 'in-case-of'],
  ['in the event of', 'in-case-of'],
  ['in the case of', 'in-case-of'],
  ['in the absence of', 'unless'],
  ['in exchange for', 'only-if'],
  ['in return for', 'only-if'],
  ['in response to any', 'in-case-of'],
  ['in case of', 'in-case-of'],
  ['in case', 'in-case-of'],
  ['only as long as', 'as-long-as'],
  ['for as long as', 'as-long-as'],
  ['for so long as', 'as-long-as'],
  ['as long as', 'as-long-as'],
  ['so long as', 'as-long-as'],
  ['until and unless', 'until'],
  ['unless and until', 'until'],
  ['only if', 'only-if'],
  ['only when', 'only-if'],
  ['only once', 'only-after'],
  ['only after', 'only-after'],
  ['only following', 'only-after'],
  ['only with', 'only-if'],
  ['if and when', 'if'],
  ['if and only if', 'only-if'],
  ['not until', 'only-after'],
  ['not before', 'only-after'],
  ['provided that', 'only-if'],
  ['provided', 'only-if'],
  ['providing that', 'only-if'],
  ['to the degree that', 'if'],
  ['to the extent that', 'if'],
  ['assuming that', 'if'],
  ['assuming', 'if'],
  ['contingent on', 'only-if'],
  ['contingent upon', 'only-if'],
  ['conditional on', 'only-if'],
  ['conditional upon', 'only-if'],
  ['conditioned on', 'only-if'],
  ['dependent on', 'only-if'],
  ['depending on', 'if'],
  ['subject to', 'only-if'],
  ['pending', 'after'],
  ['unless', 'unless'],
  ['until', 'until'],
  ['till', 'until'],
  ['once', 'after'],
  ['if', 'if'],
];

/** Before "if" these make it no condition of the position ("even if", "as if", "what if"). */
export const NO_CONDITION_BEFORE: ReadonlySet<string> = new Set([
  'even',
  'as',
  'what',
  'wonder',
  'see',
]);

/** Verbs whose "if" is a question ("asked if", "to see if"). */
export const QUESTION_VERBS: ReadonlySet<string> = new Set([
  'ask',
  'wonder',
  'know',
  'see',
  'say',
  'determine',
  'decide',
  'question',
  'check',
  'consider',
  'doubt',
  'confirm',
  'verify',
  'find',
  'clear',
  'sure',
  'tell',
  'understand',
]);

/**
 * What a condition is about, by its words; the first row that matches decides. `actor` rows name
 * who must act; the trigger is then the noun with that actor ("approval of parliament").
 */
export const TRIGGER_ROWS: readonly {
  readonly type: ConditionType;
  readonly pattern: RegExp;
  readonly trigger: string;
  readonly hasActor?: boolean;
}[] = [
  // "in case of a ceasefire", "once the guns fall silent", "after a truce"
  {
    type: 'ceasefire',
    pattern:
      /\bcease-?\s?fires?\b|\btruces?\b|\barmistice|\bguns? (?:have |has |had )?(?:fall|fell|fallen|go|gone|went|are|is)\s+(?:finally\s+)?silent|\bsilence of the guns|\blay(?:s|ing)? down (?:their|its|his|her)? ?(?:arms|weapons)|\b(?:fighting|shooting|shelling|bombardment) (?:has |have )?(?:stop|cease|halt|paus|end)/,
    trigger: 'ceasefire',
  },
  // "once a peace deal is signed"
  {
    type: 'peace-agreement',
    pattern:
      /\bpeace (?:deal|agreement|accord|treaty|settlement|plan|pact)|\b(?:final|lasting|comprehensive) (?:settlement|peace)\b|\bpeace is (?:reached|made|agreed|signed)/,
    trigger: 'peace agreement',
  },
  // "in case of renewed aggression", "if they attack again"
  {
    type: 'renewed-attack',
    pattern:
      /\b(?:new|renewed|further|another|future|fresh|any) (?:\w+ ){0,2}(?:attack|aggression|invasion|assault|offensive|incursion|strike)|\battack(?:s|ed)? (?:\w+ )?again|\b(?:invade|attack|re-?invade|violate)s?\b|\bpath of (?:\w+ ){0,3}aggression/,
    trigger: 'renewed attack',
  },
  // "until the war ends", "as long as the aggression continues"
  {
    type: 'end-of-hostilities',
    pattern:
      /\b(?:war|conflict|hostilities|aggression|violence|occupation|invasion|repression|crackdown|fighting|attacks?|bombing)\b.*\b(?:end|ends|ended|over|stop|stops|stopped|cease|ceases|ceased|continue|continues|persist|goes on)\b|\b(?:end|ends|ending|stop|stops|cessation|halt|wage|wages|continue|continues)\b.*\b(?:war|conflict|hostilities|aggression|violence|occupation|fighting|attacks?|invasion)\b|\bwithdraw/,
    trigger: 'end of hostilities',
  },
  // "if inspectors can verify it"
  {
    type: 'verification',
    pattern:
      /\bverif|\binspect|\bmonitor(?:s|ed|ing)\b|\bconfirm(?:s|ed)?\b|\bproof\b|\bproves?\b|\baudit/,
    trigger: 'verification',
  },
  // "pending approval by parliament", "unless the senate ratifies it", "subject to a vote"
  {
    type: 'approval-of',
    pattern:
      /\bapprov|\bratif|\bauthori[sz]|\bendors|\bvotes?\b|\bpass(?:es|ed)?\b|\breferendum|\bgreen light|\bmandate\b|\bsign(?:s|ed)? off|\bappeal|\bcourt|\brul(?:es|ed|ing)\b/,
    trigger: 'approval',
    hasActor: true,
  },
  // "if the government asks for it", "at the request of"
  {
    type: 'request-of',
    pattern: /\brequest|\bask(?:s|ed)?\b|\binvit|\bcall(?:s|ed)? (?:for|upon|on)/,
    trigger: 'request',
    hasActor: true,
  },
  // "provided others do the same", "in exchange for sanctions relief"
  {
    type: 'reciprocity',
    pattern:
      /\bsame\b|\breciproc|\bin (?:exchange|return) for|\bin kind\b|\blikewise\b|\bboth sides\b|\bmutual/,
    trigger: 'reciprocity',
  },
  // "if the neighbours join", "without the participation of"
  {
    type: 'participation-of',
    pattern:
      /\bjoin|\btake(?:s)? part|\bparticipat|\bcontribut|\bon board\b|\bcome(?:s)? along|\battend/,
    trigger: 'participation',
    hasActor: true,
  },
  // "if Moscow agrees", "only with the consent of"
  {
    type: 'consent-of',
    pattern:
      /\bagree|\bconsent|\baccept|\bpermi(?:t|ssion)|\ballow|\bwilling|\bready\b|\bcommit|\bpromise|\bdoes not object|\bchange(?:s)? (?:course|its|his|her|their|that)/,
    trigger: 'consent',
    hasActor: true,
  },
  // "if the money is found"
  {
    type: 'funding',
    pattern:
      /\bfund|\bmoney\b|\bfinanc|\bbudget|\bpa(?:y|ys|id)\b|\bdonat|\bdollars?\b|\bcosts?\b|\$/,
    trigger: 'funding',
  },
  {
    type: 'role-limit',
    pattern: /\b(?:role|combat|front ?lines?|non-combat|support role|advisory)\b/,
    trigger: 'role limit',
  },
];
