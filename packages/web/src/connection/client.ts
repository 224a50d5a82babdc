/**
 * The one client of the app, on the page's own server, and the name under which decisions are made
 * (asked for at the first decision and kept on this machine).
 * @module
 */
import { openClient } from '@onrecord/api/client';
import { signal } from '@preact/signals';

const KEY = 'onrecord.name';

function readName(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

/** The name under which decisions are made; empty until it is given. */
export const deciderName = signal(readName());

/** Keep the name for this and later visits. */
export function writeName(name: string): void {
  deciderName.value = name.trim();
  try {
    localStorage.setItem(KEY, deciderName.value);
  } catch {
    // A browser that allows no storage keeps the name for this visit.
  }
}

/** One function for each operation of the ledger. */
export const client = openClient({
  fetch: (url, init) => fetch(url, init),
  getName: () => deciderName.value || undefined,
});
