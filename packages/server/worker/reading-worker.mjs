/**
 * A thread that reads: articles come in, records go out as JSON, one at a time. Plain JavaScript over the
 * built package, so that a test from source and an installation start the same thread.
 * @module
 */
import { parentPort } from 'node:worker_threads';
import { openLocalReader, openNodeReader } from '@onrecord/server/reading';

const opening = openNodeReader().then(openLocalReader);
// A failure to open is told with the first article, not as a crash of the thread.
opening.catch(() => {});

parentPort.on('message', async (input) => {
  try {
    const value = await (await opening).encode(input);
    parentPort.postMessage({ value }, [value.buffer]);
  } catch (error) {
    const { code, message, remedy, place, stack } = error;
    parentPort.postMessage({ error: { code, message, remedy, place, stack } });
  }
});
