/**
 * What the network's trainer wrote (raw floats and an index) into the container that the reader
 * opens: matrices and embeddings as 8-bit integers with one scale a row, small tables as floats.
 * @module
 */
import { encodeModel, encodeRows, LANGUAGE_FEATURES, type ModelSection } from '@onrecord/reader';

/** The index that `train.py` writes beside its floats. */
export interface TrainedIndex {
  readonly features: string;
  readonly sizes: Readonly<Record<string, number>>;
  readonly weights: Readonly<Record<string, { shape: number[]; at: number }>>;
  readonly tables: Readonly<Record<'word' | 'affix' | 'gram', number[]>>;
}

/** What goes into a model file. */
export interface LanguageParts {
  readonly index: TrainedIndex;
  readonly floats: Float32Array;
  /** The morphology tables as JSON. */
  readonly morphology: string;
  readonly about: Readonly<Record<string, unknown>>;
}

/** Pack the parts; the same parts give the same bytes. */
export function packLanguage({ index, floats, morphology, about }: LanguageParts): Uint8Array {
  if (index.features !== LANGUAGE_FEATURES) {
    throw new RangeError(
      `the weights are for ${index.features}, the reader has ${LANGUAGE_FEATURES}`,
    );
  }
  const sections: Record<string, ModelSection> = {};
  const get = (name: string): Matrix => getMatrix(index, floats, name);
  for (const name of ['word', 'affix', 'gram'] as const) {
    const { values, columns } = get(name === 'word' ? 'folded' : `${name}.weight`);
    const { weights, scales } = encodeRows(values, columns);
    sections[`${name}.hashes`] = Uint32Array.from(index.tables[name]);
    sections[`${name}.weights`] = weights;
    sections[`${name}.scales`] = scales;
  }
  const { sizes } = index;
  addMatrix(sections, 'dense', [get('dense.weight')], get('dense.bias').values);
  addFirst(sections, get, sizes);
  for (const [name, trained] of [
    ['narrow', 'narrow.weight'],
    ['narrowTop', 'narrow_top.weight'],
  ] as const) {
    if (index.weights[trained] === undefined) continue;
    const matrix = get(trained);
    addMatrix(sections, name, [matrix], new Float32Array(matrix.rows));
  }
  addMatrix(
    sections,
    'second',
    [get('second.0.weight'), get('second.1.weight')],
    concat([get('second.0.bias').values, get('second.1.bias').values]),
  );
  addTop(sections, get, sizes);
  addMatrix(sections, 'biaffine', [get('biaffine.weight')], new Float32Array(sizes.arc!));
  addMatrix(sections, 'label', [get('label.weight')], get('label.bias').values);
  sections.headBias = get('head_bias.weight').values;
  sections.root = get('root').values;
  sections.distance = get('distance').values;
  sections.morphology = new TextEncoder().encode(morphology);
  return encodeModel(
    { stage: 'language', features: index.features, about: { ...about, sizes } },
    sections,
  );
}

interface Matrix {
  values: Float32Array;
  rows: number;
  columns: number;
}

function getMatrix(index: TrainedIndex, floats: Float32Array, name: string): Matrix {
  const found = index.weights[name];
  if (found === undefined) throw new RangeError(`the trained weights have no ${name}`);
  const [rows, columns] = found.shape.length === 2 ? found.shape : [1, found.shape[0]];
  return {
    values: floats.slice(found.at, found.at + rows! * columns!),
    rows: rows!,
    columns: columns!,
  };
}

function concat(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Stack matrices of one width and quantise their rows. */
function addMatrix(
  sections: Record<string, ModelSection>,
  name: string,
  parts: readonly Matrix[],
  biases: Float32Array,
): void {
  const values = concat(parts.map((part) => part.values));
  const { weights, scales } = encodeRows(values, parts[0]!.columns);
  sections[`${name}.weights`] = weights;
  sections[`${name}.scales`] = scales;
  sections[`${name}.biases`] = biases;
}

/**
 * The first layer sees two neighbours at once; the reader keeps the product of each alone: a row
 * for the word itself and one for the word read after it, a direction. Glue and biases, which do
 * not depend on the word form, become small tables of sums.
 */
function addFirst(
  sections: Record<string, ModelSection>,
  get: (name: string) => Matrix,
  sizes: Readonly<Record<string, number>>,
): void {
  const width = sizes.form!;
  const halves: Matrix[] = [];
  const biases: Float32Array[] = [];
  for (let side = 0; side < 2; side++) {
    const { values, rows, columns } = get(`first.${side}.weight`);
    for (const from of [width, 0]) {
      const half = new Float32Array(rows * width);
      for (let row = 0; row < rows; row++) {
        half.set(values.subarray(row * columns + from, row * columns + from + width), row * width);
      }
      halves.push({ values: half, rows, columns: width });
      const isSelf = from === width;
      biases.push(isSelf ? get(`first.${side}.bias`).values : new Float32Array(rows));
    }
  }
  const bias = concat(biases);
  addMatrix(sections, 'first', halves, new Float32Array(bias.length));
  const glue = get('glue.weight');
  const all = concat(halves.map((half) => half.values));
  const table = new Float32Array(2 * bias.length);
  for (let glued = 0; glued < 2; glued++) {
    for (let row = 0; row < bias.length; row++) {
      let sum = bias[row]!;
      for (let x = 0; x < width; x++)
        sum += all[row * width + x]! * glue.values[glued * width + x]!;
      table[glued * bias.length + row] = sum;
    }
  }
  sections.glue = table;
}

/** All heads' first products in one matrix: tags (padded to a multiple of eight), arcs, labels. */
function addTop(
  sections: Record<string, ModelSection>,
  get: (name: string) => Matrix,
  sizes: Readonly<Record<string, number>>,
): void {
  const tags = get('tags.weight');
  const missing = (8 - (tags.rows % 8)) % 8;
  const padding = {
    values: new Float32Array(missing * tags.columns),
    rows: missing,
    columns: tags.columns,
  };
  const names = ['arc_dependent', 'arc_head', 'label_dependent', 'label_head'];
  const heads = names.map((name) => get(`${name}.weight`));
  const biases = names.map((name) => get(`${name}.bias`).values);
  if (heads.some((head, at) => head.rows !== (at < 2 ? sizes.arc : sizes.label))) {
    throw new RangeError('the heads of the network have other widths than its sizes say');
  }
  const all = concat([get('tags.bias').values, new Float32Array(missing), ...biases]);
  addMatrix(sections, 'top', [tags, padding, ...heads], all);
}
