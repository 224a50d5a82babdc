/**
 * Who may be the party or the counterparty of a candidate: what the rules found, and every mention
 * and pronoun of its sentence, each with the feature rows by which the trained weights choose.
 * @module
 */
import type { Attribution } from '../layers.ts';
import type { Candidate } from './candidate.ts';
import type { Situation } from './candidate-features.ts';
import { partyClass } from './candidate-features.ts';
import type { ClauseView, TokenRange } from './clause-view.ts';
import { caseOf, childrenBy, nounPhrase, sentenceOf } from './clause-view.ts';
import type { FeatureRows } from './feature-rows.ts';
import { rangeOf } from './situation.ts';

/** Somebody whom a position may bind or concern. */
export interface Partner {
  readonly head: number;
  readonly range: TokenRange;
  /** The rules take it for the party. */
  readonly isRuleParty: boolean;
  /** The rules take it for a counterparty. */
  readonly isRuleCounterparty: boolean;
}

/** What the rules say of a candidate's partners. */
export interface RulePartners {
  readonly party: TokenRange | null;
  readonly counterparties: readonly TokenRange[];
}

/** List who may take part, in the order of the text. */
export function listPartners(
  situation: Situation,
  candidate: Candidate,
  { party, counterparties }: RulePartners,
): Partner[] {
  const { view } = situation;
  const [start, end] = sentenceOf(view, candidate.cueWord);
  const heads = new Set<number>();
  for (let at = start; at < end; at++)
    if (isPartnerWord(situation, at) && at !== candidate.cueWord) heads.add(at);
  const partyHead = party ? headOf(view, party) : -1;
  const otherHeads = counterparties.map((range) => headOf(view, range));
  if (partyHead >= 0) heads.add(partyHead);
  for (const head of otherHeads) heads.add(head);
  return [...heads]
    .sort((a, b) => a - b)
    .map((head) => ({
      head,
      range: shortPhrase(situation, head, candidate.cueWord),
      isRuleParty: head === partyHead,
      isRuleCounterparty: otherHeads.includes(head),
    }));
}

const PERSONAL: ReadonlySet<string> = new Set(
  'i we you he she they it us them him me my our your his her their its who'.split(' '),
);

/** A mention's head or a pronoun; of a name of several words its head alone. */
const isPartnerWord = ({ view, kindAt }: Situation, token: number): boolean =>
  PERSONAL.has(view.words[token]!) || (kindAt(token) ?? 'thing') !== 'thing';

/** The word of a range that hangs on something outside it. */
function headOf({ tree }: ClauseView, [start, end]: TokenRange): number {
  for (let at = start; at < end; at++) {
    const head = tree.head[at]!;
    if ((head < start || end <= head) && tree.relation[at] !== 'punct') return at;
  }
  return start;
}

/** Commas, dashes and brackets behind which only more is said of the same one. */
const BREAKS: ReadonlySet<string> = new Set([',', '(', '—', '–', '--', '-', ';', ':']);

/**
 * The words that name a partner, as short as keeps the sense: "Mira Holt", not "Mira Holt, the
 * minister of ports," and not "who spoke first"; but "Holt, Dale and Orr" stays whole.
 */
export function shortPhrase(situation: Situation, head: number, cueWord: number): TokenRange {
  const { view } = situation;
  if (PERSONAL.has(view.words[head]!)) return [head, head + 1];
  const name = situation.nameAt(head);
  const [from, to] = nounPhrase(view, head, cueWord);
  const isApart = !name || (name[0] <= cueWord && cueWord < name[1]);
  const start = isApart ? from : Math.min(from, name[0]);
  const stop = isApart ? to : Math.max(to, name[1]);
  const kept = isApart ? head + 1 : Math.max(head + 1, name[1]);
  const members = childrenBy(view, head, 'conj');
  const lastMember = members.at(-1) ?? -1;
  for (let at = kept; at < stop; at++)
    if (BREAKS.has(view.words[at]!) && lastMember < at && start < at) return [start, at];
  return [start, Math.max(stop, head + 1)];
}

/** Steps up the tree that paths take. */
const STEPS = 6;

/** The relations from a token up to the anchor or to what stands over both, and the steps down. */
function pathBetween({ tree }: ClauseView, from: number, anchor: number): string {
  const above: number[] = [];
  for (let at = anchor, i = 0; at >= 0 && i < STEPS; at = tree.head[at]!, i++) above.push(at);
  let path = '';
  for (let at = from, i = 0; at >= 0 && i < STEPS; at = tree.head[at]!, i++) {
    const down = above.indexOf(at);
    if (down >= 0) {
      for (let k = down - 1; 0 <= k && k < 3; k--) path += `>${tree.relation[above[k]!]}`;
      return down > 3 ? `${path}>${down}` : path;
    }
    path += `<${tree.deprel[at]}`;
  }
  return 'apart';
}

/** What the features of a partner are read from. */
export interface PartnerQuestion {
  readonly candidate: Candidate;
  readonly attributions: readonly Attribution[];
}

/** Add the features of a partner. */
export function addPartnerFeatures(
  situation: Situation,
  partner: Partner,
  { candidate, attributions }: PartnerQuestion,
  features: FeatureRows,
): void {
  const { view } = situation;
  const { head } = partner;
  const { cueWord, frame, key, stance, partyPlace, actionHead, action } = candidate;
  const rule = `${partner.isRuleParty ? 'party' : ''}${partner.isRuleCounterparty ? 'other' : ''}`;
  const kind = partyClass(situation, head);
  const cuePath = pathBetween(view, head, cueWord);
  const actionPath = pathBetween(view, head, actionHead);
  const isInAction = action[0] <= head && head < action[1];
  const side = isInAction ? 'action' : head < cueWord ? 'before' : 'after';
  const role = roleIn(situation, partner, { candidate, attributions });
  const quotes = [head, cueWord].map((at) => (view.analysis.quotes.depth[at] ?? 0) > 0).join();
  for (const stem of [
    features.stem`rule=${rule}`,
    features.stem`cue=${cuePath}`,
    features.stem`action=${actionPath}`,
    features.stem`side=${side}|role=${role}`,
    features.stem`case=${caseOf(view, head)}|${side}`,
  ]) {
    features.addAfter(stem, '');
    features.addAfter(stem, '|', frame);
    features.addAfter(stem, '|', key);
    features.addAfter(stem, '|', stance);
    features.addAfter(stem, '|', partyPlace);
    features.addAfter(stem, '|', kind);
  }
  features.add`bias`;
  features.add`kind=${kind}`;
  features.add`kind=${kind}|rule=${rule}|role=${role}`;
  features.add`quotes=${quotes}|rule=${rule}|role=${role}`;
  features.add`quotes=${quotes}|kind=${kind}|side=${side}`;
  const distance = Math.abs(head - cueWord);
  const near = distance < 3 ? 2 : distance < 6 ? 5 : distance < 12 ? 11 : 'far';
  features.add`distance=${near}|side=${side}|kind=${kind}`;
  features.add`distance=${near}|rule=${rule}`;
}

/** Whether the attribution around the cue, or that of the cue, names it as its source. */
function roleIn(
  { view, coverOf, cueOf }: Situation,
  { head }: Partner,
  { candidate, attributions }: PartnerQuestion,
): string {
  const isSource = (index: number) =>
    (attributions[index]?.source ?? []).some((span) => {
      const [start, end] = rangeOf(view, span);
      return start <= head && head < end;
    });
  const teller = isSource(cueOf[candidate.cueWord]!) ? 'teller' : '';
  return isSource(coverOf[candidate.cueWord]!) ? `${teller}source` : teller;
}
