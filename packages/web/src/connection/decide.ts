/**
 * Decide, and take a decision back: with the person's name, and told at the foot of the page.
 * @module
 */
import type { Decided, DecisionInput } from '@onrecord/api/client';
import { getName } from '../component/ask-name.tsx';
import { tell } from '../component/toast.tsx';
import { client } from './client.ts';
import { describeTrouble } from './problem.ts';

function tellTrouble(problem: unknown): void {
  const { message, remedy } = describeTrouble(problem);
  tell(`Not decided: ${message} ${remedy}`);
}

/** Send a decision; null when no name was given or the ledger refused it (which is told). */
export async function sendDecision(decision: DecisionInput): Promise<Decided | null> {
  if ((await getName()) === null) return null;
  try {
    return await client.addDecision({ body: decision });
  } catch (problem) {
    tellTrouble(problem);
    return null;
  }
}

/** Take a decision back by a further one; null when the ledger refused (which is told). */
export async function undoDecision(id: string): Promise<Decided | null> {
  if ((await getName()) === null) return null;
  try {
    return await client.undoDecision({ path: { id }, body: {} });
  } catch (problem) {
    tellTrouble(problem);
    return null;
  }
}
