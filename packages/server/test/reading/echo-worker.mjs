/**
 * A worker for the pool's tests: answers with the JSON of the text it got, late where the text is a number of
 * milliseconds, dies where it says so.
 * @module
 */
import { parentPort, threadId } from 'node:worker_threads';

const encode = (value) => new TextEncoder().encode(JSON.stringify(value));

parentPort.on('message', ({ article: { text } }) => {
  if (text === 'die') process.exit(3);
  if (text === 'refuse')
    parentPort.postMessage({ error: { code: 'text-empty', message: 'empty', remedy: 'write' } });
  else if (text === 'fail') parentPort.postMessage({ error: { message: 'a fault' } });
  else
    setTimeout(
      () => parentPort.postMessage({ value: encode({ text, threadId }) }),
      Number.parseInt(text, 10) || 0,
    );
});
