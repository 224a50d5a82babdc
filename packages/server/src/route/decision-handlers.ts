/**
 * What people decide: the log, deciding, undoing, the queue of what nobody has looked at, orphans.
 * @module
 */
import type { QueryOf } from '@onrecord/api';
import type { Decision, EntryQuery } from '@onrecord/ledger';
import type { Handler } from '../create-app.ts';
import { tellMistake } from '../request/tell-mistake.ts';
import { pagingOf } from './article-handlers.ts';
import { entryQueryOf } from './entry-query.ts';

export const listDecisions: Handler<'listDecisions'> = ({ query }, { ledger }) =>
  ledger.listDecisions({
    ...(query.article === undefined ? {} : { articleId: query.article }),
    ...(query.target === undefined ? {} : { targetId: query.target }),
    ...(query.by === undefined ? {} : { by: query.by }),
    ...pagingOf(query),
  });

export const addDecision: Handler<'addDecision'> = ({ body, name }, { ledger }) =>
  // Members that were not sent are absent from parsed JSON, never undefined.
  tellMistake('decision-invalid', ledger.decide(body as Decision, { as: name }));

export const addDecisions: Handler<'addDecisions'> = async ({ body, name }, { ledger }) => ({
  items: await tellMistake(
    'decision-invalid',
    ledger.decideAll(body.items as Decision[], { as: name }),
  ),
});

export const undoDecision: Handler<'undoDecision'> = ({ path, body, name }, { ledger }) =>
  tellMistake(
    'decision-invalid',
    ledger.undo(path.id, { as: name, ...(body.reason ? { reason: body.reason } : {}) }),
  );

export const undoDecisions: Handler<'undoDecisions'> = async ({ body, name }, { ledger }) => ({
  items: await tellMistake(
    'decision-invalid',
    ledger.undoAll(body.ids, { as: name, ...(body.reason ? { reason: body.reason } : {}) }),
  ),
});

function reviewQueryOf(query: QueryOf<'countReviewRules'>): EntryQuery {
  const { maxScore } = query;
  return { ...entryQueryOf(query), ...(maxScore === undefined ? {} : { maxScore }) };
}

export const listReviews: Handler<'listReviews'> = ({ query }, { ledger }) =>
  tellMistake(
    'query-invalid',
    ledger.listReviewQueue({ ...reviewQueryOf(query), ...pagingOf(query) }),
  );

export const listReviewIds: Handler<'listReviewIds'> = ({ query }, { ledger }) =>
  tellMistake(
    'query-invalid',
    ledger.listReviewIds({ ...reviewQueryOf(query), ...pagingOf(query) }),
  );

export const countReviewRules: Handler<'countReviewRules'> = async ({ query }, { ledger }) => ({
  items: await tellMistake('query-invalid', ledger.countReviewRules(reviewQueryOf(query))),
});

export const listOrphans: Handler<'listOrphans'> = async ({ query }, { ledger }) => ({
  items: await ledger.listOrphans(query.article === undefined ? {} : { articleId: query.article }),
});
