/**
 * The reader with its models from the disk: `models/` beside the packages, or where
 * `ONRECORD_MODELS` says.
 * @module
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Reader } from '@onrecord/reader';
import { CodedError } from '@onrecord/record';

/** From `packages/server/{src,dist}/reading` to the root of the repository. */
const MODELS = fileURLToPath(new URL('../../../../models', import.meta.url));

/** The folder of the models. */
export function modelFolder(): string {
  return process.env.ONRECORD_MODELS ?? MODELS;
}

/**
 * Open the reader with the models of this installation.
 * @throws CodedError `model-missing` when a model file is not there; what `openReader` throws.
 */
export async function openNodeReader(): Promise<Reader> {
  // Whoever reads on threads only never loads the reader here.
  const { openReader } = await import('@onrecord/reader');
  const folder = modelFolder();
  return openReader(async (file) => {
    const path = join(folder, file);
    try {
      return await readFile(path);
    } catch (cause) {
      throw new CodedError('model-missing', `the model ${path} cannot be read`, {
        cause,
        place: path,
        remedy: 'install onrecord again, or set ONRECORD_MODELS to the folder of the models',
      });
    }
  });
}
