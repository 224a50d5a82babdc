/**
 * The gazetteer: states, their capitals, demonyms and seats of government, regions and standing
 * organisations, looked up by the text that stands at a token. Matching is on letters of the text,
 * so it does not hang on how "U.S." or "Washington, D.C." were cut into tokens.
 * @module
 */
import type { ActorKind } from '@onrecord/record';
import { REGIONS, SEATS, STANDING } from '../lang/en/data/actor-words.ts';
import { STATES } from '../lang/en/data/states.ts';

/** What a gazetteer name is the name of. */
export type PlaceRole = 'state' | 'capital' | 'seat' | 'demonym' | 'region' | 'standing';

/** One name of the gazetteer. */
export interface GazetteerEntry {
  /** The name as the text writes it. */
  readonly alias: string;
  /** The name that the actor bears. */
  readonly name: string;
  readonly role: PlaceRole;
  readonly kind: ActorKind | 'place';
  readonly country?: string;
  readonly wikidata?: string;
}

/** A state: what an actor of that country is called. */
export interface State {
  readonly code: string;
  readonly name: string;
  readonly wikidata?: string;
}

const BY_FIRST_WORD = new Map<string, GazetteerEntry[]>();
const BY_CODE = new Map<string, State>();

const firstWordOf = (name: string): string => /^[^\s,]+/.exec(name)?.[0] ?? name;

function addEntry(entry: GazetteerEntry): void {
  // A tokenizer may leave the last full stop of "U.S." to the end of the sentence.
  const word = firstWordOf(entry.alias);
  for (const key of word.endsWith('.') ? [word, word.slice(0, -1)] : [word]) {
    const row = BY_FIRST_WORD.get(key) ?? [];
    row.push(entry);
    BY_FIRST_WORD.set(key, row);
  }
}

function addStates(): void {
  for (const line of STATES.split('\n')) {
    const [code = '', name = '', wikidata = '', aliases = '', capitals = '', demonyms = ''] =
      line.split('|');
    const qid = wikidata ? { wikidata } : {};
    const base = { name, kind: 'government', country: code, ...qid } as const;
    BY_CODE.set(code, { code, name, ...qid });
    const rows = (list: string, mark: string, role: PlaceRole): void => {
      for (const alias of list.split(mark).filter(Boolean)) addEntry({ ...base, alias, role });
    };
    addEntry({ ...base, alias: name, role: 'state' });
    rows(aliases, ',', 'state');
    rows(capitals, ';', 'capital');
    rows(demonyms, ',', 'demonym');
  }
}

function addOthers(): void {
  for (const line of SEATS.split('\n')) {
    const [alias = '', country = ''] = line.split('|');
    const state = BY_CODE.get(country);
    if (!state) throw new RangeError(`the seat ${alias} names no state: ${country}`);
    const qid = state.wikidata ? { wikidata: state.wikidata } : {};
    addEntry({ alias, name: state.name, role: 'seat', kind: 'government', country, ...qid });
  }
  for (const line of STANDING.split('\n')) {
    const [name = '', kind = '', wikidata = '', aliases = ''] = line.split('|');
    const qid = wikidata ? { wikidata } : {};
    for (const alias of [name, ...aliases.split(',').filter(Boolean)])
      addEntry({ alias, name, role: 'standing', kind: kind as ActorKind, ...qid });
  }
  for (const name of REGIONS.split(','))
    addEntry({ alias: name, name, role: 'region', kind: 'place' });
}

addStates();
addOthers();
for (const row of BY_FIRST_WORD.values()) row.sort((a, b) => b.alias.length - a.alias.length);

/** The state of an ISO 3166-1 alpha-2 code. */
export function findState(code: string): State | undefined {
  return BY_CODE.get(code);
}

/**
 * The longest gazetteer name that begins at an offset of the text with a given word.
 * @returns undefined when none does.
 * @example
 * findGazetteerEntry('the White House said', 4, 'White')?.name // 'United States'
 */
export function findGazetteerEntry(
  text: string,
  offset: number,
  word: string,
): GazetteerEntry | undefined {
  const row = BY_FIRST_WORD.get(word);
  if (!row) return undefined;
  for (const entry of row) {
    const end = offset + entry.alias.length;
    if (text.startsWith(entry.alias, offset) && !isWordCharacter(text.charCodeAt(end)))
      return entry;
  }
  return undefined;
}

/** Letters and digits go on a word; the end of the text (NaN) does not. */
function isWordCharacter(code: number): boolean {
  if (code < 128)
    return (48 <= code && code <= 57) || (65 <= code && code <= 90) || (97 <= code && code <= 122);
  return /\p{L}/u.test(String.fromCharCode(code));
}
