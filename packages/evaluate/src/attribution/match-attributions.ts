/**
 * PolNeAR's measures of attributions, as the project's judge computes them: which predicted
 * attributions match which marked ones, and how many spans and words are right. A test holds the
 * figures equal to the judge's own.
 * @module
 */
import type { Span } from '@onrecord/record';

/** Source, cue and content, each in pieces. */
export interface Triple {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

/** How many were right, predicted and marked; kinds count right predictions apart. */
export interface Tally {
  found: number;
  right: number;
  predicted: number;
  marked: number;
}

/** The figures of one article, by name. */
export type Tallies = Record<string, Tally>;

/** What matched: indices into the marked and the predicted attributions with any content. */
export interface Matching {
  readonly tallies: Tallies;
  /** For each marked attribution the predicted one that matches it, or -1. */
  readonly partnerOf: Int32Array;
  /** 1 for each predicted attribution that matches. */
  readonly isRight: Uint8Array;
}

export const ROLES = ['source', 'cue', 'content'] as const;
const WORD = /[\p{L}\p{N}]+(?:[.'’-][\p{L}\p{N}]+)*/gu;
/** The share of quoted words from which an attribution counts as direct. */
const DIRECT_SHARE = 0.95;

type Words = readonly (readonly [start: number, end: number])[];
type View = Record<(typeof ROLES)[number], ReadonlySet<number>>;

/** Score one article's predictions against one annotator's marks. */
export function matchAttributions(
  text: string,
  marked: readonly Triple[],
  predicted: readonly Triple[],
): Matching {
  const words = [...text.matchAll(WORD)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
  const gold = marked.map((triple) => viewOf(triple, words));
  const found = predicted.map((triple) => viewOf(triple, words));
  const g = gold.map((view, at) => ({ view, at })).filter(({ view }) => 0 < view.content.size);
  const p = found.map((view, at) => ({ view, at })).filter(({ view }) => 0 < view.content.size);
  const tallies: Tallies = {};
  for (const role of ROLES) {
    addSets(
      tallies,
      `${role} spans`,
      spanKeys(marked, role, words),
      spanKeys(predicted, role, words),
    );
  }
  const pairs = listPairs(
    g.map(({ view }) => view),
    p.map(({ view }) => view),
  );
  const lenient = pairUp(pairs, (pair) => 0.5 <= pair.content && isSourceRight(pair));
  const strict = pairUp(pairs, ({ gold: a, found: b }) =>
    ROLES.every((role) => same(a[role], b[role])),
  );
  const count = { predicted: p.length, marked: g.length };
  add(tallies, 'attribution', { found: lenient.size, right: lenient.size, ...count });
  add(tallies, 'attribution strict', { found: strict.size, right: strict.size, ...count });
  addKinds(tallies, { gold: g, found: p, lenient, quoted: findQuoted(text, words) });
  const partnerOf = new Int32Array(marked.length).fill(-1);
  const isRight = new Uint8Array(predicted.length);
  for (const [i, j] of lenient) {
    partnerOf[g[i]!.at] = p[j]!.at;
    isRight[p[j]!.at] = 1;
  }
  return { tallies, partnerOf, isRight };
}

interface KindRequest {
  gold: readonly { view: View }[];
  found: readonly { view: View }[];
  lenient: ReadonlyMap<number, number>;
  quoted: ReadonlySet<number>;
}

function addKinds(tallies: Tallies, { gold, found, lenient, quoted }: KindRequest): void {
  const kindOf = ({ view }: { view: View }) => {
    const share = overlap(view.content, quoted) / view.content.size;
    return DIRECT_SHARE <= share ? 'direct' : 0 < share ? 'mixed' : 'indirect';
  };
  const rightOnes = new Set(lenient.values());
  for (const kind of ['direct', 'mixed', 'indirect']) {
    const gs = gold.map((row, at) => ({ row, at })).filter(({ row }) => kindOf(row) === kind);
    const ps = found.map((row, at) => ({ row, at })).filter(({ row }) => kindOf(row) === kind);
    add(tallies, `attribution ${kind}`, {
      found: gs.filter(({ at }) => lenient.has(at)).length,
      right: ps.filter(({ at }) => rightOnes.has(at)).length,
      predicted: ps.length,
      marked: gs.length,
    });
  }
}

interface Pair {
  readonly i: number;
  readonly j: number;
  readonly content: number;
  readonly gold: View;
  readonly found: View;
}

function listPairs(gold: readonly View[], found: readonly View[]): Pair[] {
  const pairs: Pair[] = [];
  gold.forEach((a, i) => {
    found.forEach((b, j) => {
      const both = overlap(a.content, b.content);
      const content = (2 * both) / (a.content.size + b.content.size);
      if (0 < content) pairs.push({ i, j, content, gold: a, found: b });
    });
  });
  return pairs.sort(
    (a, b) =>
      b.content - a.content || overlap(b.gold.cue, b.found.cue) - overlap(a.gold.cue, a.found.cue),
  );
}

/** Greedy, one to one, the best content first. */
function pairUp(pairs: readonly Pair[], accept: (pair: Pair) => boolean): Map<number, number> {
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  for (const pair of pairs) {
    if (partner.has(pair.i) || taken.has(pair.j) || !accept(pair)) continue;
    partner.set(pair.i, pair.j);
    taken.add(pair.j);
  }
  return partner;
}

/** The sources overlap, the predicted one not far longer; or none is marked. */
function isSourceRight({ gold, found }: Pair): boolean {
  if (gold.source.size === 0) return true;
  return 0 < overlap(gold.source, found.source) && found.source.size <= 3 * gold.source.size + 3;
}

function viewOf(triple: Triple, words: Words): View {
  return {
    source: wordsOf(triple.source, words),
    cue: wordsOf(triple.cue, words),
    content: wordsOf(triple.content, words),
  };
}

function wordsOf(spans: readonly Span[], words: Words): Set<number> {
  const touched = new Set<number>();
  for (const [start, end] of spans) {
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (words[middle]![1] <= start) low = middle + 1;
      else high = middle;
    }
    for (let word = low; word < words.length && words[word]![0] < end; word++) touched.add(word);
  }
  return touched;
}

function spanKeys(
  triples: readonly Triple[],
  role: (typeof ROLES)[number],
  words: Words,
): Set<string> {
  const keys = new Set<string>();
  for (const triple of triples)
    for (const span of triple[role]) {
      const touched = [...wordsOf([span], words)];
      if (0 < touched.length) keys.add(`${touched[0]}-${touched.at(-1)}`);
    }
  return keys;
}

/** Which words stand in double quotation marks; the state starts anew with each paragraph. */
function findQuoted(text: string, words: Words): Set<number> {
  const quoted = new Set<number>();
  let isOpen = false;
  let word = 0;
  for (let at = 0; at < text.length; at++) {
    if (word < words.length && words[word]![0] === at) {
      if (isOpen) quoted.add(word);
      word++;
    }
    const letter = text[at];
    if (letter === '“') isOpen = true;
    else if (letter === '”') isOpen = false;
    else if (letter === '"') isOpen = !isOpen;
    else if (letter === '\n' && /^\n\s*\n/.test(text.slice(at, at + 4))) isOpen = false;
  }
  return quoted;
}

function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let count = 0;
  for (const value of a) if (b.has(value)) count++;
  return count;
}

function same(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size === b.size && overlap(a, b) === a.size;
}

function addSets(
  tallies: Tallies,
  name: string,
  marked: ReadonlySet<string>,
  predicted: ReadonlySet<string>,
): void {
  let found = 0;
  for (const key of marked) if (predicted.has(key)) found++;
  add(tallies, name, { found, right: found, predicted: predicted.size, marked: marked.size });
}

/** Add a tally to the figure of a name. */
export function add(tallies: Tallies, name: string, more: Tally): void {
  tallies[name] ??= { found: 0, right: 0, predicted: 0, marked: 0 };
  const row = tallies[name];
  row.found += more.found;
  row.right += more.right;
  row.predicted += more.predicted;
  row.marked += more.marked;
}

/** Precision, recall and F1 of a tally, as percentages. */
export function ratesOf({ found, right, predicted, marked }: Tally): {
  precision: number;
  recall: number;
  f1: number;
} {
  const precision = predicted ? (100 * right) / predicted : 0;
  const recall = marked ? (100 * found) / marked : 0;
  const sum = precision + recall;
  return { precision, recall, f1: sum ? (2 * precision * recall) / sum : 0 };
}
