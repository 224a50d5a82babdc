/**
 * The texts of articles out of their records, without the rest: a record's JSON begins with the
 * text, and its first characters are enough to take it out. Where they are not, the whole is read.
 * @module
 */
import type { ArticleRecord } from '@onrecord/record';
import { sql } from 'kysely';
import type { Store } from '../store/open-store.ts';

/** Characters of a record that are read: the text of an article of 1,500 words, and some more. */
const HEAD = 12_000;

/** What stands before the text in a record as it is encoded. */
const BEGINNING = /^\{"schema":"[^"\\]*","article":\{"id":"[^"\\]*","text":(?=")/;

/** Read the texts of articles, by their keys. */
export async function readTexts(
  store: Store,
  seqs: readonly number[],
): Promise<Map<number, string>> {
  const texts = new Map<number, string>();
  if (seqs.length === 0) return texts;
  const heads = await store.db
    .selectFrom('article')
    .select(['seq', sql<string>`substr(article.record, 1, ${sql.lit(HEAD)})`.as('head')])
    .where(store.dialect.among('article.seq', seqs))
    .execute();
  const others: number[] = [];
  for (const { seq, head } of heads) {
    const text = findText(head);
    if (text === null) others.push(seq);
    else texts.set(seq, text);
  }
  if (others.length === 0) return texts;
  const whole = await store.db
    .selectFrom('article')
    .select(['seq', 'record'])
    .where(store.dialect.among('article.seq', others))
    .execute();
  for (const { seq, record } of whole)
    texts.set(seq, (JSON.parse(record) as ArticleRecord).article.text);
  return texts;
}

/** The text in the first characters of a record; null where it does not end in them. */
export function findText(head: string): string | null {
  const start = BEGINNING.exec(head)?.[0].length;
  if (start === undefined) return null;
  for (let end = head.indexOf('"', start + 1); 0 < end; end = head.indexOf('"', end + 1))
    if (!isEscaped(head, end)) return JSON.parse(head.slice(start, end + 1)) as string;
  return null;
}

/** Whether an odd number of backslashes stands before a place. */
function isEscaped(json: string, at: number): boolean {
  let first = at;
  while (json[first - 1] === '\\') first--;
  return (at - first) % 2 === 1;
}
