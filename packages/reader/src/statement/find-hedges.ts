/**
 * Hedges of a statement: the outlet's ("reportedly") in the clause of the cue, the speaker's in the
 * choice of the cue ("signalled") and in the first clause of the content ("may", "probably").
 * @module
 */
import type { Hedge } from '@onrecord/record';
import { CONTENT_HEDGES, OUTLET_HEDGES, SPEAKER_HEDGES } from '../lang/en/data/statement-words.ts';
import type { Attribution } from '../layers.ts';
import type { Words } from '../mention/words.ts';
import { type CueClause, childrenOf, tokenAfter } from './clause.ts';

const OUTLET = new Set(OUTLET_HEDGES.split(' '));
const SPEAKER = new Set(SPEAKER_HEDGES.split(' '));
const CONTENT = new Set(CONTENT_HEDGES.split(' '));
/** Hedges deeper in a long content bear on details, not on what is said: eight words are a clause. */
const CONTENT_REACH = 8;

/** Find the hedges of a statement, in the order of the text. */
export function findHedges(words: Words, attribution: Attribution, clause: CueClause): Hedge[] {
  const found = new Map<number, Hedge['by']>();
  const { lemma } = words.analysis.tags;
  if (clause.verb >= 0) {
    for (const at of childrenOf(words, clause.verb))
      if (OUTLET.has(words.lower[at] as string)) found.set(at, 'outlet');
    if (isSpeakerHedge(lemma[clause.verb] as string)) found.set(clause.verb, 'speaker');
  }
  for (const span of attribution.cue)
    for (const token of tokensIn(words, span, words.length))
      if (OUTLET.has(words.lower[token] as string)) found.set(token, 'outlet');
  const [content] = attribution.content;
  if (content)
    for (const token of tokensIn(words, content, CONTENT_REACH))
      if (CONTENT.has(words.lower[token] as string) && words.upos[token] !== 'PROPN')
        found.set(token, 'speaker');
  const { start, end } = words.analysis.tokens;
  if (found.size === 0) return [];
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([token, by]) => ({ span: [start[token] as number, end[token] as number], by }));
}

/** "signalled" keeps a doubled letter where the lemma table lacks the word. */
const isSpeakerHedge = (lemma: string): boolean =>
  SPEAKER.has(lemma) || (lemma.endsWith('ll') && SPEAKER.has(lemma.slice(0, -1)));

/** The tokens of a span, `most` of them. */
function tokensIn(words: Words, [from, to]: readonly [number, number], most: number): number[] {
  const { start } = words.analysis.tokens;
  const found: number[] = [];
  for (
    let token = tokenAfter(words, from);
    token < words.length && (start[token] as number) < to && found.length < most;
    token++
  )
    found.push(token);
  return found;
}
