/**
 * Which articles go back to one origin: a wire story and its reprints share most of their
 * sentences word for word. Linear in the text: sentences are looked up, not compared pairwise.
 * @module
 */
import type { ArticleRecord } from '@onrecord/record';

/** Share of the shorter article's sentences that a reprint has; two reports of one press
 * conference share its quotations, about one sentence in ten. */
const REPRINT_SHARE = 0.5;
/** One sentence alone may be a quotation, unless the article has no other. */
const LEAST_SHARED = 2;
/** Shorter sentences ("He did not elaborate.") are in many articles. */
const LEAST_LETTERS = 40;
/** A sentence that stands in more articles than this tells nothing new of the next one. */
const MOST_HOLDERS = 8;

const sentencesOf = (text: string): Set<string> =>
  new Set(
    text
      .toLowerCase()
      .split(/[.!?\n]/)
      .filter((sentence) => sentence.length >= LEAST_LETTERS),
  );

/** The origin of each article, by article id: the id of the earliest article that it reprints. */
export function resolveOrigins(records: readonly ArticleRecord[]): Map<string, string> {
  const sentences = records.map((record) => sentencesOf(record.article.text));
  const holders = new Map<string, number[]>();
  const origins = new Map<string, string>();
  const order = records
    .map((_, index) => index)
    .sort((left, right) => compareDates(records[left], records[right]) || left - right);
  for (const index of order) {
    const own = sentences[index] ?? new Set();
    const shared = new Map<number, number>();
    for (const sentence of own) {
      const before = holders.get(sentence) ?? [];
      for (const other of before) shared.set(other, (shared.get(other) ?? 0) + 1);
      if (before.length < MOST_HOLDERS) holders.set(sentence, [...before, index]);
    }
    const id = records[index]?.article.id ?? '';
    const reprinted = [...shared].find(([other, count]) => {
      const shorter = Math.min(own.size, sentences[other]?.size ?? 0);
      return count >= Math.max(REPRINT_SHARE * shorter, Math.min(LEAST_SHARED, shorter));
    });
    const origin = reprinted === undefined ? id : (records[reprinted[0]]?.article.id ?? id);
    origins.set(id, origins.get(origin) ?? origin);
  }
  return origins;
}

function compareDates(left: ArticleRecord | undefined, right: ArticleRecord | undefined): number {
  const [a, b] = [left?.article.publishedOn ?? '9999', right?.article.publishedOn ?? '9999'];
  return a < b ? -1 : a > b ? 1 : 0;
}
