/**
 * Actors: who can speak or be bound, with the places where the text mentions them.
 * @module
 */
import type { Span } from './span.ts';

/**
 * What an actor is. `group`: counted or collective ("26 countries", "critics");
 * `unnamed`: unidentified persons ("a senior official"); `document`: a poll, a report, a law.
 */
export const ACTOR_KINDS = [
  'person',
  'government',
  'organisation',
  'group',
  'document',
  'unnamed',
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** How a mention refers: "Ilva Maretti", "the president", "the two leaders", "he", "Senna" (a capital). */
export const MENTION_FORMS = ['name', 'role', 'nominal', 'pronoun', 'metonym'] as const;
export type MentionForm = (typeof MENTION_FORMS)[number];

/** One place where the text mentions an actor. */
export interface ActorMention {
  span: Span;
  form: MentionForm;
}

/** A title or office that the text gives an actor ("U.S. President"). */
export interface Role {
  title: string;
  span: Span;
}

/** An entity that can speak or be bound. */
export interface Actor {
  id: string;
  /** Persons and organisations: the fullest name in the text; states: the gazetteer's name. */
  name: string;
  kind: ActorKind;
  /** How many, of a counted group ("26 countries"). */
  count?: number;
  /** Of the unnamed: official, diplomat, aide, source, resident … */
  class?: string;
  roles: Role[];
  /** The id of the actor for whom this one speaks (a president → the state). */
  represents?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  /** Wikidata QID, where known for sure, else absent. */
  wikidata?: string;
  mentions: ActorMention[];
}
