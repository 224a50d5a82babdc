/**
 * What people decide: the log, deciding, undoing, the queue of what nobody has looked at, orphans.
 * @module
 */
import type { Decision } from '@onrecord/ledger';
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

export const undoDecision: Handler<'undoDecision'> = ({ path, body, name }, { ledger }) =>
  tellMistake(
    'decision-invalid',
    ledger.undo(path.id, { as: name, ...(body.reason ? { reason: body.reason } : {}) }),
  );

export const listReviews: Handler<'listReviews'> = ({ query }, { ledger }) =>
  tellMistake(
    'query-invalid',
    ledger.listReviewQueue({
      ...entryQueryOf(query),
      ...(query.maxScore === undefined ? {} : { maxScore: query.maxScore }),
      ...pagingOf(query),
    }),
  );

export const listOrphans: Handler<'listOrphans'> = async ({ query }, { ledger }) => ({
  items: await ledger.listOrphans(query.article === undefined ? {} : { articleId: query.article }),
});
