/**
 * One plain line for each entry: who, what, to whom, on which condition, said by whom and when.
 * The line is made of pieces, so that a card can give each piece the mark of its field.
 * @module
 */
import type {
  Basis,
  Commitment,
  Condition,
  Connective,
  Span,
  Stance,
  Statement,
  StatementAct,
} from '@onrecord/record';
import { describeDate, describeDuration, describeRange } from './date.ts';
import type { Field } from './field.ts';

/** A piece of a line: words of the software's own, or of the article where `field` is given. */
export interface LinePiece {
  text: string;
  field?: Field;
}

/** What a stance is called before its action. */
export const STANCE_PHRASES: Readonly<Record<Stance, string>> = {
  commits: 'commits to',
  offers: 'offers',
  considers: 'considers',
  refuses: 'refuses',
  demands: 'demands',
  accepts: 'accepts',
  rejects: 'rejects',
  threatens: 'threatens',
};

/** The rungs of the evidence ladder, as a badge says them. */
export const BASIS_LABELS: Readonly<Record<Basis, string>> = {
  'own-words': 'own words',
  'own-paraphrase': 'own position, paraphrased',
  'named-third-party': 'said of them by someone named',
  'unnamed-source': 'unnamed source',
  reported: 'reported',
  outlet: 'the outlet’s own voice',
};

const CONNECTIVE_PHRASES: Readonly<Record<Connective, string>> = {
  'only-if': 'only if',
  if: 'if',
  unless: 'unless',
  until: 'until',
  'only-after': 'only after',
  after: 'after',
  before: 'before',
  'as-long-as': 'as long as',
  'in-case-of': 'in case of',
};

const ACT_PHRASES: Readonly<Record<StatementAct, string>> = {
  says: 'says',
  decides: 'decides',
  intends: 'intends',
  believes: 'believes',
  feels: 'feels',
  shows: 'shows',
  declines: 'declined to speak about',
};

const PLURAL =
  /^(?:[\d,.]{2,}|[2-9]|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|dozens|hundreds|thousands|several|some|many|most|both|all|they|we|you|i)\b|, | and /i;

/** Put a verb phrase in the number of its subject: "Norvia offers", "Twelve countries offer". */
export function agreeWith(subject: string, phrase: string): string {
  return PLURAL.test(subject) ? phrase.replace(/^(\w+?)s\b/, '$1') : phrase;
}

/** The parts that an actor can have in an entry. */
export type ActorPart = 'speaker' | 'party' | 'asserter' | 'counterparty';

/** What a line is made of: an entry, the names of its actors, and its text to cut from. */
export interface EntryFacts {
  statement?: Statement | undefined;
  commitment?: Commitment | undefined;
  /** Cut the words at some spans from the article; pieces joined by " … ". */
  cut: (spans: readonly Span[]) => string;
  /** The names of the actors that have a part. */
  names: (part: ActorPart) => string[];
  saidOn?: { from: string; to: string } | undefined;
}

/** Cut a text to a length at a word's end. */
export function shortenText(text: string, limit: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= limit) return flat;
  const space = flat.lastIndexOf(' ', limit);
  return `${flat.slice(0, limit * 0.6 < space ? space : limit)} …`;
}

/** Describe a condition: its connective and what it waits for. */
export function describeCondition(condition: Pick<Condition, 'connective' | 'trigger'>): string {
  return `${CONNECTIVE_PHRASES[condition.connective]} ${condition.trigger}`;
}

function whoIs(facts: EntryFacts, part: ActorPart, spans: readonly Span[]): string {
  return facts.names(part).join(', ') || shortenText(facts.cut(spans), 80);
}

function actionPieces(facts: EntryFacts, commitment: Commitment): LinePiece[] {
  const pieces: LinePiece[] = [];
  const add = (field: Field, words: string) => {
    if (words !== '') pieces.push({ text: words, field });
  };
  add('action', shortenText(facts.cut(commitment.action), 140));
  const towards = whoIs(facts, 'counterparty', commitment.counterparty);
  add('counterparty', towards && `→ ${towards}`);
  for (const condition of commitment.conditions) add('condition', describeCondition(condition));
  for (const exception of commitment.exceptions)
    add('exception', `except: ${shortenText(facts.cut([exception]), 80)}`);
  const { deadline } = commitment;
  if (deadline?.by) add('deadline', `by ${describeDate(deadline.by)}`);
  else if (deadline?.within) add('deadline', `within ${describeDuration(deadline.within)}`);
  else if (deadline) add('deadline', shortenText(facts.cut([deadline.span]), 60));
  return pieces;
}

function describeSaid(facts: EntryFacts): string {
  const [speaker] = facts.names('asserter');
  const when = facts.saidOn && describeRange(facts.saidOn.from, facts.saidOn.to);
  return `${speaker ? `said by ${speaker}` : 'told by the outlet'}${when ? `, ${when}` : ''}`;
}

function describeCommitment(facts: EntryFacts, commitment: Commitment): LinePiece[] {
  const party = whoIs(facts, 'party', commitment.party) || 'someone unnamed';
  const repeated = commitment.repeated ? 'repeatedly ' : '';
  const pieces: LinePiece[] = [
    { text: party, field: 'party' },
    { text: `${repeated}${agreeWith(party, STANCE_PHRASES[commitment.stance])}`, field: 'cue' },
    ...actionPieces(facts, commitment),
    { text: describeSaid(facts) },
    { text: BASIS_LABELS[commitment.basis] },
  ];
  if (commitment.outcome) pieces.push({ text: commitment.outcome.status, field: 'outcome' });
  return pieces;
}

function describeStatement(facts: EntryFacts, statement: Statement): LinePiece[] {
  const speaker = whoIs(facts, 'speaker', statement.source) || 'someone unnamed';
  const pieces: LinePiece[] = [
    { text: speaker, field: 'source' },
    { text: agreeWith(speaker, ACT_PHRASES[statement.act]), field: 'cue' },
  ];
  const add = (field: Field, words: string) => {
    if (words !== '') pieces.push({ text: words, field });
  };
  add('content', shortenText(facts.cut(statement.content), 140));
  if (statement.addressee)
    add('addressee', `→ ${shortenText(facts.cut([statement.addressee]), 60)}`);
  if (statement.occasion) add('occasion', shortenText(facts.cut([statement.occasion]), 80));
  if (facts.saidOn) pieces.push({ text: describeRange(facts.saidOn.from, facts.saidOn.to) });
  return pieces;
}

/** Describe an entry as the pieces of one line. */
export function describeEntry(facts: EntryFacts): LinePiece[] {
  if (facts.commitment) return describeCommitment(facts, facts.commitment);
  return facts.statement ? describeStatement(facts, facts.statement) : [];
}

/** Describe an entry as one plain line of text, for citations, exports and screen readers. */
export function describeEntryLine(facts: EntryFacts): string {
  return describeEntry(facts)
    .map((piece) => piece.text)
    .join(' · ')
    .replace(' · ', ' ');
}
