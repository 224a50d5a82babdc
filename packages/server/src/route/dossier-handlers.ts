/**
 * Dossiers, and the questions over many records at once: boards, what-if, conditions, utterances and
 * shifts, of a dossier or of a query.
 * @module
 */
import type { BodyOf, EntryFilter, Dossier as SentDossier } from '@onrecord/api';
import type { ConditionStates, Dossier, DossierInput, Scope } from '@onrecord/ledger';
import { CodedError } from '@onrecord/record';
import type { Handler } from '../create-app.ts';
import { tellMistake } from '../request/tell-mistake.ts';
import { entryFilterOf, entryQueryOf } from './entry-query.ts';
import { pageOfList } from './page-of-list.ts';

type ScopeQuery = EntryFilter & { dossier?: string | undefined };

function scopeOf(query: ScopeQuery): Scope {
  const dossier = query.dossier === undefined ? {} : { dossierId: query.dossier };
  return { ...dossier, query: entryQueryOf(query) };
}

export const getBoard: Handler<'getBoard'> = ({ query }, { ledger }) =>
  tellMistake('query-invalid', ledger.getBoard(scopeOf(query)));

export const getWhatIf: Handler<'getWhatIf'> = ({ query }, { ledger }) =>
  tellMistake('query-invalid', ledger.getWhatIf(scopeOf(query), statesOf(query.if)));

export const getOutcomes: Handler<'getOutcomes'> = async ({ query }, { ledger }) => {
  const asked = ledger.getWhatIf(scopeOf(query), statesOf(query.if));
  const { entries, ...around } = await tellMistake('query-invalid', asked);
  return {
    ...around,
    entries: entries.map(({ entry, outcome, waitsFor, contestedBy }) => ({
      entryId: entry.id,
      outcome,
      waitsFor: waitsFor.map(({ condition, entryIds }) => ({ key: condition.key, entryIds })),
      contestedBy: contestedBy.map(({ party }) => party.key),
    })),
  };
};

/** `ceasefire=met` → { ceasefire: 'met' }; the schema has checked the form. */
function statesOf(assumptions: readonly string[]): ConditionStates {
  const pairs = assumptions.map((one) => {
    const at = one.lastIndexOf('=');
    return [one.slice(0, at), one.slice(at + 1)];
  });
  return Object.fromEntries(pairs) as ConditionStates;
}

export const listConditions: Handler<'listConditions'> = async ({ query }, { ledger }) => ({
  items: (await tellMistake('query-invalid', ledger.getBoard(scopeOf(query)))).conditions,
});

export const getCondition: Handler<'getCondition'> = async ({ path, query }, { ledger }) => {
  const asked = ledger.getWhatIf(scopeOf(query), {});
  const [board, whatIf] = await tellMistake(
    'query-invalid',
    Promise.all([ledger.getBoard(scopeOf(query)), asked]),
  );
  const condition = board.conditions.find(({ key }) => key === path.id);
  if (condition === undefined)
    throw new CodedError('not-in-ledger', `no position names the condition ${path.id}`, {
      remedy: 'see the conditions of the same scope: GET /conditions',
    });
  const named = new Set(condition.entryIds);
  const loops = whatIf.loops.filter(({ links }) =>
    links.some((link) => link.condition.key === condition.key),
  );
  const looped = new Set(loops.flatMap(({ links }) => links.map(({ entryId }) => entryId)));
  const all = board.rows.flatMap((row) => row.cells.flatMap((cell) => cell.entries));
  return {
    condition,
    entries: all.filter(({ id }) => named.has(id)),
    loops,
    looped: all.filter(({ id }) => looped.has(id)),
  };
};

export const listUtterances: Handler<'listUtterances'> = async ({ query }, { ledger }) =>
  pageOfList(await tellMistake('query-invalid', ledger.listUtterances(scopeOf(query))), query);

export const getUtterance: Handler<'getUtterance'> = ({ path, query }, { ledger }) =>
  tellMistake('query-invalid', ledger.getUtterance(path.id, scopeOf(query)));

export const listShifts: Handler<'listShifts'> = async ({ query }, { ledger }) => {
  const party = query.party === undefined ? {} : { party: query.party };
  const shifts = await tellMistake(
    'query-invalid',
    ledger.listShifts(scopeOf(query), {
      ...party,
      showNotComparable: query.all === 'true',
    }),
  );
  return pageOfList(shifts, query);
};

export const listDossiers: Handler<'listDossiers'> = async (_, { ledger }) => ({
  items: (await ledger.listDossiers()).map(sentOf),
});

export const getDossier: Handler<'getDossier'> = async ({ path }, { ledger }) =>
  sentOf(await ledger.getDossier(path.id));

export const addDossier: Handler<'addDossier'> = async ({ body, name }, { ledger }) =>
  sentOf(await ledger.addDossier(inputOf(body), { as: name }));

export const writeDossier: Handler<'writeDossier'> = async ({ path, body, name }, { ledger }) =>
  sentOf(await ledger.writeDossier(path.id, inputOf(body), { as: name }));

function inputOf({ query, question, ...rest }: BodyOf<'addDossier'>): DossierInput {
  return { ...rest, ...(question === undefined ? {} : { question }), query: entryQueryOf(query) };
}

function sentOf(dossier: Dossier): SentDossier {
  return {
    ...dossier,
    includedIds: [...dossier.includedIds],
    excludedIds: [...dossier.excludedIds],
    query: entryFilterOf(dossier.query),
  };
}
