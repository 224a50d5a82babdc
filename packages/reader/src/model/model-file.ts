/**
 * The container of trained weights: eight magic bytes, a JSON header, then 16-byte aligned sections of
 * typed arrays. The header says the format, the stage, the hash of the feature set that the
 * weights were trained for, and what they were trained on; a mismatch is refused with both values.
 * Quantised matrices are i8 with one f32 scale a row (symmetric, round to nearest).
 * @module
 */
import { CodedError, textHashOf } from '@onrecord/record';

/** The first eight bytes of every model file. */
const MAGIC = 'ONRECORD';
/** The container's format number; another one is refused. */
export const MODEL_FORMAT = 1;

const ARRAYS = {
  i8: Int8Array,
  u8: Uint8Array,
  i16: Int16Array,
  u16: Uint16Array,
  i32: Int32Array,
  u32: Uint32Array,
  f32: Float32Array,
} as const;
type ArrayKind = keyof typeof ARRAYS;
/** A section of a model file. */
export type ModelSection =
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array;

/** What a model file says of itself. */
export interface ModelHeader {
  readonly stage: string;
  /** The feature-set hash: code that computes other features must not use these weights. */
  readonly features: string;
  /** What it was trained on and how, for `reader.model` and for people. */
  readonly about: Readonly<Record<string, unknown>>;
}

/** An opened model file. */
export interface ModelFile extends ModelHeader {
  /** Twelve hexadecimal digits of the header's hash, which holds the hashes of what it was trained on. */
  readonly id: string;
  /**
   * The section of a name, as a view of the file's bytes.
   * @throws CodedError `model-section` when there is none.
   */
  section(name: string): ModelSection;
  has(name: string): boolean;
}

interface Layout {
  readonly format: number;
  readonly stage: string;
  readonly features: string;
  readonly about: Record<string, unknown>;
  readonly sections: Record<string, { kind: ArrayKind; at: number; length: number }>;
}

const align = (offset: number): number => (offset + 15) & ~15;
const kindOf = (section: ModelSection): ArrayKind =>
  (Object.keys(ARRAYS) as ArrayKind[]).find((kind) => section instanceof ARRAYS[kind])!;

/** Encode weights and their header as a model file; the same input gives the same bytes. */
export function encodeModel(
  header: ModelHeader,
  sections: Readonly<Record<string, ModelSection>>,
): Uint8Array {
  const table: Layout['sections'] = {};
  let at = 0;
  for (const [name, section] of Object.entries(sections)) {
    table[name] = { kind: kindOf(section), at, length: section.length };
    at = align(at + section.byteLength);
  }
  const { stage, features, about } = header;
  const layout: Layout = {
    format: MODEL_FORMAT,
    stage,
    features,
    about: { ...about },
    sections: table,
  };
  const json = new TextEncoder().encode(JSON.stringify(layout));
  const start = align(MAGIC.length + 4 + json.length);
  const bytes = new Uint8Array(start + at);
  for (let i = 0; i < MAGIC.length; i++) bytes[i] = MAGIC.charCodeAt(i);
  new DataView(bytes.buffer).setUint32(MAGIC.length, json.length, true);
  bytes.set(json, MAGIC.length + 4);
  for (const [name, section] of Object.entries(sections))
    bytes.set(
      new Uint8Array(section.buffer, section.byteOffset, section.byteLength),
      start + table[name]!.at,
    );
  return bytes;
}

/**
 * Open a model file for a stage.
 * @throws CodedError `model-format` when it is no model file, of another format, stage or feature set, or cut short.
 */
export function openModel(
  bytes: Uint8Array,
  wanted: { stage: string; features: string },
): ModelFile {
  const { layout, json, start } = readLayout(bytes);
  refuse('format', layout.format, MODEL_FORMAT);
  refuse('stage', layout.stage, wanted.stage);
  refuse('feature set', layout.features, wanted.features);
  const { stage, features, about, sections } = layout;
  return {
    stage,
    features,
    about,
    id: textHashOf(json).slice(0, 12),
    has: (name) => name in sections,
    section: (name) => sectionOf(bytes, start, { name, at: sections[name] }),
  };
}

function readLayout(bytes: Uint8Array): { layout: Layout; json: string; start: number } {
  const isModel = [...MAGIC].every((letter, i) => bytes[i] === letter.charCodeAt(0));
  if (!isModel || bytes.length < MAGIC.length + 4)
    throw new CodedError('model-format', 'not a model file: the first bytes are not ONRECORD', {
      remedy: 'install onrecord again, or train the model again',
    });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(MAGIC.length, true);
  const from = MAGIC.length + 4;
  const json = new TextDecoder().decode(bytes.subarray(from, from + length));
  try {
    return { layout: JSON.parse(json) as Layout, json, start: align(from + length) };
  } catch (cause) {
    throw new CodedError('model-format', 'the model file is cut short: its header is no JSON', {
      cause,
      remedy: 'install onrecord again, or train the model again',
    });
  }
}

function refuse(what: string, found: unknown, wanted: unknown): void {
  if (found !== wanted)
    throw new CodedError(
      'model-format',
      `the model's ${what} is ${found}, this build reads ${wanted}`,
      {
        remedy: 'train the model again with this build, or update onrecord',
      },
    );
}

function sectionOf(
  bytes: Uint8Array,
  start: number,
  { name, at }: { name: string; at: Layout['sections'][string] | undefined },
): ModelSection {
  if (!at)
    throw new CodedError('model-section', `the model file has no section ${name}`, {
      remedy: 'train the model again with this build',
    });
  const View = ARRAYS[at.kind];
  const end = start + at.at + at.length * View.BYTES_PER_ELEMENT;
  if (bytes.length < end)
    throw new CodedError(
      'model-format',
      `the model file ends at byte ${bytes.length}, section ${name} at ${end}`,
      {
        remedy: 'install onrecord again, or train the model again',
      },
    );
  const offset = bytes.byteOffset + start + at.at;
  if (offset % View.BYTES_PER_ELEMENT === 0)
    return new View(bytes.buffer as ArrayBuffer, offset, at.length);
  return new View(bytes.slice(start + at.at, end).buffer as ArrayBuffer, 0, at.length);
}

/** Quantise a row-major matrix to i8 with one scale a row: `value ≈ weights · scale[row]`. */
export function encodeRows(
  values: Float32Array,
  width: number,
): { weights: Int8Array; scales: Float32Array } {
  const rows = values.length / width;
  if (!Number.isInteger(rows))
    throw new RangeError(`${values.length} values are no whole rows of ${width}`);
  const weights = new Int8Array(values.length);
  const scales = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    let largest = 0;
    for (let i = row * width; i < (row + 1) * width; i++)
      largest = Math.max(largest, Math.abs(values[i]!));
    const scale = Math.fround(largest / 127);
    scales[row] = scale;
    if (scale === 0) continue;
    for (let i = row * width; i < (row + 1) * width; i++)
      weights[i] = Math.round(values[i]! / scale);
  }
  return { weights, scales };
}

/** The floats of a matrix quantised by `encodeRows`. */
export function decodeRows(weights: Int8Array, scales: Float32Array): Float32Array {
  const width = weights.length / scales.length;
  const values = new Float32Array(weights.length);
  for (let row = 0, i = 0; row < scales.length; row++) {
    const scale = scales[row]!;
    for (const end = i + width; i < end; i++) values[i] = weights[i]! * scale;
  }
  return values;
}
