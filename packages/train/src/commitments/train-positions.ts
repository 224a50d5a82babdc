/**
 * Train the position network (Python, one thread) and turn its floats into sections of
 * `models/commitments.bin`: rows of eight bits with a scale each.
 * @module
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeRows, type ModelSection } from '@onrecord/reader';
import { runPython } from '../language/run-python.ts';
import { type Layout, readMatrices } from '../read-matrices.ts';

/** Which documents are left out: every `of`th, beginning with number `fold`. */
export interface HeldOut {
  readonly fold: number;
  readonly of: number;
}

/** The matrices that the reader multiplies by; each has biases, zero where training gives none. */
const MATRICES = ['word', 'state', 'cueOfState', 'cueOfLayer'];

/**
 * Train on the rows in a folder.
 * @param held documents to leave out, or null to train on all
 * @returns the sections of the network
 */
export function trainPositions(
  rows: string,
  { held, seed, epochs }: { held: HeldOut | null; seed: number; epochs?: number },
): Record<string, ModelSection> {
  const out = join(rows, held ? `without-${held.fold}-of-${held.of}` : 'all');
  mkdirSync(out, { recursive: true });
  const config = { rows, out, seed, held, ...(epochs !== undefined && { epochs }) };
  runPython('python/position_train.py', config, join(out, 'options.json'));
  return encodeSections(out);
}

function encodeSections(folder: string): Record<string, ModelSection> {
  const layout = JSON.parse(readFileSync(join(folder, 'weights.json'), 'utf8')) as Layout[];
  const sections: Record<string, ModelSection> = {};
  for (const { name, shape, values } of readMatrices(folder, layout)) {
    if (shape.length === 1 || name === 'moves') sections[`position.${name}`] = values;
    else {
      const { weights, scales } = encodeRows(values, shape[1]!);
      sections[`position.${name}.weights`] = weights;
      sections[`position.${name}.scales`] = scales;
    }
  }
  for (const name of MATRICES) {
    const outputs = sections[`position.${name}.scales`]!.length;
    sections[`position.${name}.biases`] ??= new Float32Array(outputs);
  }
  return sections;
}
