/**
 * What stands around one entry: the utterance that a statement reports, and how far a commitment
 * has come. How far is read from the articles in which the same actors take part, not from the
 * whole ledger.
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
import { listUtterances } from './assemble-scope.ts';
import type { Scope } from './dossier.ts';
import { type LoadedScope, loadScope, loadWhole } from './load-scope.ts';
import type { ScopeShelf } from './scope-shelf.ts';

/** Days around a statement in which it may be reported: a weekly comes a week later. */
const REPORT_DAYS = 8;

/**
 * The act of speech that a statement reports, with every report of it in the scope: grouped with
 * all that `listUtterances` groups there, for who is one party and which report is the likest
 * depends on what else there is. A statement that the scope does not hold (a ledger can be larger
 * than what is grouped at once) is looked at in the articles around it. A statement can report
 * several acts: an utterance's id, or `STATEMENT~START`, means the one whose words begin there.
 * @throws CodedError `not-in-ledger`, also for a statement that nobody speaks
 */
export async function getUtterance(
  { store, shelf }: { store: Store; shelf: ScopeShelf },
  key: string,
  scope: Scope = {},
): Promise<Utterance> {
  // What one article alone reports is grouped only where it is asked for.
  for (const leastReports of [2, 1]) {
    const listed = await listUtterances(shelf, scope, { leastReports });
    const found = findUtterance(listed, key);
    if (found !== null) return found;
  }
  const { statementId } = readKey(key);
  const { records, options } = await loadReports(store, statementId);
  const around = resolveUtterances(records, { ...options, leastReports: 1 });
  const found = findUtterance(around, key);
  if (found === null) throw notInLedger('statement that was said', statementId);
  return found;
}

/** `u~STATEMENT~START`, `STATEMENT~START` or `STATEMENT`. */
function readKey(key: string): { statementId: string; start: number | null } {
  const [statementId = key, start] = key.replace(/^u~/, '').split('~');
  return { statementId, start: start === undefined ? null : Number(start) };
}

function findUtterance(utterances: readonly Utterance[], key: string): Utterance | null {
  const { statementId, start } = readKey(key);
  const isMeant = ({ evidence }: Utterance['reports'][number]) =>
    evidence.statementId === statementId &&
    (start === null || evidence.spans.some((span) => span[0] === start));
  const byId = utterances.find(({ id }) => id === key);
  return byId ?? utterances.find(({ reports }) => reports.some(isMeant)) ?? null;
}

/** The articles in which the speaker of a statement speaks on the days around it. */
async function loadReports(store: Store, statementId: string): Promise<LoadedScope> {
  const entry = await getEntry(store, statementId);
  const speaker = entry.actors.find((actor) => actor.part === 'speaker');
  const day = entry.saidFrom ?? entry.article.publishedOn;
  if (entry.kind !== 'statement' || speaker === undefined)
    throw notInLedger('statement with a speaker', statementId);
  return loadWhole(store, {
    actor: speaker.id,
    part: 'speaker',
    kind: 'statement',
    ...(day === undefined
      ? {}
      : { from: moveDate(day, -REPORT_DAYS), to: moveDate(day, REPORT_DAYS) }),
  });
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
