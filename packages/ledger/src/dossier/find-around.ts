/**
 * What stands around one entry: the utterance that a statement reports, and how far a commitment
 * has come. Both look at the articles in which the same actors take part, not at the whole ledger.
 * @module
 */
import type { ArticleRecord, StatusRating, StatusStep, Utterance } from '@onrecord/record';
import { notInLedger } from '../article/list-articles.ts';
import type { Entry } from '../ledger.ts';
import { moveDate } from '../matter/move-date.ts';
import { getEntry } from '../search/search-entries.ts';
import { rateCommitment } from '../status/rate-commitment.ts';
import type { Store } from '../store/open-store.ts';
import { resolveUtterances } from '../utterance/resolve-utterances.ts';
import { loadScope } from './load-scope.ts';

/** Days around a statement in which it may be reported: a weekly comes a week later. */
const REPORT_DAYS = 8;

/**
 * The act of speech that a statement reports, with every report of it. A statement can report
 * several: `STATEMENT~START` means the one whose words begin there in the article.
 * @throws CodedError `not-in-ledger`, also for a statement that nobody speaks
 */
export async function getUtterance(store: Store, key: string): Promise<Utterance> {
  const [statementId = key, start] = key.split('~');
  const entry = await getEntry(store, statementId);
  const speaker = entry.actors.find((actor) => actor.part === 'speaker');
  const day = entry.saidFrom ?? entry.article.publishedOn;
  if (entry.kind !== 'statement' || speaker === undefined)
    throw notInLedger('statement with a speaker', statementId);
  const { records, options } = await loadScope(store, {
    query: {
      actor: speaker.id,
      part: 'speaker',
      kind: 'statement',
      ...(day === undefined
        ? {}
        : { from: moveDate(day, -REPORT_DAYS), to: moveDate(day, REPORT_DAYS) }),
    },
  });
  const found = resolveUtterances(records, { ...options, leastReports: 1 }).find(({ reports }) =>
    reports.some(
      ({ evidence }) =>
        evidence.statementId === statementId &&
        (start === undefined || evidence.spans.some((span) => span[0] === Number(start))),
    ),
  );
  if (found === undefined) throw notInLedger('statement that was said', statementId);
  return found;
}

/**
 * How far a commitment has come: from later words of its party, from what articles tell, and from
 * what people decided.
 * @throws CodedError `not-in-ledger`
 */
export async function getRating(
  store: Store,
  commitmentId: string,
  options: { asOf?: string } = {},
): Promise<StatusRating> {
  const entry = await getEntry(store, commitmentId);
  if (entry.kind !== 'commitment') throw notInLedger('commitment', commitmentId);
  const parties = entry.actors.filter((actor) => actor.part !== 'counterparty');
  const scope = await loadScope(store, {
    includedIds: [commitmentId],
    query:
      parties.length === 0
        ? { articleId: entry.article.id }
        : { actor: parties.map((one) => one.id) },
  });
  return rateCommitment(scope.records, commitmentId, {
    ...scope.options,
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
    decided: decidedSteps(entry, scope.records),
  });
}

/** What a person set, as the last step of the history. */
function decidedSteps(entry: Entry, records: readonly ArticleRecord[]): StatusStep[] {
  if (entry.kind !== 'commitment' || entry.status === undefined) return [];
  const article = records.find((record) => record.article.id === entry.article.id)?.article;
  const spans = entry.commitment.action;
  return [
    {
      status: entry.status as StatusStep['status'],
      because: 'a person set it',
      evidence: {
        articleId: entry.article.id,
        originId: entry.article.originId,
        commitmentId: entry.id,
        spans,
        quote: spans.map(([start, end]) => article?.text.slice(start, end) ?? '').join(' … '),
      },
    },
  ];
}
