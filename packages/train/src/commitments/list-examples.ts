/**
 * Examples for the ranker: the candidates of marked articles, each with the stance of the mark that
 * it is the best match of, or "no position". Candidates that are alike to a mark but not the best
 * are left out: which of two cues tells the same position is settled by their scores.
 * @module
 */
import type { CommitmentView, MarkedDocument } from '@onrecord/evaluate';
import { isMatch, listWords, setF1, viewMark, wordsIn } from '@onrecord/evaluate';
import type {
  AttributionModel,
  CommitmentModel,
  CommitmentsInput,
  LanguageModel,
  RankingCandidate,
} from '@onrecord/reader';
import {
  ASSERTERS,
  analyse,
  findAttributions,
  findDates,
  findMentions,
  listRankingCandidates,
  resolveActors,
} from '@onrecord/reader';
import type { KeptStates } from '@onrecord/reader/attribution';
import type { Span } from '@onrecord/record';
import { STANCES, textHashOf } from '@onrecord/record';
import type { LogisticExample } from '../fit-logistic.ts';
import type { AddedDocument } from './added-marks.ts';
import type { PartnerExample } from './train-partners.ts';
import type { RankerExample } from './train-ranker.ts';

/** The weights of the stages below. */
export interface LowerModels {
  readonly language: LanguageModel;
  readonly attribution: AttributionModel | null;
}

/** Actions this alike are one position told by two cues. */
const SAME_ACTION = 0.5;

/** The layers of an article that the commitment stage reads. */
export type ArticleLayers = Omit<CommitmentsInput, 'model'>;

/** Read an article up to the commitment stage. */
export function readLayers(
  { text, date }: { text: string; date?: string },
  { language, attribution }: LowerModels,
): ArticleLayers {
  const analysis = analyse(text, language);
  const mentions = findMentions(analysis);
  const kept: KeptStates = {};
  const attributions = findAttributions(analysis, attribution, kept);
  const articleId = textHashOf(text).slice(0, 8);
  const cast = resolveActors({ analysis, mentions, attributions, articleId });
  const dates = findDates(analysis, date);
  return { analysis, mentions, attributions, cast, dates, articleId, states: kept.states };
}

/** The examples of an article: of stances, of asserters, of party and counterparties. */
export interface CommitmentExamples {
  readonly stances: readonly RankerExample[];
  readonly asserters: readonly RankerExample[];
  readonly partners: readonly PartnerExample[];
}

interface Pair {
  readonly candidate: number;
  readonly mark: number;
  readonly rank: number;
}

/** The examples of a marked document. */
export function listMarkedExamples(
  document: MarkedDocument,
  layers: ArticleLayers,
): CommitmentExamples {
  const words = listWords(document.text);
  const candidates = listRankingCandidates(layers);
  const marks = document.commitments.map((mark) => viewMark(mark, words));
  const pairs = pairWithMarks(candidates, { marks, words });
  const markOf = new Map<number, CommitmentView>();
  const taken = new Set<number>();
  for (const { candidate, mark } of pairs) {
    if (markOf.has(candidate) || taken.has(mark)) continue;
    taken.add(mark);
    markOf.set(candidate, marks[mark]!);
  }
  const alike = new Set(pairs.map(({ candidate }) => candidate));
  const stances: RankerExample[] = [];
  const asserters: RankerExample[] = [];
  const partners: PartnerExample[] = [];
  for (const [index, candidate] of candidates.entries()) {
    const { rows } = candidate;
    const mark = markOf.get(index);
    if (!mark && alike.has(index)) continue;
    stances.push({ rows, label: mark ? 1 + STANCES.indexOf(mark.stance) : 0, weight: 1 });
    if (!mark) continue;
    asserters.push({ rows, label: ASSERTERS.indexOf(mark.asserter), weight: 1 });
    partners.push(listPartnerExample(candidate, { mark, words }));
  }
  return { stances, asserters, partners };
}

/** Candidates and marks that are alike, the most alike first. */
function pairWithMarks(
  candidates: readonly RankingCandidate[],
  { marks, words }: { marks: readonly CommitmentView[]; words: readonly Span[] },
): Pair[] {
  const pairs: Pair[] = [];
  for (const [candidate, own] of candidates.entries()) {
    const { stance } = own;
    const view = viewCandidate(own, words);
    for (const [mark, gold] of marks.entries()) {
      if (!isMatch(view, gold)) continue;
      const sameStance = stance === gold.stance ? 0.3 : 0;
      const cueAlike = setF1(view.cue, gold.cue) / 2;
      const partyAlike = setF1(view.party, gold.party) / 2;
      const rank = setF1(view.action, gold.action) + cueAlike + partyAlike + sameStance;
      pairs.push({ candidate, mark, rank });
    }
  }
  return pairs.sort((a, b) => b.rank - a.rank);
}

/** Words of a partner and of a mark this alike are the same one. */
const SAME_PARTNER = 0.5;

function listPartnerExample(
  candidate: RankingCandidate,
  { mark, words }: { mark: CommitmentView; words: readonly Span[] },
): PartnerExample {
  const options = candidate.listPartners().map(({ spans, rows }) => {
    const own = wordsIn(spans, words);
    return {
      rows,
      isParty: setF1(own, mark.party) >= SAME_PARTNER,
      isCounterparty: mark.fields.counterparty.some((other) => setF1(own, other) >= SAME_PARTNER),
    };
  });
  return { options };
}

/** What candidates are weighed by, and whether one is alike to a mark. */
export function listBlendExamples(
  { document, layers }: { document: MarkedDocument; layers: ArticleLayers },
  model: CommitmentModel,
): LogisticExample[] {
  const words = listWords(document.text);
  const marks = document.commitments.map((mark) => viewMark(mark, words));
  return listRankingCandidates(layers, model).map((candidate) => {
    const own = viewCandidate(candidate, words);
    return {
      evidence: candidate.evidence,
      isRight: marks.some((mark) => isMatch(own, mark)) ? 1 : 0,
    };
  });
}

/** A candidate's spans as sets of words. */
function viewCandidate(
  { party, cue, action }: RankingCandidate,
  words: readonly Span[],
): Pick<CommitmentView, 'party' | 'cue' | 'action'> {
  return {
    party: wordsIn(party, words),
    cue: wordsIn(cue, words),
    action: wordsIn(action, words),
  };
}

/** The examples of an article that the project marked by cue. */
export function listAddedExamples(
  document: AddedDocument,
  layers: ArticleLayers,
): CommitmentExamples {
  const words = listWords(document.text);
  const candidates = listRankingCandidates(layers);
  const labels = new Map<number, number>();
  const seen = new Set<number>();
  for (const { offset, key, stance } of document.marks) {
    const at = candidates.findIndex((one) => one.cueOffset === offset && one.key === key);
    if (at >= 0) seen.add(at);
    if (!stance) continue;
    const near = at >= 0 ? at : candidates.findIndex((one) => holdsOffset(one, offset));
    if (near >= 0) labels.set(near, 1 + STANCES.indexOf(stance));
  }
  const actions = candidates.map(({ action }) => wordsIn(action, words));
  const stances = candidates.flatMap(({ rows }, index) => {
    const label = labels.get(index) ?? 0;
    const isTwin = [...labels.keys()].some(
      (at) => setF1(actions[at]!, actions[index]!) >= SAME_ACTION,
    );
    const isUnseen = document.isPartial && !seen.has(index);
    return label === 0 && (isTwin || isUnseen) ? [] : [{ rows, label, weight: 1 }];
  });
  return { stances, asserters: [], partners: [] };
}

/** The marked cue now stands inside the action of a clause frame ("pledged that he | would"). */
function holdsOffset({ key, cueOffset, cue, action }: RankingCandidate, offset: number): boolean {
  if (cueOffset === offset) return true;
  const end = action.at(-1)?.[1] ?? cue[0]?.[1] ?? 0;
  return key.endsWith('that') && cueOffset < offset && offset < end;
}
