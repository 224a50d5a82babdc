/**
 * The facets of a search: what else could be asked for, each value with its count.
 * @module
 */
import type { Facets } from '@onrecord/api/client';
import { useState } from 'preact/hooks';
import { Words } from '../../component/article-text.tsx';
import type { ListFilter } from '../../connection/entry-query.ts';
import { place, writeQuery } from '../../route.ts';
import { BASIS_LABELS, describeConditionType } from '../../words/describe-entry.ts';

/** A facet shows this many values until it is opened. */
const SHOWN_COUNT = 7;

interface FacetProps {
  title: string;
  name: ListFilter | 'kind';
  values: readonly { value: string; label?: string | undefined; count: number }[];
}

function labelOf(name: string, value: string, label: string | undefined): string {
  if (name === 'basis' && value in BASIS_LABELS)
    return BASIS_LABELS[value as keyof typeof BASIS_LABELS];
  if (name === 'conditionType') return describeConditionType(value);
  return label ?? value.replaceAll('-', ' ');
}

function Facet({ title, name, values }: FacetProps) {
  const [isOpen, setOpen] = useState(false);
  const chosen = place.value.query.getAll(name);
  if (values.length === 0 && chosen.length === 0) return null;
  const missing = chosen
    .filter((value) => !values.some((item) => item.value === value))
    .map((value) => ({ value, label: undefined, count: 0 }));
  const all = [...missing, ...values];
  const shown = isOpen
    ? all
    : all.filter((item, at) => at < SHOWN_COUNT || chosen.includes(item.value));
  const toggle = (value: string) => {
    const others = chosen.filter((item) => item !== value);
    const next = others.length < chosen.length ? others : [...others, value];
    writeQuery({ [name]: name === 'kind' ? next.slice(-1) : next });
  };
  return (
    <fieldset class="facet">
      <legend>{title}</legend>
      {shown.map(({ value, label, count }) => (
        <label key={value}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
          <span class="facet-label">
            <Words text={labelOf(name, value, label)} />
          </span>
          <span class="count">{count}</span>
        </label>
      ))}
      {shown.length < all.length && (
        <button type="button" class="quiet flush" onClick={() => setOpen(true)}>
          {all.length - shown.length} more
        </button>
      )}
    </fieldset>
  );
}

function Dates() {
  const { query } = place.value;
  return (
    <fieldset class="facet">
      <legend>Said between</legend>
      {(['from', 'to'] as const).map((name) => (
        <input
          key={name}
          type="date"
          aria-label={name === 'from' ? 'From this day' : 'To this day'}
          value={query.get(name) ?? ''}
          onChange={(event) => writeQuery({ [name]: event.currentTarget.value || null })}
        />
      ))}
    </fieldset>
  );
}

/** Draw the facets of a search. */
export function FacetList({ facets }: { facets: Facets }) {
  return (
    <>
      <Facet title="Kind" name="kind" values={facets.kind} />
      <Facet title="Stance" name="stance" values={facets.stance} />
      <Facet title="Who" name="actor" values={facets.actor} />
      <Facet title="Act" name="act" values={facets.act} />
      <Facet title="Evidence" name="basis" values={facets.basis} />
      <Facet title="Condition" name="conditionType" values={facets.conditionType} />
      <Facet title="State of the condition" name="conditionState" values={facets.conditionState} />
      <Facet title="Outlet" name="outlet" values={facets.outlet} />
      <Facet title="Reviewed" name="review" values={facets.review} />
      <Facet title="Rule" name="rule" values={facets.rule} />
      <Dates />
      {!facets.isComplete && <p class="hint">Counted over the newest 10,000 entries only.</p>}
    </>
  );
}
