/**
 * The fields in which reports of one act of speech are compared: number, verb, condition, hedge,
 * exception. From the record's commitments where it has them, else from cues in the words.
 * @module
 */
import {
  type Commitment,
  quoteOf,
  type UtteranceField,
  type UtteranceReport,
} from '@onrecord/record';
import { foldMatter } from '../matter/fold-matter.ts';
import { commitmentsIn, type Report } from './describe-report.ts';

type Fields = UtteranceReport['fields'];

/** "but only after a ceasefire", "if parliament approves", "once the guns fall silent" */
const CONDITION =
  /\b(only (?:if|when|after|once)|if|unless|until|provided(?: that)?|as long as|once|on condition that|in exchange for)\s+([^,.;:"“”]+)/giu;
/** "except in the three border districts" */
const EXCEPTION =
  /\b(except(?: for)?|apart from|other than|with the exception of|but not)\s+([^,.;:"“”]+)/giu;
/** Words that lower a claim. */
const HEDGE =
  /\b(reportedly|apparently|allegedly|possibly|probably|perhaps|likely|might|may|could|in principle|hopes?|expects?|signalled|signaled|suggested|hinted)\b/giu;
/** "July 1" and "Sept. 30, 2027" are days, not amounts. */
const DAY =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.) \d{1,2}(?:st|nd|rd|th)?(?:, \d{4})?\b/g;
/** Verbs of saying that tell nothing about how firm a word is. */
const NEUTRAL = /^(say|says|said|tell|tells|told|add|adds|added|according to|state|stated|asked)$/;

const clean = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();
const unique = (values: readonly string[]): string[] => [...new Set(values)].sort();

/** The verbs by which the report says that something was said, longest first. */
function verbsOf(report: Report, commitments: readonly Commitment[]): string[] {
  const { text } = report.record.article;
  const cues = commitments.map((one) => `${one.stance}: ${clean(quoteOf(text, one.cue))}`);
  if (cues.length > 0) return unique(cues);
  const { cue } = report.statement;
  // A frame of more than three words is no verb.
  const verb = clean(quoteOf(text, cue));
  return verb === '' || verb.split(' ').length > 3 || NEUTRAL.test(verb) ? [] : [verb];
}

const matchesOf = (pattern: RegExp, text: string): string[] =>
  [...text.matchAll(pattern)].map((match) => clean(match[0]));

/** Describe the fields of one report; a field without a value is left out. */
export function describeFields(report: Report): Fields {
  const { record, statement, content } = report;
  const { text } = record.article;
  const commitments = commitmentsIn(record, statement, report.spans);
  const conditions = commitments.flatMap((one) =>
    one.conditions.map((condition) => clean(quoteOf(text, [condition.span]))),
  );
  const exceptions = commitments.flatMap((one) =>
    one.exceptions.map((exception) => clean(quoteOf(text, [exception]))),
  );
  const hedges = [...statement.hedges, ...commitments.flatMap((one) => one.hedges)].map((hedge) =>
    clean(quoteOf(text, [hedge.span])),
  );
  const found: Record<UtteranceField, string[]> = {
    number: foldMatter(content.replace(DAY, ' ')).numbers.map(String),
    verb: verbsOf(report, commitments),
    condition: conditions.length > 0 ? conditions : matchesOf(CONDITION, content),
    exception: exceptions.length > 0 ? exceptions : matchesOf(EXCEPTION, content),
    hedge: hedges.length > 0 ? hedges : matchesOf(HEDGE, content),
  };
  const fields: Fields = {};
  for (const field of Object.keys(found) as UtteranceField[])
    if (found[field].length > 0) fields[field] = unique(found[field]);
  return fields;
}
