/**
 * Who stands against an entry: another party that rejects, refuses to allow, or threatens over the
 * same thing. A threat names it in its condition ("if a single soldier crosses the border").
 * @module
 */
import type { BoardEntry } from '@onrecord/record';
import { foldMatter, foldWord, type Matter } from '../matter/fold-matter.ts';
import { findExclusion, findNameConflict } from '../matter/match-matter.ts';

/** Words of rejecting, not of the thing rejected: "would never accept the presence of foreign …". */
const OUTER_WORDS = new Set(
  'accept allow permit tolerate recognise presence participation deployment foreign proposal idea offer plan any such send'
    .split(' ')
    .map(foldWord),
);
/** Share of the objection's own words that the entry must have. */
const LEAST_SHARE = 0.5;

/** An entry with the things it is about, ready to be looked up. */
interface Objection {
  entry: BoardEntry;
  matter: Matter;
  /** Whether it is against what others do, not only against doing it oneself. */
  isAgainstOthers: boolean;
}

/** "would never accept", "will not allow" */
const AGAINST_OTHERS = /\b(accept|allow|permit|tolerat|recogni)/i;

const withoutOuter = (matter: Matter): Matter => {
  const words = matter.words.filter((word) => !OUTER_WORDS.has(word.key));
  return { ...matter, words, keys: new Set(words.map((word) => word.key)) };
};

const objectionOf = (entry: BoardEntry): Objection[] => {
  if (entry.stance === 'rejects' || entry.stance === 'refuses')
    return [
      {
        entry,
        matter: withoutOuter(foldMatter(entry.action)),
        isAgainstOthers:
          entry.stance === 'rejects' || AGAINST_OTHERS.test(`${entry.cue} ${entry.action}`),
      },
    ];
  if (entry.stance !== 'threatens') return [];
  return entry.conditions.map(({ trigger, quote }) => ({
    entry,
    matter: withoutOuter(foldMatter(`${trigger} ${quote}`)),
    isAgainstOthers: true,
  }));
};

/** Entries that object, looked up by the words of what they object to. */
export class Objections {
  readonly #byWord = new Map<string, Objection[]>();

  constructor(entries: readonly BoardEntry[]) {
    for (const objection of entries.flatMap(objectionOf))
      for (const key of objection.matter.keys) {
        const known = this.#byWord.get(key);
        if (known === undefined) this.#byWord.set(key, [objection]);
        else known.push(objection);
      }
  }

  /** The entries of other parties that object to what an entry would do. */
  find(entry: BoardEntry, matter: Matter): BoardEntry[] {
    const things = withoutOuter(matter);
    const candidates = new Set<Objection>();
    for (const key of matter.keys)
      for (const objection of this.#byWord.get(key) ?? []) candidates.add(objection);
    const found = new Set<BoardEntry>();
    for (const objection of candidates)
      if (objects(objection, entry, things)) found.add(objection.entry);
    return [...found];
  }
}

/** A party that will not do a thing itself does not contest that another does it. */
function objects(objection: Objection, entry: BoardEntry, things: Matter): boolean {
  const { party, counterparties } = objection.entry;
  if (party.key === entry.party.key) return false;
  if (!objection.isAgainstOthers && !counterparties.some(({ key }) => key === entry.party.key))
    return false;
  const { keys } = objection.matter;
  let shared = 0;
  for (const key of keys) if (things.keys.has(key)) shared += 1;
  if (shared === 0 || shared < LEAST_SHARE * keys.size) return false;
  return (
    findExclusion(objection.matter, things) === null &&
    findNameConflict(objection.matter, things) === null
  );
}
