/**
 * What becomes of each position under the assumed states: a column an outcome with the reasons,
 * the totals as ranges with the part that nobody put a number on, and the loops.
 * @module
 */
import type { AmountTotal, BoardEntry, WhatIf, WhatIfEntry, WhatIfOutcome } from '@onrecord/record';
import { useMemo } from 'preact/hooks';
import { Words } from '../../component/article-text.tsx';
import { describeCount } from '../../component/record-head.tsx';
import { useLimit } from '../../component/use-limit.tsx';
import { pathOf } from '../../route.ts';
import { describeCondition, describeStance, shortenText } from '../../words/describe-entry.ts';
import { LoopDrawing } from './loop-drawing.tsx';
import { listChanges, OUTCOME_LABELS, OUTCOME_MEANINGS, OUTCOMES } from './outcome.ts';

/** So many positions of one outcome, and so many loops, are drawn at once. */
const PORTION = 12;
/** So many names and reasons are said of one position; what many contest, hundreds may. */
const NAME_LIMIT = 3;
const REASON_LIMIT = 4;
const LOOP_PORTION = 2;

/** Name the first of several parties, each once: "Norvia, Kessland, Orsia and 4 more". */
function nameParties(names: readonly (string | undefined)[]): string {
  const each = [...new Set(names.filter((name) => name !== undefined))];
  const rest = each.length - NAME_LIMIT;
  return `${each.slice(0, NAME_LIMIT).join(', ')}${0 < rest ? ` and ${rest} more` : ''}`;
}

function reasonsOf(item: WhatIfEntry, entries: ReadonlyMap<string, BoardEntry>): string[] {
  const contesting = nameParties(item.contestedBy.map(({ party }) => party.name));
  const reasons = [
    ...item.waitsFor.map(({ condition, entryIds }) => {
      const who = nameParties(entryIds.map((id) => entries.get(id)?.party.name));
      return `waits: ${describeCondition(condition)}${who && ` (hangs on ${who})`}`;
    }),
    ...(contesting ? [`contested by ${contesting}`] : []),
    ...item.voidBy.map((condition) => `void: ${describeCondition(condition)}`),
    ...item.endsIf.map((condition) => `would end: ${describeCondition(condition)}`),
  ];
  const rest = reasons.length - REASON_LIMIT;
  return 0 < rest
    ? [...reasons.slice(0, REASON_LIMIT), `and ${describeCount(rest, 'further reason')}`]
    : reasons;
}

interface ItemProps {
  item: WhatIfEntry;
  /** What it is without the assumptions, where that differs. */
  was: WhatIfOutcome | undefined;
  entries: ReadonlyMap<string, BoardEntry>;
}

function Item({ item, was, entries }: ItemProps) {
  const { entry } = item;
  const [commitmentId] = entry.commitmentIds;
  return (
    <li class="what-if-item">
      {was && (
        <p>
          <span class="outcome-tag">was {OUTCOME_LABELS[was]}</span>
        </p>
      )}
      <p>
        <strong>
          <Words text={entry.party.name} />
        </strong>{' '}
        {describeStance(entry.party.name, entry)}{' '}
        <a
          class="board-action"
          {...(commitmentId ? { href: pathOf('commitments', commitmentId) } : {})}
        >
          <Words text={shortenText(entry.action || entry.cue, 110)} />
        </a>
      </p>
      {reasonsOf(item, entries).map((reason) => (
        <p key={reason} class="hint">
          <Words text={reason} />
        </p>
      ))}
    </li>
  );
}

const group = (value: number) => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** Describe a total: "soldier: 3,000 to 4,000", "battery: at least 20", "soldier: up to 2,000". */
export function describeTotal({
  from,
  to,
  unit,
}: Pick<AmountTotal, 'from' | 'to' | 'unit'>): string {
  if (to === undefined) return `${unit}: at least ${group(from)}`;
  if (from === to) return `${unit}: ${group(from)}`;
  return from === 0 ? `${unit}: up to ${group(to)}` : `${unit}: ${group(from)} to ${group(to)}`;
}

function Totals({ whatIf, outcome }: { whatIf: WhatIf; outcome: WhatIfOutcome }) {
  const totals = whatIf.totals.filter((total) => total.outcome === outcome);
  const unknown = whatIf.unknown.find((item) => item.outcome === outcome)?.entryIds.length ?? 0;
  if (totals.length === 0 && unknown === 0) return null;
  return (
    <ul class="totals">
      {totals.map((total) => (
        <li key={total.unit}>
          {describeTotal(total)}{' '}
          <span class="hint">in {describeCount(total.entryIds.length, 'position')}</span>
        </li>
      ))}
      {0 < unknown && <li class="hint">{describeCount(unknown, 'position')} without a number</li>}
    </ul>
  );
}

interface ColumnProps {
  whatIf: WhatIf;
  outcome: WhatIfOutcome;
  changes: ReadonlyMap<string, WhatIfOutcome>;
  entries: ReadonlyMap<string, BoardEntry>;
}

/** One outcome with its positions; those that the assumptions brought here stand first. */
function Column({ whatIf, outcome, changes, entries }: ColumnProps) {
  const isNew = ({ entry }: WhatIfEntry) => (changes.has(entry.id) ? 0 : 1);
  const items = whatIf.entries
    .filter((item) => item.outcome === outcome)
    .sort((a, b) => isNew(a) - isNew(b));
  const { shown, more } = useLimit(items, {
    portion: PORTION,
    what: 'positions',
    list: `positions ${outcome}`,
  });
  return (
    <section data-outcome={outcome} aria-labelledby={`outcome-${outcome}`}>
      <h3 id={`outcome-${outcome}`}>
        {OUTCOME_LABELS[outcome]} <span class="count">{items.length}</span>
      </h3>
      <p class="hint">{OUTCOME_MEANINGS[outcome]}</p>
      <Totals whatIf={whatIf} outcome={outcome} />
      <ul class="plain-list">
        {shown.map((item) => (
          <Item
            key={item.entry.id}
            item={item}
            was={changes.get(item.entry.id)}
            entries={entries}
          />
        ))}
      </ul>
      {more}
    </section>
  );
}

interface LoopsProps {
  loops: WhatIf['loops'];
  entries: ReadonlyMap<string, BoardEntry>;
}

/** Those that wait for one another stand first: no switch alone sets them free. */
function Loops({ loops, entries }: LoopsProps) {
  const { shown, more } = useLimit(loops, { portion: LOOP_PORTION, what: 'loops' });
  if (loops.length === 0) return null;
  return (
    <section class="loops" aria-labelledby="loops-title">
      <h3 id="loops-title">Waiting for one another</h3>
      {shown.map((loop, index) => (
        <LoopDrawing key={index} loop={loop} entries={entries} index={index} />
      ))}
      {more}
    </section>
  );
}

interface WhatIfViewProps {
  whatIf: WhatIf;
  /** The same without assumptions. */
  known: WhatIf | null;
  /** Whether totals and loops are here too. */
  isWhole: boolean;
}

/** Draw a what-if as a column an outcome, beside what is known without assumptions. */
export function WhatIfView({ whatIf, known, isWhole }: WhatIfViewProps) {
  const entries = useMemo(
    () => new Map(whatIf.entries.map(({ entry }) => [entry.id, entry])),
    [whatIf],
  );
  const changes = useMemo(() => listChanges(whatIf, known), [whatIf, known]);
  return (
    <>
      {!isWhole && (
        <p role="status" class="hint following">
          Totals and loops are being worked out …
        </p>
      )}
      <Loops loops={whatIf.loops} entries={entries} />
      <div class="outcome-columns">
        {OUTCOMES.map((outcome) => (
          <Column
            key={outcome}
            whatIf={whatIf}
            outcome={outcome}
            changes={changes}
            entries={entries}
          />
        ))}
      </div>
    </>
  );
}
