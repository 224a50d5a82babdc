/**
 * The schema's versions, forward only. A released migration is never changed; the newest number
 * here is what this build reads and writes. A new table goes into `schema.ts` (its type and its
 * columns) and into a new migration at the end of the list.
 * @module
 */
import type { Kysely } from 'kysely';
import { createChanges } from './changes.ts';
import type { EngineDialect } from './dialect.ts';
import { createDossiers } from './dossier-schema.ts';
import { createFirstSchema } from './first-schema.ts';
import { addRules } from './rule-schema.ts';
import type { Schema } from './schema.ts';

/** One step forward. */
export interface Migration {
  version: number;
  name: string;
  up(db: Kysely<Schema>, engine: EngineDialect['engine']): Promise<void>;
}

/** All steps, in order. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, name: 'articles, entries, actors, decisions', up: createFirstSchema },
  { version: 2, name: 'dossiers', up: createDossiers },
  { version: 3, name: 'the rule that found an entry', up: addRules },
  { version: 4, name: 'a count of changes', up: createChanges },
];

/** The version that this build reads and writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;
