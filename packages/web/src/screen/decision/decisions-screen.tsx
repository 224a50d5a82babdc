/**
 * All decisions of the ledger, newest first: who decided what and when, about which words, each with
 * its undo. `?by=` shows those of one person.
 * @module
 */
import type { Decided } from '@onrecord/api/client';
import { TroublePanel } from '../../component/answer-view.tsx';
import { Words } from '../../component/article-text.tsx';
import { DecisionLine } from '../../component/decision-line.tsx';
import { ExportMenu } from '../../component/export-menu.tsx';
import { LoadingPanel } from '../../component/state-panel.tsx';
import { VirtualList } from '../../component/virtual-list.tsx';
import { client } from '../../connection/client.ts';
import { listAll, usePages } from '../../connection/use-pages.ts';
import { tableOf } from '../../export/column.ts';
import { DECISION_COLUMNS } from '../../export/decision-columns.ts';
import { place, writeQuery } from '../../route.ts';

function NothingDecided({ by }: { by: string }) {
  return (
    <p class="nothing" role="status">
      {by ? (
        <>
          “<Words text={by} />” has decided nothing; names are matched whole.
        </>
      ) : (
        <>
          Nobody has decided anything yet. Decisions are made under <a href="/review">Review</a>.
        </>
      )}
    </p>
  );
}

/** Draw the log of decisions. */
export function DecisionsScreen() {
  const by = place.value.query.get('by') ?? '';
  const ask = (cursor: string | undefined, signal: AbortSignal, limit: number) =>
    client.listDecisions({ query: { by: by || undefined, cursor, limit }, signal });
  const found = usePages<Decided>(`decisions ${by}`, ask);
  const isEmpty = found.items.length === 0;
  return (
    <div class="page">
      <header class="record-head">
        <div>
          <h1>Decisions</h1>
          <p class="lead">
            What people decided, newest first. Nothing is ever taken out of this log: an undo is a
            further decision.
          </p>
        </div>
        <ExportMenu
          name="decisions"
          tables={[tableOf('Decisions', DECISION_COLUMNS, () => listAll<Decided>(ask))]}
        />
      </header>
      <form
        class="search-field"
        onSubmit={(event) => {
          event.preventDefault();
          const value = new FormData(event.currentTarget).get('by');
          writeQuery({ by: String(value ?? '').trim() || null });
        }}
      >
        <label for="decided-by" class="sr-only">
          Who decided
        </label>
        <input
          id="decided-by"
          name="by"
          type="search"
          placeholder="Who decided"
          defaultValue={by}
          autocomplete="off"
        />
        <button type="submit">Show</button>
      </form>
      {found.trouble && <TroublePanel trouble={found.trouble} again={found.again} />}
      {isEmpty && found.isLoading && <LoadingPanel what="Loading the decisions" />}
      {isEmpty && !found.isLoading && !found.trouble && <NothingDecided by={by} />}
      <VirtualList
        items={found.items}
        itemKey={({ id }) => id}
        estimate={72}
        label="Decisions, newest first"
        render={(decided) => <DecisionLine decided={decided} onChange={found.again} isLinked />}
      />
      {found.hasMore && (
        <button type="button" onClick={found.more} disabled={found.isLoading}>
          Show more
        </button>
      )}
    </div>
  );
}
