/**
 * Which actor of the ledger an article's actor is. States, organisations and persons with the
 * same full name are one until a person splits them; counted groups and the unnamed are somebody
 * else in every article. Persons merge the rest: see `find-candidates.ts`.
 * @module
 */
import { createHash } from 'node:crypto';
import type { Actor, ArticleRecord } from '@onrecord/record';
import { stripMarks } from '../search/fold-words.ts';

/** An actor of an article, as the ledger wants it. */
export interface ActorDraft {
  id: string;
  localId: string;
  kind: Actor['kind'];
  name: string;
  /** The folded words of the name, and of all aliases (`foldNames`). */
  foldedName: string;
  foldedAliases: string;
  likenessKey: string;
  country: string | null;
  wikidata: string | null;
  /** One a line, and so are the offices. */
  aliases: string;
  offices: string;
  /** The article's id of the actor for whom this one speaks. */
  represents: string | null;
}

/** Kinds whose names mean the same everywhere. */
const NAMED: ReadonlySet<Actor['kind']> = new Set(['person', 'government', 'organisation']);

/** Titles that come before a name and are no part of it. */
const COURTESY = /^(?:mr|mrs|ms|miss|mx|dr|sir|dame|lord|lady|prof)\b\.?\s+/i;

/** Names seen lately with their words: a few states and ministers are in every article. */
const keptNames = new Map<string, readonly string[]>();
const NAMES_KEPT = 20_000;

/** The words of a name, folded. */
export function nameWords(name: string): readonly string[] {
  const known = keptNames.get(name);
  if (known !== undefined) return known;
  const words = splitName(name);
  if (keptNames.size >= NAMES_KEPT) keptNames.clear();
  keptNames.set(name, words);
  return words;
}

function splitName(name: string): string[] {
  const words = name.replace(COURTESY, '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const folded = words.map(stripMarks).filter((word) => word !== '');
  return 1 < folded.length && folded[0] === 'the' ? folded.slice(1) : folded;
}

/** The folded words of names, a space before each: " ilva maretti". */
export const foldNames = (...names: string[]): string =>
  names
    .map((name) =>
      nameWords(name)
        .map((word) => ` ${word}`)
        .join(''),
    )
    .join('');

/** Ids of named actors met lately, by kind and name. */
const keptIds = new Map<string, string>();

/** The ledger's id of an actor with this name; `scope` is an article's lineage, for the nameless. */
export function ledgerActorId(kind: Actor['kind'], name: string, scope: string): string {
  if (!NAMED.has(kind)) return hashKey([kind, nameWords(name).join(' '), scope]);
  const place = `${kind} ${name}`;
  const known = keptIds.get(place);
  if (known !== undefined) return known;
  const id = hashKey([kind, nameWords(name).join(' ')]);
  if (keptIds.size >= NAMES_KEPT) keptIds.clear();
  keptIds.set(place, id);
  return id;
}

const hashKey = (key: readonly string[]): string =>
  `w_${createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 20)}`;

/** A surname by its consonants, so that transliterations meet: "Zelny", "Zelnyy" → "zln". */
function soundOf(surname: string): string {
  const first = surname.slice(0, 1);
  const rest = surname
    .slice(1)
    .replace(/[aeiouyhw]+/g, '')
    .replace(/(.)\1+/g, '$1');
  return first + rest;
}

/** Initials of words that are not small: "Organisation for the Northern Sea" → "ons". */
function initialsOf(words: readonly string[]): string {
  return words
    .filter((word) => !/^(?:of|for|the|and|in|on|de|la)$/.test(word))
    .map((word) => word.slice(0, 1))
    .join('');
}

/** What two actors that may be the same have in common. */
export function likenessKeyOf(kind: Actor['kind'], name: string): string {
  const words = nameWords(name);
  const last = words.at(-1) ?? '';
  if (kind === 'person') return `person ${soundOf(last)}`;
  if (!NAMED.has(kind)) return '';
  return `body ${1 < words.length ? initialsOf(words) : last}`;
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)];

/** "the Northern Compact;", "Maretti's" and "Maretti" are no three names. */
const cleanAlias = (words: string): string =>
  words
    .replace(/\s+/g, ' ')
    .replace(/^the\s+/i, '')
    .replace(/[\s.,;:]+$/, '')
    .replace(/[’']s?$/, '');

/**
 * The actors of a record, as the ledger wants them: those with a name, and those who say something
 * or take part in a commitment. "Residents" who only stand in a sentence are the article's alone.
 */
export function describeActors(record: ArticleRecord, lineageId: string): ActorDraft[] {
  const taking = findTaking(record);
  return record.actors
    .filter(({ id, kind }) => NAMED.has(kind) || taking.has(id))
    .map((actor) => describeActor(actor, record.article.text, lineageId));
}

/** The article's ids of those who take part in an entry, and of those who are spoken for. */
function findTaking(record: ArticleRecord): Set<string | undefined> {
  const taking = new Set<string | undefined>();
  for (const { speaker } of record.statements) taking.add(speaker);
  for (const { parties, assertedBy, counterparties, conditions } of record.commitments) {
    for (const id of [...parties, assertedBy, ...counterparties]) taking.add(id);
    for (const { actor } of conditions) taking.add(actor);
  }
  for (const { represents } of record.actors) taking.add(represents);
  return taking;
}

function describeActor(actor: Actor, text: string, lineageId: string): ActorDraft {
  const aliases = distinct(
    actor.mentions
      .filter(({ form }) => form === 'name' || form === 'metonym')
      .map(({ span }) => cleanAlias(text.slice(...span)))
      .filter((alias) => alias !== '' && alias !== actor.name),
  );
  return {
    id: ledgerActorId(actor.kind, actor.name, lineageId),
    localId: actor.id,
    kind: actor.kind,
    name: actor.name,
    foldedName: foldNames(actor.name),
    foldedAliases: foldNames(...aliases),
    likenessKey: likenessKeyOf(actor.kind, actor.name),
    country: actor.country ?? null,
    wikidata: actor.wikidata ?? null,
    aliases: aliases.join('\n'),
    offices: distinct(actor.roles.map(({ title }) => title.replace(/\s+/g, ' '))).join('\n'),
    represents: actor.represents ?? null,
  };
}

/** Whether given names may be one person's: "J." and "Joren", "Anna" and "Anna Maria". */
export function initialsFit(one: readonly string[], other: readonly string[]): boolean {
  const shorter = Math.min(one.length, other.length);
  for (let at = 0; at < shorter; at++) {
    const [left = '', right = ''] = [one[at], other[at]];
    if (left === right) continue;
    const isInitial = left.length === 1 || right.length === 1;
    if (!isInitial || left.slice(0, 1) !== right.slice(0, 1)) return false;
  }
  return true;
}
