/**
 * The lists of actors, conditions, dossiers, versions, counts and imported documents as exported
 * tables, each column with its meaning.
 * @module
 */
import type {
  ActorSummary,
  ArticleVersion,
  Dossier,
  FacetCount,
  LedgerActor,
  Likeness,
  VersionDiff,
} from '@onrecord/api/client';
import type { BoardCondition } from '@onrecord/record';
import { columnsOf } from './column.ts';

/** The columns of exported actors. */
export const ACTOR_COLUMNS = columnsOf<ActorSummary>({
  id: ['string', 'Id of the actor in the ledger', (a) => a.id],
  name: ['string', 'Its fullest name', (a) => a.name],
  kind: ['string', 'person, government, organisation, group, document or unnamed', (a) => a.kind],
  country: ['string', 'ISO 3166-1 alpha-2', (a) => a.country],
  wikidata: ['string', 'Wikidata QID', (a) => a.wikidata],
  articles: ['integer', 'How many articles mention it', (a) => a.articleCount],
});

/** The columns of exported conditions. */
export const CONDITION_COLUMNS = columnsOf<BoardCondition>({
  key: ['string', 'What a what-if calls it', (c) => c.key],
  trigger: ['string', 'What is waited for', (c) => c.trigger],
  type: ['string', 'What it is about', (c) => c.type],
  state: ['string', 'open, met, failed or disputed', (c) => c.state],
  since: ['date', 'Since when, where that is known', (c) => c.since],
  positions: ['integer', 'How many positions name it', (c) => c.entryIds.length],
});

/** The columns of exported dossiers. */
export const DOSSIER_COLUMNS = columnsOf<Dossier>({
  id: ['string', 'Id of the dossier in the ledger', (d) => d.id],
  name: ['string', 'What it is called', (d) => d.name],
  question: ['string', 'The question that is followed', (d) => d.question],
  query: ['string', 'The saved query, as JSON', (d) => JSON.stringify(d.query)],
  version: ['integer', '1, 2, 3 … with each change', (d) => d.version],
  changed_at: ['string', 'When it was changed last (ISO 8601)', (d) => d.changedAt],
  changed_by: ['string', 'Who changed it', (d) => d.changedBy],
});

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
export const IMPORT_COLUMNS = columnsOf<ImportLine>({
  name: ['string', 'The file, line or address', (l) => l.name],
  state: ['string', 'waiting, reading, done or failed', (l) => l.state],
  outcome: ['string', 'added, unchanged, new-version or re-read', (l) => l.outcome],
  article_id: ['string', 'Its article', (l) => l.articleId],
  code: ['string', 'What went wrong, as a word', (l) => l.code],
  message: ['string', 'The same, in full', (l) => l.message],
  remedy: ['string', 'What can be done', (l) => l.remedy],
});

/** A name or an office of an actor, as it is exported. */
export type NameLine = LedgerActor['aliases'][number] & { use: string };

/** The columns of an actor's names. */
export const NAME_COLUMNS = columnsOf<NameLine>({
  use: ['string', 'office, speaks for, or also called', (n) => n.use],
  name: ['string', 'The name or office', (n) => n.name],
  articles: ['integer', 'How many articles use it', (n) => n.articleCount],
  first_on: ['date', 'When the first of them was published', (n) => n.firstOn],
  last_on: ['date', 'When the last of them was published', (n) => n.lastOn],
});

/** The columns of an article's versions. */
export const VERSION_COLUMNS = columnsOf<ArticleVersion>({
  version: ['integer', '1, 2, 3 … at one address', (v) => v.version],
  article_id: ['string', 'Its id', (v) => v.id],
  added_at: ['string', 'When it was added (ISO 8601)', (v) => v.addedAt],
  statements: ['integer', 'How many statements it has', (v) => v.statementCount],
  commitments: ['integer', 'How many commitments it has', (v) => v.commitmentCount],
});

/** The columns of what changed between two versions. */
export const CHANGE_COLUMNS = columnsOf<VersionDiff['changes'][number]>({
  change: ['string', 'added, removed or changed', (c) => c.kind],
  kind: ['string', 'statement or commitment', (c) => c.entryKind],
  entry_id: ['string', 'Id of the entry', (c) => c.entryId],
  words: ['string', 'Its words, cut from the article', (c) => c.words],
  fields: [
    'string',
    'What is other than before, as "field: before → after"; joined by "; "',
    (c) => (c.kind === 'changed' ? c.fields.map(describeField).join('; ') : ''),
  ],
});

function describeField({ field, before, after }: ChangedField): string {
  return `${field}: ${before ?? 'nothing'} → ${after ?? 'nothing'}`;
}

type ChangedField = Extract<VersionDiff['changes'][number], { kind: 'changed' }>['fields'][number];

/** The columns of articles of one origin. */
export const LIKENESS_COLUMNS = columnsOf<Likeness>({
  article_id: ['string', 'Id of the one article', (l) => l.articleId],
  other_id: ['string', 'Id of the other', (l) => l.otherId],
  kind: ['string', 'reprint or near-duplicate', (l) => l.kind],
  likeness: ['number', 'From 0 to 1', (l) => l.likeness],
  reason: ['string', 'Why they count as one origin', (l) => l.reason],
});

/** A count beside a list, as it is exported. */
export type CountLine = FacetCount & { facet: string };

/** The columns of the counts beside a list. */
export const COUNT_COLUMNS = columnsOf<CountLine>({
  facet: ['string', 'What is counted by', (c) => c.facet],
  value: ['string', 'The value', (c) => c.value],
  label: ['string', 'What it is called, where the value is an id', (c) => c.label],
  count: ['integer', 'How many of the entries found have it', (c) => c.count],
});
