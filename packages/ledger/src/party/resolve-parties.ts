/**
 * Which actors of several articles are one party: by QID, by country, by name; and for which party
 * each speaks. Unnamed actors and uncounted groups never cross an article. A ledger, where people
 * merge and split actors, hands in its own answer as `identify`; for records straight from files
 * this is the answer.
 * @module
 */
import type { Actor, ArticleRecord, Party } from '@onrecord/record';
import { findRepresentatives, findStateOfAdjective } from './find-representatives.ts';
import { NO_NAME, STATE_OF } from './lang/en/data/office-words.ts';

/** Options of `resolveParties`. */
export interface PartyOptions {
  /** The ledger's own identity of an actor, where it has one. */
  identify?: (articleId: string, actorId: string) => { key: string; name: string } | null;
  /** The origin of each article: the same unnamed group in a wire story and its reprint is one. */
  originOf?: ReadonlyMap<string, string>;
}

/** The parties of a set of records. */
export interface Parties {
  /** The party that an actor of an article is, or null when the record does not list the actor. */
  find(record: ArticleRecord, actorId: string): Party | null;
  /** The party for which the actor speaks: the state for its president, else itself. */
  findBound(record: ArticleRecord, actorId: string): Party | null;
}

/** A spokesman for a minister for a state: longer chains are faults of a record. */
const LONGEST_CHAIN = 4;

/** "The Northern Compact" and "Northern Compact" are one name. */
export const foldName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[’']s$/, '')
    .replace(/^the\s+/, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();

/** Which kind a name has, when articles disagree: the first of these. */
const KINDS: readonly Actor['kind'][] = [
  'government',
  'organisation',
  'person',
  'document',
  'group',
  'unnamed',
];
const NAMED: ReadonlySet<Actor['kind']> = new Set(['government', 'organisation', 'person']);

const isOneWord = (name: string): boolean => !name.includes(' ');
const isName = (name: string): boolean => {
  const own = name.replace(/^The\s+(?=\p{Lu})/u, '');
  return /^\p{Lu}/u.test(own) && !NO_NAME.test(own);
};

/** What the names of the whole set tell. */
interface Names {
  /** The full names behind each surname. */
  surnames: Map<string, Set<string>>;
  /** Names that some article gives to an actor who has a name, with their key. */
  named: Map<string, string>;
  /** The state of each adjective that some article takes for a name ("valdorian"). */
  states: Map<string, string>;
}

function foldNames(records: readonly ArticleRecord[]): Names {
  const names: Names = { surnames: new Map(), named: new Map(), states: new Map() };
  const words = new Set<string>();
  for (const actor of records.flatMap((record) => record.actors)) {
    const name = foldName(actor.name);
    if (!isName(actor.name)) continue;
    if (actor.kind === 'person' && !isOneWord(name)) {
      const surname = name.slice(name.lastIndexOf(' ') + 1);
      names.surnames.set(surname, (names.surnames.get(surname) ?? new Set()).add(name));
    }
    if (isOneWord(name) && NAMED.has(actor.kind)) words.add(name);
    // A state is "government" here and "organisation" there; "Breland" unnamed is a reader's doubt.
    const isKnown = NAMED.has(actor.kind) || (actor.kind === 'unnamed' && isOneWord(name));
    if (isKnown && !names.named.has(name)) names.named.set(name, `name:${name}`);
  }
  // "Valdorian" as a name of its own is the state's adjective, where the state is known.
  for (const word of words) {
    const state = findStateOfAdjective(
      word,
      [...words].filter((other) => other !== word),
    );
    if (state === null || word.length <= state.length) continue;
    names.named.set(word, `name:${state}`);
    names.states.set(word, state);
  }
  for (const [surname, full] of names.surnames) {
    const [only] = full;
    if (full.size === 1 && only !== undefined) names.named.set(surname, `name:${only}`);
  }
  return names;
}

/** What keeps apart the unnamed: the origin of the article, and which of its name it is there. */
interface Scope {
  origin: string;
  nth: number;
}

function keyOf(actor: Actor, scope: Scope, names: Names): string {
  const name = foldName(actor.name);
  if (actor.wikidata !== undefined && NAMED.has(actor.kind)) return `wikidata:${actor.wikidata}`;
  if (actor.kind === 'government' && actor.country !== undefined) return `country:${actor.country}`;
  const known = isName(actor.name) ? names.named.get(name) : undefined;
  if (known !== undefined) return known;
  if (actor.kind === 'group' && actor.count !== undefined)
    return `group:${actor.count} ${name.replace(/^[\d,.]+\s+/, '')}`;
  return `${actor.kind}:${scope.origin}:${name}#${scope.nth}`;
}

/** Parties by key; a fuller name and a firmer kind replace the others. */
class PartyList {
  readonly byKey = new Map<string, Party>();

  add(key: string, actor: Pick<Actor, 'name' | 'kind' | 'count' | 'country'>): Party {
    const known = this.byKey.get(key);
    if (known === undefined) {
      const party: Party = { key, name: actor.name, kind: actor.kind };
      if (actor.count !== undefined) party.count = actor.count;
      if (actor.country !== undefined) party.country = actor.country;
      this.byKey.set(key, party);
      return party;
    }
    const isState = KINDS.indexOf(actor.kind) < 2 && KINDS.indexOf(known.kind) >= 2;
    // "Valdorian" gives way to "Valdoria".
    if (isState || (known.key === `name:${foldName(actor.name)}` && !known.name.includes(' ')))
      known.name = actor.name;
    const isFuller = known.name.length < actor.name.length && actor.kind === 'person';
    if (isFuller && known.kind === 'person') known.name = actor.name;
    if (KINDS.indexOf(actor.kind) < KINDS.indexOf(known.kind)) known.kind = actor.kind;
    if (actor.country !== undefined) known.country ??= actor.country;
    return known;
  }
}

/**
 * Actors of a ledger that are one though no person has merged them: a state that one article takes
 * for an organisation and another for a person, and its adjective. Two of one name and one kind
 * stay two: a person may have split them.
 * @returns the key that counts, by the key that gives way
 */
function joinIdentities(
  records: readonly ArticleRecord[],
  options: PartyOptions,
  names: Names,
): Map<string, string> {
  const byName = new Map<string, Map<string, { kind: number; count: number }>>();
  for (const record of records)
    for (const actor of record.actors) {
      const own = options.identify?.(record.article.id, actor.id) ?? null;
      if (own === null || !isName(own.name)) continue;
      const name = foldName(own.name);
      const folded = isOneWord(name) ? (names.states.get(name) ?? name) : name;
      const group = byName.get(folded) ?? new Map();
      byName.set(folded, group);
      const known = group.get(own.key) ?? { kind: KINDS.indexOf(actor.kind), count: 0 };
      known.kind = Math.min(known.kind, KINDS.indexOf(actor.kind));
      known.count += 1;
      group.set(own.key, known);
    }
  const joined = new Map<string, string>();
  for (const [name, group] of byName) {
    const inOrder = [...group].sort(
      ([, left], [, right]) => left.kind - right.kind || right.count - left.count,
    );
    const [first] = inOrder;
    if (first === undefined) continue;
    if (KINDS.indexOf('person') >= first[1].kind) names.named.set(name, first[0]);
    if (!isOneWord(name)) continue;
    for (const [key, { kind }] of inOrder) if (kind !== first[1].kind) joined.set(key, first[0]);
  }
  return joined;
}

/** Resolve the actors of several articles to parties. */
export function resolveParties(
  records: readonly ArticleRecord[],
  options: PartyOptions = {},
): Parties {
  const names = foldNames(records);
  const list = new PartyList();
  const keys = new Map<string, string>();
  const place = (record: ArticleRecord, id: string) => `${record.article.id} ${id}`;
  const joined = joinIdentities(records, options, names);
  for (const record of records) {
    const counts = new Map<string, number>();
    const origin = options.originOf?.get(record.article.id) ?? record.article.id;
    for (const actor of record.actors) {
      const nth = (counts.get(actor.name) ?? 0) + 1;
      counts.set(actor.name, nth);
      const own = options.identify?.(record.article.id, actor.id) ?? null;
      const isDoubt = own !== null && !NAMED.has(actor.kind) && isName(own.name);
      const known = isDoubt ? names.named.get(foldName(own.name)) : undefined;
      const ownKey = own === null ? keyOf(actor, { origin, nth }, names) : own.key;
      const key = joined.get(ownKey) ?? known ?? ownKey;
      keys.set(place(record, actor.id), key);
      list.add(key, { ...actor, name: own?.name ?? actor.name });
    }
  }
  const keyIn = (record: ArticleRecord, actor: Actor) => keys.get(place(record, actor.id)) ?? '';
  const represents = findRepresentatives(records, { keyOf: keyIn, states: statesOf(list) });
  return openParties({ records, list, keys, represents, names });
}

/** One-word names of what may be a state. */
function statesOf(list: PartyList): Map<string, string> {
  const states = new Map<string, string>();
  for (const party of list.byKey.values())
    if (isOneWord(party.name) && isName(party.name))
      states.set(party.name.toLowerCase(), party.key);
  return states;
}

interface Resolved {
  records: readonly ArticleRecord[];
  list: PartyList;
  keys: ReadonlyMap<string, string>;
  represents: ReadonlyMap<string, string>;
  names: Names;
}

function openParties({ records, list, keys, represents, names }: Resolved): Parties {
  const actors = new Map<string, Actor>();
  for (const { article, actors: own } of records)
    for (const actor of own) actors.set(`${article.id} ${actor.id}`, actor);
  const find = (record: ArticleRecord, actorId: string): Party | null =>
    list.byKey.get(keys.get(`${record.article.id} ${actorId}`) ?? '') ?? null;
  /** "Lucan Hadrel's country": the state that Hadrel speaks for. */
  const findStateOf = (party: Party): Party | null => {
    const holder = STATE_OF.exec(party.name)?.[1];
    const key = holder === undefined ? undefined : names.named.get(foldName(holder));
    return list.byKey.get(represents.get(key ?? '') ?? '') ?? null;
  };
  const findBound = (record: ArticleRecord, actorId: string): Party | null => {
    let current = actorId;
    for (let step = 0; step < LONGEST_CHAIN; step += 1) {
      const next = actors.get(`${record.article.id} ${current}`)?.represents;
      if (next === undefined || next === current || find(record, next) === null) break;
      current = next;
    }
    const party = find(record, current);
    if (party === null) return null;
    return list.byKey.get(represents.get(party.key) ?? '') ?? findStateOf(party) ?? party;
  };
  return { find, findBound };
}
