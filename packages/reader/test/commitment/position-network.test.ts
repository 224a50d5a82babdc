/**
 * The position network in WebAssembly against the same network in plain numbers, on toys with seeded
 * weights; and when the stage may use it.
 * @module
 */
import { describe, expect, test } from 'vitest';
import { openAttributionModel } from '../../src/attribution/attribution-model.ts';
import { findMarginals } from '../../src/attribution/decode-chain.ts';
import type { KeptStates } from '../../src/attribution/token-states.ts';
import { STATE_FACTOR } from '../../src/attribution/token-states.ts';
import { openClauseView } from '../../src/commitment/clause-view.ts';
import { findCandidates } from '../../src/commitment/find-candidates.ts';
import { readOdds } from '../../src/commitment/find-commitments.ts';
import { findRoles } from '../../src/commitment/find-positions.ts';
import { POSITION_COLUMNS, PositionNetwork } from '../../src/commitment/position-network.ts';
import type { CommitmentModel } from '../../src/commitment/ranker.ts';
import type { Attribution } from '../../src/layers.ts';
import {
  decodeRows,
  encodeModel,
  encodeRows,
  type ModelSection,
  openModel,
} from '../../src/model/model-file.ts';
import { buildAnalysis } from '../attribution/build-analysis.ts';
import {
  addVectors,
  apply,
  type Matrix,
  makeRandom,
  makeToyModel,
  recur,
  rowOf,
  SIZES,
} from '../attribution/toy-model.ts';

const LAYER = 16;
const SENTENCE =
  'Brandt/PROPN/2/nsubj pledge/VERB/0/root to/PART/4/mark resist/VERB/2/xcomp soon/ADV/4/advmod';
const analysis = buildAnalysis([[SENTENCE], ['It/PRON/2/nsubj rained/VERB/0/root']]);
const COUNT = analysis.tokens.length;

/** A model file with the network's sections alone. */
function makePositions(over: string): {
  bytes: Uint8Array;
  matrices: Record<string, Matrix>;
  moves: Float32Array;
} {
  const random = makeRandom(11);
  const state = SIZES.hidden * 2;
  const columns = POSITION_COLUMNS.reduce((sum, [, size]) => sum + size, 0);
  const shapes: Record<string, [number, number]> = {
    word: [LAYER * 8, SIZES.word],
    state: [LAYER * 4, state],
    cueOfState: [3, state],
    cueOfLayer: [3, LAYER * 2],
    columns: [columns, LAYER * 4],
  };
  const moves = Float32Array.from({ length: 9 }, random);
  const sections: Record<string, ModelSection> = { 'position.moves': moves };
  const matrices: Record<string, Matrix> = {};
  for (const [name, [rows, width]] of Object.entries(shapes)) {
    const { weights, scales } = encodeRows(
      Float32Array.from({ length: rows * width }, random),
      width,
    );
    const isPlain = name === 'word' || name === 'cueOfLayer';
    const biases = Float32Array.from({ length: rows }, () => (isPlain ? 0 : random() / 4));
    Object.assign(sections, {
      [`position.${name}.weights`]: weights,
      [`position.${name}.scales`]: scales,
      [`position.${name}.biases`]: biases,
    });
    matrices[name] = { values: decodeRows(weights, scales), width, biases };
  }
  const header = { stage: 'commitments', features: 'toy', about: { attribution: over } };
  return { bytes: encodeModel(header, sections), matrices, moves };
}

const attribution = openAttributionModel(makeToyModel(3, 0).bytes);
const kept: KeptStates = {};
attribution.find(analysis, kept);
const states = kept.states!;
const toy = makePositions(attribution.id);
const network = new PositionNetwork(
  openModel(toy.bytes, { stage: 'commitments', features: 'toy' }),
);
const { head } = analysis.tree;

/** The log odds of the tokens of a window, in plain numbers. */
function readPlainly([start, end]: readonly [number, number], roles: Uint8Array): number[] {
  const { matrices, moves } = toy;
  const { rows, width, words, features } = states;
  const vectors = decodeRows(words.weights, words.scales);
  const wide = LAYER * 4;
  const word = (token: number) => {
    const row = words.rowAt(token) * SIZES.word;
    return apply(matrices.word!, [...vectors.subarray(row, row + SIZES.word)]);
  };
  const tokens = Array.from({ length: end - start }, (_, at) => start + at);
  const below = tokens.map((token) =>
    Array.from(rows.subarray(token * width, (token + 1) * width), (value) => value / STATE_FACTOR),
  );
  const own = recur(
    tokens.map((token, at) => {
      const up = head[token]!;
      let base = 0;
      const looked = POSITION_COLUMNS.map(([name, size], column) => {
        base += size;
        const value =
          name === 'attribution'
            ? roles[token]!
            : features.columns[column * features.length + token]!;
        return rowOf(matrices.columns!, base - size + value);
      });
      const above =
        start <= up && up < end ? word(up).slice(wide) : new Array<number>(wide).fill(0);
      const state = apply(matrices.state!, below[at]!);
      return addVectors(word(token).slice(0, wide), above, state, ...looked);
    }),
    LAYER,
  );
  const scores = tokens.flatMap((_, at) =>
    addVectors(apply(matrices.cueOfState!, below[at]!), apply(matrices.cueOfLayer!, own[at]!)),
  );
  const chain = { scores: Float32Array.from(scores), width: 3, length: tokens.length, moves };
  const sure = findMarginals(chain);
  return tokens.map((_, at) => Math.log((1 - sure[at * 3]!) / sure[at * 3]!));
}

describe('the position network', () => {
  test('log odds are those of the plain network, and the same bits when read again', () => {
    const roles = Uint8Array.from({ length: COUNT }, (_, token) => token % 8);
    const window = [0, 5] as const;
    const out = new Float32Array(5);
    network.read({ states, window, head, roles, out });
    readPlainly(window, roles).forEach((value, at) => {
      expect(out[at]).toBeCloseTo(value, 1);
    });
    const again = new Float32Array(5);
    network.read({ states, window, head, roles, out: again });
    expect(again).toEqual(out);
  });

  const view = openClauseView(analysis);
  const candidates = findCandidates(view);
  const ask = (over: string, given = states) =>
    readOdds(view, candidates, {
      attributions: [],
      states: { ...given, model: over },
      model: { positions: { network, blend: Float32Array.of(0), least: 0 } } as CommitmentModel,
    });

  test('only paragraphs with a candidate are read', () => {
    const odds = ask(attribution.id)!;
    expect(candidates.length).toBeGreaterThan(0);
    expect(odds.subarray(0, 5).every((value) => value !== 0)).toBe(true);
    expect(odds.subarray(5).every((value) => value === 0)).toBe(true);
  });

  test('states of other attribution weights are not read on from', () => {
    expect(ask('another')).toBeNull();
  });

  test('a token’s part in attributions: content, source and cue as bits', () => {
    const { start, end } = analysis.tokens;
    const span = (token: number): [number, number] => [start[token]!, end[token]!];
    const told = { source: [span(0)], cue: [span(1)], content: [span(3), span(4)] };
    const roles = findRoles(view, [told as unknown as Attribution]);
    expect([...roles.subarray(0, 5)]).toEqual([2, 4, 0, 1, 1]);
  });
});
