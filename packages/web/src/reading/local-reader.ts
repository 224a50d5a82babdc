/**
 * Reading on this machine: text goes to a worker in this browser and nowhere else. The worker, the
 * reader and its models are loaded at the first reading.
 * @module
 */

import type { ArticleRecord } from '@onrecord/record';
import { signal } from '@preact/signals';
import { client } from '../connection/client.ts';
import { describeTrouble } from '../connection/problem.ts';
import { countSentences } from '../words/count-sentences.ts';
import type { ReadingOptions, ReadReply, ReadRequest } from './message.ts';

/** What the reader screen shows. */
export type Reading =
  | { kind: 'none' }
  | { kind: 'busy'; stage: 'loading' | 'reading' | 'fetching'; characters: number }
  | {
      kind: 'shown';
      record: ArticleRecord;
      sentenceCount: number;
      /** How long it took here; absent for what the server read. */
      tookMs?: number;
    }
  | { kind: 'failed'; code: string; message: string; remedy: string };

/** The reading of this page. */
export const reading = signal<Reading>({ kind: 'none' });

let worker: Worker | null = null;
let lastId = 0;

function failWorker(event: ErrorEvent): void {
  worker?.terminate();
  worker = null;
  reading.value = {
    kind: 'failed',
    code: 'reader-stopped',
    message: event.message || 'The reader could not be started in this browser.',
    remedy: 'Reload the page; if it happens again, read the file with the command line.',
  };
}

function takeReply(reply: ReadReply): void {
  if (reply.id !== lastId) return;
  if (reply.kind === 'stage') {
    const before = reading.value;
    const characters = before.kind === 'busy' ? before.characters : 0;
    reading.value = { kind: 'busy', stage: reply.stage, characters };
  } else if (reply.kind === 'record') {
    const { record, sentenceCount, tookMs } = reply;
    reading.value = { kind: 'shown', record, sentenceCount, tookMs };
  } else reading.value = reply;
}

function openWorker(): Worker {
  const made = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  made.onmessage = ({ data }: MessageEvent<ReadReply>) => takeReply(data);
  made.onerror = failWorker;
  return made;
}

/** Read a text in the worker; the answer comes to `reading`. */
export function readLocally(text: string, options: ReadingOptions): void {
  worker ??= openWorker();
  lastId += 1;
  reading.value = { kind: 'busy', stage: 'loading', characters: text.length };
  const request: ReadRequest = { id: lastId, text, options };
  worker.postMessage(request);
}

/** Have the user's own server fetch an address and read it; the answer comes to `reading`. */
export async function readAddress(address: string): Promise<void> {
  lastId += 1;
  const id = lastId;
  reading.value = { kind: 'busy', stage: 'fetching', characters: 0 };
  try {
    const record = await client.readText({ body: { address } });
    if (id !== lastId) return;
    const sentenceCount = countSentences(record.article);
    reading.value = { kind: 'shown', record, sentenceCount };
  } catch (problem) {
    if (id === lastId) reading.value = { kind: 'failed', ...describeTrouble(problem) };
  }
}

/** Stop a reading under way, or put the one shown away. */
export function closeReading(): void {
  if (reading.value.kind === 'busy') {
    worker?.terminate();
    worker = null;
  }
  lastId += 1;
  reading.value = { kind: 'none' };
}
