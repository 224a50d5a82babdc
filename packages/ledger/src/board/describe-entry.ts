/**
 * One commitment of one article as a draft of a board's entry: who, what, when, on which words.
 * @module
 */
import {
  type ArticleRecord,
  type Basis,
  type BoardEntry,
  type Commitment,
  type ConditionChip,
  type DateRange,
  type Party,
  quoteOf,
  type Span,
  type Stance,
} from '@onrecord/record';
import { describeAmount } from '../matter/describe-amount.ts';
import { describeEvidence } from '../party/describe-evidence.ts';
import { FIRST_PERSON } from '../party/lang/en/data/office-words.ts';
import type { Parties } from '../party/resolve-parties.ts';
import { findDays } from './find-days.ts';
import { type DraftEntry, foldAction, isWaiver, sentenceAround } from './merge-entries.ts';
import { type ConditionKeys, type ConditionStates, findState } from './resolve-conditions.ts';

/** What a draft needs beside its record. */
export interface EntryContext {
  parties: Parties;
  originOf: ReadonlyMap<string, string>;
  keys: ConditionKeys;
  states: ConditionStates;
  /** Filled on the way: the board's key of each condition, by the condition's id. */
  keyOf?: Map<string, string>;
}

/** Longest stretch that is shown whole; a commitment in pieces far apart is shown in pieces. */
const LONGEST_QUOTE = 500;

/** The stretch from the first to the last piece, or the pieces when that is too long. */
function hullOf(pieces: readonly Span[]): Span[] {
  const start = Math.min(...pieces.map((piece) => piece[0]));
  const end = Math.max(...pieces.map((piece) => piece[1]));
  return pieces.length > 0 && end - start <= LONGEST_QUOTE ? [[start, end]] : [...pieces];
}

/** The day that is shown: the one that is told, else the article's, else none. */
function shownDays(record: ArticleRecord, commitment: Commitment, days: DateRange | null) {
  const said = record.statements.find((one) => one.id === commitment.statement)?.saidOn;
  if (said !== undefined && said.basis !== 'published') return { from: said.from, to: said.to };
  return days === null ? undefined : { from: days.to, to: days.to };
}

/** "We will help": whoever says so, where the reader left the pronoun unresolved. */
function speakerOf(record: ArticleRecord, commitment: Commitment, actorId: string): string {
  const name = record.actors.find((actor) => actor.id === actorId)?.name.toLowerCase() ?? '';
  if (!FIRST_PERSON.has(name)) return actorId;
  const statement = record.statements.find((one) => one.id === commitment.statement);
  return statement?.speaker ?? actorId;
}

/** The basis, when who asserts it turns out to speak for the party that is bound. */
function basisOf(
  record: ArticleRecord,
  commitment: Commitment,
  people: { owner: Party; asserter: Party | null },
): Basis {
  const isThird = commitment.basis === 'named-third-party';
  if (!isThird || people.asserter?.key !== people.owner.key) return commitment.basis;
  const statement = record.statements.find((one) => one.id === commitment.statement);
  return statement?.kind === 'direct' ? 'own-words' : 'own-paraphrase';
}

/** "will consider sending soldiers": who commits to consider, considers. */
const CONSIDERS = /^(?:to )?(?:consider|weigh|mull|study|explore|examine|think about|look into)\b/i;

const stanceOf = ({ stance }: Commitment, action: string): Stance =>
  (stance === 'commits' || stance === 'offers') && CONSIDERS.test(action) ? 'considers' : stance;

/** The parties bound by a commitment; words without an actor make a party of their own. */
export function partiesOf(
  record: ArticleRecord,
  commitment: Commitment,
  parties: Parties,
): Party[] {
  const found = commitment.parties
    .map((id) => parties.findBound(record, speakerOf(record, commitment, id)))
    .filter((party) => party !== null);
  if (found.length > 0) return [...new Map(found.map((party) => [party.key, party])).values()];
  const name = quoteOf(record.article.text, commitment.party);
  const key = `words:${record.article.id}:${name.toLowerCase()}`;
  return [{ key, name: name === '' ? 'not named' : name, kind: 'unnamed' }];
}

function chipsOf(
  record: ArticleRecord,
  commitment: Commitment,
  owner: Party,
  context: EntryContext,
): ConditionChip[] {
  return commitment.conditions.map((condition) => {
    const actor =
      condition.actor === undefined ? null : context.parties.findBound(record, condition.actor);
    const quote = quoteOf(record.article.text, [condition.span]);
    const key = context.keys.resolve(condition, { owner, actor, quote });
    context.keyOf?.set(condition.id, key);
    const { trigger, type, connective } = condition;
    const chip: ConditionChip = {
      key,
      trigger,
      type,
      connective,
      quote,
      state: findState(context.states, { key, trigger, type }) ?? 'open',
    };
    if (actor !== null) chip.actor = actor;
    return chip;
  });
}

/** Describe one commitment as drafts, one for each party that it binds. */
export function describeEntries(
  record: ArticleRecord,
  commitment: Commitment,
  context: EntryContext,
): DraftEntry[] {
  const { text } = record.article;
  const action = quoteOf(text, commitment.action);
  const { party, cue, conditions, exceptions } = commitment;
  const spans = hullOf([
    ...party,
    ...cue,
    ...commitment.action,
    ...exceptions,
    ...conditions.map((condition) => condition.span),
  ]);
  const origin = context.originOf.get(record.article.id) ?? record.article.id;
  const [start, end] = [spans[0]?.[0] ?? 0, spans[spans.length - 1]?.[1] ?? 0];
  const isWaiving = isWaiver(sentenceAround(text, start, end));
  const matter = foldAction(action);
  const days = findDays(record, { commitment, spans: [...party, ...cue, ...commitment.action] });
  const saidOn = shownDays(record, commitment, days);
  const asserter =
    commitment.assertedBy === undefined
      ? null
      : context.parties.findBound(record, speakerOf(record, commitment, commitment.assertedBy));
  return partiesOf(record, commitment, context.parties).map((owner) => {
    const entry: BoardEntry = {
      id: `${commitment.id}~${owner.key}`,
      party: owner,
      stance: stanceOf(commitment, action),
      cue: quoteOf(text, cue),
      action,
      conditions: chipsOf(record, commitment, owner, context),
      exceptions: exceptions.map((exception) => quoteOf(text, [exception])),
      basis: basisOf(record, commitment, { owner, asserter }),
      counterparties: commitment.counterparties
        .map((id) => context.parties.findBound(record, id))
        .filter((other) => other !== null),
      isHedged: commitment.hedges.length > 0,
      isRepeated: commitment.repeated,
      reportCount: 1,
      originCount: 1,
      commitmentIds: [commitment.id],
      evidence: [
        describeEvidence(record, origin, {
          spans,
          statementId: commitment.statement,
          commitmentId: commitment.id,
        }),
      ],
      score: commitment.score,
    };
    if (saidOn !== undefined) entry.saidOn = saidOn;
    return { entry: addOptional(entry, record, commitment, context), matter, isWaiving, days };
  });
}

/** The fields that a commitment may lack. */
function addOptional(
  entry: BoardEntry,
  record: ArticleRecord,
  commitment: Commitment,
  context: EntryContext,
): BoardEntry {
  const { text } = record.article;
  const { deadline, quantity, role, assertedBy } = commitment;
  const asserter =
    assertedBy === undefined
      ? null
      : context.parties.find(record, speakerOf(record, commitment, assertedBy));
  if (asserter !== null) entry.assertedBy = asserter;
  if (role !== undefined) entry.role = role;
  if (quantity !== undefined) entry.amount = describeAmount(text, quantity);
  if (deadline !== undefined) {
    const { span, ...rest } = deadline;
    entry.deadline = { quote: quoteOf(text, [span]), ...rest };
  }
  return entry;
}
