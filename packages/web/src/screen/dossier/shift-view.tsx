/**
 * Shifts: one party's positions on one matter, the earlier beside the later, always with both
 * quotations. What cannot be compared says why.
 * @module
 */
import type { Position, Shift } from '@onrecord/record';
import { useState } from 'preact/hooks';
import { AnswerView } from '../../component/answer-view.tsx';
import { Words } from '../../component/article-text.tsx';
import { EvidenceQuote } from '../../component/evidence-quote.tsx';
import { ExportMenu } from '../../component/export-menu.tsx';
import { useLimit } from '../../component/use-limit.tsx';
import { client } from '../../connection/client.ts';
import { useAnswer } from '../../connection/use-answer.ts';
import { listAll } from '../../connection/use-pages.ts';
import { SHIFT_COLUMNS } from '../../export/board-columns.ts';
import { tableOf } from '../../export/column.ts';
import { describeRange } from '../../words/date.ts';
import { describeShift } from './describe-shift.ts';

/** So many pairs of quotations are drawn at once. */
const PORTION = 40;

function Side({ position }: { position: Position }) {
  return (
    <div>
      <p class="shift-side">
        <span class="badge">{position.stance}</span>{' '}
        {position.saidOn ? describeRange(position.saidOn.from, position.saidOn.to) : 'undated'}
      </p>
      <EvidenceQuote evidence={position.evidence} limit={280} />
    </div>
  );
}

function reasonOf({ comparison }: Shift): string {
  return comparison.kind === 'shift' ? comparison.because.join('; ') : '';
}

/** Draw one shift with both quotations. */
export function ShiftRow({ shift }: { shift: Shift }) {
  return (
    <article class="shift-row" data-kind={shift.comparison.kind}>
      <h3>
        <Words text={shift.party.name} /> <span class="shift-tag">{describeShift(shift)}</span>
      </h3>
      <p class="hint">
        <Words text={[shift.matter, reasonOf(shift)].filter(Boolean).join(' · ')} />
      </p>
      <div class="shift-sides">
        <Side position={shift.earlier} />
        <Side position={shift.later} />
      </div>
    </article>
  );
}

const keyOf = (shift: Shift) =>
  `${shift.earlier.evidence.commitmentId} ${shift.later.evidence.commitmentId}`;

function Rows({ shifts, what }: { shifts: readonly Shift[]; what: string }) {
  const { shown, more } = useLimit(shifts, { portion: PORTION, what });
  return (
    <>
      {shown.map((shift) => (
        <ShiftRow key={keyOf(shift)} shift={shift} />
      ))}
      {more}
    </>
  );
}

/** The pairs that cannot be compared, with the reason of each; asked for only when opened. */
function NotComparable({ scope }: { scope: ShiftScope }) {
  const [isOpen, setOpen] = useState(false);
  const pairs = useAnswer(isOpen ? `pairs ${JSON.stringify(scope)}` : null, () =>
    listAll<Shift>((cursor, signal, limit) =>
      client.listShifts({ query: { ...scope, all: 'true', cursor, limit }, signal }),
    ),
  );
  return (
    <details class="versions" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Pairs that cannot be compared, and why</summary>
      {isOpen && (
        <AnswerView answer={pairs} what="the pairs">
          {(items) => {
            const shown = items.filter(({ comparison }) => comparison.kind === 'not-comparable');
            return (
              <>
                <ExportMenu name="pairs" tables={[tableOf('Pairs', SHIFT_COLUMNS, () => shown)]} />
                <Rows shifts={shown} what="pairs" />
              </>
            );
          }}
        </AnswerView>
      )}
    </details>
  );
}

/** What shifts are asked for: those of a dossier, or of one party. */
export interface ShiftScope {
  dossier?: string;
  actor?: string[];
  party?: string;
}

/** Draw shifts, and on request the pairs that cannot be compared. */
export function ShiftView({ shifts, scope }: { shifts: readonly Shift[]; scope: ShiftScope }) {
  const real = shifts.filter(({ comparison }) => comparison.kind === 'shift');
  return (
    <>
      {real.length === 0 && <p class="nothing">No shift was found between comparable positions.</p>}
      <Rows shifts={real} what="shifts" />
      <NotComparable scope={scope} />
    </>
  );
}
