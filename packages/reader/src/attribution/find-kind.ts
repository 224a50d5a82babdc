/**
 * The kind of an attribution (direct, indirect, mixed) by how much of its content stands in
 * double quotation marks, and its act by its cue word.
 * @module
 */
import type { StatementAct, StatementKind } from '@onrecord/record';
import type { Analysis } from '../layers.ts';
import { findCueNoun, findCueVerb } from './cue-lexicon.ts';
import type { Draft } from './draft.ts';
import { formOf } from './draft.ts';

const WORD = /[\p{L}\p{N}]/u;

/** Nearly all words begin with a letter of ASCII, which is quickly seen. */
function isWord(form: string): boolean {
  const first = form.charCodeAt(0) | 0x20;
  return (0x61 <= first && first <= 0x7a) || WORD.test(form);
}

/** Nearly all words in quotation marks make it direct: a stray "and" between two is no mixture. */
const DIRECT_SHARE = 0.95;

/** Tell direct, indirect and mixed apart by the share of quoted words in the content. */
export function findKind(analysis: Analysis, draft: Draft): StatementKind {
  // Most contents have no quotation mark at all, and their words need not be told from punctuation.
  if (!hasQuoted(analysis, draft)) return 'indirect';
  let words = 0;
  let quoted = 0;
  for (const [start, end] of draft.content)
    for (let token = start; token < end; token++) {
      if (!isWord(formOf(analysis, token))) continue;
      words++;
      if (0 < (analysis.quotes.depth[token] as number)) quoted++;
    }
  if (quoted === 0) return 'indirect';
  return DIRECT_SHARE * words <= quoted ? 'direct' : 'mixed';
}

function hasQuoted({ quotes }: Analysis, { content }: Draft): boolean {
  for (const [start, end] of content)
    for (let token = start; token < end; token++)
      if (0 < (quotes.depth[token] as number)) return true;
  return false;
}

/** "declined to comment", "would not say": asked, and did not answer. */
const DECLINING = /\b(declin|refus|would (?:not|n['’]t)|did (?:not|n['’]t))/;
const ANSWERING = /\b(comment|say|answer|elaborate|discuss|respond|provide details)/;

/** The first three words of the content: "to comment on". */
function readOpening(analysis: Analysis, { content }: Draft): string {
  const [start, end] = content[0] ?? [0, 0];
  const words: string[] = [];
  for (let token = start; token < Math.min(end, start + 3); token++)
    words.push(formOf(analysis, token).toLowerCase());
  return words[0] === 'to' ? words.join(' ') : '';
}

/** Find the act that the cue names; a cue that no table knows says something. */
export function findAct(analysis: Analysis, draft: Draft): StatementAct {
  const cue = draft.cue
    .map(([start, end]) =>
      analysis.text.slice(analysis.tokens.start[start], analysis.tokens.end[end - 1]),
    )
    .join(' ')
    .toLowerCase();
  if (DECLINING.test(cue) && ANSWERING.test(`${cue} ${readOpening(analysis, draft)}`))
    return 'declines';
  // The cue's head first: "signals support" says; then from its end: "has made the claim".
  const tokens = draft.cue.flatMap(([start, end]) =>
    Array.from({ length: end - start }, (_, at) => end - 1 - at),
  );
  for (const token of 0 <= draft.cueWord ? [draft.cueWord, ...tokens] : tokens) {
    const lemma = analysis.tags.lemma[token]!;
    const act = findCueVerb(lemma)?.act ?? findCueNoun(lemma);
    if (act) return act;
  }
  return 'says';
}
