/**
 * Dossiers: questions being followed. A saved query, and entries that a person put in or left out.
 * @module
 */
import type { EntryQuery } from '../ledger.ts';

/** What a person says of a dossier. */
export interface DossierInput {
  name: string;
  question?: string;
  /** Its words choose articles; its other filters choose entries in them. */
  query: EntryQuery;
  /** Ids of statements and commitments that belong to it though the query does not find them. */
  includedIds: readonly string[];
  /** Ids of those that do not belong to it though the query finds them. */
  excludedIds: readonly string[];
}

/** A dossier as it stands. */
export interface Dossier extends DossierInput {
  id: string;
  /** 1, 2, 3 … with each change. */
  version: number;
  changedAt: string;
  changedBy: string;
}

/** What a board or a list of shifts is about: a dossier, or a query of its own. */
export interface Scope {
  dossierId?: string;
  query?: EntryQuery;
  question?: string;
  includedIds?: readonly string[];
  excludedIds?: readonly string[];
}
