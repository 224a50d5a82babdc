/**
 * Writing that waits: a pipe that is full holds the work back, so that memory stays flat.
 * @module
 */
import { once } from 'node:events';
import type { World } from '../world.ts';

/** Write text and wait until the stream takes more. */
export async function writeOut(world: World, text: string): Promise<void> {
  if (!world.stdout.write(text)) await once(world.stdout, 'drain');
}

/** JSON for people: indented, with spans on one line. */
export function prettyJson(value: unknown): string {
  const json = JSON.stringify(value, null, 2);
  // A raw line break cannot stand inside a JSON string: only layout is matched.
  return json.replace(/\[\n\s+(\d+),\n\s+(\d+)\n\s+\]/g, '[$1, $2]');
}
