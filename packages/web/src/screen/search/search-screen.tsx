/**
 * Search: words and facets, all of it in the address bar; results with the words found set off.
 * @module
 */

import type { Facets } from '@onrecord/api/client';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { TroublePanel } from '../../component/answer-view.tsx';
import { ExportMenu } from '../../component/export-menu.tsx';
import { focusNextIn } from '../../component/focus-next.ts';
import { LedgerCard } from '../../component/ledger-card.tsx';
import { describeCount } from '../../component/record-head.tsx';
import { LoadingPanel } from '../../component/state-panel.tsx';
import { VirtualList } from '../../component/virtual-list.tsx';
import { client } from '../../connection/client.ts';
import {
  hasFilters,
  LIST_FILTERS,
  readFilters,
  SINGLE_FILTERS,
} from '../../connection/entry-query.ts';
import { useAnswer } from '../../connection/use-answer.ts';
import { listAll, usePages } from '../../connection/use-pages.ts';
import { tableOf } from '../../export/column.ts';
import { ENTRY_COLUMNS } from '../../export/entry-columns.ts';
import { COUNT_COLUMNS, type CountLine } from '../../export/list-columns.ts';
import { place, writeQuery } from '../../route.ts';
import { useTitle } from '../../title.ts';
import type { LedgerEntry } from '../../words/ledger-entry.ts';
import { FacetList } from './facet-list.tsx';

/** The list is asked for after this much quiet while one types. */
const TYPING_MS = 200;

/** And what could be asked for besides is counted after so much quiet more; a facet's at once. */
const COUNT_MS = 150;

/** The first page fills a window, so that it is drawn at once; the further ones are longer. */
const FIRST_PAGE = 10;
const PAGE = 50;

function SearchField() {
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const target = event.target as Element;
      if (event.key !== '/' || target.closest('input, textarea, select, dialog')) return;
      event.preventDefault();
      input.current?.focus();
    };
    addEventListener('keydown', focus);
    return () => removeEventListener('keydown', focus);
  }, []);
  const write = (words: string) => writeQuery({ q: words || null });
  return (
    <search>
      <form
        class="search-field"
        onSubmit={(event) => {
          event.preventDefault();
          clearTimeout(timer.current);
          write(input.current?.value ?? '');
        }}
      >
        <label for="search-words" class="sr-only">
          Words to search for
        </label>
        <input
          id="search-words"
          ref={input}
          type="search"
          placeholder="ceasefire  “in exchange for”  -talks"
          defaultValue={place.value.query.get('q') ?? ''}
          onInput={(event) => {
            clearTimeout(timer.current);
            const words = event.currentTarget.value;
            timer.current = setTimeout(() => write(words), TYPING_MS);
          }}
        />
        <button type="submit" class="primary">
          Search
        </button>
      </form>
    </search>
  );
}

function clearFilters(): void {
  const none = [...LIST_FILTERS, ...SINGLE_FILTERS].filter((key) => key !== 'q');
  writeQuery(Object.fromEntries(none.map((key) => [key, null])));
}

/** Say what was searched when nothing answers to it. */
function NothingFound({ query }: { query: URLSearchParams }) {
  const words = query.get('q');
  return (
    <div class="nothing" role="status">
      <p>
        Nothing found{words ? <> for “{words}”</> : null}
        {hasFilters(query) ? ' under these filters' : ''}.
      </p>
      <p class="hint">
        Words must all occur; put a phrase in quotation marks, and a minus before a word to leave it
        out. Articles come in under <a href="/import">Import</a>.
      </p>
      {hasFilters(query) && (
        <button type="button" onClick={clearFilters}>
          Clear the filters
        </button>
      )}
    </div>
  );
}

/**
 * The entries first, then what else could be asked for: counting takes the ledger longer, and the
 * next search, when one types on, would have to wait for it. Nobody types on a facet.
 * @returns the key when it may be counted
 */
function useSettled(key: string, words: string | null, isAnswered: boolean): string | null {
  const [counted, setCounted] = useState(words);
  useEffect(() => {
    if (!isAnswered || counted === words) return;
    const timer = setTimeout(() => setCounted(words), COUNT_MS);
    return () => clearTimeout(timer);
  }, [key, isAnswered]);
  return counted === words ? key : null;
}

/** The counts of all facets, one after another. */
function listCounts({ total: _total, isComplete: _whole, ...counted }: Facets): CountLine[] {
  return Object.entries(counted).flatMap(([facet, counts]) =>
    counts.map((count) => ({ facet, ...count })),
  );
}

function Results({ entries }: { entries: readonly LedgerEntry[] }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys move between the cards inside
    <div onKeyDown={focusNextIn}>
      <VirtualList
        items={entries}
        itemKey={(entry) => entry.id}
        estimate={230}
        label="Entries found"
        render={(entry) => <LedgerCard entry={entry} />}
      />
    </div>
  );
}

/** Draw the search screen. */
export function SearchScreen() {
  const { query } = place.value;
  const filters = readFilters(query);
  useTitle(query.get('q') && `${query.get('q')} · Search`);
  const key = JSON.stringify(filters);
  const ask = (cursor: string | undefined, signal: AbortSignal, limit: number) =>
    client.searchEntries({ query: { ...filters, cursor, limit }, signal });
  const found = usePages(`search ${key}`, ask, { first: FIRST_PAGE, further: PAGE });
  const settled = useSettled(key, query.get('q'), found.answered === `search ${key}`);
  const facets = useAnswer(settled, async (signal) => ({
    key,
    counted: await client.getFacets({ query: filters, signal }),
  }));
  const counted = facets.value?.counted;
  const list = useMemo(() => <Results entries={found.items} />, [found.items]);
  // The facets of the search before stay until they are counted anew; a number of hits does not.
  const total = facets.value?.key === key ? counted?.total : undefined;
  const isEmpty = found.items.length === 0;
  return (
    <div class="page page-wide">
      <h1>Search the record</h1>
      <SearchField />
      <div class="with-side">
        <aside class="facets" aria-label="Filters">
          <details open={innerWidth > 960}>
            <summary>Filters</summary>
            {counted && <FacetList facets={counted} />}
          </details>
        </aside>
        <section aria-label="Results" aria-busy={found.isLoading}>
          <div class="result-head">
            <p role="status" class="counts">
              {total === undefined ? '\u00a0' : describeCount(total, 'entry', 'entries')}
              {total ? ', newest first' : ''}
            </p>
            {hasFilters(query) && (
              <button type="button" class="quiet" onClick={clearFilters}>
                Clear the filters
              </button>
            )}
            <ExportMenu
              name="search"
              tables={[
                tableOf('Entries', ENTRY_COLUMNS, () => listAll(ask)),
                tableOf('Counts', COUNT_COLUMNS, async () =>
                  listCounts(await client.getFacets({ query: filters })),
                ),
              ]}
            />
          </div>
          {isEmpty && found.isLoading && <LoadingPanel what="Searching" />}
          {isEmpty && !found.isLoading && !found.trouble && <NothingFound query={query} />}
          {found.trouble ? <TroublePanel trouble={found.trouble} again={found.again} /> : list}
          {found.hasMore && !found.trouble && (
            <button type="button" onClick={found.more} disabled={found.isLoading}>
              Show more
            </button>
          )}
        </section>
      </div>
    </div>
  );
}
