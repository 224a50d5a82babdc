/**
 * The review queue: one entry at a time with its words, a button and a key for each action
 * (j k a e x u), and the same action for all that pass the filter.
 * @module
 */
import type { EntryFilter } from '@onrecord/api/client';
import { useEffect, useRef, useState } from 'preact/hooks';
import { TroublePanel } from '../../component/answer-view.tsx';
import { Words } from '../../component/article-text.tsx';
import { Score } from '../../component/entry-card.tsx';
import { ExportMenu } from '../../component/export-menu.tsx';
import { isTyping } from '../../component/focus-next.ts';
import { LedgerCard } from '../../component/ledger-card.tsx';
import { describeCount } from '../../component/record-head.tsx';
import { LoadingPanel } from '../../component/state-panel.tsx';
import { VirtualList } from '../../component/virtual-list.tsx';
import { client } from '../../connection/client.ts';
import { readFilters } from '../../connection/entry-query.ts';
import { useAnswer } from '../../connection/use-answer.ts';
import { listAll, type Pages, usePages } from '../../connection/use-pages.ts';
import { tableOf } from '../../export/column.ts';
import { ENTRY_COLUMNS } from '../../export/entry-columns.ts';
import { COUNT_COLUMNS } from '../../export/list-columns.ts';
import { place } from '../../route.ts';
import { describeEntryLine, shortenText } from '../../words/describe-entry.ts';
import { factsOfLedger, type LedgerEntry, scoreOf } from '../../words/ledger-entry.ts';
import { BulkProgress, DecideAll } from './decide-all.tsx';
import { EditPanel } from './edit-panel.tsx';
import { EntryContext } from './entry-context.tsx';
import { Orphans } from './orphans.tsx';
import { RejectDialog } from './reject-dialog.tsx';
import { describeFilter, ReviewFilter, readMaxScore, ruleOf } from './review-filter.tsx';
import { type Bulk, listQueueIds, useBulk } from './use-bulk.ts';
import { type Queue, useQueue } from './use-queue.ts';

type Mode = 'look' | 'edit' | 'reject' | 'accept-all' | 'reject-all';

function QueueList({ pages, queue }: { pages: Pages<LedgerEntry>; queue: Queue }) {
  const list = useRef<HTMLElement>(null);
  return (
    <nav class="queue-list" aria-label="Queue" ref={list}>
      <VirtualList
        scroller={list}
        items={queue.items}
        itemKey={(entry) => entry.id}
        estimate={64}
        label="Entries to review"
        reveal={queue.at}
        render={(entry, index) => (
          <button
            type="button"
            class="queue-item"
            aria-current={index === queue.at ? 'true' : undefined}
            onClick={() => queue.select(index)}
          >
            <span class="badge">
              {entry.kind === 'commitment' ? entry.commitment.stance : entry.statement.kind}
            </span>
            <span>
              <Words text={shortenText(describeEntryLine(factsOfLedger(entry)), 90)} />
            </span>
            <Score score={scoreOf(entry)} />
          </button>
        )}
      />
      {pages.hasMore && (
        <button type="button" onClick={pages.more}>
          Load more
        </button>
      )}
    </nav>
  );
}

function accept(queue: Queue): void {
  const current = queue.getCurrent();
  if (current) queue.decide(current, [{ kind: 'accept' }]);
}

interface ActionsProps {
  queue: Queue;
  setMode: (mode: Mode) => void;
}

function Actions({ queue, setMode }: ActionsProps) {
  const isEmpty = queue.current === null;
  return (
    <div class="review-actions" role="toolbar" aria-label="Decide">
      <button type="button" disabled={isEmpty} onClick={() => queue.move(-1)}>
        Back <kbd>k</kbd>
      </button>
      <button type="button" disabled={isEmpty} onClick={() => queue.move(1)}>
        Next <kbd>j</kbd>
      </button>
      <button type="button" class="primary" disabled={isEmpty} onClick={() => accept(queue)}>
        Accept <kbd>a</kbd>
      </button>
      <button type="button" disabled={isEmpty} onClick={() => setMode('edit')}>
        Edit <kbd>e</kbd>
      </button>
      <button type="button" disabled={isEmpty} onClick={() => setMode('reject')}>
        Reject <kbd>x</kbd>
      </button>
      <button type="button" disabled={!queue.canUndo} onClick={queue.undo}>
        Undo <kbd>u</kbd>
      </button>
    </div>
  );
}

/** The keys of the queue; fields that take text and open dialogs keep theirs. */
function useKeys(queue: Queue, setMode: (mode: Mode) => void): void {
  // What a queue does never changes; what it is about is asked for when the key comes.
  useEffect(() => {
    const act = (event: KeyboardEvent) => {
      const isElsewhere = event.target instanceof Element && event.target.closest('.edit-panel');
      if (isTyping(event) || isElsewhere || document.querySelector('dialog[open]')) return;
      const acts: Record<string, () => void> = {
        j: () => queue.move(1),
        k: () => queue.move(-1),
        a: () => accept(queue),
        e: () => queue.getCurrent() && setMode('edit'),
        x: () => queue.getCurrent() && setMode('reject'),
        u: queue.undo,
      };
      const chosen = acts[event.key];
      if (!chosen) return;
      event.preventDefault();
      chosen();
    };
    addEventListener('keydown', act);
    return () => removeEventListener('keydown', act);
  }, []);
}

function NothingLeft() {
  return (
    <p class="nothing" role="status">
      Nothing is left to review{place.value.query.size === 0 ? '' : ' under this filter'}.
    </p>
  );
}

/** What the queue holds under its filter, by the rule that found it, counted by the ledger. */
function useCounts(filters: ReviewQuery, sentCount: number) {
  const { rule, ...others } = filters;
  const counts = useAnswer(`rules ${JSON.stringify(others)} ${sentCount}`, (signal) =>
    client.countReviewRules({ query: others, signal }),
  );
  const rules = counts.value?.items ?? [];
  const asked = rules.filter(({ value }) => !rule?.length || rule.includes(value));
  const total = counts.value && asked.reduce((sum, { count }) => sum + count, 0);
  return { rules, total, again: counts.again };
}

/** What the queue is asked for. */
type ReviewQuery = EntryFilter & { maxScore?: number | undefined };

interface DialogsProps {
  mode: Mode;
  queue: Queue;
  bulk: Bulk;
  filters: ReviewQuery;
  look: () => void;
}

/** The dialogs of the queue: a reason, or deciding on all. */
function Dialogs({ mode, queue, bulk, filters, look }: DialogsProps) {
  const { current } = queue;
  if (mode === 'reject' && current)
    return (
      <RejectDialog
        onClose={look}
        onReject={(reason) => {
          look();
          queue.decide(current, [{ kind: 'reject', reason }]);
        }}
      />
    );
  if (mode !== 'accept-all' && mode !== 'reject-all') return <BulkProgress bulk={bulk} />;
  return (
    <DecideAll
      kind={mode === 'accept-all' ? 'accept' : 'reject'}
      filter={describeFilter(place.value.query)}
      listIds={() => listQueueIds(filters)}
      onClose={look}
      onConfirm={(ids, verdict) => {
        look();
        void bulk.run(ids, verdict);
      }}
    />
  );
}

/** Draw the review queue. */
export function ReviewScreen() {
  const { query } = place.value;
  const filters: ReviewQuery = { ...readFilters(query), maxScore: readMaxScore(query) };
  const ask = (cursor: string | undefined, signal: AbortSignal, limit: number) =>
    client.listReviews({ query: { ...filters, cursor, limit }, signal });
  const pages = usePages(`review ${JSON.stringify(filters)}`, ask);
  const bulk = useBulk({
    onDecided: (ids) => queue.addDeed(ids),
    onEnd: () => {
      pages.again();
      counts.again();
    },
    undo: () => queue.undo(),
  });
  const queue = useQueue(pages, (ids) => void bulk.takeBack(ids));
  const counts = useCounts(filters, queue.sentCount);
  const [mode, setMode] = useState<Mode>('look');
  const look = () => setMode('look');
  useKeys(queue, setMode);
  const { current } = queue;
  return (
    <div class="page page-wide">
      <header class="record-head">
        <div>
          <h1>Review</h1>
          <p class="counts" role="status">
            {counts.total === null ? 'Entries' : describeCount(counts.total, 'entry', 'entries')}{' '}
            that nobody has decided on. Looking at one decides nothing.{' '}
            <a href="/decisions">What was decided</a>
          </p>
        </div>
        <div class="head-actions">
          <button type="button" disabled={!current} onClick={() => setMode('accept-all')}>
            Accept all …
          </button>
          <button type="button" disabled={!current} onClick={() => setMode('reject-all')}>
            Reject all …
          </button>
          <ExportMenu
            name="review"
            tables={[
              tableOf('Entries', ENTRY_COLUMNS, () => listAll<LedgerEntry>(ask)),
              tableOf('Rules', COUNT_COLUMNS, () =>
                counts.rules.map((rule) => ({ facet: 'rule', ...rule })),
              ),
            ]}
          />
        </div>
      </header>
      <Orphans />
      <ReviewFilter rules={counts.rules} />
      {pages.trouble && <TroublePanel trouble={pages.trouble} again={pages.again} />}
      {!current && pages.isLoading && <LoadingPanel what="Loading the queue" />}
      {!current && !pages.isLoading && !pages.trouble && <NothingLeft />}
      <Actions queue={queue} setMode={setMode} />
      {current && (
        <div class="review-columns">
          <QueueList pages={pages} queue={queue} />
          <section aria-label="The entry" class="review-entry">
            <LedgerCard key={current.id} entry={current} />
            <p class="hint found-by">
              found by the rule <code>{ruleOf(current)}</code>
            </p>
            {mode !== 'edit' && <EntryContext entry={current} />}
            {mode === 'edit' && (
              <EditPanel
                key={current.id}
                entry={current}
                onCancel={look}
                onSave={(edits) => {
                  look();
                  queue.decide(
                    current,
                    edits.map((edit) => ({ kind: 'edit', ...edit })),
                  );
                }}
              />
            )}
          </section>
        </div>
      )}
      <Dialogs {...{ mode, queue, bulk, filters, look }} />
    </div>
  );
}
