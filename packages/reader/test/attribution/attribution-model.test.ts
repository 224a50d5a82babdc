/**
 * The network in WebAssembly against the same network in plain numbers, on a toy with seeded
 * weights; and what a model file must be.
 * @module
 */
import { CodedError } from '@onrecord/record';
import { describe, expect, test } from 'vitest';
import {
  ATTRIBUTION_FEATURES,
  openAttributionModel,
} from '../../src/attribution/attribution-model.ts';
import { openNetwork } from '../../src/attribution/attribution-network.ts';
import {
  encodeKeys,
  encodeWindow,
  SCORE_WIDTH,
  scoreRoles,
} from '../../src/attribution/encode-window.ts';
import { findPairFeatures, PAIR_COLUMNS } from '../../src/attribution/pair-features.ts';
import { findTokenFeatures, TOKEN_COLUMNS } from '../../src/attribution/token-features.ts';
import type { Analysis } from '../../src/layers.ts';
import { openModel } from '../../src/model/model-file.ts';
import { buildAnalysis } from './build-analysis.ts';
import {
  addVectors,
  apply,
  makeToyModel,
  recur,
  rowOf,
  SIZES,
  type ToyModel,
  WORDS,
} from './toy-model.ts';

const SENTENCE =
  'Brandt/PROPN/2/nsubj said/VERB/0/root Orvia/PROPN/5/nsubj will/AUX/5/aux resist/VERB/2/ccomp ' +
  'soon/ADV/5/advmod';
const analysis = buildAnalysis([[SENTENCE, SENTENCE]]);
const window = [0, 12] as const;

/** The hidden states of the window, in plain numbers. */
function encodePlainly({ matrices }: ToyModel, { tokens, tree, text }: Analysis): number[][] {
  const features = findTokenFeatures(analysis);
  const vectorOf = (token: number) => {
    const form = text.slice(tokens.start[token], tokens.end[token]).toLowerCase();
    const vector = rowOf(matrices.words!, WORDS.indexOf(form as 'said') + 1);
    return apply(matrices.word!, vector);
  };
  const wide = SIZES.hidden * 4;
  const rows = Array.from({ length: tokens.length }, (_, token) => {
    const head = tree.head[token]!;
    const above = head < 0 ? new Array<number>(wide).fill(0) : vectorOf(head).slice(wide);
    let base = 0;
    const looked = TOKEN_COLUMNS.map(([, size], column) => {
      base += size;
      const value = features.columns[column * features.length + token]!;
      return rowOf(matrices.tokens!, base - size + value);
    });
    return addVectors(vectorOf(token).slice(0, wide), above, ...looked);
  });
  const first = recur(rows, SIZES.hidden);
  const second = recur(
    first.map((row) => apply(matrices.second!, row)),
    SIZES.hidden,
  );
  return first.map((row, at) => addVectors(row, second[at]!));
}

describe('the attribution network', () => {
  const toy = makeToyModel(3, 0);
  const network = openNetwork(
    openModel(toy.bytes, { stage: 'attribution', features: ATTRIBUTION_FEATURES }),
  );
  const reading = { network, analysis, features: findTokenFeatures(analysis), window };
  const encoded = encodePlainly(toy, analysis);

  test('cues: scores are those of the plain network', () => {
    const scores = encodeWindow(reading);
    encoded.forEach((row, token) => {
      apply(toy.matrices.cue!, row).forEach((value, label) => {
        expect(scores[token * SCORE_WIDTH + label]).toBeCloseTo(value, 2);
      });
    });
  });

  test('cues: a second reading of the window gives the same bits', () => {
    const once = Float32Array.from(encodeWindow(reading));
    expect(encodeWindow(reading)).toEqual(once);
  });

  test('roles: scores are those of the plain network, for each cue', () => {
    const cues = [
      [1, 2],
      [7, 9],
    ] as const;
    const { matrices } = toy;
    for (const cue of cues) {
      encodeWindow(reading);
      encodeKeys(reading);
      const scores = scoreRoles(reading, cue, cues);
      const out = new Int32Array(12 * PAIR_COLUMNS.length);
      findPairFeatures({ analysis, window, cue, cues, out });
      const inside = encoded.slice(cue[0], cue[1]);
      const mean = addVectors(...inside).map((value) => value / inside.length);
      const asked = apply(matrices.query!, mean);
      const seen = encoded.map((row, token) => {
        let base = 0;
        const looked = PAIR_COLUMNS.map(([, size], column) => {
          base += size;
          return rowOf(matrices.pairs!, base - size + out[column * 12 + token]!);
        });
        const sum = addVectors(apply(matrices.key!, row), asked, ...looked);
        return sum.map((value) => Math.max(0, value));
      });
      const states = recur(
        seen.map((row) => apply(matrices.pairScan!, row)),
        SIZES.scan,
      );
      seen.forEach((row, token) => {
        const own = apply(matrices.roleOwn!, row);
        apply(matrices.roleScan!, states[token]!).forEach((value, label) => {
          expect(scores[token * SCORE_WIDTH + label]).toBeCloseTo(value + own[label]!, 1);
        });
      });
    }
  });
});

describe('attribution model files', () => {
  test('a draft lies in the text, with a score between 0 and 1', () => {
    const drafts = openAttributionModel(makeToyModel(5, 2).bytes).find(analysis);
    for (const { content, cue, score } of drafts) {
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThan(1);
      for (const [start, end] of [...cue, ...content]) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(12);
      }
    }
    expect(drafts.length).toBeGreaterThan(0);
  });

  test('bytes of another kind are refused', () => {
    expect(() => openAttributionModel(new Uint8Array(64))).toThrow(CodedError);
  });
});
