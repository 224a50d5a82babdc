/**
 * Actors across articles, as the ledger shows them.
 * @module
 */
import type { ActorKind } from '@onrecord/record';

/** A name or an office, and when the articles that use it were published. */
export interface DatedName {
  name: string;
  articleCount: number;
  /** ISO dates of the first and the last article; absent where none is dated. */
  firstOn?: string;
  lastOn?: string;
}

/** An actor in a list. */
export interface ActorSummary {
  id: string;
  name: string;
  kind: ActorKind;
  country?: string;
  wikidata?: string;
  articleCount: number;
}

/** An actor with what the articles say of it. */
export interface LedgerActor extends ActorSummary {
  aliases: DatedName[];
  offices: DatedName[];
  /** Whom it speaks for, most often first. */
  represents: (DatedName & { id: string })[];
  /** Ids of the actors that people merged into this one. */
  mergedIds: string[];
}

/** Which actors to list, most reported first. */
export interface ActorQuery {
  /** The beginning of a word of the name. */
  name?: string;
  kind?: ActorKind | readonly ActorKind[];
  limit?: number;
  cursor?: string;
}

/** Some actors, and where the list goes on. */
export interface ActorPage {
  items: ActorSummary[];
  nextCursor?: string;
}

/** An actor that may be the same as another. */
export interface ActorCandidate {
  actor: ActorSummary;
  /** From 0 to 1: how much speaks for it. */
  likeness: number;
  /** "same surname", "same office: president" … */
  reasons: string[];
}
