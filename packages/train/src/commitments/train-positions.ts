/**
 * Train the position network (Python, one thread) and turn its floats into sections of
 * `models/commitments.bin`: rows of eight bits with a scale each.
 * @module
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeRows, type ModelSection } from '@onrecord/reader';
import { runPython } from '../language/run-python.ts';
import { type Layout, readMatrices } from '../read-matrices.ts';

/** Which documents are left out: every `of`th, beginning with number `fold`. */
export interface HeldOut {
  readonly fold: number;
  readonly of: number;
}

/** The trainer's program. */
const PROGRAM = new URL('../../python/position_train.py', import.meta.url);

/** The matrices that the reader multiplies by; each has biases, zero where training gives none. */
const MATRICES = ['word', 'state', 'cueOfState', 'cueOfLayer'];

/**
 * Train on the rows in a folder. Weights that stand there already, from the same rows with the same
 * options, are taken as they are: training is deterministic, so a run that was stopped goes on where
 * it was.
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
  const mark = join(out, 'trained-on');
  const origin = hashOfInput(rows, config);
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== origin) {
    runPython('python/position_train.py', config, join(out, 'options.json'));
    writeFileSync(mark, origin);
  }
  return encodeSections(out);
}

/** What the trainer reads: the files in the folder of rows, the options and its own program. */
function hashOfInput(rows: string, config: object): string {
  const hash = createHash('sha256').update(JSON.stringify(config));
  for (const file of ['rows.jsonl', 'states.i16', 'words.f32', 'sizes.json'])
    hash.update(readFileSync(join(rows, file)));
  return hash.update(readFileSync(PROGRAM)).digest('hex');
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
