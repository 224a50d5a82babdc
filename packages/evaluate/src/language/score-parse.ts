/**
 * Scores of an analysis against a treebank after the definitions of the CoNLL 2018 shared task
 * (Zeman et al. 2018, conll18_ud_eval.py): tokens, sentences and words match by their characters
 * without white space; words of multi-word tokens are aligned by their longest common subsequence;
 * tags and heads count on aligned words, relations without their subtypes.
 * @module
 */
import { type Analysis, DEPRELS, UPOS, XPOS } from '@onrecord/reader';
import type { TreebankDocument } from './treebank.ts';

/** What is counted, each as an F1 from 0 to 1. */
export const PARSE_METRICS = [
  'tokens',
  'sentences',
  'words',
  'upos',
  'xpos',
  'lemma',
  'uas',
  'las',
] as const;
export type ParseMetric = (typeof PARSE_METRICS)[number];

/** Counts of one metric. */
export interface Count {
  gold: number;
  system: number;
  right: number;
}
export type ParseCounts = Record<ParseMetric, Count>;

/** Counts of nothing. */
export function makeParseCounts(): ParseCounts {
  const entries = PARSE_METRICS.map((metric) => [metric, { gold: 0, system: 0, right: 0 }]);
  return Object.fromEntries(entries) as ParseCounts;
}

/** Harmonic mean of precision and recall; 0 where nothing was found. */
export function f1Of({ gold, system, right }: Count): number {
  return gold + system === 0 ? 0 : (2 * right) / (gold + system);
}

/** One reading of a text, in characters without white space. */
interface Reading {
  /** Spans of tokens and sentences as `start * 2^26 + end` keys. */
  tokens: Set<number>;
  sentences: Set<number>;
  words: Word[];
}

interface Word {
  start: number;
  end: number;
  form: string;
  lemma: string;
  upos: string;
  xpos: string;
  deprel: string;
  /** Index into the words of the document, -1 at the root. */
  head: number;
  isMultiword: boolean;
}

const SPAN = 2 ** 26;

/** Add the counts of one document. */
export function scoreParse(counts: ParseCounts, gold: TreebankDocument, analysis: Analysis): void {
  const offset = squeeze(gold.text);
  const want = readGold(gold, offset);
  const have = readAnalysis(analysis, offset);
  countSpans(counts.tokens, want.tokens, have.tokens);
  countSpans(counts.sentences, want.sentences, have.sentences);
  const partner = alignWords(want.words, have.words);
  for (const metric of PARSE_METRICS.slice(2)) {
    counts[metric].gold += want.words.length;
    counts[metric].system += have.words.length;
  }
  for (let index = 0; index < have.words.length; index++) {
    if (partner[index]! >= 0) countWord(counts, { want, have, partner, index });
  }
}

function countWord(
  counts: ParseCounts,
  place: { want: Reading; have: Reading; partner: Int32Array; index: number },
): void {
  const { want, have, partner, index } = place;
  const system = have.words[index]!;
  const gold = want.words[partner[index]!]!;
  counts.words.right++;
  if (system.upos === gold.upos) counts.upos.right++;
  if (system.xpos === gold.xpos) counts.xpos.right++;
  if (gold.lemma === '_' || system.lemma === gold.lemma) counts.lemma.right++;
  const head = system.head < 0 ? -1 : partner[system.head]!;
  const isRight = system.head < 0 ? gold.head < 0 : 0 <= head && head === gold.head;
  if (!isRight) return;
  counts.uas.right++;
  if (universal(system.deprel) === universal(gold.deprel)) counts.las.right++;
}

function universal(deprel: string): string {
  const colon = deprel.indexOf(':');
  return colon < 0 ? deprel : deprel.slice(0, colon);
}

/** For each offset of a text, the visible characters before it. */
function squeeze(text: string): Uint32Array {
  const offset = new Uint32Array(text.length + 1);
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    offset[at] = count;
    if (!/\s/.test(text[at]!)) count++;
  }
  offset[text.length] = count;
  return offset;
}

function readGold(document: TreebankDocument, offset: Uint32Array): Reading {
  const reading: Reading = { tokens: new Set(), sentences: new Set(), words: [] };
  for (const { words, tokens } of document.sentences) {
    const first = reading.words.length;
    const sizes = new Uint32Array(tokens.length);
    for (const word of words) sizes[word.token]!++;
    const spans = tokens.map(([start, end]) => [offset[start]!, offset[end]!] as const);
    for (const [start, end] of spans) reading.tokens.add(start * SPAN + end);
    reading.sentences.add(spans[0]![0] * SPAN + spans.at(-1)![1]);
    for (const word of words) {
      const [start, end] = spans[word.token]!;
      const head = word.head === 0 ? -1 : first + word.head - 1;
      reading.words.push({ ...word, start, end, head, isMultiword: 1 < sizes[word.token]! });
    }
  }
  return reading;
}

function readAnalysis(analysis: Analysis, offset: Uint32Array): Reading {
  const { tokens, sentences, tags, tree, text } = analysis;
  const reading: Reading = { tokens: new Set(), sentences: new Set(), words: [] };
  for (let index = 0; index < sentences.length; index++) {
    const start = offset[tokens.start[sentences.start[index]!]!]!;
    const end = offset[tokens.end[sentences.end[index]! - 1]!]!;
    reading.sentences.add(start * SPAN + end);
  }
  for (let token = 0; token < tokens.length; ) {
    let last = token + 1;
    while (last < tokens.length && tokens.joined[last] === 1) last++;
    const start = offset[tokens.start[token]!]!;
    const end = offset[tokens.end[last - 1]!]!;
    reading.tokens.add(start * SPAN + end);
    for (let word = token; word < last; word++) {
      reading.words.push({
        start,
        end,
        form: text.slice(tokens.start[word]!, tokens.end[word]!),
        lemma: tags.lemma[word]!,
        upos: UPOS[tags.upos[word]!]!,
        xpos: XPOS[tags.xpos[word]!]!,
        deprel: DEPRELS[tree.deprel[word]!]!,
        head: tree.head[word]!,
        isMultiword: 1 < last - token,
      });
    }
    token = last;
  }
  return reading;
}

function countSpans(count: Count, gold: Set<number>, system: Set<number>): void {
  count.gold += gold.size;
  count.system += system.size;
  for (const span of system) if (gold.has(span)) count.right++;
}

/** The gold word of each system word, or -1. */
function alignWords(gold: readonly Word[], system: readonly Word[]): Int32Array {
  const partner = new Int32Array(system.length).fill(-1);
  let g = 0;
  let s = 0;
  while (g < gold.length && s < system.length) {
    if (gold[g]!.isMultiword || system[s]!.isMultiword) {
      const group = findGroup(gold, system, g, s);
      if (group.isMatched) alignGroup(gold, system, { ...group, g, s }, partner);
      g = group.goldEnd;
      s = group.systemEnd;
    } else if (gold[g]!.start === system[s]!.start && gold[g]!.end === system[s]!.end) {
      partner[s++] = g++;
    } else if (gold[g]!.start <= system[s]!.start) g++;
    else s++;
  }
  return partner;
}

/** The words on both sides that cover one stretch around a multi-word token. */
function findGroup(
  gold: readonly Word[],
  system: readonly Word[],
  g: number,
  s: number,
): { goldEnd: number; systemEnd: number; isMatched: boolean } {
  let goldEnd = g;
  let systemEnd = s;
  // A word that starts before the multi-word token is no part of the group.
  if (gold[g]!.start !== system[s]!.start) {
    const isGoldBehind = gold[g]!.start < system[s]!.start;
    return {
      goldEnd: g + (isGoldBehind ? 1 : 0),
      systemEnd: s + (isGoldBehind ? 0 : 1),
      isMatched: false,
    };
  }
  let end = Math.max(
    gold[g]!.isMultiword ? gold[g]!.end : 0,
    system[s]!.isMultiword ? system[s]!.end : 0,
  );
  for (;;) {
    const before = end;
    while (goldEnd < gold.length && gold[goldEnd]!.start < end) {
      if (gold[goldEnd]!.isMultiword) end = Math.max(end, gold[goldEnd]!.end);
      goldEnd++;
    }
    while (systemEnd < system.length && system[systemEnd]!.start < end) {
      if (system[systemEnd]!.isMultiword) end = Math.max(end, system[systemEnd]!.end);
      systemEnd++;
    }
    if (end === before) return { goldEnd, systemEnd, isMatched: true };
  }
}

/** Longest common subsequence of the lower-case forms of a group. */
function alignGroup(
  gold: readonly Word[],
  system: readonly Word[],
  group: { g: number; s: number; goldEnd: number; systemEnd: number },
  partner: Int32Array,
): void {
  const { g, s, goldEnd, systemEnd } = group;
  const rows = goldEnd - g;
  const columns = systemEnd - s;
  const size = new Int32Array((rows + 1) * (columns + 1));
  const isSame = (a: number, b: number): boolean =>
    gold[g + a]!.form.toLowerCase() === system[s + b]!.form.toLowerCase();
  const cell = (a: number, b: number): number => size[a * (columns + 1) + b]!;
  for (let a = rows - 1; a >= 0; a--) {
    for (let b = columns - 1; b >= 0; b--) {
      size[a * (columns + 1) + b] = isSame(a, b)
        ? cell(a + 1, b + 1) + 1
        : Math.max(cell(a + 1, b), cell(a, b + 1));
    }
  }
  let a = 0;
  let b = 0;
  while (a < rows && b < columns) {
    if (isSame(a, b)) partner[s + b++] = g + a++;
    else if (cell(a + 1, b) >= cell(a, b + 1)) a++;
    else b++;
  }
}
