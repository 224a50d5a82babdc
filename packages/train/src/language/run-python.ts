/**
 * Runs the Python part of the trainer on one thread. Debian's `python3-torch` is enough; with
 * OpenBLAS (`libopenblas0-pthread`) it is some twenty times faster.
 * @module
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CodedError } from '@onrecord/record';

/** Debian's interpreter, which has Debian's torch; or the one that `ONRECORD_PYTHON` names. */
const python = (): string => process.env.ONRECORD_PYTHON ?? '/usr/bin/python3';

/** Is there a Python with torch? */
export function hasTorch(): boolean {
  return spawnSync(python(), ['-c', 'import torch'], { stdio: 'ignore' }).status === 0;
}

/**
 * Run a script of `packages/train` ("language/train.py") with a configuration file.
 * @throws CodedError `training-failed` when it ends with an error
 */
export function runPython(script: string, config: object, configPath: string): void {
  writeFileSync(configPath, JSON.stringify(config));
  const path = fileURLToPath(new URL(`../../${script}`, import.meta.url));
  // One thread, and hashes of strings that do not change from run to run: the same bytes each time.
  const env = {
    ...process.env,
    OMP_NUM_THREADS: '1',
    OPENBLAS_NUM_THREADS: '1',
    PYTHONHASHSEED: '0',
  };
  const { status } = spawnSync(python(), [path, configPath], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env,
  });
  if (status !== 0) {
    throw new CodedError('training-failed', `${script} ended with status ${status}`, {
      remedy: 'see its message above; training needs python3 with torch (Debian: python3-torch)',
      place: configPath,
    });
  }
}
