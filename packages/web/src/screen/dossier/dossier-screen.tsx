/**
 * A dossier: its board, what becomes of it under assumed states, its shifts and its utterances.
 * @module
 */
import type { Dossier } from '@onrecord/api/client';
import type { Board, BoardEntry, Shift, WhatIf } from '@onrecord/record';
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
import { BOARD_COLUMNS, type BoardLine, SHIFT_COLUMNS } from '../../export/board-columns.ts';
import { place } from '../../route.ts';
import { describeRange } from '../../words/date.ts';
import { UtteranceList } from '../utterance/utterance-screen.tsx';
import { listOutcomes } from './assume-locally.ts';
import { BoardTable } from './board-table.tsx';
import { ConditionSwitches, readAssumed } from './condition-switches.tsx';
import { ShiftView } from './shift-view.tsx';
import { type Following, useWhatIf } from './use-what-if.ts';
import { WhatIfView } from './what-if-view.tsx';

const listBoardEntries = (board: Board): BoardEntry[] =>
  board.rows.flatMap((row) => row.cells.flatMap((cell) => cell.entries));

function linesOf(board: Board, whatIf: WhatIf | null): BoardLine[] {
  const outcomes = listOutcomes(whatIf);
  return listBoardEntries(board).map((entry) => ({ entry, outcome: outcomes.get(entry.id) }));
}

interface HeadProps {
  dossier: Dossier;
  board: Board | null;
  whatIf: WhatIf | null;
  shifts: readonly Shift[];
}

function Head({ dossier, board, whatIf, shifts }: HeadProps) {
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
            {describeCount(listBoardEntries(board).length, 'position')} of{' '}
            {describeCount(board.rows.length, 'party', 'parties')} in{' '}
            {describeCount(board.articleCount, 'article')} from{' '}
            {describeCount(board.originCount, 'independent origin')}
            {board.between && `, ${describeRange(board.between.from, board.between.to)}`}
          </p>
        )}
      </div>
      {board && view !== 'shifts' && view !== 'utterances' && (
        <ExportMenu
          name="onrecord-board"
          columns={BOARD_COLUMNS}
          getRows={() => linesOf(board, whatIf)}
        />
      )}
      {view === 'shifts' && (
        <ExportMenu name="onrecord-shifts" columns={SHIFT_COLUMNS} getRows={() => shifts} />
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
  const board = useAnswer(`board ${id}`, (signal) => client.getBoard({ query: scope, signal }));
  const following = useWhatIf(id, { isWhole: place.value.query.get('view') === 'outcomes' });
  const shifts = useAnswer(`shifts ${id}`, () =>
    listAll<Shift>((cursor, signal) =>
      client.listShifts({ query: { ...scope, cursor, limit: 200 }, signal }),
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
        {(value) => (
          <Head
            dossier={value}
            board={board.value}
            whatIf={following.shown}
            shifts={shifts.value ?? NO_SHIFTS}
          />
        )}
      </AnswerView>
      <AnswerView answer={board} what="the board">
        {(value) => <Tabs label="Views of the dossier" items={tabs(value)} />}
      </AnswerView>
    </div>
  );
}
