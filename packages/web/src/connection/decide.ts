/**
 * Decide, and take decisions back: with the person's name, and told at the foot of the page.
 * @module
 */
import type { Decided, DecisionInput } from '@onrecord/api/client';
import { getName } from '../component/ask-name.tsx';
import { tell } from '../component/toast.tsx';
import { client } from './client.ts';
import { describeTrouble } from './problem.ts';

/** The API takes so many at once. */
const MOST = 200;

/** Do something under the person's name; null when none was given or the ledger refused (told). */
async function attempt<T>(act: () => Promise<T>): Promise<T | null> {
  if ((await getName()) === null) return null;
  try {
    return await act();
  } catch (problem) {
    const { message, remedy } = describeTrouble(problem);
    tell(`Not decided: ${message} ${remedy}`);
    return null;
  }
}

async function inBatches<T>(
  all: readonly T[],
  send: (batch: T[]) => Promise<{ items: Decided[] }>,
): Promise<Decided[]> {
  const made: Decided[] = [];
  for (let at = 0; at < all.length; at += MOST)
    made.push(...(await send(all.slice(at, at + MOST))).items);
  return made;
}

/** Send decisions, up to 200 all or none; null when they were refused or nobody gave a name. */
export function sendDecisions(decisions: readonly DecisionInput[]): Promise<Decided[] | null> {
  return attempt(() => inBatches(decisions, (items) => client.addDecisions({ body: { items } })));
}

/** Send one decision; null when it was refused or nobody gave a name. */
export function sendDecision(decision: DecisionInput): Promise<Decided | null> {
  return attempt(() => client.addDecision({ body: decision }));
}

/** Take decisions back by further ones; null when that was refused or nobody gave a name. */
export function undoDecisions(ids: readonly string[]): Promise<Decided[] | null> {
  return attempt(() => inBatches(ids, (some) => client.undoDecisions({ body: { ids: some } })));
}
