/**
 * A thread that reads: articles come in, records go out as JSON or prepared for the ledger, one at a
 * time. Plain JavaScript over the
 * built package, so that a test from source and an installation start the same thread.
 * @module
 */
import { parentPort } from 'node:worker_threads';
import { openLocalReader, openNodeReader } from '@onrecord/server/reading';

const opening = openNodeReader().then(openLocalReader);
// A failure to open is told with the first article, not as a crash of the thread.
opening.catch(() => {});

parentPort.on('message', async ({ wanted, ...input }) => {
  try {
    const reader = await opening;
    if (wanted === 'prepared') {
      const value = await reader.prepare(input);
      parentPort.postMessage({ value }, [value.json.buffer]);
      return;
    }
    const value = await reader.encode(input);
    parentPort.postMessage({ value }, [value.buffer]);
  } catch (error) {
    const { code, message, remedy, place, stack } = error;
    parentPort.postMessage({ error: { code, message, remedy, place, stack } });
  }
});
