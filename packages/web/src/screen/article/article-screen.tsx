/**
 * An article of the ledger with its record, its versions with what changed in records, and the
 * articles that count as one origin with it. `?entry=` opens it at an entry's words.
 * @module
 */
import type { ArticleView, VersionDiff } from '@onrecord/api/client';
import { useMemo } from 'preact/hooks';
import { AnswerView } from '../../component/answer-view.tsx';
import { Words } from '../../component/article-text.tsx';
import { ExportMenu } from '../../component/export-menu.tsx';
import { describeCount, RecordHead } from '../../component/record-head.tsx';
import { RecordView } from '../../component/record-view.tsx';
import { client } from '../../connection/client.ts';
import { useAnswer } from '../../connection/use-answer.ts';
import { type ExportTable, tableOf } from '../../export/column.ts';
import { ENTRY_COLUMNS } from '../../export/entry-columns.ts';
import { CHANGE_COLUMNS, LIKENESS_COLUMNS, VERSION_COLUMNS } from '../../export/list-columns.ts';
import { pathOf, place } from '../../route.ts';
import { countSentences } from '../../words/count-sentences.ts';
import { describeDate } from '../../words/date.ts';
import { shortenText } from '../../words/describe-entry.ts';

type Change = VersionDiff['changes'][number];

function ChangeLine({ change }: { change: Change }) {
  return (
    <li>
      <strong>
        {change.entryKind} {change.kind}
      </strong>
      {': '}
      <q>
        <Words text={shortenText(change.words, 160)} />
      </q>
      {change.kind === 'changed' && (
        <ul>
          {change.fields.map(({ field, before, after }) => (
            <li key={field}>
              {field}: <del>{before ?? 'nothing'}</del> → <ins>{after ?? 'nothing'}</ins>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Changes({ id }: { id: string }) {
  const diff = useAnswer(`diff ${id}`, (signal) =>
    client.diffVersions({ path: { id }, query: {}, signal }),
  );
  return (
    <AnswerView answer={diff} what="what changed">
      {({ changes, unchangedCount }) => (
        <>
          <p class="hint">
            {describeCount(changes.length, 'record')} changed, {unchangedCount} stayed as they were.
          </p>
          <ul class="change-list">
            {changes.map((change) => (
              <ChangeLine key={`${change.kind} ${change.entryId}`} change={change} />
            ))}
          </ul>
        </>
      )}
    </AnswerView>
  );
}

function Versions({ view }: { view: ArticleView }) {
  if (view.versions.length < 2) return null;
  return (
    <details class="versions">
      <summary>{describeCount(view.versions.length, 'version')} at this address</summary>
      <ul>
        {view.versions.map((version) => (
          <li key={version.id}>
            <a href={pathOf('articles', version.id)} aria-current={version.id === view.article.id}>
              version {version.version}
            </a>
            , added {describeDate(version.addedAt)},{' '}
            {describeCount(version.statementCount, 'statement')},{' '}
            {describeCount(version.commitmentCount, 'commitment')}
          </li>
        ))}
      </ul>
      {1 < view.article.version && <Changes id={view.article.id} />}
    </details>
  );
}

function Copies({ view }: { view: ArticleView }) {
  if (view.likenesses.length === 0) return null;
  return (
    <details class="versions">
      <summary>
        {describeCount(view.likenesses.length, 'copy', 'copies')} of the same origin
      </summary>
      <ul>
        {view.likenesses.map(({ articleId, otherId, kind, reason }) => {
          const other = articleId === view.article.id ? otherId : articleId;
          return (
            <li key={other}>
              <a href={pathOf('articles', other)}>{kind}</a>: {reason}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function tablesOf({ article, entries, versions, likenesses }: ArticleView): ExportTable[] {
  const changes = async () =>
    (await client.diffVersions({ path: { id: article.id }, query: {} })).changes;
  return [
    tableOf('Entries', ENTRY_COLUMNS, () => entries),
    ...(1 < versions.length ? [tableOf('Versions', VERSION_COLUMNS, () => versions)] : []),
    ...(1 < article.version ? [tableOf('What changed', CHANGE_COLUMNS, changes)] : []),
    ...(0 < likenesses.length ? [tableOf('Copies', LIKENESS_COLUMNS, () => likenesses)] : []),
  ];
}

function ArticlePage({ view }: { view: ArticleView }) {
  const sentenceCount = useMemo(() => countSentences(view.record.article), [view]);
  const openAt = place.value.query.get('entry');
  return (
    <>
      <RecordHead record={view.record} sentenceCount={sentenceCount}>
        <ExportMenu name="article" tables={tablesOf(view)} />
      </RecordHead>
      <Versions view={view} />
      <Copies view={view} />
      <RecordView
        record={view.record}
        {...(openAt ? { openAt } : {})}
        actions={(entry) =>
          entry.kind === 'commitment' && (
            <a href={pathOf('commitments', entry.id)}>History and status</a>
          )
        }
      />
    </>
  );
}

/** Draw an article of the ledger. */
export function ArticleScreen({ id }: { id: string }) {
  const article = useAnswer(`article ${id}`, (signal) =>
    client.getArticle({ path: { id }, signal }),
  );
  return (
    <div class="page page-wide">
      <AnswerView answer={article} what="the article">
        {(view) => <ArticlePage view={view} />}
      </AnswerView>
    </div>
  );
}
