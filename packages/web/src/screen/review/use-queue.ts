/**
 * The review queue: which entry is looked at, what was decided in this visit, and undoing it.
 * Looking at an entry decides nothing. Keys can come faster than the screen is drawn or the ledger
 * answers: each acts on what the keys before it made of the queue, and decisions are sent one after
 * another in their order.
 * @module
 */
import type { DecisionInput } from '@onrecord/api/client';
import { useEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import { getName } from '../../component/ask-name.tsx';
import { describeCount } from '../../component/record-head.tsx';
import { tell } from '../../component/toast.tsx';
import { deciderName } from '../../connection/client.ts';
import { sendDecision, undoDecision } from '../../connection/decide.ts';
import type { Pages } from '../../connection/use-pages.ts';
import type { LedgerEntry } from '../../words/ledger-entry.ts';

/** A decision on an entry, without the entry. */
export type Verdict =
  | { kind: 'accept' }
  | { kind: 'reject'; reason: string }
  | { kind: 'edit'; field: string; value: unknown };

const WORDS = { accept: 'Accepted', reject: 'Rejected', edit: 'Edited' } as const;

/** Fewer entries than this, and the next page is asked for. */
const LEAST = 10;

/** What was decided at once, and is undone at once. */
interface Deed {
  entries: readonly LedgerEntry[];
  /** Where the first of them stood. */
  at: number;
  decisionIds: string[];
}

/** What the review screen works with. */
export interface Queue {
  /** What is left to decide on, as it is drawn. */
  items: readonly LedgerEntry[];
  at: number;
  current: LedgerEntry | null;
  canUndo: boolean;
  move: (by: number) => void;
  select: (index: number) => void;
  /** The entry that is looked at after all keys up to now. */
  getCurrent: () => LedgerEntry | null;
  /** Decide on entries: with several verdicts, each on each of them. */
  decide: (entries: readonly LedgerEntry[], verdicts: readonly Verdict[]) => void;
  undo: () => void;
}

/** The state of the queue, ahead of what is drawn. */
class QueueState {
  loaded: readonly LedgerEntry[] = [];
  readonly gone = new Set<string>();
  readonly deeds: Deed[] = [];
  place = 0;
  /** Ends when all that was decided up to now is in the ledger. */
  sending: Promise<unknown> = Promise.resolve();

  get items(): LedgerEntry[] {
    return this.loaded.filter(({ id }) => !this.gone.has(id));
  }

  get at(): number {
    return Math.max(0, Math.min(this.place, this.items.length - 1));
  }

  get current(): LedgerEntry | null {
    return this.items[this.at] ?? null;
  }
}

async function sendDeed(deed: Deed, verdicts: readonly Verdict[]): Promise<LedgerEntry[]> {
  for (const [index, entry] of deed.entries.entries())
    for (const verdict of verdicts) {
      const decided = await sendDecision({ ...verdict, entryId: entry.id } as DecisionInput);
      if (!decided) return deed.entries.slice(index);
      deed.decisionIds.push(decided.id);
    }
  return [];
}

function makeActs(state: QueueState, change: Pages<LedgerEntry>['change'], draw: () => void) {
  const bringBack = (entries: readonly LedgerEntry[]) => {
    for (const { id } of entries) state.gone.delete(id);
    const known = new Set(state.loaded.map(({ id }) => id));
    const lost = entries.filter(({ id }) => !known.has(id));
    // Asked for anew since then: what was decided is not among the entries any more.
    if (0 < lost.length) change((items) => [...lost, ...items]);
  };
  const undo = () => {
    const deed = state.deeds.pop();
    if (!deed) return;
    const isSent = state.sending;
    state.sending = isSent.then(async () => {
      for (const id of deed.decisionIds) if (!(await undoDecision(id))) return;
      tell('Taken back');
    });
    bringBack(deed.entries);
    state.place = deed.at;
    draw();
  };
  const send = async (deed: Deed, verdicts: readonly Verdict[]) => {
    const left = await sendDeed(deed, verdicts);
    if (0 < left.length) {
      bringBack(left);
      if (deed.decisionIds.length === 0) state.deeds.splice(state.deeds.indexOf(deed), 1);
      draw();
    }
    const count = deed.entries.length - left.length;
    if (count === 0) return;
    const what = 1 < count ? ` ${describeCount(count, 'entry', 'entries')}` : '';
    tell(`${WORDS[verdicts[0]?.kind ?? 'accept']}${what}`, undo);
  };
  const decide = (entries: readonly LedgerEntry[], verdicts: readonly Verdict[]) => {
    const fresh = entries.filter(({ id }) => !state.gone.has(id));
    if (fresh.length === 0) return;
    const deed: Deed = { entries: fresh, at: state.at, decisionIds: [] };
    for (const { id } of fresh) state.gone.add(id);
    state.deeds.push(deed);
    state.sending = state.sending.then(() => send(deed, verdicts));
    draw();
  };
  return {
    move: (by: number) => {
      state.place = Math.max(0, Math.min(state.at + by, state.items.length - 1));
      draw();
    },
    select: (index: number) => {
      state.place = index;
      draw();
    },
    getCurrent: () => state.current,
    decide: (entries: readonly LedgerEntry[], verdicts: readonly Verdict[]) => {
      if (deciderName.value !== '') decide(entries, verdicts);
      else void getName().then((name) => name !== null && decide(entries, verdicts));
    },
    undo,
  };
}

/** Keep the place in the queue and the decisions of this visit. */
export function useQueue(pages: Pages<LedgerEntry>): Queue {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const state = useRef<QueueState>(null);
  state.current ??= new QueueState();
  const now = state.current;
  now.loaded = pages.items;
  const change = useRef(pages.change);
  change.current = pages.change;
  const acts = useMemo(
    () =>
      makeActs(
        now,
        (make) => change.current(make),
        () => redraw(0),
      ),
    [now],
  );
  const { items, at, current } = now;
  const isShort = items.length < LEAST && pages.hasMore && !pages.isLoading && !pages.trouble;
  useEffect(() => {
    if (isShort) pages.more();
  }, [isShort]);
  return { ...acts, items, at, current, canUndo: 0 < now.deeds.length };
}
