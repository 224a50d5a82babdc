/**
 * Heads from arc scores: the best head of each word where that is a tree, else the best tree with
 * one root (Chu and Liu 1965, Edmonds 1967), by contraction over a dense matrix, without recursion.
 * Not projective by force: English crosses arcs in one or two of a thousand words.
 * @module
 */

/** Scores of one sentence, each column at an offset into an array of the kernel's memory. */
export interface ArcScores {
  /** Words. */
  readonly n: number;
  /** Floats in a row of scores, at least `n`. */
  readonly wide: number;
  readonly floats: Float32Array;
  readonly integers: Int32Array;
  /** `floats[scoreAt + dependent * wide + head]`. */
  readonly scoreAt: number;
  /** The score of each word as the root. */
  readonly rootAt: number;
  /** The best head of each word, some other word; in `integers`. */
  readonly bestAt: number;
}

/**
 * Find the heads of a sentence's words.
 * @param heads filled with the head of each word, -1 at the root
 */
export function findTree(scores: ArcScores, heads: Int32Array): void {
  const { n, integers, bestAt } = scores;
  const top = findRoot(scores);
  for (let word = 0; word < n; word++) heads[word] = integers[bestAt + word]!;
  heads[top] = -1;
  if (hasCycle(heads, n)) contract(scores, top, heads);
}

/** The word that gains most from being the root, against its best other head. */
function findRoot({ n, wide, floats, integers, scoreAt, rootAt, bestAt }: ArcScores): number {
  if (n === 1) return 0;
  let top = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let word = 0; word < n; word++) {
    const other = floats[scoreAt + word * wide + integers[bestAt + word]!]!;
    const gain = floats[rootAt + word]! - other;
    if (most < gain) {
      most = gain;
      top = word;
    }
  }
  return top;
}

/** Marks of the walk below; sentences are short, so one list serves all. */
const seen = new Int32Array(1024);

/** Does following heads ever come back? Each word is walked once. */
function hasCycle(heads: Int32Array, n: number): boolean {
  seen.fill(0, 0, n);
  for (let word = 0; word < n; word++) {
    let at = word;
    while (at >= 0 && seen[at] === 0) {
      seen[at] = word + 1;
      at = heads[at]!;
    }
    if (at >= 0 && seen[at] === word + 1) return true;
  }
  return false;
}

/** The graph under contraction: nodes from `n` on stand for cycles. */
interface Graph {
  readonly width: number;
  /** The best score of an edge into a node from a node. */
  readonly weight: Float64Array;
  /** Where that edge stands between words: itself, unless one of its nodes is a cycle. */
  readonly origin: Int32Array;
  readonly active: number[];
  /** The chosen incoming edge of a node: the node it comes from. */
  readonly from: Int32Array;
  /** The contracted node that a node is inside of, or -1. */
  readonly parent: Int32Array;
  readonly cycles: number[][];
}

function contract(scores: ArcScores, top: number, heads: Int32Array): void {
  const graph = makeGraph(scores, top);
  graph.from.set(heads.subarray(0, scores.n));
  for (;;) {
    const cycle = findCycle(graph);
    if (cycle === null) break;
    const made = scores.n + graph.cycles.length;
    merge(graph, cycle, made);
    graph.from[made] = bestFrom(graph, made);
  }
  expand(graph, scores.n, heads);
  heads[top] = -1;
}

/** Matrices of the last graph, kept for the next: only sentences with a cycle need them. */
let scratch = { size: 0, weight: new Float64Array(0), origin: new Int32Array(0) };

function reserveScratch(size: number): typeof scratch {
  if (scratch.size < size) {
    scratch = { size, weight: new Float64Array(size), origin: new Int32Array(size) };
  }
  return scratch;
}

function makeGraph({ n, wide, floats, scoreAt }: ArcScores, top: number): Graph {
  const width = n * 2;
  const { weight, origin } = reserveScratch(width * width);
  for (let word = 0; word < n; word++) {
    const at = word * width;
    const row = scoreAt + word * wide;
    for (let other = 0; other < n; other++) {
      weight[at + other] = word === top ? Number.NEGATIVE_INFINITY : floats[row + other]!;
    }
    weight[at + word] = Number.NEGATIVE_INFINITY;
  }
  const active = Array.from({ length: n }, (_, word) => word);
  const parent = new Int32Array(width).fill(-1);
  const from = new Int32Array(width);
  return { width, weight, origin, active, from, parent, cycles: [] };
}

function bestFrom({ active, weight, width }: Graph, node: number): number {
  let best = -1;
  for (const other of active) {
    if (other === node) continue;
    if (best < 0 || weight[node * width + other]! > weight[node * width + best]!) best = other;
  }
  return best;
}

/** The nodes of one cycle of chosen edges, or null. */
function findCycle({ active, from, width }: Graph): number[] | null {
  seen.fill(0, 0, width);
  for (const start of active) {
    let at = start;
    while (at >= 0 && seen[at] === 0) {
      seen[at] = start + 1;
      at = from[at]!;
    }
    if (at < 0 || seen[at] !== start + 1) continue;
    const cycle = [at];
    for (let node = from[at]!; node !== at; node = from[node]!) cycle.push(node);
    return cycle;
  }
  return null;
}

/**
 * Put a new node in place of a cycle; edges into it pay for the edge of the cycle that they break.
 * A node whose best head was in the cycle keeps it: only the new node has to choose.
 */
function merge(graph: Graph, cycle: readonly number[], made: number): void {
  const { width, weight, from, parent } = graph;
  const members = new Set(cycle);
  const rest = graph.active.filter((node) => !members.has(node));
  for (const node of rest) {
    weight[made * width + node] = Number.NEGATIVE_INFINITY;
    weight[node * width + made] = Number.NEGATIVE_INFINITY;
    for (const member of cycle) {
      const broken = weight[member * width + from[member]!]!;
      keepBest(graph, { to: made, source: node, from: node, into: member, loss: broken });
      keepBest(graph, { to: node, source: made, from: member, into: node, loss: 0 });
    }
  }
  for (const node of rest) if (members.has(from[node]!)) from[node] = made;
  for (const member of cycle) parent[member] = made;
  graph.cycles.push([...cycle]);
  graph.active.length = 0;
  graph.active.push(...rest, made);
}

function keepBest(
  graph: Graph,
  edge: { to: number; source: number; from: number; into: number; loss: number },
): void {
  const { width, weight, origin } = graph;
  const target = edge.to * width + edge.source;
  const value = weight[edge.into * width + edge.from]! - edge.loss;
  if (value <= weight[target]!) return;
  weight[target] = value;
  origin[target] = originOf(graph, edge.into, edge.from);
}

/** The edge between two words that stands behind an edge between two nodes. */
function originOf({ width, origin }: Graph, into: number, from: number): number {
  const at = into * width + from;
  const words = width >> 1;
  return into < words && from < words ? at : origin[at]!;
}

/** Open the contracted nodes, the last first: the edge into each breaks its cycle at one member. */
function expand(graph: Graph, n: number, heads: Int32Array): void {
  const { width, from, parent, cycles } = graph;
  const entry = new Int32Array(width).fill(-1);
  for (const node of graph.active) {
    entry[node] = from[node]! < 0 ? -1 : originOf(graph, node, from[node]!);
  }
  for (let index = cycles.length - 1; index >= 0; index--) {
    const made = n + index;
    let broken = Math.floor(entry[made]! / width);
    while (parent[broken] !== made) broken = parent[broken]!;
    for (const member of cycles[index]!) {
      entry[member] = member === broken ? entry[made]! : originOf(graph, member, from[member]!);
    }
  }
  for (let word = 0; word < n; word++) if (entry[word]! >= 0) heads[word] = entry[word]! % width;
}
