/**
 * The filters of the review queue: stance, kind, how sure the reader was, and the rule that found
 * the entry (among those that are loaded).
 * @module
 */
import { STANCES } from '@onrecord/record';
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
  values: readonly string[];
  any: string;
}

function Choice({ label, name, values, any }: ChoiceProps) {
  const chosen = place.value.query.get(name) ?? '';
  return (
    <label>
      {label}
      <select
        value={chosen}
        onChange={(event) => writeQuery({ [name]: event.currentTarget.value || null })}
      >
        <option value="">{any}</option>
        {[...new Set([...values, ...(chosen ? [chosen] : [])])].map((value) => (
          <option key={value}>{value}</option>
        ))}
      </select>
    </label>
  );
}

/** Draw the filters of the queue. */
export function ReviewFilter({ loaded }: { loaded: readonly LedgerEntry[] }) {
  const rules = [...new Set(loaded.map(ruleOf))].filter((rule) => rule !== '').sort();
  return (
    <div class="review-filter">
      <Choice label="Kind" name="kind" values={['statement', 'commitment']} any="both" />
      <Choice label="Stance" name="stance" values={STANCES} any="any" />
      <Choice
        label="Score at most"
        name="maxScore"
        values={['0.5', '0.7', '0.8', '0.9']}
        any="any"
      />
      <Choice label="Rule" name="rule" values={rules} any="any" />
    </div>
  );
}
