/**
 * A language model with small random weights, for tests of everything but quality.
 * @module
 */
import { DEPRELS, UPOS, XPOS } from '../../src/layers.ts';
import { encodeModel, encodeRows, type ModelSection } from '../../src/model/model-file.ts';
import { type LanguageModel, openLanguageModel } from '../../src/tag/language-model.ts';
import { findWordFeatures, LANGUAGE_FEATURES } from '../../src/tag/word-features.ts';

const SIZES = {
  ...{ word: 16, affix: 16, gram: 16, form: 16, hidden: 16, hidden2: 16, arc: 8, label: 8 },
  ...{ upos: UPOS.length, xpos: XPOS.length, deprel: DEPRELS.length, distance: 4 },
};

/** A small generator (mulberry32), so that the weights are the same in every run. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 31 - 1;
  };
}

/** The bytes of a model that knows the words of a text. */
export function encodeTinyModel(text: string, seed: number): Uint8Array {
  const random = makeRandom(seed);
  const sections: Record<string, ModelSection> = {};
  const floats = (length: number): Float32Array => Float32Array.from({ length }, random);
  const addMatrix = (name: string, rows: number, columns: number): void => {
    const { weights, scales } = encodeRows(floats(rows * columns), columns);
    Object.assign(sections, { [`${name}.weights`]: weights, [`${name}.scales`]: scales });
    sections[`${name}.biases`] = floats(rows);
  };
  const features = text.split(/\s+/).map(findWordFeatures);
  const hashes = {
    word: features.map((found) => found.word),
    affix: features.flatMap((found) => found.affixes),
    gram: features.flatMap((found) => found.grams),
  };
  for (const name of ['word', 'affix', 'gram'] as const) {
    const all = [...new Set(hashes[name])];
    addMatrix(name, all.length + 2, 16);
    sections[`${name}.hashes`] = Uint32Array.from(all);
  }
  const tags = (UPOS.length + XPOS.length + 7) & ~7;
  addMatrix('dense', 16, 48);
  addMatrix('first', 12 * 16, 16);
  addMatrix('second', 4 * 16, 32);
  addMatrix('top', tags + 32, 32);
  addMatrix('biaffine', 8, 8);
  addMatrix('label', DEPRELS.length, 8);
  sections.glue = floats(2 * 12 * 16);
  sections.headBias = floats(8);
  sections.root = floats(8);
  sections.distance = floats(9);
  sections.morphology = new TextEncoder().encode('{"lemma":{},"feats":{}}');
  const header = { stage: 'language', features: LANGUAGE_FEATURES, about: { sizes: SIZES } };
  return encodeModel(header, sections);
}

/** Such a model, opened. */
export function openTinyModel(text: string, seed = 1): LanguageModel {
  return openLanguageModel(encodeTinyModel(text, seed));
}
