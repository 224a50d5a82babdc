/**
 * Counts of what a query finds, by each field. They go over the newest 10,000 entries found, and
 * say so when there are more: counting half a million for every key pressed helps nobody.
 * @module
 */
import { readMerged } from '../actor/read-merged.ts';
import type { EntryQuery, FacetCount, Facets } from '../ledger.ts';
import type { Store } from '../store/open-store.ts';
import { selectEntries } from './search-entries.ts';

/** The most entries that are counted. */
const COUNTED = 10_000;
/** The most values of a facet. */
const VALUES = 50;

const FIELDS = ['kind', 'act', 'stance', 'basis', 'outlet', 'review', 'rule'] as const;

/** Count what a query finds, by kind, act, stance, basis, condition, outlet, actor, review and rule. */
export async function countFacets(store: Store, query: EntryQuery): Promise<Facets> {
  const { cursor: _page, ...whole } = query;
  const { select, key } = await selectEntries(store, whole);
  const rows = await select
    .select(['entry.seq', 'entry.actor_seqs', ...FIELDS.map((field) => `entry.${field}` as const)])
    .orderBy(key, 'desc')
    .limit(COUNTED + 1)
    .execute();
  const counted = rows.slice(0, COUNTED);
  const columns = FIELDS.map((field) => [field, tally(counted.map((row) => row[field]))] as const);
  const seqs = counted.map((row) => row.seq);
  return {
    ...(Object.fromEntries(columns) as Record<(typeof FIELDS)[number], FacetCount[]>),
    ...(await countConditions(store, seqs)),
    actor: await countActors(
      store,
      counted.map((row) => row.actor_seqs),
    ),
    total: counted.length,
    isComplete: rows.length <= COUNTED,
  };
}

function tally(values: readonly (string | null)[]): FacetCount[] {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    .slice(0, VALUES);
}

async function countConditions(store: Store, seqs: readonly number[]) {
  if (seqs.length === 0) return { conditionType: [], conditionState: [] };
  const rows = await store.db
    .selectFrom('entry_condition')
    .select(['entry_seq', 'type', 'state'])
    .where(store.dialect.among('entry_seq', seqs))
    .execute();
  // An entry counts once for a type, however many conditions of it it has.
  const once = (field: 'type' | 'state') =>
    new Map(rows.map((row) => [`${row.entry_seq} ${row[field]}`, row[field]])).values();
  return { conditionType: tally([...once('type')]), conditionState: tally([...once('state')]) };
}

/** Counted by the keys before merging; two that were merged count an entry once. */
async function countActors(store: Store, entries: readonly string[]): Promise<FacetCount[]> {
  const own = entries.map((seqs) => (seqs === '' ? [] : seqs.split(' ').map(Number)));
  const merged = await readMerged(store.db, store, [...new Set(own.flat())]);
  const canonical = own.flatMap((seqs) => [...new Set(seqs.map((seq) => merged.get(seq) ?? seq))]);
  const counts = tally(canonical.map(String));
  const rows = await store.db
    .selectFrom('actor')
    .select(['seq', 'id', 'name'])
    .where(
      store.dialect.among(
        'seq',
        counts.map(({ value }) => Number(value)),
      ),
    )
    .execute();
  const actors = new Map(rows.map((row) => [String(row.seq), row]));
  return counts.flatMap(({ value, count }) => {
    const actor = actors.get(value);
    return actor === undefined ? [] : [{ value: actor.id, label: actor.name, count }];
  });
}
