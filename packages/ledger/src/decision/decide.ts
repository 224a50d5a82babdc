/**
 * Making a decision: check that it fits what it is about, add it to the log, and write anew the
 * rows that follow from it, in one transaction.
 * @module
 */
import { randomUUID } from 'node:crypto';
import { type ArticleRecord, COMMITMENT_STATUSES } from '@onrecord/record';
import type { Kysely, Selectable } from 'kysely';
import { mergeActors, remergeAll } from '../actor/merge-actors.ts';
import { renameActor, renameAll } from '../actor/rename-actor.ts';
import { insertSplit, resplitAll } from '../actor/split-actor.ts';
import { decideAnew, deleteEntries, writeEntries } from '../add/write-entries.ts';
import { notInLedger } from '../article/list-articles.ts';
import { CONDITION_STATES, type Evidence } from '../ledger.ts';
import { moveDate } from '../matter/move-date.ts';
import type { Store } from '../store/open-store.ts';
import type { ArticleTable, DecisionTable, Schema } from '../store/schema.ts';
import { applyDecisions, editEntry, findUndone, Targets, targetIdOf } from './apply-decisions.ts';
import type { Decided, Decider, Decision, DecisionWords, LoggedDecision } from './decision.ts';
import { describeWords, type RecordEntry } from './describe-words.ts';
import { decodeDecision, listLineageDecisions } from './list-decisions.ts';

type ArticleRow = Pick<
  Selectable<ArticleTable>,
  'seq' | 'id' | 'lineage_id' | 'is_current' | 'record'
>;

/** What a decision was found to be about. */
interface About {
  targetId: string;
  article?: ArticleRow;
  words?: DecisionWords;
}

/** A day that the calendar has: not 2027-02-30. */
const isDate = (on: string | undefined): boolean =>
  on === undefined ||
  (/^\d{4}-\d{2}-\d{2}$/.test(on) && !Number.isNaN(Date.parse(on)) && moveDate(on, 0) === on);

/** What something rests on is somewhere: words in the ledger, an address, or at least a note. */
function checkEvidence({ articleId, entryId, url, note }: Evidence): void {
  if (articleId === undefined && entryId === undefined && url === undefined && !note?.trim())
    throw new RangeError('evidence is an article, an entry, an address, or a note');
  if (url !== undefined && !/^https?:\/\/\S+$/i.test(url))
    throw new RangeError(`not an http(s) address: ${url}`);
}

function checkDecision(decision: Decision): void {
  if (decision.kind === 'reject' && decision.reason.trim() === '')
    throw new RangeError('rejecting needs a reason');
  if (decision.kind === 'set-condition' && !CONDITION_STATES.includes(decision.state))
    throw new RangeError(`a condition is ${CONDITION_STATES.join(', ')}, not ${decision.state}`);
  if (decision.kind === 'set-status' && !COMMITMENT_STATUSES.includes(decision.status))
    throw new RangeError(`a status is ${COMMITMENT_STATUSES.join(', ')}, not ${decision.status}`);
  if ('evidence' in decision && decision.evidence !== undefined) checkEvidence(decision.evidence);
  if ('on' in decision && !isDate(decision.on))
    throw new RangeError(`not an ISO date (YYYY-MM-DD): ${decision.on}`);
  if (decision.kind === 'merge-actors' && decision.otherIds.length === 0)
    throw new RangeError('merging needs at least one other actor');
  if (decision.kind === 'split-actor' && decision.articleIds.length === 0)
    throw new RangeError('splitting needs at least one article');
  if (decision.kind === 'rename-actor' && decision.name.trim() === '')
    throw new RangeError('renaming needs a name');
}

/**
 * Decide: all of it in one transaction, or nothing.
 * @throws RangeError when a decision is none or nobody decides; CodedError `not-in-ledger` when
 * there is nothing that one is about
 */
export async function decideAll(
  store: Store,
  decisions: readonly Decision[],
  decider: Decider,
): Promise<Decided[]> {
  for (const decision of decisions) checkDecision(decision);
  return logDecisions(store, decisions, decider);
}

/** Undo decisions by further ones. @throws CodedError `not-in-ledger` */
export function undoDecisions(
  store: Store,
  decisionIds: readonly string[],
  decider: Decider & { reason?: string },
): Promise<Decided[]> {
  const { reason } = decider;
  const because = reason === undefined ? {} : { reason };
  const undoings = decisionIds.map(
    (decisionId) => ({ kind: 'undo', decisionId, ...because }) as const,
  );
  return logDecisions(store, undoings, decider);
}

async function logDecisions(
  store: Store,
  decisions: readonly LoggedDecision[],
  { as, at }: Decider,
): Promise<Decided[]> {
  if (as.trim() === '') throw new RangeError('a decision needs a name: who decides?');
  // Ids are made before the transaction, so that one tried again makes the same decisions.
  const ids = decisions.map(() => `d_${randomUUID().replaceAll('-', '').slice(0, 20)}`);
  const madeAt = at ?? new Date().toISOString();
  return store.write(async (tx) => {
    await store.dialect.holdLedger(tx, 'alone');
    const changed = new Set<string>();
    const made: Decided[] = [];
    for (const [index, decision] of decisions.entries()) {
      const about = await findAbout(tx, decision);
      const row = {
        id: ids[index] ?? '',
        kind: decision.kind,
        target_id: about.targetId,
        lineage_id: about.article?.lineage_id ?? null,
        article_id: about.article?.id ?? null,
        body: JSON.stringify(decision),
        words: about.words === undefined ? null : JSON.stringify(about.words),
        made_by: as,
        made_at: madeAt,
      };
      await tx.insertInto('decision').values(row).execute();
      for (const lineage of await followDecision(tx, store, { ...row, seq: 0 }))
        changed.add(lineage);
      made.push(decodeDecision({ ...row, seq: 0 }));
    }
    // An article on which much was decided is written once.
    await rewriteLineages(tx, store, [...changed]);
    return made;
  });
}

async function findAbout(tx: Kysely<Schema>, decision: LoggedDecision): Promise<About> {
  switch (decision.kind) {
    case 'merge-actors':
      for (const id of decision.otherIds) await requireActor(tx, id);
      return { targetId: await requireActor(tx, decision.actorId) };
    case 'split-actor':
    case 'rename-actor':
      return { targetId: await requireActor(tx, decision.actorId) };
    case 'undo': {
      const undone = await getDecision(tx, decision.decisionId);
      const all = await listChain(tx, undone);
      if (findUndone(all).has(undone.id)) throw new RangeError(`${undone.id} is undone already`);
      return aboutOf(tx, undone);
    }
    case 'move': {
      const moved = await getDecision(tx, decision.decisionId);
      const about = await aboutOf(tx, moved);
      const { article } = await findEntry(tx, decision.targetId);
      if (article.lineage_id !== about.article?.lineage_id)
        throw new RangeError(`${decision.targetId} stands in another article`);
      return { ...about, targetId: decision.targetId };
    }
    default:
      return findAboutEntry(tx, decision);
  }
}

async function requireActor(tx: Kysely<Schema>, id: string): Promise<string> {
  const row = await tx.selectFrom('actor').select('id').where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw notInLedger('actor', id);
  return row.id;
}

async function getDecision(tx: Kysely<Schema>, id: string): Promise<Selectable<DecisionTable>> {
  const row = await tx.selectFrom('decision').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw notInLedger('decision', id);
  return row;
}

/** A decision with all undoings of it, oldest first. */
async function listChain(
  tx: Kysely<Schema>,
  decision: Selectable<DecisionTable>,
): Promise<Decided[]> {
  const chain = [decision];
  for (let at = 0; at < chain.length; at++) {
    const undoings = await tx
      .selectFrom('decision')
      .selectAll()
      .where('kind', '=', 'undo')
      .where('target_id', '=', chain[at]?.id ?? '')
      .execute();
    chain.push(...undoings);
  }
  return chain.sort((one, other) => one.seq - other.seq).map(decodeDecision);
}

/** What a decision about another decision is about. */
async function aboutOf(tx: Kysely<Schema>, decision: Selectable<DecisionTable>): Promise<About> {
  if (decision.lineage_id === null) return { targetId: decision.id };
  const article = await tx
    .selectFrom('article')
    .select(['seq', 'id', 'lineage_id', 'is_current', 'record'])
    .where('lineage_id', '=', decision.lineage_id)
    .where('is_current', '=', 1)
    .executeTakeFirstOrThrow();
  return { targetId: decision.id, article };
}

/** The current article in which an entry (or the entry of a condition) stands. */
async function findEntry(tx: Kysely<Schema>, targetId: string): Promise<{ article: ArticleRow }> {
  const article = await tx
    .selectFrom('article')
    .select(['seq', 'id', 'lineage_id', 'is_current', 'record'])
    .where('seq', '=', (from) =>
      from
        .selectFrom('entry')
        .select('entry.article_seq')
        .where('entry.seq', 'in', (keys) =>
          keys
            .selectFrom('entry')
            .select('entry.seq')
            .where('entry.id', '=', targetId)
            .union(
              from
                .selectFrom('entry_condition')
                .select('entry_condition.entry_seq as seq')
                .where('entry_condition.id', '=', targetId),
            ),
        )
        .limit(1),
    )
    .executeTakeFirst();
  if (article === undefined) throw notInLedger('statement, commitment or condition', targetId);
  return { article };
}

/** A state belongs to a condition, a status to a commitment. */
function checkTarget(decision: Decision, { kind, value }: RecordEntry, conditionId?: string): void {
  if (decision.kind === 'set-status' && kind !== 'commitment')
    throw new RangeError(`${value.id} is a statement: only commitments have a status`);
  if (decision.kind !== 'set-condition' || conditionId !== undefined) return;
  const own = kind === 'commitment' ? value.conditions.map(({ id }) => id) : [];
  throw new RangeError(
    `${value.id} is no condition; its conditions: ${own.length === 0 ? 'none' : own.join(', ')}`,
  );
}

/** What an entry's decision is about, checked against the reading with the decisions before it. */
async function findAboutEntry(
  tx: Kysely<Schema>,
  decision: Exclude<Decision, { kind: 'merge-actors' | 'split-actor' | 'rename-actor' | 'move' }>,
): Promise<About> {
  const targetId = targetIdOf(decision) ?? '';
  const { article } = await findEntry(tx, targetId);
  if ('evidence' in decision && decision.evidence?.entryId !== undefined)
    await findEntry(tx, decision.evidence.entryId);
  const record = JSON.parse(article.record) as ArticleRecord;
  const decisions = await listLineageDecisions(tx, article.lineage_id);
  const probe: Decided = { id: '', decision, articleId: article.id, by: '', at: '' };
  const read = new Targets(record).find(probe);
  const { record: now } = applyDecisions(record, decisions);
  const target = new Targets(now).find(probe);
  if (read === null || target === null) throw notInLedger('condition or entry', targetId);
  checkTarget(decision, read.entry, read.conditionId);
  if (decision.kind === 'edit') {
    const trial = structuredClone(now);
    const tried = new Targets(trial).find(probe) ?? target;
    const problems = editEntry(trial, tried.entry, decision);
    if (problems.length > 0) throw new RangeError(problems.join('; '));
  }
  // The words are those of the machine's reading: a later reading is compared with them.
  const words = describeWords(record.article.text, read.entry);
  if (read.conditionId !== undefined && read.entry.kind === 'commitment') {
    const condition = read.entry.value.conditions.find(({ id }) => id === read.conditionId);
    if (condition !== undefined) words.condition = record.article.text.slice(...condition.span);
  }
  return { targetId, article, words };
}

/** Do what follows from a decision. @returns the articles whose rows must be written anew */
async function followDecision(
  tx: Kysely<Schema>,
  store: Store,
  row: Selectable<DecisionTable>,
): Promise<readonly string[]> {
  const decision = JSON.parse(row.body) as LoggedDecision;
  if (decision.kind === 'split-actor')
    return insertSplit(tx, store, { decision, decisionId: row.id });
  if (row.lineage_id !== null) return [row.lineage_id];
  if (decision.kind === 'merge-actors') await mergeActors(tx, decision);
  if (decision.kind === 'rename-actor') await renameActor(tx, decision);
  if (decision.kind !== 'undo') return [];
  await remergeAll(tx);
  await renameAll(tx);
  return resplitAll(tx, store);
}

/** Write the rows of the current versions anew. */
async function rewriteLineages(
  tx: Kysely<Schema>,
  store: Store,
  lineages: readonly string[],
): Promise<void> {
  for (const lineageId of lineages) {
    const article = await tx
      .selectFrom('article')
      .select(['seq', 'record'])
      .where('lineage_id', '=', lineageId)
      .where('is_current', '=', 1)
      .executeTakeFirst();
    if (article === undefined) continue;
    const oldKeys = await deleteEntries(tx, store, article.seq);
    const record = JSON.parse(article.record) as ArticleRecord;
    const ready = await decideAnew(tx, { seq: article.seq, lineageId }, record);
    await writeEntries(tx, store, { articles: [{ ...ready, oldKeys }] });
  }
}
