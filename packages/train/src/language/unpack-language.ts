/**
 * The way back from `packLanguage`: the weights of a model file as the trainer's floats and index,
 * so that a network which ships can be trained on. What packing folded stays folded: the words'
 * vectors lie in their rows, and the trainer solves the glue table for its two rows.
 * @module
 */
import { writeFileSync } from 'node:fs';
import { LANGUAGE_FEATURES, type ModelFile, openModel } from '@onrecord/reader';
import type { TrainedIndex } from './pack-language.ts';

/** A matrix by its name in the trainer. */
interface NamedMatrix {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** Rows of the stacked first layer, a direction: the word itself, then the word read after it. */
const HALVES = ['self', 'after'] as const;

/** Write the weights of a model file to `base.f32` and `base.json`, as `train.py` does. */
export function unpackLanguage(bytes: Uint8Array, base: string): void {
  const file = openModel(bytes, { stage: 'language', features: LANGUAGE_FEATURES });
  // The words' vectors are folded into their rows: one column of nothing stands for them.
  const sizes: Record<string, number> = { ...(file.about.sizes as object), vector: 1 };
  const matrices = [...listTables(file), ...listMatrices(file, sizes)];
  const words = matrices[0]!.shape[0]!;
  matrices.push({ name: 'vectors.weight', shape: [words, 1], values: new Float32Array(words) });
  matrices.push({
    name: 'project.weight',
    shape: [sizes.word!, 1],
    values: new Float32Array(sizes.word!),
  });
  const weights: Record<string, { shape: number[]; at: number }> = {};
  let at = 0;
  for (const { name, shape, values } of matrices) {
    weights[name] = { shape: [...shape], at };
    at += values.length;
  }
  const floats = new Float32Array(at);
  for (const { name, values } of matrices) floats.set(values, weights[name]!.at);
  const hashes = (name: string): number[] => [...(file.section(`${name}.hashes`) as Uint32Array)];
  const tables = { word: hashes('word'), affix: hashes('affix'), gram: hashes('gram') };
  const index: TrainedIndex = { features: file.features, sizes, weights, tables };
  writeFileSync(`${base}.f32`, new Uint8Array(floats.buffer));
  writeFileSync(`${base}.json`, JSON.stringify({ ...index, trained: words }));
}

function listTables(file: ModelFile): NamedMatrix[] {
  return ['word', 'affix', 'gram'].map((name) => ({ ...open(file, name), name: `${name}.weight` }));
}

function listMatrices(file: ModelFile, sizes: Readonly<Record<string, number>>): NamedMatrix[] {
  const plain = (name: string, trained = name): NamedMatrix[] => [
    { ...open(file, name), name: `${trained}.weight` },
  ];
  const vector = (name: string, trained: string, shape: readonly number[]): NamedMatrix => ({
    name: trained,
    shape,
    values: file.section(name) as Float32Array,
  });
  const thin = (['narrow', 'narrowTop'] as const).filter((name) => file.has(`${name}.weights`));
  return [
    ...cut(file, 'dense', { dense: sizes.form! }),
    ...cutFirst(file, sizes),
    ...thin.flatMap((name) => plain(name, name === 'narrow' ? 'narrow' : 'narrow_top')),
    ...cut(file, 'second', { 'second.0': sizes.hidden2! * 2, 'second.1': sizes.hidden2! * 2 }),
    ...cutTop(file, sizes),
    ...plain('biaffine'),
    ...cut(file, 'label', { label: sizes.deprel! }),
    vector('headBias', 'head_bias.weight', [1, sizes.arc!]),
    vector('root', 'root', [sizes.arc!]),
    vector('distance', 'distance', [2 * sizes.distance! + 1]),
    vector('glue', 'glue_table', [2, sizes.hidden! * 12]),
  ];
}

/** A matrix of floats out of rows of 8-bit integers and their scales. */
function open(file: ModelFile, name: string): Omit<NamedMatrix, 'name'> {
  const weights = file.section(`${name}.weights`) as Int8Array;
  const scales = file.section(`${name}.scales`) as Float32Array;
  const columns = weights.length / scales.length;
  const values = Float32Array.from(weights, (w, at) => w * scales[Math.floor(at / columns)]!);
  return { shape: [scales.length, columns], values };
}

/** Stacked matrices apart again, each with its biases; `rows` says how many rows each has, in order. */
function cut(file: ModelFile, name: string, rows: Readonly<Record<string, number>>): NamedMatrix[] {
  const { shape, values } = open(file, name);
  const columns = shape[1]!;
  const biases = file.section(`${name}.biases`) as Float32Array;
  let from = 0;
  return Object.entries(rows).flatMap(([part, count]) => {
    const to = from + count;
    const matrix = {
      name: `${part}.weight`,
      shape: [count, columns],
      values: values.slice(from * columns, to * columns),
    };
    const bias = { name: `${part}.bias`, shape: [count], values: biases.slice(from, to) };
    from = to;
    return [matrix, bias];
  });
}

/** The first layer's halves side by side again; its biases are part of the glue table. */
function cutFirst(file: ModelFile, sizes: Readonly<Record<string, number>>): NamedMatrix[] {
  const { shape, values } = open(file, 'first');
  const width = shape[1]!;
  const rows = sizes.hidden! * 3;
  return [0, 1].map((side) => {
    const whole = new Float32Array(rows * width * 2);
    for (const [half, kind] of HALVES.entries()) {
      const from = (side * 2 + half) * rows;
      for (let row = 0; row < rows; row++) {
        const part = values.subarray((from + row) * width, (from + row + 1) * width);
        whole.set(part, row * width * 2 + (kind === 'self' ? width : 0));
      }
    }
    return { name: `first.${side}.weight`, shape: [rows, width * 2], values: whole };
  });
}

function cutTop(file: ModelFile, sizes: Readonly<Record<string, number>>): NamedMatrix[] {
  const tags = sizes.upos! + sizes.xpos!;
  const parts = cut(file, 'top', {
    ...{ tags, padding: (8 - (tags % 8)) % 8 },
    ...{ arc_dependent: sizes.arc!, arc_head: sizes.arc! },
    ...{ label_dependent: sizes.label!, label_head: sizes.label! },
  });
  return parts.filter(({ name }) => !name.startsWith('padding'));
}
