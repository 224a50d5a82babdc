/**
 * Where an entry rests: the article, the spans, and the words cut out of the text.
 * @module
 */
import { type ArticleRecord, type Evidence, quoteOf, type Span } from '@onrecord/record';

/** What an entry rests on beside its article. */
export interface Place {
  spans: readonly Span[];
  statementId?: string | undefined;
  commitmentId?: string | undefined;
}

/** Describe where an entry rests; spans in the order of the text, touching ones joined. */
export function describeEvidence(record: ArticleRecord, originId: string, place: Place): Evidence {
  const { article } = record;
  const spans = mergeSpans(article.text, place.spans);
  const evidence: Evidence = {
    articleId: article.id,
    originId,
    spans,
    quote: quoteOf(article.text, spans),
  };
  if (article.title !== undefined) evidence.title = article.title;
  if (article.publisher !== undefined) evidence.publisher = article.publisher;
  if (article.publishedOn !== undefined) evidence.publishedOn = article.publishedOn;
  if (article.url !== undefined) evidence.url = article.url;
  if (place.statementId !== undefined) evidence.statementId = place.statementId;
  if (place.commitmentId !== undefined) evidence.commitmentId = place.commitmentId;
  return evidence;
}

/** Pieces with nothing but space or a comma between them are shown as one. */
function mergeSpans(text: string, spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged[merged.length - 1];
    if (last !== undefined && /^[\s,]*$/.test(text.slice(last[1], Math.max(last[1], start))))
      last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
