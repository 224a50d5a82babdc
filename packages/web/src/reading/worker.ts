/**
 * The worker that reads pasted text with the same reader as the command line. It asks its own
 * server for the models and for nothing else; the text is never sent anywhere.
 * @module
 */

import { openReader, type Reader } from '@onrecord/reader';
import { CodedError } from '@onrecord/record';
import { countSentences } from '../words/count-sentences.ts';
import type { ReadReply, ReadRequest } from './message.ts';

async function loadModel(name: string): Promise<Uint8Array> {
  const response = await fetch(`/models/${name}`);
  if (!response.ok)
    throw new CodedError('model-missing', `The model ${name} did not load (${response.status}).`, {
      remedy: 'Check that On Record is still running, then read again.',
    });
  return new Uint8Array(await response.arrayBuffer());
}

let opened: Promise<Reader> | null = null;

const reply = (message: ReadReply) => postMessage(message);

function openOnce(): Promise<Reader> {
  const opening = opened ?? openReader(loadModel);
  opened = opening;
  opening.catch(() => {
    opened = null;
  });
  return opening;
}

async function read({ id, text, options }: ReadRequest): Promise<void> {
  try {
    reply({ id, kind: 'stage', stage: 'loading' });
    const reader = await openOnce();
    reply({ id, kind: 'stage', stage: 'reading' });
    const from = performance.now();
    const record = reader.read(text, options);
    const tookMs = performance.now() - from;
    reply({ id, kind: 'record', record, sentenceCount: countSentences(record.article), tookMs });
  } catch (problem) {
    const coded = problem instanceof CodedError ? problem : null;
    reply({
      id,
      kind: 'failed',
      code: coded?.code ?? 'reader-stopped',
      message: problem instanceof Error ? problem.message : String(problem),
      remedy: coded?.remedy ?? 'Reload the page and read again.',
    });
  }
}

addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => void read(data));
