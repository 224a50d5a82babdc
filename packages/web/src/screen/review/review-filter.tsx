/**
 * The filters of the review queue: kind, stance, act, how sure the reader was, and the rule that
 * found the entry.
 * @module
 */
import type { FacetCount } from '@onrecord/api/client';
import { STANCES, STATEMENT_ACTS } from '@onrecord/record';
import { place, writeQuery } from '../../route.ts';
import { commitmentOf, type LedgerEntry, statementOf } from '../../words/ledger-entry.ts';

/** The rule that found an entry. */
export function ruleOf(entry: LedgerEntry): string {
  return (commitmentOf(entry) ?? statementOf(entry))?.rule ?? '';
}

/** The highest score asked for, from 0 to 1; undefined for any. */
export function readMaxScore(query: URLSearchParams): number | undefined {
  const value = Number(query.get('maxScore'));
  return query.has('maxScore') && 0 <= value && value <= 1 ? value : undefined;
}

interface ChoiceProps {
  label: string;
  name: string;
  values: readonly Option[];
  any: string;
}

/** A value, and the words that it is shown with where these are others. */
type Option = readonly [value: string, words?: string];

const optionsOf = (values: readonly string[]) => values.map((value): Option => [value]);

function Choice({ label, name, values, any }: ChoiceProps) {
  const chosen = place.value.query.get(name) ?? '';
  const isKnown = chosen === '' || values.some(([value]) => value === chosen);
  return (
    <label>
      {label}
      <select
        value={chosen}
        onChange={(event) => writeQuery({ [name]: event.currentTarget.value || null })}
      >
        <option value="">{any}</option>
        {[...values, ...(isKnown ? [] : optionsOf([chosen]))].map(([value, words]) => (
          <option key={value} value={value}>
            {words ?? value}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The filters of the queue: what the address calls them, and what they are called. */
const FILTERS = [
  ['kind', 'Kind', 'both', optionsOf(['statement', 'commitment'])],
  ['stance', 'Stance', 'any', optionsOf(STANCES)],
  ['act', 'Act', 'any', optionsOf(STATEMENT_ACTS)],
  ['maxScore', 'Score at most', 'any', optionsOf(['0.5', '0.7', '0.8', '0.9'])],
] as const;

function clearFilter(): void {
  writeQuery(Object.fromEntries(['rule', ...FILTERS.map(([name]) => name)].map((n) => [n, null])));
}

/** Say what the queue is filtered by: "stance demands", "rule network". */
export function describeFilter(query: URLSearchParams): string[] {
  const names = [
    ...FILTERS.map(([name, label]) => [name, label] as const),
    ['rule', 'Rule'] as const,
  ];
  return names.flatMap(([name, label]) =>
    query.getAll(name).map((value) => `${label.toLowerCase()} ${value}`),
  );
}

/** Draw the filters of the queue; `rules` are those of the whole queue, with their counts. */
export function ReviewFilter({ rules }: { rules: readonly FacetCount[] }) {
  const chosen = describeFilter(place.value.query);
  const isFiltered = 0 < chosen.length;
  const found = rules.map(({ value, count }): Option => [value, `${value} (${count})`]);
  return (
    <details class="review-filters" open={innerWidth > 960}>
      <summary>{isFiltered ? `Filtered by ${chosen.join(', ')}` : 'Filters'}</summary>
      <div class="review-filter">
        {FILTERS.map(([name, label, any, values]) => (
          <Choice key={name} {...{ name, label, any, values }} />
        ))}
        <Choice label="Rule" name="rule" values={found} any="any" />
        {isFiltered && (
          <button type="button" class="quiet" onClick={clearFilter}>
            Clear the filters
          </button>
        )}
      </div>
    </details>
  );
}
