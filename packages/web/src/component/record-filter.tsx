/**
 * Filters over the records of one article: by kind and by stance, each with its count, in the
 * address bar.
 * @module
 */
import { STANCES, STATEMENT_KINDS } from '@onrecord/record';
import { place, writeQuery } from '../route.ts';
import type { Entry } from '../words/entry.ts';

/** The class of an entry that the filters know: a stance, or a kind of statement. */
function classOf(entry: Entry): string {
  return entry.kind === 'commitment' ? entry.commitment.stance : entry.statement.kind;
}

/** Keep the entries that the address bar asks for (`?show=direct&show=offers`); all without one. */
export function filterEntries(entries: readonly Entry[], query: URLSearchParams): Entry[] {
  const shown = new Set(query.getAll('show'));
  return shown.size === 0 ? [...entries] : entries.filter((entry) => shown.has(classOf(entry)));
}

interface ChipProps {
  name: string;
  count: number;
  isOn: boolean;
}

function FilterChip({ name, count, isOn }: ChipProps) {
  const toggle = () => {
    const shown = place.value.query.getAll('show');
    writeQuery({ show: isOn ? shown.filter((item) => item !== name) : [...shown, name] });
  };
  return (
    <button type="button" class="chip" aria-pressed={isOn} onClick={toggle}>
      {name} <span class="count">{count}</span>
    </button>
  );
}

/** Draw the filters of one article's records. */
export function RecordFilter({ entries }: { entries: readonly Entry[] }) {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(classOf(entry), (counts.get(classOf(entry)) ?? 0) + 1);
  const shown = new Set(place.value.query.getAll('show'));
  const chips = (names: readonly string[]) =>
    names
      .filter((name) => counts.has(name) || shown.has(name))
      .map((name) => (
        <FilterChip key={name} name={name} count={counts.get(name) ?? 0} isOn={shown.has(name)} />
      ));
  return (
    <div class="record-filter">
      <fieldset>
        <legend>Statements</legend>
        {chips(STATEMENT_KINDS)}
      </fieldset>
      <fieldset>
        <legend>Commitments</legend>
        {chips(STANCES)}
      </fieldset>
      {0 < shown.size && (
        <button type="button" class="quiet" onClick={() => writeQuery({ show: null })}>
          Show all
        </button>
      )}
    </div>
  );
}
