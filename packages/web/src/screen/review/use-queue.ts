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
import { tell } from '../../component/toast.tsx';
import { deciderName } from '../../connection/client.ts';
import { sendDecisions, undoDecisions } from '../../connection/decide.ts';
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

/** What was decided at once, and is undone at once: on one entry, or on all under a filter. */
interface Deed {
  entry: LedgerEntry | null;
  /** Where it stood. */
  at: number;
  decisionIds: readonly string[];
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
  /** Decide on an entry; several edits are made together or not at all. */
  decide: (entry: LedgerEntry, verdicts: readonly Verdict[]) => void;
  /** Remember what was decided on many, so that it can be undone. */
  addDeed: (decisionIds: readonly string[]) => void;
  undo: () => void;
  /** Changes whenever the ledger took a decision: what it counts is another then. */
  sentCount: number;
}

/** The state of the queue, ahead of what is drawn. */
class QueueState {
  loaded: readonly LedgerEntry[] = [];
  readonly gone = new Set<string>();
  readonly deeds: Deed[] = [];
  place = 0;
  sentCount = 0;
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

interface Around {
  change: Pages<LedgerEntry>['change'];
  draw: () => void;
  takeBackMany: (decisionIds: readonly string[]) => void;
}

function makeActs(state: QueueState, { change, draw, takeBackMany }: Around) {
  const bringBack = (entry: LedgerEntry) => {
    state.gone.delete(entry.id);
    // Asked for anew since then: what was decided is not among the entries any more.
    if (!state.loaded.some(({ id }) => id === entry.id)) change((items) => [entry, ...items]);
  };
  const finish = () => {
    state.sentCount += 1;
    draw();
  };
  const undo = () => {
    const deed = state.deeds.pop();
    if (!deed) return;
    const { entry } = deed;
    if (entry === null) return takeBackMany(deed.decisionIds);
    state.sending = state.sending.then(async () => {
      if (deed.decisionIds.length === 0) return;
      if (await undoDecisions(deed.decisionIds)) tell('Taken back');
      finish();
    });
    bringBack(entry);
    state.place = deed.at;
    draw();
  };
  const send = async (deed: Deed, entry: LedgerEntry, verdicts: readonly Verdict[]) => {
    const decisions = verdicts.map((one) => ({ ...one, entryId: entry.id }) as DecisionInput);
    const made = await sendDecisions(decisions);
    if (made) {
      deed.decisionIds = made.map(({ id }) => id);
      tell(WORDS[verdicts[0]?.kind ?? 'accept'], undo);
    } else {
      // It may be undone already.
      const place = state.deeds.indexOf(deed);
      if (0 <= place) state.deeds.splice(place, 1);
      bringBack(entry);
    }
    finish();
  };
  const decide = (entry: LedgerEntry, verdicts: readonly Verdict[]) => {
    if (state.gone.has(entry.id)) return;
    const deed: Deed = { entry, at: state.at, decisionIds: [] };
    state.gone.add(entry.id);
    state.deeds.push(deed);
    state.sending = state.sending.then(() => send(deed, entry, verdicts));
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
    decide: (entry: LedgerEntry, verdicts: readonly Verdict[]) => {
      if (deciderName.value !== '') decide(entry, verdicts);
      else void getName().then((name) => name !== null && decide(entry, verdicts));
    },
    addDeed: (decisionIds: readonly string[]) => {
      state.deeds.push({ entry: null, at: 0, decisionIds });
      draw();
    },
    undo,
  };
}

/** Keep the place in the queue and the decisions of this visit. */
export function useQueue(
  pages: Pages<LedgerEntry>,
  takeBackMany: (decisionIds: readonly string[]) => void,
): Queue {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const state = useRef<QueueState>(null);
  state.current ??= new QueueState();
  const now = state.current;
  now.loaded = pages.items;
  const latest = useRef({ change: pages.change, takeBackMany });
  latest.current = { change: pages.change, takeBackMany };
  const acts = useMemo(
    () =>
      makeActs(now, {
        change: (make) => latest.current.change(make),
        draw: () => redraw(0),
        takeBackMany: (ids) => latest.current.takeBackMany(ids),
      }),
    [now],
  );
  const { items, at, current, sentCount } = now;
  const isShort = items.length < LEAST && pages.hasMore && !pages.isLoading && !pages.trouble;
  useEffect(() => {
    if (isShort) pages.more();
  }, [isShort]);
  return { ...acts, items, at, current, sentCount, canUndo: 0 < now.deeds.length };
}
