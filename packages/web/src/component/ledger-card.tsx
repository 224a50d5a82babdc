/**
 * An entry of the ledger in a list: its line, its words with their marks and the words searched for,
 * where it stands, and what can be done with it.
 * @module
 */
import type { Span } from '@onrecord/record';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { pathOf } from '../route.ts';
import { describeDate } from '../words/date.ts';
import {
  citeLedgerEntry,
  factsOfLedger,
  type LedgerEntry,
  linkLedgerEntry,
  listExcerptFields,
  scoreOf,
} from '../words/ledger-entry.ts';
import { findSegments } from '../words/segment.ts';
import { Words } from './article-text.tsx';
import { EntryLine, Score } from './entry-card.tsx';
import { copyText } from './toast.tsx';

/** An excerpt longer than this is cut; the article has the rest. */
const EXCERPT_LIMIT = 700;

function isInside([start, end]: Span, spans: readonly Span[]): boolean {
  return spans.some(([from, to]) => from <= start && end <= to);
}

/** Draw an entry's words: its fields marked, the words searched for set off. */
export function Excerpt({ entry }: { entry: LedgerEntry }) {
  const { excerpt: text, excerptStart: start } = entry;
  const found = useMemo(
    () => entry.highlights.map(([from, to]): Span => [from - start, to - start]),
    [entry],
  );
  const segments = useMemo(() => {
    const fields = listExcerptFields(entry);
    const length = Math.min(text.length, EXCERPT_LIMIT);
    const whole = { fields, id: entry.id, cover: [0, length] as Span };
    return findSegments(length, [whole], found.flat());
  }, [entry, found]);
  return (
    <blockquote class="quotation" dir="auto">
      {segments.map(({ span, marks: [mark] }) => {
        const words = <Words text={text.slice(span[0], span[1])} />;
        const inner = isInside(span, found) ? <mark>{words}</mark> : words;
        if (!mark) return <span key={span[0]}>{inner}</span>;
        return (
          <span key={span[0]} class="mark" data-field={mark.field}>
            {inner}
          </span>
        );
      })}
      {EXCERPT_LIMIT < text.length && ' …'}
    </blockquote>
  );
}

/** The address inside the app that opens an entry's article at its words. */
export function hrefOfEntry(entry: LedgerEntry): string {
  return `${pathOf('articles', entry.article.id)}?entry=${encodeURIComponent(entry.id)}`;
}

function Origin({ entry }: { entry: LedgerEntry }) {
  const { article } = entry;
  const when = article.publishedOn && describeDate(article.publishedOn);
  return (
    <p class="origin-line">
      <span class="piece">
        <a href={hrefOfEntry(entry)}>
          <Words text={article.title ?? 'an article without a title'} />
        </a>
      </span>
      {article.publisher && (
        <span class="piece">
          <Words text={article.publisher} />
        </span>
      )}
      {when && <span class="piece">{when}</span>}
    </p>
  );
}

function Badges({ entry }: { entry: LedgerEntry }) {
  const status = entry.kind === 'commitment' ? entry.status : undefined;
  return (
    <header>
      <span class="badge">
        {entry.kind === 'commitment'
          ? entry.commitment.stance
          : `${entry.statement.kind} statement`}
      </span>
      {status && <span class="badge">{status}</span>}
      {entry.review !== 'open' && <span class="badge">{entry.review}</span>}
      <Score score={scoreOf(entry)} />
    </header>
  );
}

interface LedgerCardProps {
  entry: LedgerEntry;
  /** On its own page it needs no link there. */
  isOpen?: boolean;
  children?: ComponentChildren;
}

/** Draw an entry of the ledger as a card. */
export function LedgerCard({ entry, isOpen = false, children }: LedgerCardProps) {
  const link = linkLedgerEntry(entry);
  return (
    <article class="entry-card ledger-card" tabIndex={-1} data-kind={entry.kind}>
      <Badges entry={entry} />
      <EntryLine facts={factsOfLedger(entry)} />
      <Excerpt entry={entry} />
      <Origin entry={entry} />
      <footer>
        {entry.kind === 'commitment' && !isOpen && (
          <a href={pathOf('commitments', entry.id)}>History and status</a>
        )}
        <button
          type="button"
          class="quiet flush"
          onClick={() => void copyText(citeLedgerEntry(entry), 'Citation')}
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
