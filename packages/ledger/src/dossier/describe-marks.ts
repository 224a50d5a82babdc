/**
 * Evidence as a person linked it, in the shape that boards show.
 * @module
 */
import type { Evidence as ShownEvidence } from '@onrecord/record';
import type { Evidence } from '../ledger.ts';

/** Describe linked evidence; without an article of its own it belongs to the one decided on. */
export function describeEvidenceMarks(
  evidence: Evidence | undefined,
  articleId: string,
): ShownEvidence[] {
  if (evidence === undefined) return [];
  const id = evidence.articleId ?? articleId;
  const shown: ShownEvidence = {
    articleId: id,
    originId: id,
    spans: evidence.spans ?? [],
    quote: evidence.note ?? '',
  };
  if (evidence.url !== undefined) shown.url = evidence.url;
  return [shown];
}
