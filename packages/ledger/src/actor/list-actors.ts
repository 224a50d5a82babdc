/**
 * Actors across articles: lists, one with its aliases and dated offices, and the way from an
 * article's actor to the ledger's.
 * @module
 */
import { type RawBuilder, sql } from 'kysely';
import { notInLedger } from '../article/list-articles.ts';
import { cursorAfter, pageLimit, readCursor } from '../store/cursor.ts';
import type { Store } from '../store/open-store.ts';
import { nameWords } from './describe-actors.ts';
import type {
  ActorPage,
  ActorQuery,
  ActorSummary,
  DatedName,
  LedgerActor,
} from './ledger-actor.ts';

interface ActorRow {
  id: string;
  name: string;
  kind: string;
  country: string | null;
  wikidata: string | null;
  article_count: number;
}

const decodeActor = (row: ActorRow): ActorSummary => ({
  id: row.id,
  name: row.name,
  kind: row.kind as ActorSummary['kind'],
  ...(row.country === null ? {} : { country: row.country }),
  ...(row.wikidata === null ? {} : { wikidata: row.wikidata }),
  articleCount: Number(row.article_count),
});

/** The number of current articles about each actor: one pass over an index in its order. */
const countArticles = (store: Store) =>
  store.db
    .selectFrom((from) =>
      from
        .selectFrom('article_actor')
        .select(['article_actor.actor_seq', 'article_actor.article_seq'])
        .distinct()
        .as('reported'),
    )
    .select(['reported.actor_seq', sql<number>`count(*)`.as('article_count')])
    .groupBy('reported.actor_seq');

/** Actors, most reported first. */
export async function listActors(store: Store, query: ActorQuery = {}): Promise<ActorPage> {
  const limit = pageLimit(query.limit, 50);
  const offset = query.cursor === undefined ? 0 : readCursor(query.cursor);
  const named = query.name === undefined ? null : await findByName(store, query.name);
  let counted = countArticles(store);
  if (named !== null) counted = counted.where(store.dialect.among('reported.actor_seq', named));
  let select = store.db
    .selectFrom(counted.as('counted'))
    .innerJoin('actor', 'actor.seq', 'counted.actor_seq')
    .select(['actor.id', 'actor.name', 'actor.kind', 'actor.country', 'actor.wikidata'])
    .select('counted.article_count');
  if (query.kind !== undefined) {
    const kinds = Array.isArray(query.kind) ? query.kind : [query.kind];
    select = select.where('actor.kind', 'in', kinds as string[]);
  }
  const rows = await select
    .orderBy('counted.article_count', 'desc')
    .orderBy('actor.name')
    .orderBy('actor.id')
    .offset(offset)
    .limit(limit + 1)
    .execute();
  return {
    items: rows.slice(0, limit).map(decodeActor),
    ...(rows.length > limit ? { nextCursor: cursorAfter(offset + limit) } : {}),
  };
}

/** Names like these are no help in telling actors apart; nobody pages through more. */
const MOST_NAMED = 2000;

/**
 * Actors of whose name every word typed begins a word; where there is none, of one of whose
 * aliases in an article it does.
 */
async function findByName(store: Store, typed: string): Promise<number[]> {
  const begins = (names: RawBuilder<string>) =>
    sql<boolean>`${sql.join(
      nameWords(typed).map((word) => sql`${names} like ${`% ${word}%`}`),
      sql` and `,
    )}`;
  if (nameWords(typed).length === 0) return [];
  const byName = await store.db
    .selectFrom('actor')
    .select('canonical_seq as seq')
    .distinct()
    .where(begins(sql`actor.folded_name`))
    .limit(MOST_NAMED)
    .execute();
  if (byName.length > 0) return byName.map(({ seq }) => seq);
  const byAlias = await store.db
    .selectFrom('article_actor')
    .select('actor_seq as seq')
    .distinct()
    .where('folded_aliases', '<>', '')
    .where(begins(sql`article_actor.folded_aliases`))
    .limit(MOST_NAMED)
    .execute();
  return byAlias.map(({ seq }) => seq);
}

/** The key of an actor, of the one that it was merged into where it was. */
export async function getActorSeq(store: Store, actorId: string): Promise<number> {
  const row = await store.db
    .selectFrom('actor')
    .select('canonical_seq')
    .where('id', '=', actorId)
    .executeTakeFirst();
  if (row === undefined) throw notInLedger('actor', actorId);
  return row.canonical_seq;
}

/** The ledger's actor for an actor of an article; null where the article has none such. */
export async function findActor(
  store: Store,
  articleId: string,
  localId: string,
): Promise<string | null> {
  const row = await store.db
    .selectFrom('article_actor')
    .innerJoin('article', 'article.seq', 'article_actor.article_seq')
    .innerJoin('actor', 'actor.seq', 'article_actor.actor_seq')
    .select('actor.id')
    .where('article.id', '=', articleId)
    .where('local_id', '=', localId)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** One actor with its names and offices. @throws CodedError `not-in-ledger` */
export async function getActor(store: Store, actorId: string): Promise<LedgerActor> {
  const seq = await getActorSeq(store, actorId);
  const row = await store.db
    .selectFrom('actor')
    .select(['id', 'name', 'kind', 'country', 'wikidata'])
    .where('seq', '=', seq)
    .executeTakeFirstOrThrow();
  const uses = await store.db
    .selectFrom('article_actor')
    .select(['name', 'aliases', 'offices', 'represents_seq', 'article_seq', 'on_date'])
    .where('actor_seq', '=', seq)
    .execute();
  const merged = await store.db
    .selectFrom('actor')
    .select('id')
    .where('canonical_seq', '=', seq)
    .where('seq', '<>', seq)
    .orderBy('id')
    .execute();
  const articles = new Set(uses.map((use) => use.article_seq));
  const dated = (namesOf: (use: (typeof uses)[number]) => string[]) =>
    foldNames(uses.flatMap((use) => namesOf(use).map((name) => ({ name, on: use.on_date }))));
  const lines = (text: string) => text.split('\n').filter((line) => line !== '');
  return {
    ...decodeActor({ ...row, article_count: articles.size }),
    aliases: dated((use) => [use.name, ...lines(use.aliases)]).filter(
      ({ name }) => name !== row.name,
    ),
    offices: dated((use) => lines(use.offices)),
    represents: await namedRepresented(
      store,
      dated((use) => (use.represents_seq === null ? [] : [String(use.represents_seq)])),
    ),
    mergedIds: merged.map(({ id }) => id),
  };
}

/** Names with how often and from when to when, most often first. */
function foldNames(uses: readonly { name: string; on: string | null }[]): DatedName[] {
  const names = new Map<string, DatedName>();
  for (const { name, on } of uses) {
    const known = names.get(name) ?? { name, articleCount: 0 };
    known.articleCount++;
    if (on !== null) {
      if (known.firstOn === undefined || on < known.firstOn) known.firstOn = on;
      if (known.lastOn === undefined || known.lastOn < on) known.lastOn = on;
    }
    names.set(name, known);
  }
  return [...names.values()].sort(
    (one, other) => other.articleCount - one.articleCount || (one.name < other.name ? -1 : 1),
  );
}

async function namedRepresented(
  store: Store,
  uses: readonly DatedName[],
): Promise<LedgerActor['represents']> {
  if (uses.length === 0) return [];
  const rows = await store.db
    .selectFrom('actor')
    .innerJoin('actor as canonical', 'canonical.seq', 'actor.canonical_seq')
    .select(['actor.seq', 'canonical.id', 'canonical.name'])
    .where(
      'actor.seq',
      'in',
      uses.map(({ name }) => Number(name)),
    )
    .execute();
  const actors = new Map(rows.map((row) => [row.seq, row]));
  return uses.flatMap((use) => {
    const actor = actors.get(Number(use.name));
    return actor === undefined ? [] : [{ ...use, name: actor.name, id: actor.id }];
  });
}
