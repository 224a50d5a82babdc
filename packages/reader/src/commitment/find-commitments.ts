/**
 * Commitments of an article: candidates by cue and frame, ranked, the best of those that share an
 * action, each with party, asserter, conditions, deadline and the rest. Method: commissives and
 * directives after Searle, found by argument frames over a dependency tree.
 * @module
 */
import type { Actor, Commitment, Condition, Deadline, Span } from '@onrecord/record';
import { commitmentId, conditionId } from '@onrecord/record';
import type { TokenStates } from '../attribution/token-states.ts';
import type { Cast } from '../coreference/cast.ts';
import type { DateMention } from '../event/date-mention.ts';
import type { Analysis, Attribution, Mention } from '../layers.ts';
import { attachConditions } from './attach-conditions.ts';
import type { Candidate } from './candidate.ts';
import type { Situation } from './candidate-features.ts';
import { choosePartners } from './choose-partners.ts';
import type { ClauseView, TokenRange } from './clause-view.ts';
import { nounPhrase, openClauseView, sentenceOf } from './clause-view.ts';
import type { AsserterInput } from './find-asserter.ts';
import { findAsserter } from './find-asserter.ts';
import { findCandidates } from './find-candidates.ts';
import {
  findExceptions,
  findHedges,
  findOutcome,
  findQuantity,
  findRole,
  isRepeated,
  spanOf,
} from './find-circumstances.ts';
import type { FoundCondition } from './find-conditions.ts';
import { findConditions } from './find-conditions.ts';
import type { FoundDeadline } from './find-deadline.ts';
import { findDeadline } from './find-deadline.ts';
import { findRulePartners } from './find-party.ts';
import { findPositions } from './find-positions.ts';
import type { Voices } from './find-voices.ts';
import { openVoices } from './find-voices.ts';
import type { RulePartners } from './list-partners.ts';
import type { CommitmentModel, Ranked } from './ranker.ts';
import { blendRanked, isHopeful, listLimits, rankCandidates } from './ranker.ts';
import { selectCandidates } from './select-candidates.ts';
import { openSituation } from './situation.ts';

/** What commitments are found from. */
export interface CommitmentsInput {
  readonly analysis: Analysis;
  readonly articleId: string;
  readonly mentions: readonly Mention[];
  readonly attributions: readonly Attribution[];
  /** The id of the statement of each attribution, in their order; undefined where it made none. */
  readonly statementIds?: readonly (string | undefined)[];
  readonly cast: Pick<Cast, 'actors' | 'speakers' | 'actorAt'>;
  readonly dates: readonly DateMention[];
  /** The attribution network's states of the tokens; without them the ranker decides alone. */
  readonly states?: TokenStates | undefined;
  /** Trained weights, or null for the tables alone. */
  readonly model: CommitmentModel | null;
}

/** The commitments of an article, and the actors that they bind beside those of the cast. */
export interface FoundCommitments {
  readonly commitments: Commitment[];
  readonly actors: readonly Actor[];
}

/** Find the commitments of an article, in the order of their cues. */
export function findCommitments(input: CommitmentsInput): FoundCommitments {
  const view = openClauseView(input.analysis);
  const situation = openSituation(view, input.attributions, input.mentions);
  const candidates = findCandidates(view);
  const alone = rankCandidates(situation, candidates, input.model);
  const hopeful = alone.filter(isHopeful).map(({ candidate }) => candidate);
  const odds = readOdds(view, hopeful, input);
  const positions = input.model?.positions;
  const ranked = odds && positions ? blendRanked(alone, odds, positions) : alone;
  const kept = selectCandidates(view, ranked, listLimits(input.model, odds));
  const chosen = kept.filter((item) => !isToldAgain(situation, item, kept));
  const actors = new Map(input.cast.actors.map((actor) => [actor.id, actor]));
  const asserters: AsserterInput = {
    situation,
    attributions: input.attributions,
    speakers: input.cast.speakers.map((speaker) => speaker?.actor),
    actorOf: (id) => actors.get(id),
  };
  const voices = openVoices({ situation, ...input });
  const conditions = findConditions(view, sentencesOf(view, chosen));
  const context: Context = {
    input,
    situation,
    asserters,
    voices,
    conditions,
  };
  const commitments = chosen.flatMap((item) => describeCommitment(context, item) ?? []);
  return { commitments, actors: voices.made };
}

/** The position network's odds, where its weights and those that it reads on from fit together. */
export function readOdds(
  view: ClauseView,
  candidates: readonly Candidate[],
  { attributions, model, states }: Pick<CommitmentsInput, 'attributions' | 'model' | 'states'>,
): Float32Array | null {
  const network = model?.positions?.network;
  if (!network || !states || states.model !== network.over) return null;
  return findPositions(network, { view, attributions, candidates, states });
}

/** The sentences of what was chosen, each once, in the order of the text. */
function sentencesOf(view: ClauseView, chosen: readonly Ranked[]): TokenRange[] {
  const { of } = view.analysis.sentences;
  const firsts = new Map(chosen.map(({ candidate }) => [of[candidate.cueWord], candidate.cueWord]));
  return [...firsts.values()].map((cueWord) => sentenceOf(view, cueWord));
}

/** A headline counts only where no position of that stance follows in the body. */
function isToldAgain({ partAt }: Situation, item: Ranked, kept: readonly Ranked[]): boolean {
  const isInTitle = ({ candidate }: Ranked) => partAt(candidate.cueWord) === 'title';
  if (!isInTitle(item)) return false;
  return kept.some((other) => !isInTitle(other) && other.stance === item.stance);
}

interface Context {
  readonly input: CommitmentsInput;
  readonly situation: Situation;
  readonly asserters: AsserterInput;
  readonly voices: Voices;
  readonly conditions: readonly FoundCondition[];
}

function describeCommitment(
  context: Context,
  { candidate: found, stance, score, asserter: sure }: Ranked,
): Commitment | null {
  const { input, situation } = context;
  const { view } = situation;
  const candidate: Candidate = { ...found, stance };
  const around = findAround(view, candidate, { ...context, dates: input.dates });
  const { conditions, deadline, exceptions } = around;
  const action = around.action.map((range) => spanOf(view, range));
  if (action.length === 0) return null;
  const partners = findPartners(context, candidate, around.action);
  const partyRange = partners.party;
  const party = partyRange ? [spanOf(view, partyRange)] : [];
  const partyId =
    partyRange && party[0]
      ? (firstPerson(context, candidate, partyRange) ?? context.voices.idOf(partyRange, party[0]))
      : undefined;
  const asserter = findAsserter(context.asserters, candidate, {
    ...{ range: partyRange, id: partyId },
    ...(sure && { sure }),
  });
  const counterparty = partners.counterparties.map((range) => spanOf(view, range));
  const cue = [spanOf(view, candidate.cue)];
  const id = commitmentId(input.articleId, { stance, party, cue, action });
  const quantity = findQuantity(view, candidate.action, input.dates);
  const role = findRole(view, candidate);
  const outcome = findOutcome(view, candidate);
  const statement =
    asserter.attribution < 0 ? undefined : input.statementIds?.[asserter.attribution];
  return {
    id,
    stance,
    parties: partyId === undefined ? [] : [partyId],
    party,
    ...(asserter.by !== undefined && { assertedBy: asserter.by }),
    basis: asserter.basis,
    ...(role && { role }),
    cue,
    action,
    counterparties: idsOf(input, counterparty),
    counterparty,
    conditions: conditions.map((condition) => describeCondition(context, id, condition)),
    exceptions: exceptions.map((range) => spanOf(view, range)),
    ...(deadline && { deadline: describeDeadline(view, deadline) }),
    ...(quantity && { quantity }),
    hedges: findHedges(view, candidate),
    repeated: isRepeated(view, candidate),
    ...(outcome && { outcome }),
    ...(statement !== undefined && { statement }),
    rule: candidate.key,
    score: Math.round(score * 1000) / 1000,
  };
}

/** Party and counterparties: by the trained weights, else by the rules. */
function findPartners(
  { input, situation }: Context,
  candidate: Candidate,
  action: readonly TokenRange[],
): RulePartners {
  const { attributions, model } = input;
  const rules = findRulePartners(situation, candidate, { attributions, action });
  // Threats by their words alone are too rare to be learned from.
  return model && candidate.stance !== 'threatens'
    ? choosePartners(situation, { candidate, attributions, rules }, model.partners)
    : rules;
}

/** "We'll help them" in quotation marks binds the one who says it. */
function firstPerson(
  { input, situation }: Context,
  { cueWord }: Candidate,
  [start, end]: TokenRange,
): string | undefined {
  const { view, coverOf } = situation;
  const isFirst = end - start === 1 && /^(i|we)$/.test(view.words[start]!);
  if (!isFirst || (view.analysis.quotes.depth[cueWord] ?? 0) === 0) return undefined;
  return input.cast.speakers[coverOf[cueWord] ?? -1]?.actor;
}

/** What is cut out of a candidate's action, and what is left of it. */
export interface Around {
  readonly conditions: FoundCondition[];
  readonly deadline: FoundDeadline | null;
  readonly exceptions: TokenRange[];
  readonly action: TokenRange[];
}

/** Find a candidate's conditions, deadline and exceptions, and its action without them. */
export function findAround(
  view: ClauseView,
  candidate: Candidate,
  {
    conditions: all,
    dates,
  }: { conditions: readonly FoundCondition[]; dates: readonly DateMention[] },
): Around {
  const conditions = attachConditions(view, candidate, all);
  const deadline = findDeadline(view, candidate, dates);
  const exceptions = findExceptions(view, candidate);
  const holes = [...conditions.map(({ range }) => range), ...exceptions];
  if (deadline) holes.push(deadline.range);
  const lead = candidate.lead ? cutHoles(view, candidate.lead, holes) : [];
  const action = [...lead, ...cutHoles(view, candidate.action, holes)];
  return { conditions, deadline, exceptions, action };
}

function idsOf({ cast }: CommitmentsInput, spans: readonly Span[]): string[] {
  return [...new Set(spans.flatMap((span) => cast.actorAt(span) ?? []))];
}

function describeCondition(
  { input, situation }: Context,
  commitment: string,
  { range, connective, type, trigger, actor }: FoundCondition,
): Condition {
  const { view } = situation;
  const span = spanOf(view, range);
  const actorId = actor < 0 ? undefined : input.cast.actorAt(spanOf(view, nounPhrase(view, actor)));
  return {
    id: conditionId(commitment, span),
    trigger,
    connective,
    type,
    span,
    ...(actorId !== undefined && { actor: actorId }),
  };
}

function describeDeadline(view: ClauseView, { range, date }: FoundDeadline): Deadline {
  const by = date?.isDuration ? undefined : date?.to;
  const within = date?.isDuration ? date.within : undefined;
  return {
    span: spanOf(view, range),
    ...(by !== undefined && { by }),
    ...(within !== undefined && { within }),
  };
}

/** An action's pieces without conditions, deadline and exceptions, edges trimmed. */
export function cutHoles(
  view: ClauseView,
  [start, end]: TokenRange,
  holes: readonly TokenRange[],
): TokenRange[] {
  const pieces: TokenRange[] = [];
  let from = start;
  for (const [holeStart, holeEnd] of [...holes].sort((a, b) => a[0] - b[0])) {
    if (holeEnd <= from || holeStart >= end) continue;
    if (from < holeStart) pieces.push([from, holeStart]);
    from = Math.max(from, holeEnd);
  }
  if (from < end) pieces.push([from, end]);
  return pieces.flatMap((piece) => {
    const trimmed = trimPiece(view, piece);
    return trimmed ? [trimmed] : [];
  });
}

/** Words that are left over at the edge of an action once a condition is cut out ("… , but"). */
const LOOSE_END = /^(but|and|or|,|;|:|—|–|-|\.|!|\?|"|“|”|''|``|that)$/;

function trimPiece(view: ClauseView, [start, end]: TokenRange): TokenRange | null {
  let from = start;
  let to = end;
  while (from < to && LOOSE_END.test(view.words[from]!)) from++;
  while (from < to && LOOSE_END.test(view.words[to - 1]!)) to--;
  return from < to ? [from, to] : null;
}
