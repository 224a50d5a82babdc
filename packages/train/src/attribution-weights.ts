/**
 * From the trainer's floats to the model file that the reader opens: rows quantised to eight bits,
 * words as hashes.
 * @module
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeModel, encodeRows, type ModelSection } from '@onrecord/reader';
import { ATTRIBUTION_FEATURES, hashWord } from '@onrecord/reader/attribution';
import { type Layout, readMatrices } from './read-matrices.ts';

interface Weights {
  sizes: Record<string, number>;
  layout: Layout[];
  words: string[];
}

/** What a model's header says beside the sizes: corpus, seed, scores, and how decisions are weighed. */
export interface AttributionAbout {
  readonly decision: { bias: number; weights: number[]; threshold: number };
  readonly [key: string]: unknown;
}

/** Encode the weights that the trainer left in a folder. */
export function encodeAttributionModel(folder: string, about: AttributionAbout): Uint8Array {
  const weights = JSON.parse(readFileSync(join(folder, 'weights.json'), 'utf8')) as Weights;
  const sections: Record<string, ModelSection> = {
    'words.hashes': Uint32Array.from(weights.words, (word) => hashWord(word, 0, word.length)),
  };
  const biases = new Map<string, Float32Array>();
  for (const { name, shape, values } of readMatrices(folder, weights.layout)) {
    if (name.endsWith('.moves')) sections[name] = values;
    else if (name.endsWith('.biases')) biases.set(name, values);
    else {
      const rows = encodeRows(values, shape[1]!);
      sections[`${name}.weights`] = rows.weights as ModelSection;
      sections[`${name}.scales`] = rows.scales as ModelSection;
    }
  }
  for (const name of ['word', 'second', 'cue', 'key', 'query', 'pairScan', 'roleOwn', 'roleScan']) {
    const rows = sections[`${name}.scales`]!.length;
    sections[`${name}.biases`] = (biases.get(`${name}.biases`) ??
      new Float32Array(rows)) as ModelSection;
  }
  return encodeModel(
    {
      stage: 'attribution',
      features: ATTRIBUTION_FEATURES,
      about: { sizes: weights.sizes, ...about },
    },
    sections,
  );
}
