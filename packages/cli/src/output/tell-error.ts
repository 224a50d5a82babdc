/**
 * An error in words on the error stream: what is wrong, its code, what can be done.
 * @module
 */
import { CodedError } from '@onrecord/record';
import type { World } from '../world.ts';
import { cleanText } from './clean-text.ts';
import { openColours } from './colours.ts';

/** Tell an error to whoever runs the command; a fault of ours with its trace, to be reported. */
export function tellError(error: unknown, world: World): void {
  if (!(error instanceof CodedError)) {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    world.stderr.write(`onrecord: something went wrong that should not have\n${trace}\n`);
    return;
  }
  const paint = openColours(world.stderr, world.env);
  const code = paint.dim(`[${error.code}]`);
  world.stderr.write(`${paint.red('onrecord:')} ${cleanText(error.message)} ${code}\n`);
  if (error.remedy) world.stderr.write(`  ${cleanText(error.remedy)}\n`);
}

/** Tell that one line of JSONL could not be read. */
export function tellLine({ line, error }: { line: number; error: string }, world: World): void {
  const remedy = 'mend the line; the others are read';
  tellError(new CodedError('line-invalid', `line ${line}: ${error}`, { remedy }), world);
}
