/**
 * A tree seen from the head downwards: children in the order of the text and the stretch that
 * each subtree spans, made once in linear time, also for a sentence of a million words.
 * @module
 */
import type { Analysis } from '../layers.ts';
import { DEPRELS } from '../layers.ts';

/** The children of each token and the extent of its subtree, all in token indices. */
export interface PhraseTree {
  readonly head: Int32Array;
  /** First and last token of each subtree. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Linked lists of children in the order of the text; -1 ends a list. */
  readonly child: Int32Array;
  readonly sibling: Int32Array;
  /** The relation of each token to its head without its subtype ("nsubj" of "nsubj:pass"). */
  readonly relation: readonly string[];
  /** The relation with its subtype. */
  readonly deprel: readonly string[];
}

const BASE = DEPRELS.map((name) => name.replace(/:.*$/, ''));

/** Four stages read the tree of one analysis; the view is made once and goes with it. */
const MADE = new WeakMap<Analysis, PhraseTree>();

/** The view of the tree that the rules read: the same object for the same analysis. */
export function readPhraseTree(analysis: Analysis): PhraseTree {
  const known = MADE.get(analysis);
  if (known) return known;
  const made = makePhraseTree(analysis);
  MADE.set(analysis, made);
  return made;
}

function makePhraseTree(analysis: Analysis): PhraseTree {
  const { head, deprel } = analysis.tree;
  const count = analysis.tokens.length;
  const first = new Int32Array(count);
  for (let token = 0; token < count; token++) first[token] = token;
  const last = first.slice();
  const child = new Int32Array(count).fill(-1);
  const sibling = new Int32Array(count).fill(-1);
  const waiting = new Int32Array(count);
  for (let token = count - 1; 0 <= token; token--) {
    const parent = head[token] as number;
    if (parent < 0) continue;
    sibling[token] = child[parent] as number;
    child[parent] = token;
    waiting[parent] = (waiting[parent] as number) + 1;
  }
  widenFromLeaves({ head, first, last, waiting });
  const relation: string[] = new Array(count);
  const full: string[] = new Array(count);
  for (let token = 0; token < count; token++) {
    relation[token] = BASE[deprel[token] as number] as string;
    full[token] = DEPRELS[deprel[token] as number] as string;
  }
  return { head, first, last, child, sibling, relation, deprel: full };
}

interface Widening {
  head: Int32Array;
  first: Int32Array;
  last: Int32Array;
  waiting: Int32Array;
}

/** Hand each finished subtree's extent to its head, leaves first. */
function widenFromLeaves({ head, first, last, waiting }: Widening): void {
  const ready = new Int32Array(head.length);
  let count = 0;
  for (let token = 0; token < head.length; token++)
    if (waiting[token] === 0) ready[count++] = token;
  for (let at = 0; at < count; at++) {
    const token = ready[at] as number;
    const parent = head[token] as number;
    if (parent < 0) continue;
    first[parent] = Math.min(first[parent] as number, first[token] as number);
    last[parent] = Math.max(last[parent] as number, last[token] as number);
    waiting[parent] = (waiting[parent] as number) - 1;
    if (waiting[parent] === 0) ready[count++] = parent;
  }
}

/** List the children of a token in the order of the text. */
export function listChildren(tree: PhraseTree, token: number): number[] {
  const children: number[] = [];
  for (let at = tree.child[token] as number; 0 <= at; at = tree.sibling[at] as number)
    children.push(at);
  return children;
}

/** Find the first child with one of the relations (base names), or null. */
export function findChild(
  tree: PhraseTree,
  token: number,
  relations: readonly string[],
): number | null {
  for (let at = tree.child[token] as number; 0 <= at; at = tree.sibling[at] as number)
    if (relations.includes(tree.relation[at] as string)) return at;
  return null;
}
