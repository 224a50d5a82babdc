/**
 * A thread that answers questions over many records, with a ledger of its own on the same database.
 * @module
 */
import { parentPort, workerData } from 'node:worker_threads';
import { openLedger } from '@onrecord/ledger';
import { answerQuestion } from '@onrecord/server/answering';

const opening = openLedger({ database: workerData.database, create: false });
// A failure to open is told with the first question, not as a crash of the thread.
opening.catch(() => {});

parentPort.on('message', async (question) => {
  try {
    const value = await answerQuestion(question, await opening);
    parentPort.postMessage({ value }, [value.buffer]);
  } catch (error) {
    const { code, message, remedy, place, stack } = error;
    parentPort.postMessage({ error: { code, message, remedy, place, stack } });
  }
});
