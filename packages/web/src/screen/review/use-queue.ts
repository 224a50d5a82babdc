/**
 * The review queue: which entry is looked at, what was decided in this visit, and undoing it.
 * Looking at an entry decides nothing.
 * @module
 */
import type { Decided, DecisionInput } from '@onrecord/api/client';
import { useRef, useState } from 'preact/hooks';
import { describeCount } from '../../component/record-head.tsx';
import { tell } from '../../component/toast.tsx';
import { sendDecision, undoDecision } from '../../connection/decide.ts';
import type { Pages } from '../../connection/use-pages.ts';
import type { LedgerEntry } from '../../words/ledger-entry.ts';

interface Done {
  decisionIds: string[];
  entries: LedgerEntry[];
  at: number;
}

/** A decision on an entry, without the entry. */
export type Verdict =
  | { kind: 'accept' }
  | { kind: 'reject'; reason: string }
  | { kind: 'edit'; field: string; value: unknown };

const WORDS = { accept: 'Accepted', reject: 'Rejected', edit: 'Edited' } as const;

/** What the review screen works with. */
export interface Queue {
  current: LedgerEntry | null;
  at: number;
  move: (by: number) => void;
  select: (index: number) => void;
  decide: (entries: readonly LedgerEntry[], verdict: Verdict) => Promise<void>;
  undo: () => Promise<void>;
  canUndo: boolean;
}

function decisionOf(entry: LedgerEntry, verdict: Verdict): DecisionInput {
  return { ...verdict, entryId: entry.id } as DecisionInput;
}

/** Keep the place in the queue and the decisions of this visit. */
export function useQueue(pages: Pages<LedgerEntry>): Queue {
  const [place, setPlace] = useState(0);
  const done = useRef<Done[]>([]);
  const [undoCount, setUndoCount] = useState(0);
  const clamp = (index: number) => Math.max(0, Math.min(index, pages.items.length - 1));
  const at = clamp(place);

  const undo = async () => {
    const last = done.current.pop();
    setUndoCount(done.current.length);
    if (!last) return;
    for (const id of last.decisionIds) if (!(await undoDecision(id))) return;
    pages.change((items) => [...items.slice(0, last.at), ...last.entries, ...items.slice(last.at)]);
    setPlace(last.at);
    tell('Taken back');
  };
  const decide = async (entries: readonly LedgerEntry[], verdict: Verdict) => {
    const made: Decided[] = [];
    const decidedEntries: LedgerEntry[] = [];
    for (const entry of entries) {
      const decided = await sendDecision(decisionOf(entry, verdict));
      if (!decided) break;
      made.push(decided);
      decidedEntries.push(entry);
    }
    if (made.length === 0) return;
    const ids = new Set(decidedEntries.map(({ id }) => id));
    done.current.push({ decisionIds: made.map(({ id }) => id), entries: decidedEntries, at });
    setUndoCount(done.current.length);
    pages.change((items) => items.filter(({ id }) => !ids.has(id)));
    const what = 1 < made.length ? ` ${describeCount(made.length, 'entry', 'entries')}` : '';
    tell(`${WORDS[verdict.kind]}${what}`, () => void undo());
  };
  return {
    current: pages.items[at] ?? null,
    at,
    // From the place before, not from the one drawn: two keys may come between two drawings.
    move: (by) => setPlace((was) => clamp(clamp(was) + by)),
    select: setPlace,
    decide,
    undo,
    canUndo: 0 < undoCount,
  };
}
