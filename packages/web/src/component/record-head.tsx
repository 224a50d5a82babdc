/**
 * The head of an article's page: its title, where it comes from, what was found in it, and what the
 * reader wants to tell.
 * @module
 */

import type { ArticleRecord } from '@onrecord/record';
import type { ComponentChildren } from 'preact';
import { useTitle } from '../title.ts';
import { findSafeUrl } from '../words/cite-entry.ts';
import { describeDate } from '../words/date.ts';
import { Words } from './article-text.tsx';

/** Say a number of things: "1 note", "2 notes", "1,204 notes". */
export function describeCount(count: number, one: string, many = `${one}s`): string {
  return `${String(count).replace(/\B(?=(\d{3})+$)/g, ',')} ${count === 1 ? one : many}`;
}

function Notes({ record }: { record: ArticleRecord }) {
  if (record.notes.length === 0) return null;
  return (
    <details class="notes">
      <summary>{describeCount(record.notes.length, 'note')} from the reader</summary>
      <ul>
        {record.notes.map((note, index) => (
          <li key={index}>
            {note.message} <code>{note.code}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface RecordHeadProps {
  record: ArticleRecord;
  sentenceCount: number;
  /** Anything else that the counter tells: how long it took. */
  aside?: string;
  children?: ComponentChildren;
}

/** Draw the head of an article's page. */
export function RecordHead({ record, sentenceCount, aside, children }: RecordHeadProps) {
  const { article } = record;
  const url = findSafeUrl(article.url);
  useTitle(article.title ?? 'A text without a title');
  const origin = [
    article.byline,
    article.publisher,
    article.publishedOn && describeDate(article.publishedOn),
  ];
  const counts = [
    describeCount(sentenceCount, 'sentence'),
    describeCount(record.statements.length, 'statement'),
    describeCount(record.commitments.length, 'commitment'),
    describeCount(record.notes.length, 'note'),
  ];
  return (
    <header class="record-head">
      <div>
        {!article.parts.some(({ kind }) => kind === 'title') && (
          <h1 dir="auto">
            <Words text={article.title ?? 'A text without a title'} />
          </h1>
        )}
        <p class="origin-line">
          {origin.filter(Boolean).map((part) => (
            <span key={part} class="piece">
              <Words text={part as string} />
            </span>
          ))}
          {url && (
            <span class="piece">
              <a href={url} target="_blank" rel="noopener noreferrer">
                the article
              </a>
            </span>
          )}
        </p>
        <p class="counts" role="status">
          {counts.join(', ')}
          {aside ? ` · ${aside}` : ''}
        </p>
        <Notes record={record} />
      </div>
      <div class="head-actions">{children}</div>
    </header>
  );
}
