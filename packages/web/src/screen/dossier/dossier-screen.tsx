/**
 * A dossier: its board, what becomes of it under assumed states, its shifts and its utterances.
 * @module
 */
import type { Dossier } from '@onrecord/api/client';
import type { Board, BoardEntry, Shift, WhatIf } from '@onrecord/record';
import { AnswerView } from '../../component/answer-view.tsx';
import { Words } from '../../component/article-text.tsx';
import { ExportMenu } from '../../component/export-menu.tsx';
import { describeCount } from '../../component/record-head.tsx';
import { Tabs } from '../../component/tabs.tsx';
import { client } from '../../connection/client.ts';
import { type Answer, useAnswer } from '../../connection/use-answer.ts';
import { listAll } from '../../connection/use-pages.ts';
import { BOARD_COLUMNS, type BoardLine, SHIFT_COLUMNS } from '../../export/board-columns.ts';
import { place } from '../../route.ts';
import { describeRange } from '../../words/date.ts';
import { UtteranceList } from '../utterance/utterance-screen.tsx';
import { BoardTable } from './board-table.tsx';
import { ConditionSwitches, readAssumed } from './condition-switches.tsx';
import { ShiftView } from './shift-view.tsx';
import { WhatIfView } from './what-if-view.tsx';

const listBoardEntries = (board: Board): BoardEntry[] =>
  board.rows.flatMap((row) => row.cells.flatMap((cell) => cell.entries));

function linesOf(board: Board, whatIf: WhatIf | null): BoardLine[] {
  const outcomes = new Map(whatIf?.entries.map(({ entry, outcome }) => [entry.id, outcome]));
  return listBoardEntries(board).map((entry) => ({ entry, outcome: outcomes.get(entry.id) }));
}

interface HeadProps {
  dossier: Dossier;
  board: Board | null;
  whatIf: WhatIf | null;
  shifts: readonly Shift[];
}

function Head({ dossier, board, whatIf, shifts }: HeadProps) {
  const isShifts = place.value.query.get('view') === 'shifts';
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
      {board && !isShifts && (
        <ExportMenu
          name="onrecord-board"
          columns={BOARD_COLUMNS}
          getRows={() => linesOf(board, whatIf)}
        />
      )}
      {isShifts && (
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
  whatIf: Answer<WhatIf>;
  known: Answer<WhatIf>;
  shifts: Answer<Shift[]>;
}

function BoardPage({ board, whatIf, known, shifts }: BoardPageProps) {
  const assumed = readAssumed(place.value.query);
  const isAssumed = 0 < Object.keys(assumed).length;
  return (
    <div class="with-side">
      <aside>
        <ConditionSwitches conditions={board.conditions} assumed={assumed} />
      </aside>
      <div>
        <Banner assumedCount={Object.keys(assumed).length} />
        <BoardTable
          board={board}
          whatIf={isAssumed ? whatIf.value : null}
          known={known.value}
          shifts={shifts.value ?? []}
        />
      </div>
    </div>
  );
}

function OutcomePage({ board, whatIf, known }: Omit<BoardPageProps, 'shifts'>) {
  const assumed = readAssumed(place.value.query);
  return (
    <div class="with-side">
      <aside>
        <ConditionSwitches conditions={board.conditions} assumed={assumed} />
      </aside>
      <div>
        <Banner assumedCount={Object.keys(assumed).length} />
        <AnswerView answer={whatIf} what="what would follow">
          {(value) => <WhatIfView whatIf={value} known={known.value} />}
        </AnswerView>
      </div>
    </div>
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

/** Draw a dossier. */
export function DossierScreen({ id }: { id: string }) {
  const scope = { dossier: id };
  const assumed = readAssumed(place.value.query);
  const assumptions = Object.entries(assumed).map(([key, state]) => `${key}=${state}`);
  const dossier = useAnswer(`dossier ${id}`, (signal) =>
    client.getDossier({ path: { id }, signal }),
  );
  const board = useAnswer(`board ${id}`, (signal) => client.getBoard({ query: scope, signal }));
  const key = 0 < assumptions.length ? `what-if ${id} ${assumptions.join(' ')}` : null;
  const asked = useAnswer(key, (signal) =>
    client.getWhatIf({ query: { ...scope, if: assumptions }, signal }),
  );
  const known = useAnswer(`what is known ${id}`, (signal) =>
    client.getWhatIf({ query: { ...scope, if: [] }, signal }),
  );
  const whatIf = key === null ? known : asked;
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
          <BoardPage board={value} whatIf={whatIf} known={known} shifts={shifts} />
        ),
    },
    {
      value: 'outcomes',
      label: 'What if',
      render: () => <OutcomePage board={value} whatIf={whatIf} known={known} />,
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
    <div class="page page-wide">
      <AnswerView answer={dossier} what="the dossier">
        {(value) => (
          <Head
            dossier={value}
            board={board.value}
            whatIf={whatIf.value}
            shifts={shifts.value ?? []}
          />
        )}
      </AnswerView>
      <AnswerView answer={board} what="the board">
        {(value) => <Tabs label="Views of the dossier" items={tabs(value)} />}
      </AnswerView>
    </div>
  );
}
