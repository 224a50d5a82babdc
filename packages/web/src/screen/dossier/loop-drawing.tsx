/**
 * Loops of mutual waiting, drawn: the parties in a ring, each with an arrow to the one it waits for,
 * the condition on the arrow. The same is said in words below the drawing.
 * @module
 */
import type { BoardEntry, WaitingLoop } from '@onrecord/record';
import { Words } from '../../component/article-text.tsx';
import { describeCondition, shortenText } from '../../words/describe-entry.ts';
import { spellUnseen } from '../../words/split-control.ts';

const WIDTH = 480;
/** Two stand side by side; more of them need a ring. */
const heightOf = (count: number) => (count < 3 ? 190 : 320);
const RADIUS = { x: 158, y: 105 };
const NODE = { width: 150, height: 40 };
/** How far the words of an arrow stand above the middle of its bow, or below it. */
const LABEL_GAP = { above: 46, below: 56 };

interface Point {
  x: number;
  y: number;
}

function pointOf(index: number, count: number): Point {
  const angle = Math.PI + (2 * Math.PI * index) / count;
  return {
    x: WIDTH / 2 + RADIUS.x * Math.cos(angle),
    y: heightOf(count) / 2 + RADIUS.y * Math.sin(angle),
  };
}

// An arrow leaves and meets the boxes at their upper or lower edge, so that two boxes side by side
// are joined by two bows and not by one line.
function bowOf(from: Point, to: Point): { path: string; middle: Point } {
  const side = from.x <= to.x ? -1 : 1;
  const start = { x: from.x, y: from.y + (side * NODE.height) / 2 };
  const end = { x: to.x, y: to.y + (side * NODE.height) / 2 };
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 + side * 74 };
  return {
    path: `M${start.x} ${start.y} Q${middle.x} ${middle.y} ${end.x} ${end.y}`,
    middle: {
      x: middle.x,
      y: (start.y + end.y) / 2 + (side < 0 ? -LABEL_GAP.above : LABEL_GAP.below),
    },
  };
}

interface LoopProps {
  loop: WaitingLoop;
  entries: ReadonlyMap<string, BoardEntry>;
  index: number;
}

const partyOf = (entries: ReadonlyMap<string, BoardEntry>, id: string) =>
  entries.get(id)?.party.name ?? 'someone';

function describeLink(link: WaitingLoop['links'][number], entries: LoopProps['entries']): string {
  const [who, whom] = [link.entryId, link.waitsForEntryId].map((id) => partyOf(entries, id));
  return `${who} waits: ${describeCondition(link.condition)}. That hangs on ${whom}.`;
}

function Ring({ loop, entries, index }: LoopProps) {
  const points = loop.links.map((_, at) => pointOf(at, loop.links.length));
  const at = (entryId: string) => loop.links.findIndex((link) => link.entryId === entryId);
  return (
    <svg class="loop-ring" viewBox={`0 0 ${WIDTH} ${heightOf(points.length)}`} aria-hidden="true">
      <defs>
        <marker
          id={`arrow-${index}`}
          viewBox="0 0 10 10"
          refX="9"
          refY="5"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path d="M0 0 10 5 0 10z" />
        </marker>
      </defs>
      {loop.links.map((link, from) => {
        const to = points[at(link.waitsForEntryId)] ?? points[(from + 1) % points.length];
        const { path, middle } = bowOf(points[from] as Point, to as Point);
        return (
          <g key={link.entryId}>
            <path class="loop-arrow" d={path} marker-end={`url(#arrow-${index})`} />
            <text x={middle.x} y={middle.y} text-anchor="middle">
              {spellUnseen(shortenText(describeCondition(link.condition), 44))}
            </text>
          </g>
        );
      })}
      {loop.links.map((link, from) => {
        const { x, y } = points[from] as Point;
        return (
          <g key={link.entryId} class="loop-node">
            <rect
              x={x - NODE.width / 2}
              y={y - NODE.height / 2}
              width={NODE.width}
              height={NODE.height}
              rx="3"
            />
            <text x={x} y={y + 5} text-anchor="middle">
              {spellUnseen(shortenText(partyOf(entries, link.entryId), 20))}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** Draw one loop and say it in words. */
export function LoopDrawing({ loop, entries, index }: LoopProps) {
  return (
    <figure class="loop">
      <Ring loop={loop} entries={entries} index={index} />
      <figcaption>
        <ol>
          {loop.links.map((link) => (
            <li key={link.entryId}>
              <Words text={describeLink(link, entries)} />
            </li>
          ))}
        </ol>
      </figcaption>
    </figure>
  );
}
