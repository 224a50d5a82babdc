/**
 * Trees from arc scores: always a tree, and the best one where it is small enough to try them all.
 * @module
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ArcScores, findTree } from '../../src/parse/find-tree.ts';

/** Scores of a sentence as the kernel lays them out. */
function makeScores(arcs: readonly (readonly number[])[], root: readonly number[]): ArcScores {
  const n = arcs.length;
  const floats = new Float32Array(n * n + n);
  const integers = new Int32Array(n);
  arcs.forEach((row, dependent) => {
    let best = dependent === 0 ? 1 : 0;
    row.forEach((score, head) => {
      floats[dependent * n + head] = head === dependent ? -1e9 : score;
      if (head !== dependent && score > row[best]!) best = head;
    });
    integers[dependent] = best;
  });
  floats.set(root, n * n);
  return { n, wide: n, floats, integers, scoreAt: 0, rootAt: n * n, bestAt: 0 };
}

function isTree(heads: Int32Array): boolean {
  const roots = heads.filter((head) => head === -1).length;
  const reachesRoot = (word: number): boolean => {
    for (let steps = 0; steps <= heads.length; steps++) {
      if (heads[word] === -1) return true;
      word = heads[word]!;
    }
    return false;
  };
  return roots === 1 && Array.from(heads, (_, word) => reachesRoot(word)).every(Boolean);
}

function weigh(arcs: readonly (readonly number[])[], heads: Int32Array): number {
  return heads.reduce((sum, head, word) => sum + (head < 0 ? 0 : arcs[word]![head]!), 0);
}

/** The weight of the best tree with a given root, by trying all. */
function bestWeight(arcs: readonly (readonly number[])[], root: number): number {
  const n = arcs.length;
  let best = Number.NEGATIVE_INFINITY;
  for (let code = 0; code < n ** n; code++) {
    const heads = Int32Array.from(arcs, (_, word) => Math.floor(code / n ** word) % n);
    heads[root] = -1;
    if (isTree(heads)) best = Math.max(best, weigh(arcs, heads));
  }
  return best;
}

const square = (n: number) =>
  fc.tuple(
    fc.array(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: n, maxLength: n }), {
      minLength: n,
      maxLength: n,
    }),
    fc.array(fc.integer({ min: -50, max: 50 }), { minLength: n, maxLength: n }),
  );

test('trees: one word is the root', () => {
  const heads = new Int32Array(1);
  findTree(makeScores([[0]], [3]), heads);
  expect([...heads]).toEqual([-1]);
});

test('trees: a cycle of best heads is broken where it costs least', () => {
  // "b" and "c" like each other best; "a" is the root and prefers "b" of the two.
  const arcs = [
    [0, 1, 1],
    [6, 0, 9],
    [2, 9, 0],
  ];
  const heads = new Int32Array(3);
  findTree(makeScores(arcs, [50, 0, 0]), heads);
  expect([...heads]).toEqual([-1, 0, 1]);
});

test('trees: for any scores one root and no cycle', () => {
  const sizes = fc.integer({ min: 1, max: 24 }).chain(square);
  fc.assert(
    fc.property(sizes, ([arcs, root]) => {
      const heads = new Int32Array(arcs.length);
      findTree(makeScores(arcs, root), heads);
      return isTree(heads);
    }),
    { seed: 3, numRuns: 300 },
  );
});

test('trees: no tree with the same root weighs more', () => {
  const sizes = fc.integer({ min: 2, max: 5 }).chain(square);
  fc.assert(
    fc.property(sizes, ([arcs, root]) => {
      const heads = new Int32Array(arcs.length);
      findTree(makeScores(arcs, root), heads);
      const top = heads.indexOf(-1);
      return Math.abs(weigh(arcs, heads) - bestWeight(arcs, top)) < 1e-6;
    }),
    { seed: 4, numRuns: 150 },
  );
});
