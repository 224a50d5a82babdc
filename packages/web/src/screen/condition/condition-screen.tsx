/**
 * Conditions: all that waits on one of them, its state with its evidence, and setting the state for
 * every commitment that names it.
 * @module
 */

import type { ConditionView } from '@onrecord/api/client';
import type { BoardCondition, BoardEntry, Evidence } from '@onrecord/record';
import { AnswerView } from '../../component/answer-view.tsx';
import { Words } from '../../component/article-text.tsx';
import { EvidenceQuote } from '../../component/evidence-quote.tsx';
import { ExportMenu } from '../../component/export-menu.tsx';
import { Count, ListHead } from '../../component/list-head.tsx';
import { describeCount } from '../../component/record-head.tsx';
import { SetForm } from '../../component/set-form.tsx';
import { StatePanel } from '../../component/state-panel.tsx';
import { tell } from '../../component/toast.tsx';
import { VirtualList } from '../../component/virtual-list.tsx';
import { client } from '../../connection/client.ts';
import { sendDecisions } from '../../connection/decide.ts';
import { useAnswer } from '../../connection/use-answer.ts';
import { BOARD_COLUMNS } from '../../export/board-columns.ts';
import { columnsOfEvidence, tableOf } from '../../export/column.ts';
import { CONDITION_COLUMNS } from '../../export/list-columns.ts';
import { pathOf, place } from '../../route.ts';
import { useTitle } from '../../title.ts';
import { describeDate } from '../../words/date.ts';
import {
  describeCondition,
  describeConditionType,
  describeStance,
  nameCondition,
  shortenText,
} from '../../words/describe-entry.ts';
import { LoopDrawing } from '../dossier/loop-drawing.tsx';
import { CONDITION_STATES } from '../dossier/outcome.ts';

const EVIDENCE_COLUMNS = columnsOfEvidence<Evidence>((evidence) => evidence);

interface WaitingListProps {
  entries: readonly BoardEntry[];
  conditionKey: string;
  label: string;
}

function WaitingList({ entries, conditionKey, label }: WaitingListProps) {
  return (
    <VirtualList
      items={entries}
      itemKey={({ id }) => id}
      estimate={170}
      label={label}
      render={(entry) => <Waiting entry={entry} conditionKey={conditionKey} />}
    />
  );
}

function Waiting({ entry, conditionKey }: { entry: BoardEntry; conditionKey: string }) {
  const mine = entry.conditions.filter(({ key }) => key === conditionKey);
  const others = entry.conditions.length - mine.length;
  const [evidence] = entry.evidence;
  const [commitmentId] = entry.commitmentIds;
  return (
    <article class="line-item">
      <p>
        <strong>
          <Words text={entry.party.name} />
        </strong>{' '}
        {describeStance(entry.party.name, entry)}{' '}
        <a
          class="board-action"
          {...(commitmentId ? { href: pathOf('commitments', commitmentId) } : {})}
        >
          <Words text={shortenText(entry.action || entry.cue, 140)} />
        </a>
      </p>
      <p>
        {mine.map((condition) => (
          <span key={condition.connective} class="field-mark" data-field="condition">
            <Words text={describeCondition(condition)} />
          </span>
        ))}{' '}
        <span class="hint">
          {others === 0 ? 'and nothing else' : `and ${describeCount(others, 'other condition')}`}
        </span>
      </p>
      {evidence && <EvidenceQuote evidence={evidence} limit={260} />}
    </article>
  );
}

interface StateFormProps {
  condition: BoardCondition;
  onChange: () => void;
}

function StateForm({ condition, onChange }: StateFormProps) {
  const { conditionIds } = condition;
  return (
    <SetForm
      summary="Set its state"
      label="State"
      values={CONDITION_STATES}
      chosen={condition.state}
      onSet={async ({ value: state, ...why }) => {
        const made = await sendDecisions(
          conditionIds.map((conditionId) => ({
            kind: 'set-condition',
            conditionId,
            state,
            ...why,
          })),
        );
        if (!made) return;
        tell(`The state is set in ${describeCount(made.length, 'commitment')}`);
        onChange();
      }}
    >
      <p class="hint">
        It is set in {describeCount(conditionIds.length, 'commitment')}: all that name this
        condition.
      </p>
    </SetForm>
  );
}

interface PageProps {
  view: ConditionView;
  onChange: () => void;
}

function ConditionPage({ view, onChange }: PageProps) {
  const { condition, loops } = view;
  useTitle(nameCondition(condition));
  const byId = new Map(view.looped.map((entry) => [entry.id, entry]));
  // Those that wait on little else stand first.
  const naming = [...view.entries].sort((a, b) => a.conditions.length - b.conditions.length);
  const waiting = naming.filter(({ supersededBy }) => supersededBy === undefined);
  const replaced = naming.filter(({ supersededBy }) => supersededBy !== undefined);
  return (
    <>
      <header class="record-head">
        <div>
          <h1>
            <Words text={nameCondition(condition)} />
          </h1>
          <p class="counts">
            <span class="badge" data-state={condition.state}>
              {condition.state}
            </span>{' '}
            {condition.since && `since ${describeDate(condition.since)} · `}
            {describeCount(waiting.length, 'position waits', 'positions wait')} on it
            {0 < replaced.length && `, ${replaced.length} once did`}
          </p>
        </div>
        <ExportMenu
          name="condition"
          tables={[
            tableOf('Positions', BOARD_COLUMNS, () => naming.map((entry) => ({ entry }))),
            tableOf('The condition', CONDITION_COLUMNS, () => [condition]),
            tableOf('Its evidence', EVIDENCE_COLUMNS, () => condition.evidence),
          ]}
        />
      </header>
      {condition.evidence.map((evidence, at) => (
        <EvidenceQuote key={at} evidence={evidence} />
      ))}
      <StateForm condition={condition} onChange={onChange} />
      <section class="stack-section">
        <h2>What waits on it</h2>
        <p class="hint">Those that wait on nothing else stand first.</p>
        <WaitingList entries={waiting} conditionKey={condition.key} label="What waits on it" />
      </section>
      {0 < replaced.length && (
        <section class="stack-section">
          <h2>Replaced by a later position</h2>
          <WaitingList
            entries={replaced}
            conditionKey={condition.key}
            label="Replaced by a later position"
          />
        </section>
      )}
      {0 < loops.length && (
        <section class="loops">
          <h2>Waiting for one another</h2>
          {loops.map((loop, index) => (
            <LoopDrawing key={index} loop={loop} entries={byId} index={index} />
          ))}
        </section>
      )}
    </>
  );
}

function scopeOf(): { dossier?: string } {
  const dossier = place.value.query.get('dossier');
  return dossier ? { dossier } : {};
}

/** Draw one condition. */
export function ConditionScreen({ conditionKey }: { conditionKey: string }) {
  const scope = scopeOf();
  const key = `${conditionKey} ${scope.dossier ?? ''}`;
  const answer = useAnswer(`condition ${key}`, (signal) =>
    client.getCondition({ path: { id: conditionKey }, query: scope, signal }),
  );
  if (answer.trouble?.code === 'not-in-ledger')
    return (
      <div class="page">
        <StatePanel title="Nothing waits on it" level={1}>
          <p>
            No position names the condition “{conditionKey}”
            {scope.dossier ? ' in this dossier' : ''}. See <a href="/conditions">all conditions</a>.
          </p>
        </StatePanel>
      </div>
    );
  return (
    <div class="page">
      <AnswerView answer={answer} what="the condition and what waits on it">
        {(view) => <ConditionPage view={view} onChange={answer.again} />}
      </AnswerView>
    </div>
  );
}

function ConditionList({ items }: { items: readonly BoardCondition[] }) {
  if (items.length === 0)
    return (
      <p class="nothing">
        No position names a condition yet. Articles come in under <a href="/import">Import</a>.
      </p>
    );
  const sorted = [...items].sort((a, b) => b.entryIds.length - a.entryIds.length);
  return (
    <>
      <ListHead names={['Condition', 'About', 'State', 'Positions']} />
      <VirtualList
        items={sorted}
        itemKey={({ key }) => key}
        estimate={46}
        label="Conditions, those that most positions name first"
        render={(condition) => (
          <div class="list-line">
            <a href={pathOf('conditions', condition.key)}>
              <Words text={nameCondition(condition)} />
            </a>
            <span class="hint">
              {condition.type === 'other' ? '' : describeConditionType(condition.type)}
            </span>
            <span data-keeps={condition.state === 'open' ? undefined : ''}>
              <span class="badge" data-state={condition.state}>
                {condition.state}
              </span>
            </span>
            <Count value={condition.entryIds.length} of="position" />
          </div>
        )}
      />
    </>
  );
}

/** Draw the list of conditions, those on which most waits first. */
export function ConditionsScreen() {
  const scope = scopeOf();
  const answer = useAnswer(`conditions ${scope.dossier}`, (signal) =>
    client.listConditions({ query: scope, signal }),
  );
  return (
    <div class="page">
      <header class="record-head">
        <div>
          <h1>Conditions</h1>
          <p class="lead">What positions wait for, and what is known of it.</p>
        </div>
        <ExportMenu
          name="conditions"
          tables={[
            tableOf(
              'Conditions',
              CONDITION_COLUMNS,
              () => (answer.value?.items ?? []) as BoardCondition[],
            ),
          ]}
        />
      </header>
      <AnswerView answer={answer} what="the conditions">
        {({ items }) => <ConditionList items={items as BoardCondition[]} />}
      </AnswerView>
    </div>
  );
}
