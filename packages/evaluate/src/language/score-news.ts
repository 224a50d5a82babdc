/**
 * Agreement with silver trees of news. CoreNLP keeps hyphenated words whole, so a silver word is
 * matched with the run of our tokens that covers it exactly, and that run stands for its topmost
 * token. Heads are compared on words that are no punctuation, which CoreNLP hangs up by other rules
 * than the treebanks. CoreNLP reads over paragraph breaks and has no datelines: its sentences are
 * cut at blank lines, an opening '' goes with what it opens, and our dateline counts with the sentence behind it. Agreement is with a
 * machine's reading: a difference need not be our mistake.
 * @module
 */
import { type Analysis, UPOS } from '@onrecord/reader';
import type { Count } from './score-parse.ts';
import type { SilverWord } from './silver.ts';

/** What is counted. */
export interface NewsCounts {
  readonly sentences: Count;
  readonly upos: Count;
  readonly uas: Count;
}

/** Counts of nothing. */
export function makeNewsCounts(): NewsCounts {
  const none = (): Count => ({ gold: 0, system: 0, right: 0 });
  return { sentences: none(), upos: none(), uas: none() };
}

/** Add the counts of one article. */
export function scoreNews(
  counts: NewsCounts,
  silver: readonly (readonly SilverWord[])[],
  analysis: Analysis,
): void {
  const words = silver.flat();
  countSentences(counts.sentences, silver, analysis);
  const { wordOf, top } = matchWords(words, analysis);
  addTotal(counts.upos, words.length);
  addTotal(counts.uas, words.filter((word) => word.upos !== 'PUNCT').length);
  let first = 0;
  for (const sentence of silver) {
    for (let at = 0; at < sentence.length; at++) {
      const token = top[first + at]!;
      if (token < 0) continue;
      const word = sentence[at]!;
      if (UPOS[analysis.tags.upos[token]!] === word.upos) counts.upos.right++;
      if (word.upos === 'PUNCT') continue;
      const head = analysis.tree.head[token]!;
      const found = head < 0 ? -1 : wordOf[head]!;
      if (found === (word.head === 0 ? -1 : first + word.head - 1)) counts.uas.right++;
    }
    first += sentence.length;
  }
}

function addTotal(count: Count, total: number): void {
  count.gold += total;
  count.system += total;
}

/** Sentences by their first and last character. */
function countSentences(
  count: Count,
  silver: readonly (readonly SilverWord[])[],
  { tokens, sentences, structure, text }: Analysis,
): void {
  const want = new Set<string>();
  let moved = -1;
  for (const words of silver) {
    const last = words.at(-1)!;
    const isMoved = 1 < words.length && isOpeningPair(text, last.start, last.end);
    const sentence = isMoved ? words.slice(0, -1) : words;
    let start = moved < 0 ? sentence[0]!.start : moved;
    moved = isMoved ? last.start : -1;
    for (let at = 1; at < sentence.length; at++) {
      if (!/\n\s*\n/.test(text.slice(sentence[at - 1]!.end, sentence[at]!.start))) continue;
      want.add(`${start}:${sentence[at - 1]!.end}`);
      start = sentence[at]!.start;
    }
    want.add(`${start}:${sentence.at(-1)!.end}`);
  }
  count.gold += want.size;
  let start = -1;
  for (let index = 0; index < sentences.length; index++) {
    if (start < 0) start = tokens.start[sentences.start[index]!]!;
    if (structure.parts[sentences.part[index]!]!.kind === 'dateline') continue;
    count.system++;
    if (want.has(`${start}:${tokens.end[sentences.end[index]! - 1]}`)) count.right++;
    start = -1;
  }
}

/** CoreNLP takes two apostrophes for a closing mark; before a word they open the next sentence. */
function isOpeningPair(text: string, start: number, end: number): boolean {
  return (
    text.slice(start, end) === "''" &&
    /\s/.test(text[start - 1] ?? ' ') &&
    /\S/.test(text[end] ?? ' ')
  );
}

/** The silver word of each token, and the topmost token of each silver word (-1: not covered exactly). */
function matchWords(
  words: readonly SilverWord[],
  { tokens, tree }: Analysis,
): { wordOf: Int32Array; top: Int32Array } {
  const wordOf = new Int32Array(tokens.length).fill(-2);
  const top = new Int32Array(words.length).fill(-1);
  let token = 0;
  for (let word = 0; word < words.length; word++) {
    const { start, end } = words[word]!;
    while (token < tokens.length && tokens.start[token]! < start) token++;
    const first = token;
    let last = token;
    while (last < tokens.length && tokens.end[last]! <= end) last++;
    if (last === first || tokens.start[first] !== start || tokens.end[last - 1] !== end) continue;
    for (let at = first; at < last; at++) {
      wordOf[at] = word;
      const head = tree.head[at]!;
      if (top[word]! < 0 && (head < first || last <= head)) top[word] = at;
    }
    token = last;
  }
  return { wordOf, top };
}
