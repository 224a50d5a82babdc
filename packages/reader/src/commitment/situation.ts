/**
 * What the features and the asserter need to know of the article around a candidate: which
 * attribution covers a token, what is mentioned where, and whether the article itself says "we".
 * @module
 */
import type { Span } from '@onrecord/record';
import type { Attribution, Mention } from '../layers.ts';
import type { Situation } from './candidate-features.ts';
import type { ClauseView, TokenRange } from './clause-view.ts';

/** "We" and "our" outside quotation marks, so many a thousand words, make a press release. */
const RELEASE_RATE = 2.5;

/** The first token that ends after an offset, by bisection. */
export function tokenAfter(view: ClauseView, offset: number): number {
  const { end, length } = view.analysis.tokens;
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (end[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The token range of a span. */
export function rangeOf(
  view: ClauseView,
  [from, to]: Span | readonly [number, number],
): [number, number] {
  const start = tokenAfter(view, from);
  let end = start;
  while (end < view.words.length && view.analysis.tokens.start[end]! < to) end++;
  return [start, end];
}

/** Open the situation of an article. */
export function openSituation(
  view: ClauseView,
  attributions: readonly Attribution[],
  mentions: readonly Mention[],
): Situation {
  const kinds: (string | undefined)[] = new Array(view.words.length).fill(undefined);
  const names: (TokenRange | undefined)[] = new Array(view.words.length).fill(undefined);
  for (const mention of mentions) {
    kinds[mention.headWord] = kindOf(view, mention);
    if (mention.form !== 'name') continue;
    const name = nameOf(mention);
    if (LONGEST_NAME <= name[1] - name[0]) continue;
    for (let at = name[0]; at < name[1]; at++) names[at] ??= name;
  }
  const { sentences, structure } = view.analysis;
  return {
    view,
    isRelease: isRelease(view),
    coverOf: coverOf(view, attributions),
    cueOf: cueOf(view, attributions),
    acts: attributions.map(({ act }) => act),
    cueLemmas: attributions.map(({ cue }) => cueLemma(view, cue)),
    kindAt: (token) => kinds[token],
    nameAt: (token) => names[token],
    partAt: (token) =>
      structure.parts[sentences.part[sentences.of[token] ?? 0] ?? 0]?.kind ?? 'paragraph',
  };
}

/** Longest name, in tokens, that a party is widened to. */
const LONGEST_NAME = 12;

/** Title and name, without what follows ("Chairman Vale", not "Chairman Vale, who flew in"). */
const nameOf = ({ start, end, name }: Mention): TokenRange => [start, name ? name[1] : end];

/** A mention's kind; "an executive order" is no body although orders may be. */
function kindOf(view: ClauseView, { kind, form, start }: Mention): string {
  if (form !== 'nominal' || kind !== 'organisation') return kind;
  return /^(a|an|any|another)$/.test(view.words[start]!) ? 'thing' : kind;
}

const OUR_WORDS: ReadonlySet<string> = new Set(['we', 'our', 'us']);

function isRelease(view: ClauseView): boolean {
  let count = 0;
  for (let at = 0; at < view.words.length; at++)
    if (OUR_WORDS.has(view.words[at]!) && (view.analysis.quotes.depth[at] ?? 0) === 0) count++;
  return count >= 2 && (1000 * count) / view.words.length > RELEASE_RATE;
}

/** For each token the innermost attribution whose content holds it: the shortest content wins. */
function coverOf(view: ClauseView, attributions: readonly Attribution[]): Int32Array {
  const cover = new Int32Array(view.words.length).fill(-1);
  const length = ({ content }: Attribution) => content.reduce((sum, [a, b]) => sum + b - a, 0);
  const order = attributions.map((_, index) => index);
  order.sort((a, b) => length(attributions[b]!) - length(attributions[a]!));
  for (const index of order)
    for (const span of attributions[index]!.content) {
      const [start, end] = rangeOf(view, span);
      cover.fill(index, start, end);
    }
  return cover;
}

/** For each token the attribution whose cue it stands in. */
function cueOf(view: ClauseView, attributions: readonly Attribution[]): Int32Array {
  const found = new Int32Array(view.words.length).fill(-1);
  for (const [index, { cue }] of attributions.entries())
    for (const span of cue) {
      const [start, end] = rangeOf(view, span);
      found.fill(index, start, end);
    }
  return found;
}

/** The cue's last verb, else its last word ("has also said" is "say"). */
function cueLemma(view: ClauseView, cue: readonly Span[]): string {
  let best = '';
  for (const span of cue) {
    const [start, end] = rangeOf(view, span);
    for (let at = start; at < end; at++)
      if (best === '' || view.classes[at] === 'VERB' || view.classes[at] === 'NOUN')
        best = view.lemmas[at]!;
  }
  return best;
}
