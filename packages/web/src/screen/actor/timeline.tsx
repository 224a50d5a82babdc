/**
 * An actor's entries plotted over time: a lane a stance. Each point is a link to its words and a
 * stop of the keyboard; the span shown is chosen by dates, by buttons, or by drawing over it, and
 * stands in the address bar.
 * @module
 */
import { useMemo, useRef, useState } from 'preact/hooks';
import { hrefOfEntry } from '../../component/ledger-card.tsx';
import { describeCount } from '../../component/record-head.tsx';
import { writeQuery } from '../../route.ts';
import { describeDate } from '../../words/date.ts';
import { describeEntryLine } from '../../words/describe-entry.ts';
import { factsOfLedger, type LedgerEntry } from '../../words/ledger-entry.ts';
import { spellUnseen } from '../../words/split-control.ts';
import {
  assemblePoints,
  dateOfDay,
  findDay,
  findTicks,
  LANES,
  type PlotPoint,
} from './plot-points.ts';
import { StanceShape } from './stance-shape.tsx';

const WIDTH = 1200;
const LEFT = 104;
const LANE_HEIGHT = 48;
const STACK_PX = 9;
/** Points of one day and lane above this level would lie on one another: a number stands for them. */
const STACK_LIMIT = 2;
/** More points than this in one view blur into one another; a narrower span shows them. */
const POINT_LIMIT = 600;

interface Range {
  from: number;
  to: number;
}

function rangeOf(points: readonly PlotPoint[], query: URLSearchParams): Range {
  const days = points.map(({ day }) => day);
  const first = days.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const last = days.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const margin = Math.max(2, Math.round((last - first) * 0.03));
  const from = findDay(query.get('from') ?? undefined) ?? first - margin;
  const to = findDay(query.get('to') ?? undefined) ?? last + margin;
  return from < to ? { from, to } : { from: to - 1, to: from + 1 };
}

function writeRange(range: Range | null): void {
  writeQuery({
    from: range && dateOfDay(range.from),
    to: range && dateOfDay(range.to),
  });
}

function ZoomTools({ range }: { range: Range }) {
  const zoom = (factor: number) => {
    const middle = (range.from + range.to) / 2;
    const half = Math.max(1, ((range.to - range.from) / 2) * factor);
    writeRange({ from: middle - half, to: middle + half });
  };
  return (
    <div class="row zoom-tools">
      <button type="button" onClick={() => zoom(0.5)}>
        Zoom in
      </button>
      <button type="button" onClick={() => zoom(2)}>
        Zoom out
      </button>
      <button type="button" onClick={() => writeRange(null)}>
        Whole span
      </button>
      {(['from', 'to'] as const).map((end) => (
        <label key={end}>
          {end === 'from' ? 'From' : 'To'}{' '}
          <input
            type="date"
            value={dateOfDay(range[end])}
            onChange={(event) => writeQuery({ [end]: event.currentTarget.value || null })}
          />
        </label>
      ))}
    </div>
  );
}

interface PlotProps {
  points: readonly PlotPoint[];
  range: Range;
  lanes: readonly (typeof LANES)[number][];
}

/** Drawing over the plot chooses the span between the two ends. */
function useBrush(range: Range) {
  const [brush, setBrush] = useState<{ from: number; to: number } | null>(null);
  const svg = useRef<SVGSVGElement>(null);
  const dayAt = (event: PointerEvent) => {
    const box = svg.current?.getBoundingClientRect();
    const x = box ? ((event.clientX - box.left) / box.width) * WIDTH : LEFT;
    return range.from + ((x - LEFT) / (WIDTH - LEFT)) * (range.to - range.from);
  };
  return {
    svg,
    brush,
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0 || (event.target as Element).closest('a')) return;
      const day = dayAt(event);
      setBrush({ from: day, to: day });
    },
    onPointerMove: (event: PointerEvent) => {
      const to = dayAt(event);
      setBrush((before) => before && { ...before, to });
    },
    onPointerUp: () => {
      const days = brush && Math.abs(brush.to - brush.from);
      if (brush && days !== null && 1 <= days)
        writeRange({ from: Math.min(brush.from, brush.to), to: Math.max(brush.from, brush.to) });
      setBrush(null);
    },
    onPointerLeave: () => setBrush(null),
  };
}

function Plot({ points, range, lanes }: PlotProps) {
  const height = lanes.length * LANE_HEIGHT + 28;
  const x = (day: number) =>
    LEFT + ((day - range.from) / (range.to - range.from)) * (WIDTH - LEFT - 12);
  const y = (point: PlotPoint) =>
    (lanes.indexOf(point.lane) + 1) * LANE_HEIGHT - 12 - point.level * STACK_PX;
  const { svg, brush, ...handlers } = useBrush(range);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a fieldset
    <svg
      ref={svg}
      class="timeline"
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="group"
      aria-label="Positions over time"
      {...handlers}
    >
      {lanes.map((lane, at) => (
        <g key={lane} transform={`translate(0 ${(at + 1) * LANE_HEIGHT})`}>
          <line class="lane-line" x1={LEFT} x2={WIDTH} y1={0} y2={0} />
          <g transform="translate(10 -12)">
            <StanceShape lane={lane} />
          </g>
          <text x={24} y={-8}>
            {lane}
          </text>
        </g>
      ))}
      {findTicks(range.from, range.to).map(({ day, label }) => (
        <g key={day} transform={`translate(${x(day)} 0)`}>
          <line class="tick-line" y1={0} y2={height - 26} />
          <text y={height - 10} text-anchor="middle">
            {label}
          </text>
        </g>
      ))}
      {points.map((point) => (
        <g key={point.entry.id} transform={`translate(${x(point.day).toFixed(1)} ${y(point)})`}>
          <Point point={point} />
          {point.level === STACK_LIMIT && STACK_LIMIT + 1 < point.stack && (
            <text class="stack-count" y={-7} text-anchor="middle">
              +{point.stack - STACK_LIMIT - 1}
            </text>
          )}
        </g>
      ))}
      {brush && (
        <rect
          class="brush"
          x={Math.min(x(brush.from), x(brush.to))}
          width={Math.abs(x(brush.to) - x(brush.from))}
          y={0}
          height={height - 26}
        />
      )}
    </svg>
  );
}

/** One point, with its words as its name: they are the same wherever it stands. */
function Point({ point }: { point: PlotPoint }) {
  return useMemo(() => {
    const label = labelOf(point);
    return (
      <a href={hrefOfEntry(point.entry)} aria-label={label}>
        <circle class="hit" r={11} />
        <StanceShape lane={point.lane} />
        <title>{label}</title>
      </a>
    );
  }, [point]);
}

function labelOf({ entry, day }: PlotPoint): string {
  return spellUnseen(`${describeDate(dateOfDay(day))}: ${describeEntryLine(factsOfLedger(entry))}`);
}

/** Draw entries over time. */
export function Timeline({
  entries,
  query,
}: {
  entries: readonly LedgerEntry[];
  query: URLSearchParams;
}) {
  const points = useMemo(() => assemblePoints(entries), [entries]);
  if (points.length === 0) return <p class="nothing">None of these entries has a date.</p>;
  const range = rangeOf(points, query);
  const inside = points.filter(({ day }) => range.from <= day && day <= range.to);
  const drawn = inside.filter(({ level }) => level <= STACK_LIMIT);
  const lanes = LANES.filter((lane) => points.some((point) => point.lane === lane));
  const undated = entries.length - points.length;
  return (
    <figure class="timeline-figure">
      <ZoomTools range={range} />
      <Plot points={drawn.slice(0, POINT_LIMIT)} range={range} lanes={lanes} />
      <figcaption class="hint">
        {describeCount(inside.length, 'entry', 'entries')} in this span
        {drawn.length < inside.length && '; a number stands for further ones of one day'}
        {POINT_LIMIT < drawn.length && `; the newest ${POINT_LIMIT} drawn: choose a narrower span`}
        {0 < undated && `; ${undated} without a date are in the list only`}
      </figcaption>
    </figure>
  );
}
