/**
 * The lists of actors and of conditions as exported tables, each column with its meaning.
 * @module
 */
import type { ActorSummary } from '@onrecord/api/client';
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
