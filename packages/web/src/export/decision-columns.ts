/**
 * The log of decisions, and decisions that fit nothing any more, as exported tables.
 * @module
 */
import type { Decided, Orphan } from '@onrecord/api/client';
import { describeDecision } from '../words/describe-decision.ts';
import { columnsOf } from './column.ts';

const targetOf = ({ decision }: Decided): string => {
  if ('entryId' in decision) return decision.entryId;
  if ('conditionId' in decision) return decision.conditionId;
  if ('actorId' in decision) return decision.actorId;
  return decision.decisionId;
};

/** The words that a decision was about when it was made. */
export function wordsOfDecision({ words }: Pick<Decided, 'words'>): string {
  return words?.condition ?? Object.values(words?.fields ?? {}).join(' … ');
}

/** The columns of exported decisions. */
export const DECISION_COLUMNS = columnsOf<Decided>({
  id: ['string', 'Id of the decision', (d) => d.id],
  at: ['string', 'When it was made (ISO 8601)', (d) => d.at],
  by: ['string', 'Who made it', (d) => d.by],
  kind: ['string', 'accept, reject, edit, set-status, undo …', (d) => d.decision.kind],
  what: ['string', 'What was decided, in words', (d) => describeDecision(d)],
  target_id: ['string', 'Id of what it is about', targetOf],
  words: ['string', 'The words that it was about when it was made', wordsOfDecision],
  reason: ['string', 'Why', (d) => d.decision.reason],
  article_id: ['string', 'Id of the article', (d) => d.articleId],
  undone_by: ['string', 'Id of the decision that took it back', (d) => d.undoneBy],
});

/** The columns of decisions that fit nothing any more. */
export const ORPHAN_COLUMNS = columnsOf<Orphan>({
  id: ['string', 'Id of the decision', (o) => o.decision.id],
  by: ['string', 'Who made it', (o) => o.decision.by],
  what: ['string', 'What was decided, in words', (o) => describeDecision(o.decision)],
  words: ['string', 'The words that it was about', wordsOfDecision],
  article_id: ['string', 'Id of the article', (o) => o.articleId],
  nearest: ['string', 'The nearest words of now', (o) => o.nearest[0]?.words],
  nearest_id: ['string', 'Id of their entry', (o) => o.nearest[0]?.entryId],
});
