/**
 * `onrecord search`: statements and commitments of the ledger, newest first.
 * @module
 */
import type { EntryQuery } from '@onrecord/ledger';
import { CodedError } from '@onrecord/record';
import { type DatabaseFlags, withLedger } from '../input/ledger-place.ts';
import { prettyJson, writeOut } from '../output/write-out.ts';
import { ExitCode, type World } from '../world.ts';

/** The filters that search, boards and shifts share. */
export interface FilterFlags extends DatabaseFlags {
  kind?: 'statement' | 'commitment';
  actor?: string[];
  stance?: string[];
  act?: string[];
  basis?: string[];
  conditionType?: string[];
  conditionState?: string[];
  outlet?: string[];
  review?: string[];
  from?: string;
  to?: string;
  minScore?: number;
}

/** The flags of `search`. */
export interface SearchFlags extends FilterFlags {
  format: 'table' | 'json' | 'jsonl';
  limit: number;
  cursor?: string;
  ids?: boolean;
  facets?: boolean;
}

/** Search the ledger. */
export function searchCommand(
  words: readonly string[],
  flags: SearchFlags,
  world: World,
): Promise<ExitCode> {
  return withLedger(flags, world, async (ledger) => {
    const filter = await queryOf(words, flags, ledger);
    if (flags.facets) {
      const facets = await ledger.getFacets(filter);
      await writeOut(world, `${prettyJson(facets)}\n`);
      return facets.total === 0 ? ExitCode.NothingFound : ExitCode.Done;
    }
    const page = await ledger.search({
      ...filter,
      limit: flags.limit,
      ...(flags.cursor === undefined ? {} : { cursor: flags.cursor }),
    });
    if (flags.format === 'json') await writeOut(world, `${prettyJson(page)}\n`);
    else if (flags.format === 'jsonl')
      for (const entry of page.items) await writeOut(world, `${JSON.stringify(entry)}\n`);
    else if (0 < page.items.length) {
      const { formatEntries } = await import('../view/entry-rows.ts');
      await writeOut(world, formatEntries(page.items, world, { hasIds: flags.ids ?? false }));
    }
    if (page.items.length === 0) world.stderr.write('nothing found\n');
    else if (page.nextCursor !== undefined && flags.format !== 'json')
      world.stderr.write(`there is more: --cursor ${page.nextCursor}\n`);
    return page.items.length === 0 ? ExitCode.NothingFound : ExitCode.Done;
  });
}

/** What is asked for actors. */
export interface ActorLookup {
  listActors: (query: {
    name: string;
    limit: number;
  }) => Promise<{ items: { id: string; name: string }[] }>;
}

/**
 * The ledger's query for flags. Actors may be ids or names; a name means every actor that has it.
 * @throws CodedError `actor-unknown`.
 */
export async function queryOf(
  words: readonly string[],
  flags: FilterFlags,
  ledger: ActorLookup,
): Promise<EntryQuery> {
  const text = words.join(' ').trim();
  const actors = await Promise.all((flags.actor ?? []).map((name) => actorIds(name, ledger)));
  const named: { [key: string]: unknown } = {
    words: text === '' ? undefined : text,
    kind: flags.kind,
    actor: actors.length === 0 ? undefined : actors.flat(),
    stance: flags.stance,
    act: flags.act,
    basis: flags.basis,
    conditionType: flags.conditionType,
    conditionState: flags.conditionState,
    outlet: flags.outlet,
    review: flags.review,
    from: flags.from,
    to: flags.to,
    minScore: flags.minScore,
  };
  return Object.fromEntries(
    Object.entries(named).filter(([, value]) => value !== undefined),
  ) as EntryQuery;
}

/** The ids of the actors that a name means; an id means itself. @throws CodedError `actor-unknown` */
export async function actorIds(name: string, ledger: ActorLookup): Promise<string[]> {
  if (/^[a-z]+_[0-9a-f]{8,}$/.test(name)) return [name];
  const [last = name] = name.trim().split(/\s+/).reverse();
  const { items } = await ledger.listActors({ name: last, limit: 100 });
  const wanted = name.trim().toLowerCase();
  const exact = items.filter((actor) => actor.name.toLowerCase() === wanted);
  const found =
    0 < exact.length ? exact : items.filter((actor) => actor.name.toLowerCase().includes(wanted));
  if (0 < found.length) return found.map((actor) => actor.id);
  throw new CodedError('actor-unknown', `the ledger knows no actor called ${name}`, {
    remedy: 'see the names with `onrecord actors`',
  });
}
