/**
 * Who speaks for which state across articles, where the reading of one article alone could not
 * tell: "Valdorian President Lucan Hadrel" here makes Hadrel speak for Valdoria there.
 * @module
 */
import type { Actor, ArticleRecord } from '@onrecord/record';
import {
  ADJECTIVE_ENDINGS,
  COMMON_START,
  OTHER_OFFICE,
  STATE_ENDINGS,
  STATE_OFFICE,
} from './lang/en/data/office-words.ts';

/** What finding needs to know of parties. */
export interface KnownParties {
  /** The key of an actor of an article. */
  keyOf(record: ArticleRecord, actor: Actor): string;
  /** Keys of what may be a state, by its one-word name, lower-case. */
  states: ReadonlyMap<string, string>;
}

const startOf = (left: string, right: string): number => {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length += 1;
  return length;
};

/** The state whose adjective a word is, or null: "valdorian" is of "valdoria". */
export function findStateOfAdjective(word: string, states: Iterable<string>): string | null {
  let best: { state: string; length: number } | null = null;
  for (const state of states) {
    const length = startOf(word, state);
    const isForm =
      COMMON_START <= length &&
      ADJECTIVE_ENDINGS.has(word.slice(length)) &&
      STATE_ENDINGS.has(state.slice(length));
    if (isForm && (best === null || best.length < length)) best = { state, length };
  }
  return best?.state ?? null;
}

/** The state that a title names: "Valdorian President", "prime minister of Orsia". */
function stateOfTitle(title: string, states: ReadonlyMap<string, string>): string | null {
  if (!STATE_OFFICE.test(title) || OTHER_OFFICE.test(title)) return null;
  for (const word of title.toLowerCase().match(/[\p{L}-]+/gu) ?? []) {
    const state = states.has(word) ? word : findStateOfAdjective(word, states.keys());
    if (state !== null) return states.get(state) ?? null;
  }
  return null;
}

/** The party that each person speaks for, by keys; what the articles tell most often. */
export function findRepresentatives(
  records: readonly ArticleRecord[],
  known: KnownParties,
): Map<string, string> {
  const votes = new Map<string, Map<string, number>>();
  for (const record of records) {
    const byId = new Map(record.actors.map((actor) => [actor.id, actor]));
    for (const actor of record.actors) {
      if (actor.kind !== 'person') continue;
      const told = byId.get(actor.represents ?? '');
      const found =
        told === undefined
          ? actor.roles.map((role) => stateOfTitle(role.title, known.states)).find(Boolean)
          : known.keyOf(record, told);
      if (!found) continue;
      const person = known.keyOf(record, actor);
      const own = votes.get(person) ?? new Map<string, number>();
      votes.set(person, own.set(found, (own.get(found) ?? 0) + 1));
    }
  }
  const represents = new Map<string, string>();
  for (const [person, counts] of votes) {
    const [first] = [...counts].sort(([, left], [, right]) => right - left);
    if (first !== undefined && first[0] !== person) represents.set(person, first[0]);
  }
  return represents;
}
