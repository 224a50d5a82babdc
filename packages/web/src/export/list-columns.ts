/**
 * The lists of actors, conditions, dossiers and imported documents as exported tables, each column
 * with its meaning.
 * @module
 */
import type { ActorSummary, Dossier } from '@onrecord/api/client';
import type { BoardCondition } from '@onrecord/record';
import type { Column } from './entry-columns.ts';

/** The columns of exported actors. */
export const ACTOR_COLUMNS: readonly Column<ActorSummary>[] = [
  { name: 'id', type: 'string', description: 'Id of the actor in the ledger', get: (a) => a.id },
  { name: 'name', type: 'string', description: 'Its fullest name', get: (a) => a.name },
  {
    name: 'kind',
    type: 'string',
    description: 'person, government, organisation, group, document or unnamed',
    get: (a) => a.kind,
  },
  { name: 'country', type: 'string', description: 'ISO 3166-1 alpha-2', get: (a) => a.country },
  { name: 'wikidata', type: 'string', description: 'Wikidata QID', get: (a) => a.wikidata },
  {
    name: 'articles',
    type: 'integer',
    description: 'How many articles mention it',
    get: (a) => a.articleCount,
  },
];

/** The columns of exported conditions. */
export const CONDITION_COLUMNS: readonly Column<BoardCondition>[] = [
  { name: 'key', type: 'string', description: 'What a what-if calls it', get: (c) => c.key },
  { name: 'trigger', type: 'string', description: 'What is waited for', get: (c) => c.trigger },
  { name: 'type', type: 'string', description: 'What it is about', get: (c) => c.type },
  {
    name: 'state',
    type: 'string',
    description: 'open, met, failed or disputed',
    get: (c) => c.state,
  },
  {
    name: 'since',
    type: 'date',
    description: 'Since when, where that is known',
    get: (c) => c.since,
  },
  {
    name: 'positions',
    type: 'integer',
    description: 'How many positions name it',
    get: (c) => c.entryIds.length,
  },
];

/** The columns of exported dossiers. */
export const DOSSIER_COLUMNS: readonly Column<Dossier>[] = [
  { name: 'id', type: 'string', description: 'Id of the dossier in the ledger', get: (d) => d.id },
  { name: 'name', type: 'string', description: 'What it is called', get: (d) => d.name },
  {
    name: 'question',
    type: 'string',
    description: 'The question that is followed',
    get: (d) => d.question,
  },
  {
    name: 'query',
    type: 'string',
    description: 'The saved query, as JSON',
    get: (d) => JSON.stringify(d.query),
  },
  {
    name: 'version',
    type: 'integer',
    description: '1, 2, 3 … with each change',
    get: (d) => d.version,
  },
  {
    name: 'changed_at',
    type: 'string',
    description: 'When it was changed last (ISO 8601)',
    get: (d) => d.changedAt,
  },
  { name: 'changed_by', type: 'string', description: 'Who changed it', get: (d) => d.changedBy },
];

/** One document of an import, as it is exported. */
export interface ImportLine {
  name: string;
  state: string;
  outcome?: string | undefined;
  articleId?: string | undefined;
  code?: string | undefined;
  message?: string | undefined;
  remedy?: string | undefined;
}

/** The columns of exported documents of an import. */
export const IMPORT_COLUMNS: readonly Column<ImportLine>[] = [
  { name: 'name', type: 'string', description: 'The file, line or address', get: (l) => l.name },
  {
    name: 'state',
    type: 'string',
    description: 'waiting, reading, done or failed',
    get: (l) => l.state,
  },
  {
    name: 'outcome',
    type: 'string',
    description: 'added, unchanged, new-version or re-read',
    get: (l) => l.outcome,
  },
  { name: 'article_id', type: 'string', description: 'Its article', get: (l) => l.articleId },
  { name: 'code', type: 'string', description: 'What went wrong, as a word', get: (l) => l.code },
  { name: 'message', type: 'string', description: 'The same, in full', get: (l) => l.message },
  { name: 'remedy', type: 'string', description: 'What can be done', get: (l) => l.remedy },
];
