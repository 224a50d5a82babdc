/**
 * Positions: what a party holds on one matter at one time, from its commitments and from its
 * denials of having made one, ready for comparison.
 * @module
 */
import {
  type Amount,
  type ArticleRecord,
  type Commitment,
  type ConditionChip,
  type DateRange,
  type Evidence,
  type Party,
  type Position,
  quoteOf,
  type Span,
  type Statement,
} from '@onrecord/record';
import { describeEntries, type EntryContext } from '../board/describe-entry.ts';
import { sentenceAround } from '../board/merge-entries.ts';
import { daysOf } from '../board/said-days.ts';
import { foldMatter, type Matter } from '../matter/fold-matter.ts';
import { describeEvidence } from '../party/describe-evidence.ts';

/** A position with what its comparison needs. */
export interface DraftPosition {
  party: Party;
  stance: Position['stance'];
  basis: Position['basis'];
  assertedBy?: Party | undefined;
  /** The days on which it may have been taken. */
  days: DateRange | null;
  action: string;
  cue: string;
  matter: Matter;
  conditions: ConditionChip[];
  exceptions: string[];
  amount?: Amount | undefined;
  deadlineBy?: string | undefined;
  /** Words by which the speaker lowers it. */
  hedges: string[];
  /** Whether a yes has a no inside: "not fire from within five kilometres". */
  isNegated: boolean;
  /** The sentence that it stands in. */
  sentence: string;
  evidence: Evidence;
}

/** "denied that her government had ever promised": the cue of a denial. */
const DENIAL = /\b(den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing))\b/i;
/** "We never promised a date" */
const NEVER = /\bnever\s+(promised|offered|agreed|pledged|said|committed|accepted)\b/i;
/** What is denied must be a word that was given; a denied attack is no denied promise. */
const GIVEN_WORD = /\b(promis|offer|agree|pledg|commit|accept|vow|undert|said|announc|signal)\w*/i;

/** "not fire from within five kilometres", "vote against the bill" */
const NEGATED = /^\s*(?:to )?(?:not|never|no longer|refrain|abstain|vot\w+ against|oppos\w+)\b/i;
/** "would not free any": a no between the cue and the action, where the stance says yes. */
const NOT_BETWEEN = /\b(?:not|never)\b|n[’']t\b/i;

function isNegated(text: string, commitment: Commitment, action: string): boolean {
  if (NEGATED.test(action)) return true;
  if (['refuses', 'rejects'].includes(commitment.stance)) return false;
  const from = Math.min(...commitment.cue.map((span) => span[0]));
  const to = Math.min(...commitment.action.map((span) => span[0]));
  return from < to && to - from < LONGEST_GAP && NOT_BETWEEN.test(text.slice(from, to));
}

/** Letters between cue and action: more is another clause. */
const LONGEST_GAP = 40;

/** Describe the positions that a commitment takes, one for each party bound. */
export function describePositions(
  record: ArticleRecord,
  commitment: Commitment,
  context: EntryContext,
): DraftPosition[] {
  const { text } = record.article;
  const spans = [...commitment.party, ...commitment.cue, ...commitment.action];
  const sentence = sentenceOf(text, spans);
  return describeEntries(record, commitment, context).map(({ entry, matter, days }) => ({
    party: entry.party,
    stance: entry.stance,
    basis: entry.basis,
    assertedBy: entry.assertedBy,
    days,
    action: entry.action,
    cue: entry.cue,
    matter,
    conditions: entry.conditions,
    exceptions: entry.exceptions,
    amount: entry.amount,
    deadlineBy: commitment.deadline?.by,
    hedges: commitment.hedges
      .filter((hedge) => hedge.by === 'speaker')
      .map((hedge) => quoteOf(text, [hedge.span])),
    isNegated: isNegated(text, commitment, entry.action),
    sentence,
    evidence: entry.evidence[0] as Evidence,
  }));
}

function sentenceOf(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return '';
  const start = Math.min(...spans.map((span) => span[0]));
  const end = Math.max(...spans.map((span) => span[1]));
  return sentenceAround(text, start, end);
}

/** Describe a statement that denies a promise as a position, or null when it is none. */
export function describeDenial(
  record: ArticleRecord,
  statement: Statement,
  context: EntryContext,
): DraftPosition | null {
  const { text } = record.article;
  const cue = quoteOf(text, statement.cue);
  const content = quoteOf(text, statement.content);
  const isDenial = (DENIAL.test(cue) && GIVEN_WORD.test(content)) || NEVER.test(content);
  if (!isDenial || statement.speaker === undefined) return null;
  const party = context.parties.findBound(record, statement.speaker);
  if (party === null) return null;
  const origin = context.originOf.get(record.article.id) ?? record.article.id;
  const spans = [...statement.source, ...statement.cue, ...statement.content];
  return {
    party,
    stance: 'denies',
    basis: statement.kind === 'indirect' ? 'own-paraphrase' : 'own-words',
    assertedBy: context.parties.find(record, statement.speaker) ?? undefined,
    days: daysOf(record, statement),
    action: content,
    cue,
    matter: foldMatter(content.replace(GIVEN_WORD, ' ')),
    conditions: [],
    exceptions: [],
    hedges: [],
    isNegated: false,
    sentence: sentenceOf(text, spans),
    evidence: describeEvidence(record, origin, { spans, statementId: statement.id }),
  };
}
