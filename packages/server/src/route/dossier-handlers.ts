/**
 * Dossiers, and the questions over many records at once: boards, what-if, conditions, utterances and
 * shifts, of a dossier or of a query.
 * @module
 */
import type { BodyOf, EntryFilter, Dossier as SentDossier } from '@onrecord/api';
import type { ConditionStates, Dossier, DossierInput, Scope } from '@onrecord/ledger';
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

export const listUtterances: Handler<'listUtterances'> = async ({ query }, { ledger }) =>
  pageOfList(await tellMistake('query-invalid', ledger.listUtterances(scopeOf(query))), query);

export const getUtterance: Handler<'getUtterance'> = ({ path }, { ledger }) =>
  ledger.getUtterance(path.id);

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
