/**
 * The queue of an import: texts and addresses go to the ledger one by one, two at a time; each has
 * its own outcome, one bad document stops nothing, and the whole can be stopped and go on.
 * @module
 */
import type { AddedArticle, ArticleInput } from '@onrecord/api/client';
import { computed, signal } from '@preact/signals';
import { client } from '../../connection/client.ts';
import { describeTrouble, type Trouble } from '../../connection/problem.ts';

/** One document of an import. */
export interface ImportItem {
  id: number;
  name: string;
  /** Gets what is sent, when its turn comes; a file is not read before. */
  getInput: () => Promise<ArticleInput>;
  state: 'waiting' | 'reading' | 'done' | 'failed';
  added?: AddedArticle;
  trouble?: Trouble;
}

/** Two at a time keep the server's reader busy while the next text is on its way. */
const LANE_COUNT = 2;

/** All documents of this visit. */
export const importItems = signal<readonly ImportItem[]>([]);
/** Whether the queue is at work. */
export const isRunning = signal(false);
/** How many are done, failed and in all. */
export const importCounts = computed(() => {
  const counts = { waiting: 0, reading: 0, done: 0, failed: 0 };
  for (const { state } of importItems.value) counts[state] += 1;
  return { ...counts, all: importItems.value.length };
});

let lastId = 0;
let laneCount = 0;

function change(id: number, with_: Partial<ImportItem>): void {
  importItems.value = importItems.value.map((item) =>
    item.id === id ? { ...item, ...with_ } : item,
  );
}

function describeUnreadable(problem: unknown): Trouble {
  return {
    code: 'file-unreadable',
    message: problem instanceof Error ? problem.message : String(problem),
    remedy: 'Look at this file; the others go on.',
  };
}

async function readOne(item: ImportItem): Promise<void> {
  change(item.id, { state: 'reading' });
  const input = await item.getInput().catch((problem: unknown) => {
    change(item.id, { state: 'failed', trouble: describeUnreadable(problem) });
    return null;
  });
  if (!input) return;
  try {
    const added = await client.addArticle({ body: input });
    change(item.id, { state: 'done', added });
  } catch (problem) {
    change(item.id, { state: 'failed', trouble: describeTrouble(problem) });
  }
}

async function runLane(): Promise<void> {
  laneCount += 1;
  while (isRunning.value) {
    const next = importItems.value.find(({ state }) => state === 'waiting');
    if (!next) break;
    await readOne(next);
  }
  laneCount -= 1;
  if (laneCount === 0) isRunning.value = false;
}

/** Set the queue to work, or let it go on. */
export function runImport(): void {
  isRunning.value = true;
  // Counted beforehand: a lane that finds nothing waiting has ended when its call comes back.
  for (let missing = LANE_COUNT - laneCount; 0 < missing; missing--) void runLane();
}

/** Stop after the documents that are being read. */
export function stopImport(): void {
  isRunning.value = false;
}

/** Add documents to the queue and set it to work. */
export function addToImport(documents: readonly Pick<ImportItem, 'name' | 'getInput'>[]): void {
  const items = documents.map((document): ImportItem => {
    lastId += 1;
    return { ...document, id: lastId, state: 'waiting' };
  });
  importItems.value = [...importItems.value, ...items];
  if (0 < items.length) runImport();
}

/** Try the failed ones again. */
export function retryFailed(): void {
  importItems.value = importItems.value.map((item) => {
    if (item.state !== 'failed') return item;
    const { trouble: _, ...rest } = item;
    return { ...rest, state: 'waiting' };
  });
  runImport();
}

/** Take the finished ones off the list. */
export function clearDone(): void {
  importItems.value = importItems.value.filter(({ state }) => state !== 'done');
}
