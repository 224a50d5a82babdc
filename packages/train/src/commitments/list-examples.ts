/**
 * Examples for the ranker: the candidates of marked articles, each with the stance of the mark that
 * it is the best match of, or "no position". Candidates that are alike to a mark but not the best
 * are left out: which of two cues tells the same position is settled by their scores.
 * @module
 */
import type { MarkedDocument } from '@onrecord/evaluate';
import { isMatch, listWords, setF1, viewMark, wordsIn } from '@onrecord/evaluate';
import type { AttributionModel, LanguageModel, RankingCandidate } from '@onrecord/reader';
import {
  analyse,
  findAttributions,
  findDates,
  findMentions,
  listRankingCandidates,
} from '@onrecord/reader';
import { STANCES } from '@onrecord/record';
import type { AddedDocument } from './added-marks.ts';
import type { RankerExample } from './train-ranker.ts';

/** The weights of the stages below. */
export interface LowerModels {
  readonly language: LanguageModel;
  readonly attribution: AttributionModel | null;
}

/** Actions this alike are one position told by two cues. */
const SAME_ACTION = 0.5;

function listCandidates(
  { text, date }: { text: string; date?: string },
  { language, attribution }: LowerModels,
): RankingCandidate[] {
  const analysis = analyse(text, language);
  const mentions = findMentions(analysis);
  const attributions = findAttributions(analysis, attribution);
  return listRankingCandidates({
    ...{ analysis, mentions, attributions },
    dates: findDates(analysis, date),
  });
}

interface Pair {
  readonly candidate: number;
  readonly mark: number;
  readonly rank: number;
}

/** The examples of a marked document. */
export function listMarkedExamples(document: MarkedDocument, models: LowerModels): RankerExample[] {
  const words = listWords(document.text);
  const candidates = listCandidates(document, models);
  const views = candidates.map(({ party, cue, action }) => ({
    party: wordsIn(party, words),
    cue: wordsIn(cue, words),
    action: wordsIn(action, words),
  }));
  const marks = document.commitments.map((mark) => viewMark(mark, words));
  const pairs: Pair[] = [];
  for (const [candidate, view] of views.entries())
    for (const [mark, gold] of marks.entries()) {
      if (!isMatch(view, gold)) continue;
      const sameStance = candidates[candidate]!.stance === gold.stance ? 0.3 : 0;
      const cue = setF1(view.cue, gold.cue) / 2;
      const party = setF1(view.party, gold.party) / 2;
      const rank = setF1(view.action, gold.action) + cue + party + sameStance;
      pairs.push({ candidate, mark, rank });
    }
  pairs.sort((a, b) => b.rank - a.rank);
  const labels = new Map<number, number>();
  const taken = new Set<number>();
  for (const { candidate, mark } of pairs) {
    if (labels.has(candidate) || taken.has(mark)) continue;
    taken.add(mark);
    labels.set(candidate, 1 + STANCES.indexOf(marks[mark]!.stance));
  }
  const alike = new Set(pairs.map(({ candidate }) => candidate));
  return candidates.flatMap(({ rows }, index) => {
    const label = labels.get(index) ?? 0;
    return label === 0 && alike.has(index) ? [] : [{ rows, label, weight: 1 }];
  });
}

/** The examples of an article that the project marked by cue. */
export function listAddedExamples(document: AddedDocument, models: LowerModels): RankerExample[] {
  const words = listWords(document.text);
  const candidates = listCandidates(document, models);
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
  return candidates.flatMap(({ rows }, index) => {
    const label = labels.get(index) ?? 0;
    const isTwin = [...labels.keys()].some(
      (at) => setF1(actions[at]!, actions[index]!) >= SAME_ACTION,
    );
    const isUnseen = document.isPartial && !seen.has(index);
    return label === 0 && (isTwin || isUnseen) ? [] : [{ rows, label, weight: 1 }];
  });
}

/** The marked cue now stands inside the action of a clause frame ("pledged that he | would"). */
function holdsOffset({ key, cueOffset, cue, action }: RankingCandidate, offset: number): boolean {
  if (cueOffset === offset) return true;
  const end = action.at(-1)?.[1] ?? cue[0]?.[1] ?? 0;
  return key.endsWith('that') && cueOffset < offset && offset < end;
}
