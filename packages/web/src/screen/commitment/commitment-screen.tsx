/**
 * One commitment: its words, its conditions, how far it has come and on what evidence, what that is
 * called on other scales, and what people decided.
 * @module
 */

import type { CommitmentStatus, StatusRating } from '@onrecord/record';
import { AnswerView } from '../../component/answer-view.tsx';
import { Words } from '../../component/article-text.tsx';
import { EvidenceQuote } from '../../component/evidence-quote.tsx';
import { ExportMenu } from '../../component/export-menu.tsx';
import { LedgerCard } from '../../component/ledger-card.tsx';
import { SetForm } from '../../component/set-form.tsx';
import { client } from '../../connection/client.ts';
import { sendDecision } from '../../connection/decide.ts';
import { useAnswer } from '../../connection/use-answer.ts';
import { SCALE_COLUMNS, STEP_COLUMNS } from '../../export/board-columns.ts';
import { tableOf } from '../../export/column.ts';
import { DECISION_COLUMNS } from '../../export/decision-columns.ts';
import { ENTRY_COLUMNS } from '../../export/entry-columns.ts';
import { useTitle } from '../../title.ts';
import { describeDate } from '../../words/date.ts';
import { describeCondition, describeTitle } from '../../words/describe-entry.ts';
import { factsOfLedger, type LedgerEntry, listConditionsOf } from '../../words/ledger-entry.ts';
import { STATUSES } from '../../words/status.ts';
import { CONDITION_STATES } from '../dossier/outcome.ts';
import { DecisionLog } from './decision-log.tsx';

function findStatus(entry: LedgerEntry, rating: StatusRating | undefined): CommitmentStatus | null {
  const set = entry.kind === 'commitment' ? entry.status : undefined;
  const known = STATUSES.find((status) => status === set);
  return known ?? (rating?.kind === 'rated' ? rating.status : null);
}

function History({ rating }: { rating: StatusRating | undefined }) {
  if (!rating) return null;
  return (
    <>
      {rating.kind === 'not-rated' && <p>Cannot be rated: {rating.because}.</p>}
      <ol class="plain-list status-history">
        {rating.history.map((step, at) => (
          <li key={at}>
            <p>
              <span class="badge">{step.status}</span> {step.on && describeDate(step.on)}{' '}
              <span class="hint">{step.because}</span>
            </p>
            <EvidenceQuote evidence={step.evidence} limit={240} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Scales({ scales }: { scales: readonly { name: string; label: string }[] }) {
  return (
    <table class="plain-table mapping-table">
      <caption>The same on other scales</caption>
      <tbody>
        {scales.map(({ name, label }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{label || <span class="hint">no counterpart</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface SettingProps {
  entry: LedgerEntry;
  onChange: () => void;
}

function StatusForm({ entry, onChange }: SettingProps) {
  return (
    <SetForm
      summary="Set the status"
      label="Status"
      values={STATUSES}
      onSet={async ({ value: status, ...why }) => {
        const decision = { kind: 'set-status', entryId: entry.id, status, ...why } as const;
        if (await sendDecision(decision)) onChange();
      }}
    />
  );
}

function Conditions({ entry, onChange }: SettingProps) {
  const { cut } = factsOfLedger(entry);
  const conditions = listConditionsOf(entry).map((condition) => ({
    ...condition,
    quote: cut([condition.span]),
  }));
  if (conditions.length === 0) return <p class="hint">It names no condition.</p>;
  return (
    <ul class="plain-list">
      {conditions.map((condition) => (
        <li key={condition.id} class="candidate">
          <span>
            <span class="field-mark" data-field="condition">
              <Words text={describeCondition(condition)} />
            </span>
          </span>
          <label>
            <span class="sr-only">State of the condition “{condition.trigger}”</span>
            <select
              value={condition.state}
              onChange={async (event) => {
                const state = CONDITION_STATES.find((known) => known === event.currentTarget.value);
                if (!state) return;
                if (await sendDecision({ kind: 'set-condition', conditionId: condition.id, state }))
                  onChange();
              }}
            >
              {CONDITION_STATES.map((state) => (
                <option key={state}>{state}</option>
              ))}
            </select>
          </label>
        </li>
      ))}
    </ul>
  );
}

/** Draw a commitment (or a statement: without a status). */
export function CommitmentScreen({ id }: { id: string }) {
  const answer = useAnswer(`entry ${id}`, (signal) => client.getEntry({ path: { id }, signal }));
  useTitle(answer.value && describeTitle(factsOfLedger(answer.value.entry)));
  return (
    <div class="page">
      <AnswerView answer={answer} what="the commitment">
        {({ entry, decisions, rating, scales }) => {
          const status = findStatus(entry, rating);
          return (
            <>
              <header class="record-head">
                <h1 class="entry-title">
                  <Words text={describeTitle(factsOfLedger(entry))} />
                </h1>
                <ExportMenu
                  name="entry"
                  tables={[
                    tableOf('Entry', ENTRY_COLUMNS, () => [entry]),
                    ...(rating
                      ? [tableOf('Status history', STEP_COLUMNS, () => rating.history)]
                      : []),
                    ...(scales ? [tableOf('Other scales', SCALE_COLUMNS, () => scales)] : []),
                    tableOf('Decisions', DECISION_COLUMNS, () => decisions),
                  ]}
                />
              </header>
              <LedgerCard entry={entry} isOpen />
              {entry.kind === 'commitment' && (
                <section class="stack-section">
                  <h2>Conditions</h2>
                  <Conditions entry={entry} onChange={answer.again} />
                  <h2>How far it has come{status && <>: {status}</>}</h2>
                  {!status && <p>No status is known.</p>}
                  <History rating={rating} />
                  {scales && <Scales scales={scales} />}
                  <StatusForm entry={entry} onChange={answer.again} />
                </section>
              )}
              <section class="stack-section">
                <h2>Decisions</h2>
                <DecisionLog decisions={decisions} onChange={answer.again} />
              </section>
            </>
          );
        }}
      </AnswerView>
    </div>
  );
}
