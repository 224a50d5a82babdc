/**
 * Conditions: all that waits on one of them, its state with its evidence, and setting the state for
 * every commitment that names it.
 * @module
 */
import type { Board, BoardCondition, BoardEntry, ConditionState, WhatIf } from '@onrecord/record';
import { AnswerView } from '../../component/answer-view.tsx';
import { Words } from '../../component/article-text.tsx';
import { EvidenceQuote } from '../../component/evidence-quote.tsx';
import { ExportMenu } from '../../component/export-menu.tsx';
import { Count, ListHead } from '../../component/list-head.tsx';
import { describeCount } from '../../component/record-head.tsx';
import { tell } from '../../component/toast.tsx';
import { VirtualList } from '../../component/virtual-list.tsx';
import { client } from '../../connection/client.ts';
import { sendDecision } from '../../connection/decide.ts';
import { useAnswer } from '../../connection/use-answer.ts';
import { BOARD_COLUMNS } from '../../export/board-columns.ts';
import { CONDITION_COLUMNS } from '../../export/list-columns.ts';
import { pathOf, place } from '../../route.ts';
import { describeDate } from '../../words/date.ts';
import {
  describeCondition,
  describeStance,
  nameCondition,
  shortenText,
} from '../../words/describe-entry.ts';
import { factsOfLedger } from '../../words/ledger-entry.ts';
import { LoopDrawing } from '../dossier/loop-drawing.tsx';
import { CONDITION_STATES } from '../dossier/outcome.ts';

function Waiting({ entry, conditionKey }: { entry: BoardEntry; conditionKey: string }) {
  const mine = entry.conditions.filter(({ key }) => key === conditionKey);
  const others = entry.conditions.length - mine.length;
  const [evidence] = entry.evidence;
  const [commitmentId] = entry.commitmentIds;
  return (
    <li class="line-item">
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
    </li>
  );
}

/** The ids, in the ledger, of a board's condition: one for each commitment that names it. */
async function listConditionIds(condition: BoardCondition, entries: readonly BoardEntry[]) {
  const ids = new Set<string>();
  for (const { conditions, commitmentIds } of entries) {
    const quotes = conditions.filter(({ key }) => key === condition.key);
    for (const id of commitmentIds) {
      const { entry } = await client.getEntry({ path: { id } });
      if (entry.kind !== 'commitment') continue;
      const { cut } = factsOfLedger(entry);
      for (const known of entry.commitment.conditions)
        if (quotes.some(({ quote }) => quote === cut([known.span]))) ids.add(known.id);
    }
  }
  return ids;
}

interface StateFormProps {
  condition: BoardCondition;
  entries: readonly BoardEntry[];
  onChange: () => void;
}

function StateForm({ condition, entries, onChange }: StateFormProps) {
  const send = async (form: HTMLFormElement) => {
    const values = new FormData(form);
    const text = (key: string) => String(values.get(key) ?? '').trim();
    const on = text('on');
    const url = text('url');
    let count = 0;
    for (const conditionId of await listConditionIds(condition, entries)) {
      const decided = await sendDecision({
        kind: 'set-condition',
        conditionId,
        state: text('state') as ConditionState,
        reason: text('reason'),
        ...(on ? { on } : {}),
        ...(url ? { evidence: { url } } : {}),
      });
      if (!decided) return;
      count += 1;
    }
    tell(`The state is set in ${describeCount(count, 'commitment')}`);
    onChange();
  };
  return (
    <details class="versions">
      <summary>Set its state</summary>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send(event.currentTarget);
        }}
      >
        <label>
          State
          <select name="state">
            {CONDITION_STATES.map((state) => (
              <option key={state} selected={state === condition.state}>
                {state}
              </option>
            ))}
          </select>
        </label>
        <label>
          Since
          <input type="date" name="on" />
        </label>
        <label>
          Because
          <input name="reason" required autocomplete="off" />
        </label>
        <label>
          Address of the evidence
          <input type="url" name="url" placeholder="https://" autocomplete="off" />
        </label>
        <p class="hint">It is set in every commitment that names this condition.</p>
        <div class="row">
          <button type="submit" class="primary">
            Set
          </button>
        </div>
      </form>
    </details>
  );
}

interface PageProps {
  condition: BoardCondition;
  board: Board;
  whatIf: WhatIf;
  onChange: () => void;
}

/** The positions that name a condition: those that wait on little else first. */
function listNaming(board: Board, { key }: BoardCondition): BoardEntry[] {
  return board.rows
    .flatMap((row) => row.cells.flatMap((cell) => cell.entries))
    .filter(({ conditions }) => conditions.some((one) => one.key === key))
    .sort((a, b) => a.conditions.length - b.conditions.length);
}

function ConditionPage({ condition, board, whatIf, onChange }: PageProps) {
  const byId = new Map(whatIf.entries.map(({ entry }) => [entry.id, entry]));
  const naming = listNaming(board, condition);
  const waiting = naming.filter(({ supersededBy }) => supersededBy === undefined);
  const replaced = naming.filter(({ supersededBy }) => supersededBy !== undefined);
  const loops = whatIf.loops.filter(({ links }) =>
    links.some((link) => link.condition.key === condition.key),
  );
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
          name="onrecord-condition"
          columns={BOARD_COLUMNS}
          getRows={() => naming.map((entry) => ({ entry }))}
        />
      </header>
      {condition.evidence.map((evidence, at) => (
        <EvidenceQuote key={at} evidence={evidence} />
      ))}
      <StateForm condition={condition} entries={naming} onChange={onChange} />
      <section class="stack-section">
        <h2>What waits on it</h2>
        <p class="hint">Those that wait on nothing else stand first.</p>
        <ul class="plain-list">
          {waiting.map((entry) => (
            <Waiting key={entry.id} entry={entry} conditionKey={condition.key} />
          ))}
        </ul>
      </section>
      {0 < replaced.length && (
        <section class="stack-section">
          <h2>Replaced by a later position</h2>
          <ul class="plain-list">
            {replaced.map((entry) => (
              <Waiting key={entry.id} entry={entry} conditionKey={condition.key} />
            ))}
          </ul>
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
  const answer = useAnswer(`condition ${key}`, async (signal) => {
    const [board, whatIf] = await Promise.all([
      client.getBoard({ query: scope, signal }),
      client.getWhatIf({ query: { ...scope, if: [] }, signal }),
    ]);
    return { condition: board.conditions.find(({ key }) => key === conditionKey), board, whatIf };
  });
  return (
    <div class="page">
      <AnswerView answer={answer} what="the condition">
        {({ condition, board, whatIf }) =>
          condition ? (
            <ConditionPage
              condition={condition}
              board={board}
              whatIf={whatIf}
              onChange={answer.again}
            />
          ) : (
            <p class="nothing">
              No position names the condition “{conditionKey}”. See{' '}
              <a href="/conditions">all conditions</a>.
            </p>
          )
        }
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
              {condition.type === 'other' ? '' : condition.type.replaceAll('-', ' ')}
            </span>
            <span>
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
          name="onrecord-conditions"
          columns={CONDITION_COLUMNS}
          getRows={() => (answer.value?.items ?? []) as BoardCondition[]}
        />
      </header>
      <AnswerView answer={answer} what="the conditions">
        {({ items }) => <ConditionList items={items as BoardCondition[]} />}
      </AnswerView>
    </div>
  );
}
