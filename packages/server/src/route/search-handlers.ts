/**
 * Searching entries, and the actors across articles.
 * @module
 */
import { listScales } from '@onrecord/ledger';
import type { Handler } from '../create-app.ts';
import { tellMistake } from '../request/tell-mistake.ts';
import { pagingOf } from './article-handlers.ts';
import { entryQueryOf } from './entry-query.ts';

/** Most decisions that one entry is shown with. */
const MOST_DECISIONS = 200;

export const searchEntries: Handler<'searchEntries'> = ({ query }, { ledger }) =>
  tellMistake('query-invalid', ledger.search({ ...entryQueryOf(query), ...pagingOf(query) }));

export const getFacets: Handler<'getFacets'> = ({ query }, { ledger }) =>
  tellMistake('query-invalid', ledger.getFacets(entryQueryOf(query)));

export const getEntry: Handler<'getEntry'> = async ({ path: { id } }, { ledger }) => {
  const entry = await ledger.getEntry(id);
  const { items: decisions } = await ledger.listDecisions({ targetId: id, limit: MOST_DECISIONS });
  if (entry.kind === 'statement') return { entry, decisions };
  const rating = await ledger.getRating(id);
  return { entry, decisions, rating, scales: listScales(entry.status, rating) };
};

export const listActors: Handler<'listActors'> = ({ query }, { ledger }) =>
  ledger.listActors({
    ...(query.name === undefined ? {} : { name: query.name }),
    ...(query.kind.length === 0 ? {} : { kind: query.kind }),
    ...pagingOf(query),
  });

export const getActor: Handler<'getActor'> = ({ path }, { ledger }) => ledger.getActor(path.id);

export const listTimeline: Handler<'listTimeline'> = ({ path, query }, { ledger }) =>
  tellMistake(
    'query-invalid',
    ledger.listTimeline(path.id, { ...entryQueryOf(query), ...pagingOf(query) }),
  );

export const listMergeCandidates: Handler<'listMergeCandidates'> = async (
  { path },
  { ledger },
) => ({
  items: await ledger.listMergeCandidates(path.id),
});
