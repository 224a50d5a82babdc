/**
 * Colours, on a terminal only, and not where NO_COLOR stands.
 * @module
 */
import picocolors from 'picocolors';
import type { Output, World } from '../world.ts';

/** Painters of words. */
export type Colours = ReturnType<typeof picocolors.createColors>;

/** The colours for a stream; painters that do nothing where it is no terminal. */
export function openColours(output: Output, env: World['env']): Colours {
  const isWanted = output.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
  return picocolors.createColors(isWanted || Boolean(env.FORCE_COLOR && !env.NO_COLOR));
}
