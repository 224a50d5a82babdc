/**
 * Utterances: acts of speech with their reports. One of them compared field by field, or the list.
 * @module
 */

import type { Utterance } from '@onrecord/record';
import { AnswerView, TroublePanel } from '../../component/answer-view.tsx';
import { Words } from '../../component/article-text.tsx';
import { ExportMenu } from '../../component/export-menu.tsx';
import { describeCount } from '../../component/record-head.tsx';
import { LoadingPanel } from '../../component/state-panel.tsx';
import { VirtualList } from '../../component/virtual-list.tsx';
import { client } from '../../connection/client.ts';
import { useAnswer } from '../../connection/use-answer.ts';
import { listAll, usePages } from '../../connection/use-pages.ts';
import { REPORT_COLUMNS, type ReportLine } from '../../export/board-columns.ts';
import { tableOf } from '../../export/column.ts';
import { pathOf, place } from '../../route.ts';
import { useTitle } from '../../title.ts';
import { describeRange } from '../../words/date.ts';
import { shortenText } from '../../words/describe-entry.ts';
import { describeTold, OriginChain, UtteranceTable } from './utterance-table.tsx';

const linesOf = (utterance: Utterance): ReportLine[] =>
  utterance.reports.map((report) => ({ utterance, report }));

function Compared({ utterance }: { utterance: Utterance }) {
  const { speaker, saidOn } = utterance;
  const title = `${speaker.name}${saidOn ? `, ${describeRange(saidOn.from, saidOn.to)}` : ''}`;
  useTitle(title);
  return (
    <>
      <header class="record-head">
        <div>
          <h1>
            <Words text={title} />
          </h1>
          <blockquote class="quotation lead-quotation" dir="auto">
            <Words text={utterance.quote} />
          </blockquote>
        </div>
        <ExportMenu
          name="utterance"
          tables={[tableOf('Reports', REPORT_COLUMNS, () => linesOf(utterance))]}
        />
      </header>
      <UtteranceTable utterance={utterance} />
      <OriginChain utterance={utterance} />
      <p class="hint">
        The reports are at least {Math.round(utterance.score * 100)} % alike. The speaker’s own
        words stand first where a report has them; a majority never replaces them.
      </p>
    </>
  );
}

/** Draw one utterance with its reports, as the list has it from which it was opened. */
export function UtteranceScreen({ id }: { id: string }) {
  const dossier = place.value.query.get('dossier') ?? undefined;
  const answer = useAnswer(`utterance ${id} ${dossier ?? ''}`, (signal) =>
    client.getUtterance({ path: { id }, query: { dossier }, signal }),
  );
  return (
    <div class="page page-wide">
      <AnswerView answer={answer} what="the reports">
        {(utterance) => <Compared utterance={utterance} />}
      </AnswerView>
    </div>
  );
}

/** Draw one utterance in a list: of a dossier, or of all. */
function UtteranceLine({
  utterance,
  dossier,
}: {
  utterance: Utterance;
  dossier: string | undefined;
}) {
  // Which reports are one act of speech depends on what they are grouped with.
  const scope = dossier ? `?dossier=${encodeURIComponent(dossier)}` : '';
  return (
    <article class="line-item">
      <h3>
        <a href={pathOf('utterances', utterance.id) + scope}>
          <Words text={utterance.speaker.name} />
          {utterance.saidOn && `, ${describeRange(utterance.saidOn.from, utterance.saidOn.to)}`}
        </a>
      </h3>
      <blockquote class="quotation" dir="auto">
        <Words text={shortenText(utterance.quote, 220)} />
      </blockquote>
      <p class="hint">
        {describeTold(utterance)}
        {0 < utterance.differences.length &&
          `; they differ in ${utterance.differences.map(({ field }) => field).join(', ')}`}
      </p>
    </article>
  );
}

/** Draw the utterances of a dossier, or of the whole ledger, the most reported first. */
export function UtteranceList({ dossier }: { dossier?: string }) {
  const ask = (cursor: string | undefined, signal: AbortSignal, limit: number) =>
    client.listUtterances({ query: { dossier, cursor, limit }, signal });
  const found = usePages(`utterances ${dossier}`, ask, { further: 50 });
  if (found.trouble) return <TroublePanel trouble={found.trouble} again={found.again} />;
  if (found.isLoading && found.items.length === 0) return <LoadingPanel what="Comparing reports" />;
  if (found.items.length === 0)
    return <p class="nothing">No act of speech is reported by more than one article.</p>;
  return (
    <>
      <div class="result-head">
        <p class="counts">
          {describeCount(found.items.length, 'act of speech', 'acts of speech')}
          {found.hasMore && ', and more'}
        </p>
        <ExportMenu
          name="reports"
          tables={[
            tableOf('Reports', REPORT_COLUMNS, async () => (await listAll(ask)).flatMap(linesOf)),
          ]}
        />
      </div>
      <VirtualList
        items={found.items}
        itemKey={(utterance) => utterance.id}
        estimate={140}
        label="Acts of speech"
        render={(utterance) => <UtteranceLine utterance={utterance} dossier={dossier} />}
      />
      {found.hasMore && (
        <button type="button" onClick={found.more}>
          Show more
        </button>
      )}
    </>
  );
}

/** Draw the list of utterances as a screen. */
export function UtterancesScreen() {
  const dossier = place.value.query.get('dossier');
  return (
    <div class="page">
      <h1>Said once, reported often</h1>
      <p class="lead">
        Acts of speech that more than one article reports, compared field by field.
      </p>
      <h2 class="sr-only">Acts of speech</h2>
      <UtteranceList {...(dossier ? { dossier } : {})} />
    </div>
  );
}
