/**
 * A dossier: its board, what becomes of it under assumed states, its shifts and its utterances.
 * @module
 */

import type { Dossier } from '@onrecord/api/client';
import type { Board, Shift } from '@onrecord/record';
import type { ComponentChildren } from 'preact';
import { AnswerView, TroublePanel } from '../../component/answer-view.tsx';
import { Words } from '../../component/article-text.tsx';
import { ExportMenu } from '../../component/export-menu.tsx';
import { describeCount } from '../../component/record-head.tsx';
import { LoadingPanel } from '../../component/state-panel.tsx';
import { Tabs } from '../../component/tabs.tsx';
import { client } from '../../connection/client.ts';
import { useAnswer } from '../../connection/use-answer.ts';
import { listAll } from '../../connection/use-pages.ts';
import {
  BLANK_COLUMNS,
  BOARD_COLUMNS,
  blanksOfBoard,
  linesOfBoard,
  SHIFT_COLUMNS,
  TOTAL_COLUMNS,
} from '../../export/board-columns.ts';
import { type ExportTable, tableOf } from '../../export/column.ts';
import { CONDITION_COLUMNS } from '../../export/list-columns.ts';
import { place } from '../../route.ts';
import { useTitle } from '../../title.ts';
import { describeRange } from '../../words/date.ts';
import { UtteranceList } from '../utterance/utterance-screen.tsx';
import { BoardTable, BoardWaiting } from './board-table.tsx';
import { ConditionSwitches, readAssumed } from './condition-switches.tsx';
import { ShiftView } from './shift-view.tsx';
import { type Following, listAssumptions, useWhatIf } from './use-what-if.ts';
import { WhatIfView } from './what-if-view.tsx';

const countEntries = (board: Board): number =>
  board.rows.reduce(
    (sum, { cells }) => sum + cells.reduce((count, { entries }) => count + entries.length, 0),
    0,
  );

/** What the view that is shown exports. */
function tablesOf(board: Board, { dossier, shifts, view }: Shown): ExportTable[] {
  if (view === 'shifts') return [tableOf('Shifts', SHIFT_COLUMNS, () => shifts)];
  const assumed = listAssumptions(readAssumed(place.value.query));
  const ask = () => client.getWhatIf({ query: { dossier: dossier.id, if: assumed } });
  return [
    tableOf('Positions', BOARD_COLUMNS, async () => linesOfBoard(board, await ask())),
    ...(view === 'outcomes'
      ? [tableOf('Totals', TOTAL_COLUMNS, async () => (await ask()).totals)]
      : [tableOf('Blanks', BLANK_COLUMNS, () => blanksOfBoard(board))]),
    tableOf('Conditions', CONDITION_COLUMNS, () => board.conditions),
  ];
}

interface Shown {
  dossier: Dossier;
  shifts: readonly Shift[];
  view: string | null;
}

interface HeadProps {
  dossier: Dossier;
  board: Board | null;
  shifts: readonly Shift[];
}

function Head({ dossier, board, shifts }: HeadProps) {
  const view = place.value.query.get('view');
  return (
    <header class="record-head">
      <div>
        <h1>
          <Words text={dossier.name} />
        </h1>
        {dossier.question && (
          <p class="lead">
            <Words text={dossier.question} />
          </p>
        )}
        {board && (
          <p class="counts" role="status">
            {describeCount(countEntries(board), 'position')} of{' '}
            {describeCount(board.rows.length, 'party', 'parties')} in{' '}
            {describeCount(board.articleCount, 'article')} from{' '}
            {describeCount(board.originCount, 'independent origin')}
            {board.between && `, ${describeRange(board.between.from, board.between.to)}`}
          </p>
        )}
      </div>
      {board && view !== 'utterances' && (
        <ExportMenu name="dossier" tables={tablesOf(board, { dossier, shifts, view })} />
      )}
    </header>
  );
}

function Banner({ assumedCount }: { assumedCount: number }) {
  return (
    <p class="banner">
      {0 < assumedCount
        ? `${describeCount(assumedCount, 'state')} assumed. `
        : 'Conditions stand as they are known. '}
      This is a reading of stated conditions, not a forecast.
    </p>
  );
}

interface BoardPageProps {
  board: Board;
  following: Following;
  shifts: readonly Shift[];
}

/** The switches and the banner beside what they change. */
function Assuming({ board, children }: { board: Board; children: ComponentChildren }) {
  const assumed = readAssumed(place.value.query);
  return (
    <div class="with-side">
      <aside>
        <ConditionSwitches conditions={board.conditions} assumed={assumed} />
      </aside>
      <div>
        <Banner assumedCount={Object.keys(assumed).length} />
        {children}
      </div>
    </div>
  );
}

function BoardPage({ board, following, shifts }: BoardPageProps) {
  const { known, shown, isAssumed, trouble, again } = following;
  return (
    <Assuming board={board}>
      {isAssumed && trouble && <TroublePanel trouble={trouble} again={again} />}
      <BoardTable board={board} whatIf={isAssumed ? shown : null} known={known} shifts={shifts} />
    </Assuming>
  );
}

function OutcomePage({ board, following }: Omit<BoardPageProps, 'shifts'>) {
  const { known, shown, isWhole, trouble, again } = following;
  return (
    <Assuming board={board}>
      {trouble && <TroublePanel trouble={trouble} again={again} />}
      {!shown && !trouble && <LoadingPanel what="Loading what would follow" />}
      {shown && <WhatIfView whatIf={shown} known={known} isWhole={isWhole || trouble !== null} />}
    </Assuming>
  );
}

function EmptyBoard() {
  return (
    <p class="nothing">
      No position on this question was found yet. Articles come in under{' '}
      <a href="/import">Import</a>.
    </p>
  );
}

const NO_SHIFTS: readonly Shift[] = [];

/** Draw a dossier. */
export function DossierScreen({ id }: { id: string }) {
  const scope = { dossier: id };
  const dossier = useAnswer(`dossier ${id}`, (signal) =>
    client.getDossier({ path: { id }, signal }),
  );
  useTitle(dossier.value?.name ?? null);
  const board = useAnswer(`board ${id}`, (signal) => client.getBoard({ query: scope, signal }));
  const following = useWhatIf({
    dossier: id,
    board: board.value,
    isWhole: place.value.query.get('view') === 'outcomes',
  });
  // After the board: on a large dossier each of them keeps the ledger busy.
  const shifts = useAnswer(board.value && `shifts ${id}`, () =>
    listAll<Shift>((cursor, signal, limit) =>
      client.listShifts({ query: { ...scope, cursor, limit }, signal }),
    ),
  );
  const tabs = (value: Board) => [
    {
      value: 'board',
      label: 'Board',
      render: () =>
        value.rows.length === 0 ? (
          <EmptyBoard />
        ) : (
          <BoardPage board={value} following={following} shifts={shifts.value ?? NO_SHIFTS} />
        ),
    },
    {
      value: 'outcomes',
      label: 'What if',
      render: () => <OutcomePage board={value} following={following} />,
    },
    {
      value: 'shifts',
      label: `Shifts${shifts.value ? ` (${shifts.value.filter((s) => s.comparison.kind === 'shift').length})` : ''}`,
      render: () => (
        <AnswerView answer={shifts} what="the shifts">
          {(items) => <ShiftView shifts={items} scope={scope} />}
        </AnswerView>
      ),
    },
    {
      value: 'utterances',
      label: 'Reports compared',
      render: () => <UtteranceList dossier={id} />,
    },
  ];
  return (
    <div class="page page-wide page-board">
      <AnswerView answer={dossier} what="the dossier">
        {(value) => <Head dossier={value} board={board.value} shifts={shifts.value ?? NO_SHIFTS} />}
      </AnswerView>
      <AnswerView answer={board} what="the board" waiting={<BoardWaiting />}>
        {(value) => <Tabs label="Views of the dossier" items={tabs(value)} />}
      </AnswerView>
    </div>
  );
}
