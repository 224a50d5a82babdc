/**
 * One statement as a report of an act of speech: who, when, what, and which words are the
 * speaker's own, ready for comparison.
 * @module
 */
import {
  type ArticleRecord,
  type Commitment,
  type DateRange,
  type Party,
  quoteOf,
  type Span,
  type Statement,
} from '@onrecord/record';
import { looksBack } from '../board/find-days.ts';
import { sentenceAround } from '../board/merge-entries.ts';
import { daysOf } from '../board/said-days.ts';
import { foldMatter, type Matter } from '../matter/fold-matter.ts';

/** A statement ready for comparison. */
export interface Report {
  record: ArticleRecord;
  statement: Statement;
  speaker: Party;
  /** The days on which it may have been said. */
  saidOn: DateRange | null;
  /** Whether the article itself tells the day. */
  isDated: boolean;
  /** Whether the article retells what was said on a day that it does not give us. */
  isRecap: boolean;
  /** The pieces of the statement's content that make up this report. */
  spans: Span[];
  content: string;
  matter: Matter;
  /** What is said without its condition, where it has one. */
  core: Matter | null;
  /** Content words around it in its sentence: "Imported sugar will face" before a quoted tariff. */
  context: ReadonlySet<string>;
  /** What the commitments in it are about, with the side that each takes. */
  actions: { matter: Matter; isNo: boolean }[];
  /** Whether the frame and the content together say no ("ruled out", "will not"). */
  isNegated: boolean;
  /** Words of the direct parts, lower-case, one list a part. */
  direct: string[][];
  /** All words of the content, lower-case. */
  words: string[];
}

/** Lower-case words and numbers, in order. */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/’/g, "'")
    .match(/\d[\d,.]*\d|[\p{L}\d][\p{L}\p{M}\d'-]*/gu) ?? [];

/** "would vote for the bill only if the government drops its plan": from here on a condition. */
const CONDITION =
  /[,;]?\s+(?:but\s+)?(?:only (?:if|after|when|once)|(?:even )?if|unless|until|provided|on (?:the )?condition that|as long as)\b.*$/is;

const QUOTED = /["“„]([^"“”„]+)["”]?/g;

/**
 * The pieces of a statement's content, sentence by sentence: `"First the ships," he said. "Then we
 * talk."` is two things said; `"First," he said, "the ships."` is one.
 */
function piecesOf(text: string, content: readonly Span[]): Span[][] {
  const pieces: Span[][] = [];
  for (const span of content) {
    const last = pieces[pieces.length - 1];
    const end = last?.[last.length - 1]?.[1];
    const isNew = end === undefined || /[.!?]["”]?\s*$|[.!?]\s/.test(text.slice(end, span[0]));
    if (isNew || last === undefined) pieces.push([span]);
    else last.push(span);
  }
  return pieces;
}

/** The commitments of a statement that stand in these pieces of it. */
export function commitmentsIn(
  record: ArticleRecord,
  statement: Statement,
  spans: readonly Span[],
): Commitment[] {
  return record.commitments.filter(
    (one) =>
      one.statement === statement.id &&
      one.action.every(([from, to]) => spans.some(([start, end]) => start <= from && to <= end)),
  );
}

const actionsOf = (record: ArticleRecord, statement: Statement, spans: readonly Span[]) =>
  commitmentsIn(record, statement, spans).map(({ action, stance }) => ({
    matter: foldMatter(quoteOf(record.article.text, action)),
    isNo: stance === 'refuses' || stance === 'rejects',
  }));

function sentenceOf(text: string, spans: readonly Span[]): string {
  const start = Math.min(...spans.map((span) => span[0]));
  return sentenceAround(text, start, Math.max(...spans.map((span) => span[1])));
}

/** The words of the sentence around a piece of content. */
function contextOf(text: string, spans: readonly Span[], sentence: string): ReadonlySet<string> {
  const start = Math.min(...spans.map((span) => span[0]));
  const end = Math.max(...spans.map((span) => span[1]));
  return foldMatter(sentence.replace(text.slice(start, end), ' '), 'sentence').keys;
}

/** Describe a statement as reports, one for each thing that is said in it. */
export function describeReports(
  record: ArticleRecord,
  statement: Statement,
  speaker: Party,
): Report[] {
  const { text } = record.article;
  const isDirect = statement.kind === 'direct';
  const cue = quoteOf(text, statement.cue);
  const isDated = statement.saidOn !== undefined && statement.saidOn.basis !== 'published';
  return piecesOf(text, statement.content).map((spans) => {
    const content = spans.map(([start, end]) => text.slice(start, end)).join(' ');
    const quoted = [...content.matchAll(QUOTED)].map((match) => wordsOf(match[1] ?? ''));
    const sentence = sentenceOf(text, spans);
    const opening = isDirect ? 'sentence' : 'clause';
    const matter = foldMatter(content, opening);
    return {
      record,
      statement,
      speaker,
      saidOn: daysOf(record, statement),
      isDated,
      isRecap: !isDated && looksBack(sentence, record.article.publishedOn),
      spans,
      content,
      matter,
      core: CONDITION.test(content) ? foldMatter(content.replace(CONDITION, ''), opening) : null,
      context: contextOf(text, spans, sentence),
      actions: actionsOf(record, statement, spans),
      isNegated: matter.isNegated || foldMatter(cue).isNegated,
      direct: quoted.length > 0 ? quoted : isDirect ? [wordsOf(content)] : [],
      words: wordsOf(content),
    };
  });
}
