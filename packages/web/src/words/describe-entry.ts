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
  /** It goes on with the piece before it, without a dot between them. */
  isJoined?: boolean;
}

/** What a stance is called before its action. */
const STANCE_PHRASES: Readonly<Record<Stance, string>> = {
  commits: 'commits to',
  offers: 'offers',
  considers: 'considers',
  refuses: 'refuses',
  demands: 'demands',
  accepts: 'accepts',
  rejects: 'rejects',
  threatens: 'threatens',
};

/** What a stance is called before an action that is an infinitive: "will | send soldiers". */
const INFINITIVE_PHRASES: Readonly<Partial<Record<Stance, string>>> = {
  commits: 'commits to',
  offers: 'offers to',
  considers: 'may',
  refuses: 'refuses to',
  threatens: 'threatens to',
};

// "will", "would not", "won't", "is ready to", "is ready": what follows is an infinitive.
const BEFORE_INFINITIVE =
  /(?:^|\s)(?:will|would|shall|should|can|could|may|might|must|to|cannot|\w+n['’]t|ready|willing|prepared|unwilling)(?: (?:not|never|also|only))?$/i;

/** A stance with the words around it. */
interface StanceWords {
  stance: Stance;
  cue: string;
  action: string;
}

/**
 * Describe a stance before its action, in the number of its party: "offers to" before "send
 * soldiers" (its cue is "is ready to"), "offers" before "3,000 soldiers".
 */
export function describeStance(party: string, { stance, cue, action }: StanceWords): string {
  const isInfinitive = BEFORE_INFINITIVE.test(cue.trim()) && !/^to\b/i.test(action);
  return agreeWith(party, (isInfinitive && INFINITIVE_PHRASES[stance]) || STANCE_PHRASES[stance]);
}

/** What kind of condition it is, as a list says it: "approval-of" is "approval". */
export const describeConditionType = (type: string): string =>
  type.replace(/-of$/, '').replaceAll('-', ' ');

/** The rungs of the evidence ladder, as a badge says them. */
export const BASIS_LABELS: Readonly<Record<Basis, string>> = {
  'own-words': 'own words',
  'own-paraphrase': 'paraphrased',
  'named-third-party': 'a third party’s word',
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

/** A condition as far as it is called something; `key` and `quote` where they are at hand. */
type NamedCondition = Pick<Condition, 'trigger' | 'type'> & { key?: string; quote?: string };

// Of these there is one for everybody; all others are best known by their words.
const PLAIN_TYPES = new Set([
  'ceasefire',
  'peace-agreement',
  'end-of-hostilities',
  'renewed-attack',
]);
const OPENING = /^(?:if|unless|until|after|before|once|when|only|as|in|provided|but)\b/i;

const wordsOf = (quote: string) =>
  shortenText(
    quote.replace(/^but /i, '').replace(OPENING, (word) => word.toLowerCase()),
    90,
  );

/**
 * What a condition is called by itself: "ceasefire", or its words. "If foreign soldiers arrive
 * before a ceasefire" is of that type too, but is another event: its key says so.
 */
export function nameCondition({ key, type, trigger, quote }: NamedCondition): string {
  const isPlain = PLAIN_TYPES.has(type) && !key?.startsWith(`${type}:`);
  return isPlain || !quote ? trigger : wordsOf(quote);
}

/** Describe a condition by its words, or by its connective and what it waits for. */
export function describeCondition(
  condition: NamedCondition & Pick<Condition, 'connective'>,
): string {
  const { connective, trigger, quote } = condition;
  return quote ? wordsOf(quote) : `${CONNECTIVE_PHRASES[connective]} ${trigger}`;
}

function whoIs(facts: EntryFacts, part: ActorPart, spans: readonly Span[]): string {
  return facts.names(part).join(', ') || shortenText(facts.cut(spans), 80);
}

function actionPieces(facts: EntryFacts, commitment: Commitment): LinePiece[] {
  const pieces: LinePiece[] = [];
  const add = (field: Field, words: string) => {
    if (words !== '') pieces.push({ text: words, field });
  };
  const action = shortenText(facts.cut(commitment.action), 140);
  if (action !== '') pieces.push({ text: action, field: 'action', isJoined: true });
  const towards = whoIs(facts, 'counterparty', commitment.counterparty);
  add(
    'counterparty',
    towards && `${commitment.stance === 'demands' ? 'of' : 'towards'} ${towards}`,
  );
  for (const condition of commitment.conditions)
    add('condition', describeCondition({ ...condition, quote: facts.cut([condition.span]) }));
  for (const exception of commitment.exceptions)
    add('exception', `except: ${shortenText(facts.cut([exception]), 80)}`);
  const { deadline } = commitment;
  if (deadline?.by) add('deadline', `by ${describeDate(deadline.by)}`);
  else if (deadline?.within) add('deadline', `within ${describeDuration(deadline.within)}`);
  else if (deadline) add('deadline', shortenText(facts.cut([deadline.span]), 60));
  return pieces;
}

/** By whom and when it was said, and on what basis it is known; a party needs no naming twice. */
function saidPieces(facts: EntryFacts, { basis }: Commitment): LinePiece[] {
  const [speaker] = facts.names('asserter');
  const when = facts.saidOn ? [describeRange(facts.saidOn.from, facts.saidOn.to)] : [];
  const isOwn = speaker !== undefined && facts.names('party').includes(speaker);
  if (isOwn) return [{ text: [BASIS_LABELS[basis], ...when].join(', ') }];
  const by = speaker ? `said by ${speaker}` : 'told by the outlet';
  return [{ text: [by, ...when].join(', ') }, { text: BASIS_LABELS[basis] }];
}

function describeCommitment(facts: EntryFacts, commitment: Commitment): LinePiece[] {
  const party = whoIs(facts, 'party', commitment.party) || 'someone unnamed';
  const repeated = commitment.repeated ? 'repeatedly ' : '';
  const { stance } = commitment;
  const [cue, action] = [facts.cut(commitment.cue), facts.cut(commitment.action)];
  const says = `${repeated}${describeStance(party, { stance, cue, action })}`;
  const pieces: LinePiece[] = [
    { text: party, field: 'party' },
    { text: says, field: 'cue', isJoined: true },
    ...actionPieces(facts, commitment),
    ...saidPieces(facts, commitment),
  ];
  if (commitment.outcome) pieces.push({ text: commitment.outcome.status, field: 'outcome' });
  return pieces;
}

function describeStatement(facts: EntryFacts, statement: Statement): LinePiece[] {
  const speaker = whoIs(facts, 'speaker', statement.source) || 'someone unnamed';
  const pieces: LinePiece[] = [
    { text: speaker, field: 'source' },
    { text: agreeWith(speaker, ACT_PHRASES[statement.act]), field: 'cue', isJoined: true },
  ];
  const add = (field: Field, words: string) => {
    if (words !== '') pieces.push({ text: words, field });
  };
  add('content', shortenText(facts.cut(statement.content), 140));
  if (statement.addressee)
    add('addressee', `to ${shortenText(facts.cut([statement.addressee]), 60)}`);
  if (statement.occasion) add('occasion', shortenText(facts.cut([statement.occasion]), 80));
  if (facts.saidOn) pieces.push({ text: describeRange(facts.saidOn.from, facts.saidOn.to) });
  return pieces;
}

/** Describe an entry as the pieces of one line. */
export function describeEntry(facts: EntryFacts): LinePiece[] {
  if (facts.commitment) return describeCommitment(facts, facts.commitment);
  return facts.statement ? describeStatement(facts, facts.statement) : [];
}

/** Describe an entry as the title of its page: who, and what. */
export function describeTitle(facts: EntryFacts): string {
  const [who, ...pieces] = describeEntry(facts);
  const what = pieces.filter(({ isJoined }) => isJoined).map(({ text }) => text);
  return [who?.text, ...what].filter(Boolean).join(' ');
}

/** Describe an entry as one plain line of text, for citations, exports and screen readers. */
export function describeEntryLine(facts: EntryFacts): string {
  return describeEntry(facts)
    .map(({ text, isJoined, field }, at) => {
      if (at === 0) return text;
      return `${field === 'content' ? ': ' : isJoined ? ' ' : ' · '}${text}`;
    })
    .join('');
}
