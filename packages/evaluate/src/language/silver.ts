/**
 * PolNeAR's silver trees (CoreNLP, Universal Dependencies version 1) as trees of version 2 in the
 * manner of EWT: labels renamed, universal tags from Penn tags, conjunctions and commas hung on the
 * conjunct that follows, names of persons headed by their first word. Word by word; hyphenated
 * words stay whole, as CoreNLP has them.
 * @module
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { TreebankDocument } from './treebank.ts';

/** A word of a silver tree; offsets are UTF-16 units of the article's text. */
export interface SilverWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly start: number;
  readonly end: number;
  /** Number of the head in the sentence, from 1; 0 at the root. */
  readonly head: number;
  readonly deprel: string;
}

/** The universal tag that treebanks give a word with a Penn tag: "someone" NN is a pronoun. */
export type TagLexicon = ReadonlyMap<string, string>;

/** Sentences by article. */
export type SilverTrees = ReadonlyMap<string, readonly (readonly SilverWord[])[]>;

interface Row {
  form: string;
  lemma: string;
  xpos: string;
  ner: string;
  head: number;
  deprel: string;
  upos: string;
  start: number;
  end: number;
}

/** Read a file of silver trees. */
export function readSilver(path: string, lexicon: TagLexicon): SilverTrees {
  return decodeSilver(gunzipSync(readFileSync(path)).toString('utf8'), lexicon);
}

/** Count which universal tag goes with a word and its Penn tag, where one is the rule. */
export function buildTagLexicon(documents: readonly TreebankDocument[]): TagLexicon {
  const counts = new Map<string, Map<string, number>>();
  for (const { sentences } of documents) {
    for (const { form, xpos, upos } of sentences.flatMap((sentence) => sentence.words)) {
      const key = `${form.toLowerCase()}\t${xpos}`;
      const tags = counts.get(key) ?? new Map<string, number>();
      counts.set(key, tags.set(upos, (tags.get(upos) ?? 0) + 1));
    }
  }
  const lexicon = new Map<string, string>();
  for (const [key, tags] of counts) {
    const [best, count] = [...tags].reduce((a, b) => (a[1] < b[1] ? b : a));
    const total = [...tags.values()].reduce((sum, n) => sum + n, 0);
    // Three witnesses and four in five: fewer are slips, or a matter of the sentence.
    if (3 <= count && 0.8 * total <= count) lexicon.set(key, best);
  }
  return lexicon;
}

/** Decode silver trees; sentences without exactly one root are left out. */
export function decodeSilver(content: string, lexicon: TagLexicon = new Map()): SilverTrees {
  const trees = new Map<string, SilverWord[][]>();
  let sentences: SilverWord[][] = [];
  let rows: Row[] = [];
  for (const line of `${content}\n\n`.split('\n')) {
    if (line.startsWith('# newdoc id = ')) {
      sentences = [];
      trees.set(line.slice(14), sentences);
    } else if (line === '') {
      if (isTree(rows)) sentences.push(convertSentence(rows, lexicon));
      rows = [];
    } else if (line.includes('\t')) rows.push(readRow(line.split('\t')));
  }
  return trees;
}

function readRow(columns: readonly string[]): Row {
  return {
    form: columns[1]!,
    lemma: columns[2]!,
    xpos: columns[3]!,
    ner: columns[4]!,
    head: Number(columns[5]),
    deprel: columns[6]!,
    start: Number(columns[7]),
    end: Number(columns[8]),
    upos: 'X',
  };
}

function isTree(rows: readonly Row[]): boolean {
  if (rows.filter((row) => row.head === 0).length !== 1) return false;
  return rows.every((row) => 0 <= row.head && row.head <= rows.length);
}

const RENAMED: Readonly<Record<string, string>> = {
  dobj: 'obj',
  nsubjpass: 'nsubj:pass',
  csubjpass: 'csubj:pass',
  auxpass: 'aux:pass',
  mwe: 'fixed',
  neg: 'advmod',
  'nmod:tmod': 'obl:unmarked',
  'nmod:npmod': 'obl:unmarked',
  name: 'flat',
  foreign: 'flat',
};

const UPOS_OF: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['NOUN', 'NN NNS'],
    ['PROPN', 'NNP NNPS'],
    ['ADJ', 'JJ JJR JJS'],
    ['ADV', 'RB RBR RBS WRB'],
    ['VERB', 'VB VBD VBP VBZ VBN VBG'],
    ['AUX', 'MD'],
    ['DET', 'DT PDT WDT'],
    ['PRON', 'PRP PRP$ WP WP$ EX'],
    ['ADP', 'IN RP'],
    ['PART', 'TO POS'],
    ['CCONJ', 'CC'],
    ['NUM', 'CD'],
    ['INTJ', 'UH'],
    ['SYM', 'SYM $ #'],
    ['PUNCT', ". , : `` '' -LRB- -RRB- HYPH NFP"],
  ].flatMap(([upos, tags]) => tags!.split(' ').map((xpos) => [xpos, upos!])),
);

function convertSentence(rows: Row[], lexicon: TagLexicon): SilverWord[] {
  for (const row of rows) row.upos = uposOf(row);
  for (const row of rows) renameRow(row, row.head === 0 ? null : rows[row.head - 1]!);
  for (let at = 0; at < rows.length; at++) reattach(rows, at);
  headNames(rows);
  for (const row of rows)
    if (!BY_TREE.test(row.upos)) row.upos = lexicon.get(keyOf(row)) ?? row.upos;
  return rows.map(({ ner: _, ...word }) => word);
}

/** Tags that hang on the tree and not on the word. */
const BY_TREE = /^(?:AUX|VERB|SCONJ|DET|PRON)$/;

function keyOf({ form, xpos }: Row): string {
  return `${form.toLowerCase()}\t${xpos}`;
}

function uposOf({ form, xpos, deprel }: Row): string {
  const lower = form.toLowerCase();
  if (/^(?:aux|auxpass|cop)$/.test(deprel) && /^[VM]/.test(xpos)) return 'AUX';
  // "The question is whether …": the treebanks have a copula where CoreNLP has the root.
  if (/^(?:is|are|was|were|be|been|being|am|['’]s|['’]re|['’]m)$/.test(lower) && xpos !== 'POS')
    return 'AUX';
  if (xpos === 'IN' && deprel === 'mark') return 'SCONJ';
  if (xpos === 'TO' && deprel === 'case') return 'ADP';
  if (/^W?DT$/.test(xpos) && !/^(?:det|det:predet|advmod|cc:preconj|mark|neg)$/.test(deprel))
    return 'PRON';
  if (xpos === 'RB' && /^(?:not|n['’]t)$/.test(lower)) return 'PART';
  if (lower === '%') return 'SYM';
  return UPOS_OF[xpos] ?? 'X';
}

function renameRow(row: Row, head: Row | null): void {
  const isUnderVerb = head !== null && /^(?:VERB|ADJ|ADV|AUX)$/.test(head.upos);
  if (row.deprel === 'nmod' && isUnderVerb) row.deprel = 'obl';
  else if (/^nmod:(?:tmod|npmod)$/.test(row.deprel) && !isUnderVerb) row.deprel = 'nmod:unmarked';
  else row.deprel = RENAMED[row.deprel] ?? row.deprel;
  // CoreNLP has "to" as TO before nouns too; the treebanks have IN there.
  if (row.xpos === 'TO' && row.upos === 'ADP') row.xpos = 'IN';
}

/** Version 2 hangs "and" and the comma of a list on the conjunct behind them. */
function reattach(rows: readonly Row[], at: number): void {
  const row = rows[at]!;
  if (row.deprel !== 'cc' && !(row.deprel === 'punct' && row.form === ',')) return;
  if (at + 1 < row.head) return;
  for (let other = at + 1; other < rows.length; other++) {
    const next = rows[other]!;
    if (next.deprel !== 'conj' || next.head !== row.head) continue;
    row.head = other + 1;
    return;
  }
}

/** "Ana Kovic": CoreNLP's head is the last word, the treebanks' the first; so with a title before it. */
function headNames(rows: readonly Row[]): void {
  for (let last = rows.length - 1; last > 0; last--) {
    if (rows[last]!.ner !== 'PERSON' || rows[last]!.upos !== 'PROPN') continue;
    let first = last;
    while (0 < first && isNamePart(rows, first - 1, last)) first--;
    if (first < last) turnName(rows, first, last);
    last = first;
  }
}

function isNamePart(rows: readonly Row[], at: number, last: number): boolean {
  const row = rows[at]!;
  if (row.head !== last + 1 || row.deprel !== 'compound' || row.upos !== 'PROPN') return false;
  return row.ner === 'PERSON' || TITLE.test(row.form);
}

const TITLE =
  /^(?:President|Minister|Senator|Sen\.|Rep\.|Gov\.|Governor|Secretary|Mr\.|Mrs\.|Ms\.|Dr\.|Chancellor|King|Queen|Prince|Pope|Justice|Judge|General|Gen\.|Congressman|Mayor|Director|Chairman|Ambassador|Speaker|Leader|Representative)$/;

function turnName(rows: readonly Row[], first: number, last: number): void {
  const old = rows[last]!;
  const { head, deprel } = old;
  for (const row of rows) if (row.head === last + 1) row.head = first + 1;
  for (let at = first + 1; at <= last; at++) {
    rows[at]!.head = first + 1;
    rows[at]!.deprel = 'flat';
  }
  rows[first]!.head = head;
  rows[first]!.deprel = deprel;
}
