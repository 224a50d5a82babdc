/**
 * A quotation with where it stands and the way to its words.
 * @module
 */
import type { Evidence } from '@onrecord/record';
import { pathOf } from '../route.ts';
import { describeFragment, findSafeUrl } from '../words/cite-entry.ts';
import { describeDate } from '../words/date.ts';
import { shortenText } from '../words/describe-entry.ts';
import { Words } from './article-text.tsx';

/** The address inside the app that opens an article at a piece of evidence. */
export function hrefOfEvidence(evidence: Evidence): string {
  const entry = evidence.commitmentId ?? evidence.statementId;
  const query = entry ? `?entry=${encodeURIComponent(entry)}` : '';
  return `${pathOf('articles', evidence.articleId)}${query}`;
}

/** The outlet's own page, opened at the words; null where the article has no address. */
function hrefOfOutlet(evidence: Evidence): string | null {
  const url = findSafeUrl(evidence.url);
  if (!url || evidence.quote === '') return null;
  const [first = ''] = evidence.quote.split(' … ');
  return `${url.replace(/#.*$/, '')}#${describeFragment(first, [0, first.length])}`;
}

interface EvidenceQuoteProps {
  evidence: Evidence;
  limit?: number;
}

/** Draw a quotation with its outlet, its date and links to the words. */
export function EvidenceQuote({ evidence, limit = 420 }: EvidenceQuoteProps) {
  const outlet = hrefOfOutlet(evidence);
  return (
    <figure class="evidence">
      <blockquote class="quotation" dir="auto">
        <Words text={shortenText(evidence.quote, limit)} />
      </blockquote>
      <figcaption>
        <span class="piece">
          <a href={hrefOfEvidence(evidence)}>
            <Words text={evidence.publisher ?? evidence.title ?? 'The article'} />
          </a>
        </span>
        {evidence.publishedOn && <span class="piece">{describeDate(evidence.publishedOn)}</span>}
        {outlet && (
          <span class="piece">
            <a href={outlet} target="_blank" rel="noopener noreferrer">
              at the outlet
            </a>
          </span>
        )}
      </figcaption>
    </figure>
  );
}
