/**
 * The board of a dossier: party × stance. An empty cell says which kind of empty it is: refused,
 * asked and declined, or nothing found in so many articles.
 * @module
 */
import {
  type Board,
  type BoardBlank,
  type BoardCell,
  type BoardEntry,
  type BoardRow,
  describeReports,
  listReasons,
  type Party,
  type Shift,
  STANCES,
  type Stance,
  type WhatIf,
  type WhatIfOutcome,
} from '@onrecord/record';
import { useMemo } from 'preact/hooks';
import { Words } from '../../component/article-text.tsx';
import { hrefOfEvidence } from '../../component/evidence-quote.tsx';
import { describeCount } from '../../component/record-head.tsx';
import { LoadingPanel } from '../../component/state-panel.tsx';
import { useLimit } from '../../component/use-limit.tsx';
import { pathOf } from '../../route.ts';
import { describeDate, describeRange } from '../../words/date.ts';
import { BASIS_LABELS, shortenText } from '../../words/describe-entry.ts';
import { listOutcomes } from './assume-locally.ts';
import { ConditionChips } from './condition-chip.tsx';
import { describeShift, groupShifts, listShiftsOf, type ShiftsByEnd } from './describe-shift.ts';
import { listChanges, OUTCOME_LABELS } from './outcome.ts';

/** So many parties are drawn at once: some 300 cells, which a table lays out in a frame. */
const PORTION = 40;
/** So many positions of a cell; a party that is reported every day has hundreds. */
const CELL_PORTION = 8;

interface EntryProps {
  entry: BoardEntry;
  outcome: WhatIfOutcome | undefined;
  /** What it is without the assumptions, where that differs. */
  was: WhatIfOutcome | undefined;
  shifts: readonly Shift[];
}

function dueOf({ deadline }: BoardEntry): string | null {
  if (!deadline) return null;
  return deadline.by ? `by ${describeDate(deadline.by)}` : deadline.quote;
}

/** Draw one position as it stands in a cell. */
function Entry({ entry, outcome, was, shifts }: EntryProps) {
  const [commitmentId] = entry.commitmentIds;
  const href = commitmentId ? pathOf('commitments', commitmentId) : undefined;
  const notes = [
    dueOf(entry),
    entry.saidOn && describeRange(entry.saidOn.from, entry.saidOn.to),
    entry.assertedBy && entry.assertedBy.key !== entry.party.key && `says ${entry.assertedBy.name}`,
    BASIS_LABELS[entry.basis],
    entry.isHedged && 'hedged',
    entry.isRepeated && 'said again',
    entry.supersededBy !== undefined && 'replaced by a later position',
    1 < entry.reportCount &&
      describeReports({
        placeCount: entry.evidence.length,
        articleCount: entry.reportCount,
        originCount: entry.originCount,
      }),
  ].filter((note) => typeof note === 'string');
  return (
    <div
      class="board-entry"
      data-outcome={outcome}
      data-superseded={entry.supersededBy === undefined ? undefined : ''}
    >
      {outcome && (
        <span class="outcome-tag">
          {OUTCOME_LABELS[outcome]}
          {was && `, was ${OUTCOME_LABELS[was]}`}
        </span>
      )}
      {shifts.map((shift) => (
        <a
          key={shift.later.evidence.articleId}
          class="shift-tag"
          href={hrefOfEvidence(shift.later.evidence)}
        >
          {describeShift(shift)}
        </a>
      ))}
      <a class="board-action" {...(href ? { href } : {})}>
        <Words text={shortenText(entry.action || entry.cue, 120)} />
      </a>
      <ConditionChips conditions={entry.conditions} />
      {entry.exceptions.map((exception) => (
        <p key={exception} class="exception-line">
          except <Words text={shortenText(exception, 80)} />
        </p>
      ))}
      <p class="board-notes">
        {notes.map((note) => (
          <span key={note} class="piece">
            <Words text={note} />
          </span>
        ))}
      </p>
    </div>
  );
}

/** The sign of a blank that rests on no words; so many of them would drown what was said. */
const NOTHING_FOUND = '–';

const BLANK_WORDS = { refused: 'refused', declined: 'asked, and declined to say' } as const;

/** Say once, for all cells, how much was looked through before "nothing found" was written. */
function SearchedCaption({ board }: { board: Board }) {
  const between = board.between ? `, ${describeRange(board.between.from, board.between.to)}` : '';
  return (
    <caption>
      <span class="caption-words">
        “{NOTHING_FOUND}”: nothing found in {describeCount(board.articleCount, 'article')} from{' '}
        {describeCount(board.originCount, 'independent origin')}
        {between}. “Refused” and “declined” rest on words.
      </span>
    </caption>
  );
}

function Blank({ blank, row }: { blank: BoardBlank; row: BoardRow }) {
  if (blank === 'nothing-found')
    return (
      <p class="board-blank" data-blank={blank}>
        <span aria-hidden="true">{NOTHING_FOUND}</span>
        <span class="sr-only">nothing found</span>
      </p>
    );
  const [evidence] = listReasons(row, blank);
  const words = BLANK_WORDS[blank];
  return (
    <p class="board-blank" data-blank={blank}>
      {evidence ? <a href={hrefOfEvidence(evidence)}>{words}</a> : words}
    </p>
  );
}

interface BoardTableProps {
  board: Board;
  whatIf: WhatIf | null;
  /** The same board without assumptions. */
  known: WhatIf | null;
  shifts: readonly Shift[];
}

interface AssumedProps {
  shifts: ShiftsByEnd;
  outcomes: ReadonlyMap<string, WhatIfOutcome>;
  /** What each entry is without the assumptions, where that differs. */
  changes: ReadonlyMap<string, WhatIfOutcome>;
}

interface PositionsProps extends AssumedProps {
  party: Party;
  cell: BoardCell;
}

/** Draw the positions of one cell, the newest first. */
function Positions({ party, cell, shifts, outcomes, changes }: PositionsProps) {
  const { shown, more } = useLimit(cell.entries, {
    portion: CELL_PORTION,
    what: 'positions',
    list: `positions ${party.key} ${cell.stance}`,
  });
  return (
    <>
      {shown.map((entry) => (
        <Entry
          key={entry.id}
          entry={entry}
          outcome={outcomes.get(entry.id)}
          was={changes.get(entry.id)}
          shifts={listShiftsOf(entry, shifts)}
        />
      ))}
      {more}
    </>
  );
}

interface RowProps extends AssumedProps {
  row: BoardRow;
  stances: readonly Stance[];
}

const isBlank = (cell: BoardCell | undefined): boolean =>
  cell?.entries.length === 0 && (cell.blank ?? 'nothing-found') === 'nothing-found';

/** Draw one party; anew only where a switch changes what becomes of one of its positions. */
function Row({ row, stances, shifts, outcomes, changes }: RowProps) {
  const entries = row.cells.flatMap((cell) => cell.entries);
  const state = entries.map(({ id }) => `${outcomes.get(id)} ${changes.get(id)}`).join();
  return useMemo(
    () => (
      <tr>
        <th scope="row">
          <a href={pathOf('actors', row.party.key)}>
            <Words text={row.party.name} />
          </a>
        </th>
        {stances.map((stance) => {
          const cell = row.cells.find((one) => one.stance === stance);
          return (
            <td key={stance} data-stance={stance} data-empty={isBlank(cell) ? '' : undefined}>
              {cell && <Positions party={row.party} {...{ cell, shifts, outcomes, changes }} />}
              {cell?.entries.length === 0 && cell.blank && (
                <Blank {...{ row, blank: cell.blank }} />
              )}
            </td>
          );
        })}
      </tr>
    ),
    [row, stances, shifts, state],
  );
}

const NOTHING: ReadonlyMap<string, WhatIfOutcome> = new Map();

function Heads({ stances }: { stances: readonly Stance[] }) {
  return (
    <thead>
      <tr>
        <th scope="col">Party</th>
        {stances.map((stance) => (
          <th key={stance} scope="col">
            {stance}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Draw the board before its positions are here: what it will be, and why it takes a moment. */
export function BoardWaiting() {
  return (
    <div class="table-scroll board-scroll board-waiting" aria-busy="true">
      <table class="board">
        <Heads stances={STANCES} />
        <tbody>
          <tr>
            <td colSpan={STANCES.length + 1}>
              <LoadingPanel what="Gathering every position, its reports and its conditions" />
              <p class="hint">The first look at a large dossier takes some seconds.</p>
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** Draw the board; under assumed states each position says what becomes of it. */
export function BoardTable({ board, whatIf, known, shifts }: BoardTableProps) {
  const { shown: rows, more } = useLimit(board.rows, { portion: PORTION, what: 'parties' });
  const byEnd = useMemo(() => groupShifts(shifts), [shifts]);
  const changes = useMemo(() => (whatIf ? listChanges(whatIf, known) : NOTHING), [whatIf, known]);
  const outcomes = useMemo(() => (whatIf ? listOutcomes(whatIf) : NOTHING), [whatIf]);
  return (
    <section
      class="table-scroll board-scroll"
      aria-label="Board"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls with the keyboard
      tabIndex={0}
      data-keeps-scroll
    >
      <table class="board">
        <SearchedCaption board={board} />
        <Heads stances={board.stances} />
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.party.key}
              row={row}
              stances={board.stances}
              {...{ shifts: byEnd, outcomes, changes }}
            />
          ))}
        </tbody>
      </table>
      {more}
    </section>
  );
}
