/**
 * A record as rows of a table: who, what, to whom, on which condition, said by whom and when.
 * @module
 */
import {
  type ArticleRecord,
  type Commitment,
  quoteOf,
  type SaidOn,
  type Span,
  type Statement,
} from '@onrecord/record';
import { cleanText, clipText } from '../output/clean-text.ts';
import type { Colours } from '../output/colours.ts';
import type { Column } from '../output/table.ts';

/** The columns of every table of entries. */
export const ENTRY_COLUMNS: readonly Column[] = [
  { head: 'Who', share: 2, least: 10 },
  { head: 'What', share: 6, least: 18 },
  { head: 'To whom', share: 2, least: 8 },
  { head: 'Condition', share: 3, least: 10 },
  { head: 'Said by, when', share: 2, least: 12 },
];

/** Longest words of one cell: a table is looked over, JSON is for the rest. */
const MOST_WORDS = 280;

/** What a row needs to know of the article around it. */
export interface RowContext {
  /** The words at some spans. */
  quote: (spans: readonly Span[]) => string;
  actorName: (id: string) => string | undefined;
  publisher?: string | undefined;
  publishedOn?: string | undefined;
  paint: Colours;
}

/** The context of a record's rows. */
export function contextOf(record: ArticleRecord, paint: Colours): RowContext {
  const actors = new Map(record.actors.map((actor) => [actor.id, actor]));
  return {
    quote: (spans) => quoteOf(record.article.text, spans),
    actorName: (id) => actors.get(id)?.name,
    publisher: record.article.publisher,
    publishedOn: record.article.publishedOn,
    paint,
  };
}

/** The row of a commitment. */
export function commitmentRow(
  commitment: Commitment,
  context: RowContext,
  saidOn?: SaidOn,
): string[] {
  const { paint } = context;
  const hedges = commitment.hedges.map((hedge) => words(context, [hedge.span]));
  const action = clipText(words(context, commitment.action), MOST_WORDS);
  const marks = [
    commitment.repeated ? 'again' : '',
    commitment.role ?? '',
    hedges.length === 0 ? '' : `hedged: ${hedges.join(', ')}`,
    commitment.outcome ? commitment.outcome.status : '',
  ].filter(Boolean);
  return [
    namesOf(commitment.parties, commitment.party, context),
    `${paint.bold(commitment.stance)} ${action}${marks.length === 0 ? '' : paint.dim(` (${marks.join('; ')})`)}`,
    namesOf(commitment.counterparties, commitment.counterparty, context),
    conditionWords(commitment, context),
    [asserterOf(commitment, context), paint.dim(whenOf(saidOn, context.publishedOn))]
      .filter(Boolean)
      .join('\n'),
  ];
}

function asserterOf(commitment: Commitment, context: RowContext): string {
  const name =
    commitment.assertedBy === undefined ? undefined : context.actorName(commitment.assertedBy);
  return cleanText(name ?? context.publisher ?? 'the outlet');
}

function conditionWords(commitment: Commitment, context: RowContext): string {
  const conditions = commitment.conditions.map((condition) => words(context, [condition.span]));
  const exceptions = commitment.exceptions.map((span) => `except: ${words(context, [span])}`);
  return clipText([...conditions, ...exceptions].join('; '), MOST_WORDS);
}

/** The row of a statement. */
export function statementRow(statement: Statement, context: RowContext): string[] {
  const { paint } = context;
  const speaker =
    statement.speaker === undefined ? undefined : context.actorName(statement.speaker);
  const source = words(context, statement.source);
  const cue = words(context, statement.cue);
  return [
    cleanText(speaker ?? source) || '–',
    clipText(words(context, statement.content), MOST_WORDS),
    statement.addressee ? clipText(words(context, [statement.addressee]), 80) : '',
    '',
    [clipText(cue, 60), paint.dim(whenOf(statement.saidOn, context.publishedOn))]
      .filter(Boolean)
      .join('\n'),
  ];
}

function words(context: RowContext, spans: readonly Span[]): string {
  return cleanText(context.quote(spans));
}

function namesOf(ids: readonly string[], spans: readonly Span[], context: RowContext): string {
  const names = ids.map((id) => context.actorName(id)).filter((name) => name !== undefined);
  return cleanText(names.length === 0 ? words(context, spans) : names.join(', '));
}

function whenOf(saidOn: SaidOn | undefined, publishedOn: string | undefined): string {
  if (!saidOn) return publishedOn ?? '';
  return saidOn.from === saidOn.to ? saidOn.from : `${saidOn.from} – ${saidOn.to}`;
}
