/**
 * Party and counterparties of a candidate by trained weights: of those who may take part the most
 * likely is the party, and whoever else is likely enough is asked, served or opposed. Without
 * weights the rules of `find-party.ts` stand.
 * @module
 */
import type { Attribution } from '../layers.ts';
import type { Candidate } from './candidate.ts';
import type { Situation } from './candidate-features.ts';
import { isActing } from './candidate-features.ts';
import type { TokenRange } from './clause-view.ts';
import { subjectOf } from './clause-view.ts';
import { FeatureRows } from './feature-rows.ts';
import type { Partner, RulePartners } from './list-partners.ts';
import { addPartnerFeatures, listPartners, shortPhrase } from './list-partners.ts';

/** Columns of the partners' weights. */
export const PartnerColumn = { Party: 0, Counterparty: 1, Size: 2 } as const;

/** Trained weights: rows of features by columns, 8-bit with one scale a row. */
export interface PartnerModel {
  readonly weights: Int8Array;
  readonly scales: Float32Array;
  /** From which probability somebody is a counterparty; a third does for whom the rules name. */
  readonly least: number;
}

/** Somebody who may take part, with his feature rows. */
export interface PartnerOption extends Partner {
  readonly rows: Int32Array;
}

/** A candidate and what the partners are read from. */
export interface PartnerSearch {
  readonly candidate: Candidate;
  readonly attributions: readonly Attribution[];
  readonly rules: RulePartners;
}

/** Where rows are collected; one for all articles, as its table is large. */
const features = new FeatureRows();

/** List who may take part in a candidate's position, with feature rows. */
export function listPartnerOptions(
  situation: Situation,
  { candidate, attributions, rules }: PartnerSearch,
): PartnerOption[] {
  return listPartners(situation, candidate, rules).map((partner) => {
    features.clear();
    addPartnerFeatures(situation, partner, { candidate, attributions }, features);
    return { ...partner, rows: features.copy() };
  });
}

/** Choose party and counterparties. @returns what the rules say where nobody may take part */
export function choosePartners(
  situation: Situation,
  search: PartnerSearch,
  model: PartnerModel,
): RulePartners {
  const { candidate, attributions, rules } = search;
  const others: { range: TokenRange; score: number }[] = [];
  let best: TokenRange | undefined;
  let top = Number.NEGATIVE_INFINITY;
  for (const partner of listPartners(situation, candidate, rules)) {
    features.clear();
    addPartnerFeatures(situation, partner, { candidate, attributions }, features);
    const party = sumRows(model, features, PartnerColumn.Party);
    const score = sumRows(model, features, PartnerColumn.Counterparty);
    if (top < party) [best, top] = [partner.range, party];
    const least = partner.isRuleCounterparty ? model.least / 3 : model.least;
    if (least <= 1 / (1 + Math.exp(-score))) others.push({ range: partner.range, score });
  }
  if (!best) return rules;
  best = namedOwner(situation, candidate, best) ?? best;
  const taken: TokenRange[] = [best];
  others.sort((a, b) => b.score - a.score);
  for (const { range } of others)
    if (taken.every((one) => range[1] <= one[0] || one[1] <= range[0])) taken.push(range);
  const counterparties = taken.slice(1).sort((a, b) => a[0] - b[0]);
  return { party: best, counterparties };
}

/**
 * "They reaffirmed their commitment": owner of the cue's noun and subject of its verb are one, and
 * the subject names him. Of "to show its commitment" and "the visit underscores its commitment" the
 * owner stays.
 */
function namedOwner(
  situation: Situation,
  { cueWord }: Candidate,
  [start, end]: TokenRange,
): TokenRange | undefined {
  const { view } = situation;
  const { head, deprel, relation } = view.tree;
  if (end !== start + 1 || deprel[start] !== 'nmod:poss' || head[start] !== cueWord)
    return undefined;
  if (!/^(my|our|his|her|their|its)$/.test(view.words[start]!)) return undefined;
  const verb = head[cueWord]!;
  if (verb < 0 || view.classes[verb] !== 'VERB') return undefined;
  // "because of its calls" is no object; "we will not waver in our commitment" is one in other words.
  const isFirst = /^(my|our)$/.test(view.words[start]!);
  if (relation[cueWord] !== 'obj' && !(isFirst && relation[cueWord] === 'obl')) return undefined;
  if (/^(xcomp|advcl|acl)$/.test(relation[verb]!)) return undefined;
  const subject = subjectOf(view, verb);
  if (subject < 0 || start < subject) return undefined;
  const word = view.words[subject]!;
  const isOne = isFirst
    ? /^(i|we)$/.test(word)
    : /^(he|she|they|it|who)$/.test(word) || isActing(situation, subject);
  return isOne ? shortPhrase(situation, subject, cueWord) : undefined;
}

function sumRows(
  { weights, scales }: PartnerModel,
  { rows, length }: FeatureRows,
  column: number,
): number {
  let sum = 0;
  for (let at = 0; at < length; at++) {
    const row = rows[at]!;
    sum += weights[row * PartnerColumn.Size + column]! * scales[row]!;
  }
  return sum;
}
