/**
 * Text to record: the one place where the order of the stages stands. Each stage takes the layers that it
 * needs and returns the layer that it makes; nothing here decides anything about language.
 * @module
 */
import {
  type Article,
  type ArticleRecord,
  articleId,
  SCHEMA,
  type Statement,
  textHashOf,
} from '@onrecord/record';
import { analyse } from './analyse.ts';
import { type AttributionModel, findAttributions, type KeptStates } from './attribution/index.ts';
import { type CommitmentModel, findCommitments } from './commitment/index.ts';
import { resolveActors } from './coreference/index.ts';
import { findDates, findEvents } from './event/index.ts';
import type { Analysis } from './layers.ts';
import { findMentions } from './mention/find-mentions.ts';
import { findLanguage } from './note/find-language.ts';
import { findNotes } from './note/find-notes.ts';
import { assembleStatements, findDeclines, mergeDeclines } from './statement/index.ts';
import type { LanguageModel } from './tag/language-model.ts';

/** The reader's version; it changes whenever its rules do. */
export const READER_VERSION = '0.1.0';

/** Trained weights, opened; `null` where a stage goes by its rules alone. */
export interface Models {
  readonly language: LanguageModel;
  readonly attribution: AttributionModel | null;
  readonly commitment: CommitmentModel | null;
}

/** What is known of an article beside its text; it wins over what the text says of itself. */
export interface ReadOptions {
  /** Comes back as the record's `id`. */
  id?: string;
  title?: string;
  byline?: string;
  publisher?: string;
  url?: string;
  /** ISO 8601 date: what "on Sept. 5" and "next week" are counted from. */
  publishedOn?: string;
}

/**
 * Read an article: its actors, statements, commitments, conditions and dated events, every one
 * with spans into `text`. Any string gives a record; time is linear in its length.
 */
export function readArticle(
  text: string,
  models: Models,
  options: ReadOptions = {},
): ArticleRecord {
  const analysis = analyse(text, models.language);
  const article = describeArticle(analysis, options);
  const mentions = findMentions(analysis);
  const kept: KeptStates = {};
  const attributions = mergeDeclines(
    findAttributions(analysis, models.attribution, models.commitment?.positions ? kept : undefined),
    findDeclines(analysis),
  );
  const { publisher } = article;
  const cast = resolveActors({
    ...{ analysis, mentions, attributions, articleId: article.id },
    ...(publisher === undefined ? {} : { publisher }),
  });
  const dates = findDates(analysis, article.publishedOn);
  const events = findEvents({ analysis, dates, cast, articleId: article.id });
  const published = article.publishedOn === undefined ? {} : { publishedOn: article.publishedOn };
  const statements = assembleStatements({
    ...{ analysis, attributions, cast, dates, events, ...published },
    articleId: article.id,
  });
  const { commitments, actors } = findCommitments({
    ...{ analysis, mentions, attributions, cast, dates },
    articleId: article.id,
    statementIds: statements.map((statement) => statement.id),
    states: kept.states,
    model: models.commitment,
  });
  return {
    schema: SCHEMA,
    ...(options.id === undefined ? {} : { id: options.id }),
    article,
    actors: [...cast.actors, ...actors],
    statements: withoutTwins(statements),
    commitments: withoutTwins(commitments),
    events: withoutTwins(events),
    notes: findNotes(analysis, article.language === 'en' ? 'en' : 'und'),
    reader: { version: READER_VERSION, model: describeModels(models) },
  };
}

/** What made a record: the ids of the weights, in the order of the stages. */
export function describeModels({ language, attribution, commitment }: Models): string {
  const parts = [
    `language ${language.id}`,
    attribution && `attribution ${attribution.id}`,
    commitment && `commitments ${commitment.id}`,
  ];
  return parts.filter(Boolean).join(', ');
}

function describeArticle({ text, structure }: Analysis, options: ReadOptions): Article {
  const textHash = textHashOf(text);
  const { url, publishedOn } = options;
  const title = options.title ?? structure.title;
  const byline = options.byline ?? structure.byline;
  const publisher = options.publisher ?? structure.publisher;
  return {
    id: articleId(textHash, url),
    text,
    textHash,
    ...(title === undefined ? {} : { title }),
    ...(byline === undefined ? {} : { byline }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(url === undefined ? {} : { url }),
    ...(publishedOn === undefined ? {} : { publishedOn }),
    language: findLanguage(text),
    parts: [...structure.parts],
  };
}

/** Two stages may find the same words twice; an id stands once, and the first one found is kept. */
function withoutTwins<T extends Pick<Statement, 'id'>>(entries: readonly T[]): T[] {
  const seen = new Set<string>();
  return entries.filter(({ id }) => !seen.has(id) && seen.add(id));
}
