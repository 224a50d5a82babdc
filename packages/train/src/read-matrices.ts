/**
 * The matrices that a trainer in Python left in a folder: floats one behind the other, and where
 * each stands.
 * @module
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a matrix stands in the floats. */
export interface Layout {
  readonly name: string;
  readonly shape: readonly number[];
  readonly at: number;
}

/** A matrix, row-major. */
export interface NamedMatrix extends Layout {
  readonly values: Float32Array;
}

/** Read the matrices of a layout. */
export function readMatrices(folder: string, layout: readonly Layout[]): NamedMatrix[] {
  const blob = readFileSync(join(folder, 'weights.f32'));
  const floats = new Float32Array(
    blob.buffer.slice(blob.byteOffset, blob.byteOffset + blob.length),
  );
  return layout.map((one) => ({
    ...one,
    values: floats.slice(one.at, one.at + one.shape.reduce((product, size) => product * size, 1)),
  }));
}
