/**
 * Tags and trees in one pass: sentences are taken in blocks, each block runs through the two
 * recurrences and the heads of the network, and its tags, heads and labels are written out.
 * Buffers are made once a model; nothing is allocated a token.
 * @module
 */

import type { PackedMatrix } from '../kernel/arena.ts';
import type { Sentences, Tokens, Tree } from '../layers.ts';
import { findTree } from '../parse/find-tree.ts';
import { readForms } from '../tokenize/word-forms.ts';
import { FormMemo } from './form-memo.ts';
import { Factor, MEMO_FACTOR, type Network, type NetworkSizes } from './network.ts';

/** Tokens in a block: what fits a second-level cache, and more than the longest sentence. */
const BLOCK = 512;

/** Tags as indices and the tree, before lemmas and features are looked up. */
export interface Annotation extends Tree {
  readonly upos: Uint8Array;
  readonly xpos: Uint8Array;
}

/** A block of sentences, and where its results go. */
interface Place {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly n: number;
  readonly out: Annotation;
}

/** Addresses of the working blocks. */
interface Work {
  readonly rows: number;
  readonly glued: number;
  readonly state: number;
  readonly packed: number;
  readonly thin: number;
  readonly z: number;
  readonly top: number;
  readonly scores: number;
  readonly dependent: number;
  readonly own: number;
  readonly root: number;
  readonly arcs: number;
  readonly turned: number;
  readonly heads: number;
  readonly pair: number;
  readonly best: number;
}

/** Byte offsets of the heads' columns in a row of `top`. */
interface Columns {
  readonly arcDependent: number;
  readonly arcHead: number;
  readonly labelDependent: number;
  readonly labelHead: number;
}

function columnsOf({ upos, xpos, arc, label }: NetworkSizes): Columns {
  const tags = ((upos + xpos + 7) & ~7) * 4;
  const labels = tags + arc * 8;
  return {
    arcDependent: tags,
    arcHead: tags + arc * 4,
    labelDependent: labels,
    labelHead: labels + label * 4,
  };
}

/** A tagger and parser over one network. */
export class Annotator {
  readonly #network: Network;
  readonly #memo: FormMemo;
  readonly #work: Work;
  readonly #columns: Columns;
  readonly #heads: Int32Array;
  readonly #rows = new Int32Array(BLOCK);

  constructor(network: Network, longestSentence: number) {
    this.#network = network;
    this.#columns = columnsOf(network.sizes);
    this.#heads = new Int32Array(longestSentence);
    const { kernel, sizes, narrow, second, narrowTop, top, label } = network;
    const floats = (count: number): number => kernel.allocate(count * 4);
    const wide = Math.max(sizes.hidden, sizes.hidden2) * 2;
    this.#work = {
      rows: floats(BLOCK),
      glued: kernel.allocate(BLOCK),
      state: floats(wide),
      packed: kernel.allocate(BLOCK * wide * 2),
      thin: kernel.allocate(BLOCK * Math.max(narrow?.m ?? 0, narrowTop?.m ?? 0) * 2),
      z: floats(BLOCK * second.m),
      top: floats(BLOCK * top.m),
      scores: floats(BLOCK * sizes.arc),
      dependent: kernel.allocate(BLOCK * Math.max(sizes.arc, sizes.label) * 2),
      // A sentence's last eight may reach beyond the block.
      own: floats(BLOCK + 8),
      root: floats(BLOCK),
      arcs: floats(longestSentence * (longestSentence + 8)),
      turned: floats(sizes.arc * (longestSentence + 8)),
      heads: floats(BLOCK),
      pair: floats(BLOCK * sizes.label),
      best: floats(BLOCK * Math.max(label.m, 1)),
    };
    this.#memo = new FormMemo(network);
  }

  /** Tag and parse all sentences. */
  annotate(tokens: Tokens, sentences: Sentences): Annotation {
    const size = tokens.length;
    const out: Annotation = {
      upos: new Uint8Array(size),
      xpos: new Uint8Array(size),
      head: new Int32Array(size).fill(-1),
      deprel: new Uint8Array(size),
    };
    let first = 0;
    while (first < sentences.length) {
      let last = first + 1;
      const start = sentences.start[first]!;
      while (last < sentences.length && sentences.end[last]! - start <= BLOCK) last++;
      const n = sentences.end[last - 1]! - start;
      this.#block(tokens, sentences, { first, last, start, n, out });
      first = last;
    }
    return out;
  }

  #block(tokens: Tokens, sentences: Sentences, place: Place): void {
    const { first, last, start, n } = place;
    this.#encode(tokens, sentences, place);
    this.#tag(place);
    this.#prepareArcs(n);
    for (let sentence = first; sentence < last; sentence++) {
      const from = sentences.start[sentence]! - start;
      this.#parse(from, sentences.end[sentence]! - start - from, place);
    }
    this.#label(place);
  }

  /** Word rows, first recurrence, second recurrence, and all heads' inputs in `top`. */
  #encode(tokens: Tokens, sentences: Sentences, place: Place): void {
    const { kernel, sizes, narrow, second, narrowTop, top, glue } = this.#network;
    const { run } = kernel;
    const work = this.#work;
    const { first, last, start, n } = place;
    this.#find(tokens, sentences, place);
    for (let sentence = first; sentence < last; sentence++) {
      const at = sentences.start[sentence]! - start;
      const count = sentences.end[sentence]! - start - at;
      const hidden = work.packed + at * sizes.hidden * 4;
      for (let side = 0; side < 2; side++) {
        // biome-ignore format: one call
        run.scanForms(work.rows + at * 4, work.glued + at, glue, hidden, work.state,
          count, sizes.hidden, side, MEMO_FACTOR, Factor.Bounded);
      }
    }
    this.#multiplyTwice(narrow, second, work.z, n);
    for (let sentence = first; sentence < last; sentence++) {
      const at = sentences.start[sentence]! - start;
      const count = sentences.end[sentence]! - start - at;
      const hidden = work.packed + at * sizes.hidden2 * 4;
      for (let side = 0; side < 2; side++) {
        const z = work.z + at * second.m * 4;
        run.scanHidden(z, hidden, work.state, count, sizes.hidden2, side, Factor.Bounded);
      }
    }
    this.#multiplyTwice(narrowTop, top, work.top, n);
  }

  /** From the quantised block through a thin matrix (where there is one) and a wide one. */
  #multiplyTwice(thin: PackedMatrix | null, wide: PackedMatrix, out: number, n: number): void {
    const { run } = this.#network.kernel;
    const work = this.#work;
    let from = work.packed;
    if (thin !== null) {
      from = work.thin;
      // biome-ignore format: one call
      run.productThin(work.packed, thin.weights, thin.scale, from,
        n, thin.k, thin.m, Factor.Narrow);
    }
    run.product(from, wide.weights, wide.scale, out, n, wide.k, wide.m);
  }

  /** The memo's row of each token, and whether it stands glued to the token before. */
  #find(tokens: Tokens, sentences: Sentences, place: Place): void {
    const { start, n } = place;
    const memo = this.#memo;
    const { kernel } = this.#network;
    const words = readForms(tokens);
    const found = this.#rows;
    memo.open();
    for (let index = 0; index < n; index++) found[index] = memo.find(words[start + index]!);
    memo.flush();
    // The arena may have grown until here.
    kernel.integers(this.#work.rows, n).set(n < BLOCK ? found.subarray(0, n) : found);
    const glued = kernel.bytes(this.#work.glued, n);
    let sentence = -1;
    for (let index = 0; index < n; index++) {
      const token = start + index;
      const isFirst = sentences.of[token] !== sentence;
      sentence = sentences.of[token]!;
      glued[index] = !isFirst && tokens.start[token] === tokens.end[token - 1] ? 1 : 0;
    }
  }

  #tag({ start, n, out }: Place): void {
    const { kernel, sizes, top } = this.#network;
    const work = this.#work;
    kernel.run.largest(work.top, work.best, n, sizes.upos, top.m * 4);
    out.upos.set(kernel.integers(work.best, n), start);
    kernel.run.largest(work.top + sizes.upos * 4, work.best, n, sizes.xpos, top.m * 4);
    out.xpos.set(kernel.integers(work.best, n), start);
  }

  /** Rectify the arc columns, and turn dependents by the biaffine matrix. */
  #prepareArcs(n: number): void {
    const { kernel, sizes, top, biaffine, headBias, root } = this.#network;
    const { run } = kernel;
    const work = this.#work;
    const stride = top.m * 4;
    const dependent = work.top + this.#columns.arcDependent;
    const head = work.top + this.#columns.arcHead;
    run.rectify(dependent, n, sizes.arc * 2, stride);
    run.dots(head, headBias, work.own, n, sizes.arc, stride);
    run.dots(dependent, root, work.root, n, sizes.arc, stride);
    run.quantiseRows(dependent, work.dependent, n, sizes.arc, stride, Factor.Rectified);
    run.product(
      work.dependent,
      biaffine.weights,
      biaffine.scale,
      work.scores,
      n,
      biaffine.k,
      biaffine.m,
    );
  }

  #parse(from: number, n: number, { start, out }: Place): void {
    const { kernel, sizes, top, distance } = this.#network;
    const work = this.#work;
    const stride = top.m * 4;
    const head = work.top + this.#columns.arcHead + from * stride;
    const turned = work.scores + from * sizes.arc * 4;
    const { arcs, best } = work;
    const wide = (n + 7) & ~7;
    kernel.run.turn(head, work.turned, n, sizes.arc, stride, wide);
    // biome-ignore format: one call
    kernel.run.arcs(turned, work.turned, work.own + from * 4, distance, arcs, best,
      n, sizes.arc, wide);
    const scores = {
      n,
      wide,
      floats: kernel.allFloats(),
      integers: kernel.allIntegers(),
      scoreAt: arcs >> 2,
      rootAt: (work.root >> 2) + from,
      bestAt: best >> 2,
    };
    const heads = this.#heads;
    findTree(scores, heads);
    const headsAt = (work.heads >> 2) + from;
    for (let word = 0; word < n; word++) {
      const found = heads[word]!;
      out.head[start + from + word] = found < 0 ? -1 : start + from + found;
      scores.integers[headsAt + word] = found < 0 ? -1 : from + found;
    }
  }

  #label({ start, n, out }: Place): void {
    const { kernel, sizes, top, label } = this.#network;
    const { run } = kernel;
    const work = this.#work;
    const columns = this.#columns;
    const stride = top.m * 4;
    const dependent = work.top + columns.labelDependent;
    const head = work.top + columns.labelHead;
    run.pairLabels(dependent, head, work.heads, work.pair, n, sizes.label, stride);
    run.quantise(work.pair, work.dependent, n * sizes.label, Factor.Rectified);
    run.product(work.dependent, label.weights, label.scale, work.z, n, label.k, label.m);
    run.largest(work.z, work.best, n, sizes.deprel, label.m * 4);
    out.deprel.set(kernel.integers(work.best, n), start);
  }
}
