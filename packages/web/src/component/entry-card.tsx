/**
 * The card of one record: its plain line, the quotation cut from the text, its badges, and what can
 * be done with it.
 * @module
 */
import type { ArticleRecord } from '@onrecord/record';
import type { ComponentChildren } from 'preact';
import { citeEntry, linkEntry } from '../words/cite-entry.ts';
import { describeEntry, type EntryFacts, shortenText } from '../words/describe-entry.ts';
import { type Entry, factsOf, quoteEntry } from '../words/entry.ts';
import { FIELD_LABELS } from '../words/field.ts';
import { Words } from './article-text.tsx';
import { copyText } from './toast.tsx';

/** Longer quotations are cut on a card; the words stand beside it in the article. */
const QUOTE_LIMIT = 420;

/**
 * Draw the one plain line of an entry, each piece with the mark of its field. What a statement says
 * is left to the quotation below it.
 */
export function EntryLine({ facts }: { facts: EntryFacts }) {
  const pieces = describeEntry(facts).filter(({ field }) => field !== 'content');
  return (
    <p class="entry-line">
      {pieces.map(({ text, field, isJoined }, index) => (
        <span key={index} class="piece" data-joined={isJoined ? '' : undefined}>
          {field ? (
            <span class="field-mark" data-field={field} title={FIELD_LABELS[field]}>
              <Words text={text} />
            </span>
          ) : (
            <Words text={text} />
          )}
        </span>
      ))}
    </p>
  );
}

/** Draw how sure the reader is: 90 % is right nine times in ten. */
export function Score({ score }: { score: number }) {
  return (
    <span class="score" title="how sure the reader is">
      {Math.round(score * 100)} %<span class="sr-only"> sure</span>
    </span>
  );
}

function badgesOf(entry: Entry): string[] {
  if (entry.kind === 'statement') return [`${entry.statement.kind} statement`];
  const { commitment } = entry;
  const role = commitment.role ? [commitment.role] : [];
  return [commitment.stance, ...role];
}

function scoreOf(entry: Entry): number {
  return entry.kind === 'statement' ? entry.statement.score : entry.commitment.score;
}

interface EntryCardProps {
  record: ArticleRecord;
  entry: Entry;
  index: number;
  children?: ComponentChildren;
}

/** Draw a record as a card. */
export function EntryCard({ record, entry, index, children }: EntryCardProps) {
  const link = linkEntry(record, entry);
  const hedged = entry.fields.some((field) => field.field === 'hedge');
  return (
    <article
      class="entry-card"
      data-card={index}
      data-entry-id={entry.id}
      tabIndex={-1}
      data-kind={entry.kind}
    >
      <header>
        {badgesOf(entry).map((badge) => (
          <span key={badge} class="badge">
            {badge}
          </span>
        ))}
        {hedged && <span class="badge badge-hedge">hedged</span>}
        <Score score={scoreOf(entry)} />
      </header>
      <EntryLine facts={factsOf(record, entry)} />
      <blockquote dir="auto">
        <Words text={shortenText(quoteEntry(record, entry), QUOTE_LIMIT)} />
      </blockquote>
      <footer>
        <button
          type="button"
          class="quiet flush"
          onClick={() => void copyText(citeEntry(record, entry), 'Citation')}
        >
          Copy citation
        </button>
        {link && (
          <a href={link} target="_blank" rel="noopener noreferrer">
            Open at the words
          </a>
        )}
        {children}
      </footer>
    </article>
  );
}
