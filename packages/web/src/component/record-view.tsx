/**
 * An article beside its records: words left, cards right in the order of the text, joined both ways
 * by pointer and by keyboard. On a narrow screen the two are tabs.
 * @module
 */
import type { ArticleRecord } from '@onrecord/record';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { place } from '../route.ts';
import { assembleBlocks } from '../words/block.ts';
import { type Entry, listEntries } from '../words/entry.ts';
import { FIELD_LABELS, FIELDS } from '../words/field.ts';
import { ArticleText } from './article-text.tsx';
import { EntryCard } from './entry-card.tsx';
import { findEntryAt, type Join, makeJoin } from './join-words.ts';
import { filterEntries, RecordFilter } from './record-filter.tsx';
import { VirtualList } from './virtual-list.tsx';

/** Where each entry's first segment starts, so that one element is its handle for the keyboard. */
function listStarts(entries: readonly Entry[]): Map<number, number> {
  const starts = new Map<number, number>();
  entries.forEach((entry, index) => {
    if (0 < entry.fields.length && !starts.has(entry.cover[0])) starts.set(entry.cover[0], index);
  });
  return starts;
}

/**
 * The article under a filter. An entry that is filtered out marks no words but keeps its number, so
 * that paragraphs in which nothing changes are not drawn anew.
 */
function useMarkedText(
  record: ArticleRecord,
  all: readonly Entry[],
  entries: readonly Entry[],
): ComponentChildren {
  return useMemo(() => {
    const shown = new Set(entries);
    const marked = all.map((entry) => (shown.has(entry) ? entry : { ...entry, fields: [] }));
    return (
      <ArticleText
        article={record.article}
        blocks={assembleBlocks(record.article, marked)}
        starts={listStarts(marked)}
      />
    );
  }, [record, entries]);
}

/** The legend of the fields that occur in these entries. */
function Legend({ entries }: { entries: readonly Entry[] }) {
  const present = new Set(entries.flatMap((entry) => entry.fields.map(({ field }) => field)));
  return (
    <ul class="legend" aria-label="Fields and their marks">
      {FIELDS.filter((field) => present.has(field)).map((field) => (
        <li key={field}>
          <span class="field-mark" data-field={field}>
            {FIELD_LABELS[field]}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface StepOptions {
  root: HTMLElement;
  selector: string;
  from: Element;
  by: number;
}

/** Move the focus to the next handle of the same side; the end stays the end. */
function focusNext({ root, selector, from, by }: StepOptions): void {
  const handles = [...root.querySelectorAll<HTMLElement>(selector)];
  const at = handles.findIndex((handle) => handle === from || handle.contains(from));
  handles[Math.max(0, Math.min(handles.length - 1, at + by))]?.focus();
}

const SIDES = ['article', 'records'] as const;
const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 };

function useJoin(entries: readonly Entry[], reveal: (index: number) => void) {
  const root = useRef<HTMLDivElement>(null);
  const join = useRef<Join | null>(null);
  const pinned = useRef<number | null>(null);
  // The elements change with the entries.
  useEffect(() => {
    join.current = root.current && makeJoin(root.current);
    pinned.current = null;
    root.current?.querySelector<HTMLElement>('[data-begins]')?.setAttribute('tabindex', '0');
    root.current?.querySelector<HTMLElement>('[data-card]')?.setAttribute('tabindex', '0');
  }, [entries]);

  const showWords = (entry: number) =>
    root.current
      ?.querySelector(`[data-entries*="${entry}:"][data-lit]`)
      ?.scrollIntoView({ block: 'nearest' });
  const onPointerOver = (event: PointerEvent) => {
    const at = findEntryAt(event.target);
    join.current?.light(at?.entry ?? pinned.current);
    if (at?.on === 'words') reveal(at.entry);
  };
  const onFocusIn = (event: FocusEvent) => {
    const at = findEntryAt(event.target);
    if (!at) return;
    pinned.current = at.entry;
    join.current?.light(at.entry);
    if (at.on === 'words') reveal(at.entry);
    else showWords(at.entry);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = findEntryAt(event.target);
    const by = STEPS[event.key];
    if (!at || !by || event.ctrlKey || event.metaKey || event.altKey || !root.current) return;
    event.preventDefault();
    const selector = at.on === 'card' ? '[data-card]' : '[data-begins]';
    focusNext({ root: root.current, selector, from: event.target as Element, by });
  };
  const onPointerLeave = () => join.current?.light(pinned.current);
  const open = (entry: number) => {
    pinned.current = entry;
    join.current?.light(entry);
    root.current?.querySelector('.mark[data-lit]')?.scrollIntoView({ block: 'center' });
  };
  /** On a narrow screen: what was lit on one side is brought into view on the other. */
  const follow = (side: (typeof SIDES)[number]) => {
    const entry = join.current?.lit ?? null;
    if (entry === null) return;
    reveal(-1);
    requestAnimationFrame(() => {
      if (side === 'records') reveal(entry);
      else root.current?.querySelector('.mark[data-lit]')?.scrollIntoView({ block: 'center' });
    });
  };
  return { root, open, follow, handlers: { onPointerOver, onFocusIn, onKeyDown, onPointerLeave } };
}

interface RecordViewProps {
  record: ArticleRecord;
  /** The id of the entry at whose words to open. */
  openAt?: string;
  /** What can be done with one entry besides copying it. */
  actions?: (entry: Entry) => ComponentChildren;
}

/** Draw an article and its records, joined. */
export function RecordView({ record, openAt, actions }: RecordViewProps) {
  const all = useMemo(() => listEntries(record), [record]);
  const { query } = place.value;
  const filter = query.getAll('show').join(' ');
  const entries = useMemo(() => filterEntries(all, query), [all, filter]);
  const text = useMarkedText(record, all, entries);
  const numbers = useMemo(() => new Map(all.map((entry, index) => [entry, index])), [all]);
  const cards = useMemo(() => new Map<Entry, ComponentChildren>(), [all]);
  const cardOf = (entry: Entry): ComponentChildren => {
    const card = cards.get(entry) ?? (
      <EntryCard record={record} entry={entry} index={numbers.get(entry) ?? -1}>
        {actions?.(entry)}
      </EntryCard>
    );
    cards.set(entry, card);
    return card;
  };
  const [revealed, setRevealed] = useState(-1);
  const [side, setSide] = useState<(typeof SIDES)[number]>('article');
  const column = useRef<HTMLDivElement>(null);
  const { root, open, follow, handlers } = useJoin(entries, setRevealed);
  // Opened once for each entry asked for.
  useEffect(() => {
    const at = all.findIndex((entry) => entry.id === openAt);
    if (at < 0) return;
    setRevealed(at);
    open(at);
  }, [openAt, record]);
  return (
    <div class="record-view" ref={root} data-side={side} {...handlers}>
      <div class="record-tools">
        <RecordFilter entries={all} />
        <Legend entries={entries} />
        <div class="side-switch">
          {SIDES.map((name) => (
            <button
              type="button"
              key={name}
              aria-pressed={side === name}
              onClick={() => {
                setSide(name);
                follow(name);
              }}
            >
              {name === 'article' ? 'Article' : `Records (${entries.length})`}
            </button>
          ))}
        </div>
      </div>
      <section class="article-column" aria-label="Article">
        {text}
      </section>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs the keyboard */}
      <section class="card-column" aria-label="Records" ref={column} tabIndex={0}>
        {entries.length === 0 && <NoEntries isFiltered={0 < all.length} />}
        <VirtualList
          items={entries}
          itemKey={(entry) => entry.id}
          estimate={220}
          label="Records in the order of the text"
          scroller={column}
          reveal={revealed < 0 ? -1 : entries.indexOf(all[revealed] as Entry)}
          render={cardOf}
        />
      </section>
    </div>
  );
}

function NoEntries({ isFiltered }: { isFiltered: boolean }) {
  return (
    <p class="nothing">
      {isFiltered
        ? 'No record of this article passes the filter.'
        : 'No statement and no commitment was found in this text.'}
    </p>
  );
}
