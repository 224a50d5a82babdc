/**
 * Who says so, and how strong that is: the party itself (its own words or a paraphrase of them),
 * somebody else about the party, an unnamed source, or the outlet in its own voice.
 * @module
 */
import type { Actor, Basis } from '@onrecord/record';
import type { Attribution } from '../layers.ts';
import type { Candidate } from './candidate.ts';
import type { Situation } from './candidate-features.ts';
import type { TokenRange } from './clause-view.ts';
import { isRepeated } from './find-circumstances.ts';
import { DEED_CUES } from './lang/en/data/position-words.ts';
import type { AsserterClass } from './ranker.ts';
import { rangeOf } from './situation.ts';

/** What the asserter is found from. */
export interface AsserterInput {
  readonly situation: Situation;
  readonly attributions: readonly Attribution[];
  /** The actor's id of each attribution's source, in their order. */
  readonly speakers: readonly (string | undefined)[];
  readonly actorOf: (id: string) => Actor | undefined;
}

/** Who says so; `by` is absent where the outlet does. */
export interface Asserter {
  readonly by?: string;
  readonly basis: Basis;
  /** The index of the attribution that it rests in, or -1. */
  readonly attribution: number;
}

/** The party of a position, and who asserts it where trained weights are sure of that. */
export interface AssertedParty {
  readonly range: TokenRange | null;
  readonly id: string | undefined;
  readonly sure?: AsserterClass;
}

/** Find who asserts the position of a party. */
export function findAsserter(
  input: AsserterInput,
  candidate: Candidate,
  party: AssertedParty,
): Asserter {
  const { situation, attributions } = input;
  const attribution = coverOf(input, candidate);
  const isDirect = (situation.view.analysis.quotes.depth[candidate.cueWord] ?? 0) > 0;
  const selfBasis: Basis = isDirect ? 'own-words' : 'own-paraphrase';
  const self = (): Asserter => ({
    ...(party.id !== undefined && { by: party.id }),
    basis: selfBasis,
    attribution,
  });
  const told = attribution < 0 ? undefined : speakerOf(input, attribution);
  // "has repeatedly rejected": what is said again and again is said, no deed that the outlet tells.
  const isDeed = party.sure === 'outlet' && !isRepeated(situation.view, candidate);
  if (isDeed) return { basis: 'outlet', attribution };
  if (party.sure === 'self' && party.id !== undefined) return self();
  if (party.sure === 'other' && told !== undefined && told !== party.id)
    return { by: told, basis: otherBasis(input, told), attribution };
  if (attribution >= 0) {
    const source = attributions[attribution]?.source[0];
    if (isSelf(input, { candidate, party, speaker: told, source })) return self();
    if (told !== undefined) return { by: told, basis: otherBasis(input, told), attribution };
  }
  return isOutletVoice(situation, candidate) ? { basis: 'outlet', attribution } : self();
}

/** The innermost attribution around the cue; of "said that Norland would pay" that of "said". */
function coverOf({ situation }: AsserterInput, { cueWord, actionHead, frame }: Candidate): number {
  const cover = situation.coverOf[cueWord] ?? -1;
  const isTold = frame === 'that' && situation.cueOf[cueWord]! >= 0;
  return isTold ? (situation.coverOf[actionHead] ?? cover) : cover;
}

const overlaps = (a: TokenRange | readonly [number, number], b: TokenRange): boolean =>
  a[0] < b[1] && b[0] < a[1];

/** The speaker of an attribution, or of the one that it goes on. */
function speakerOf({ attributions, speakers }: AsserterInput, index: number): string | undefined {
  let at: number | undefined = index;
  for (let step = 0; at !== undefined && step < attributions.length; step++) {
    if (speakers[at] !== undefined) return speakers[at];
    at = attributions[at]?.continues;
  }
  return undefined;
}

interface SelfQuestion {
  readonly candidate: Candidate;
  readonly party: { range: TokenRange | null; id: string | undefined };
  readonly speaker: string | undefined;
  readonly source: readonly [number, number] | undefined;
}

/** The party speaks for itself: the same actor, the same words, or "I" and "we" in speech. */
function isSelf(
  { situation }: AsserterInput,
  { candidate, party, speaker, source }: SelfQuestion,
): boolean {
  const { view } = situation;
  if (candidate.partyPlace === 'speaker') return true;
  if (party.id !== undefined && party.id === speaker) return true;
  if (!party.range) return true;
  const isFirst = /^(i|we|my|our|us|me)$/.test(view.words[party.range[0]]!);
  if (isFirst && party.range[1] - party.range[0] === 1) return true;
  return source !== undefined && overlaps(rangeOf(view, source), party.range);
}

/** "a named minister", "a senior official", "the report": how strong another's word is. */
function otherBasis({ actorOf }: AsserterInput, speaker: string): Basis {
  const kind = actorOf(speaker)?.kind;
  if (kind === 'unnamed' || kind === 'group') return 'unnamed-source';
  return kind === undefined || kind === 'document' ? 'reported' : 'named-third-party';
}

/** The outlet tells it in its own voice: a deed, or a plain "will" of somebody else. */
function isOutletVoice({ view, isRelease }: Situation, candidate: Candidate): boolean {
  if ((view.analysis.quotes.depth[candidate.cueWord] ?? 0) > 0) return false;
  if (isRelease) return false;
  if (candidate.partyPlace === 'speaker') return false;
  if (candidate.frame === 'modal' || candidate.frame === 'half-modal')
    return !isReported(view, candidate);
  return DEED_CUES.has(candidate.key.slice(0, candidate.key.indexOf(':')));
}

/** "said he would": a clause below a verb of speech. */
function isReported(view: Situation['view'], { actionHead }: Candidate): boolean {
  const { head, relation } = view.tree;
  for (let at = actionHead, i = 0; at >= 0 && i < 4; at = head[at]!, i++)
    if (relation[at] === 'ccomp' && head[at]! >= 0) return true;
  return false;
}
