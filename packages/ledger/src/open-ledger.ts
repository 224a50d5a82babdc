/**
 * Opening a ledger: a store with everything that a ledger offers on it.
 * @module
 */
import { findMergeCandidates } from './actor/find-candidates.ts';
import { findActor, getActor, listActors } from './actor/list-actors.ts';
import { addAll, addOne } from './add/add-all.ts';
import { compareVersions } from './article/compare-versions.ts';
import {
  getArticle,
  getMarks,
  getRecord,
  listArticles,
  listLikenesses,
  listVersions,
} from './article/list-articles.ts';
import { writeBackup } from './backup/write-backup.ts';
import { decideAll, undoDecisions } from './decision/decide.ts';
import { listDecisions, listOrphans } from './decision/list-decisions.ts';
import { getBoard, getWhatIf, listShifts, listUtterances } from './dossier/assemble-scope.ts';
import { getRating, getUtterance } from './dossier/find-around.ts';
import { loadScope } from './dossier/load-scope.ts';
import { ScopeShelf } from './dossier/scope-shelf.ts';
import { addDossier, getDossier, listDossiers, writeDossier } from './dossier/write-dossier.ts';
import type { Ledger } from './ledger.ts';
import { countFacets } from './search/count-facets.ts';
import { countReviewRules, listReviewIds, listReviewQueue } from './search/list-review-queue.ts';
import { getEntry, searchEntries } from './search/search-entries.ts';
import { countRows } from './store/count-rows.ts';
import { openStore, type Store, type StoreOptions } from './store/open-store.ts';

/**
 * Open a ledger, on a file or a PostgreSQL database; made new unless `create` is false.
 * @throws CodedError `database-…`, each with a remedy
 * @example
 * const ledger = await openLedger({ database: 'onrecord.db' });
 */
export async function openLedger(options: StoreOptions): Promise<Ledger> {
  return ledgerOn(await openStore(options));
}

const only = <T>(items: readonly T[]): T => items[0] as T;

/** The ledger on an open store. */
export function ledgerOn(store: Store): Ledger {
  const shelf = new ScopeShelf(store);
  return {
    store,
    add: (record, options) => addOne(store, record, options),
    addAll: (records, options) => addAll(store, records, options),
    getArticle: (articleId) => getArticle(store, articleId),
    getRecord: (articleId, options) => getRecord(store, articleId, options),
    getMarks: (articleId) => getMarks(store, articleId),
    listArticles: (query) => listArticles(store, query),
    listVersions: (articleId) => listVersions(store, articleId),
    async diffVersions(fromId, toId) {
      const from = await getRecord(store, fromId, { as: 'read' });
      return compareVersions(from, await getRecord(store, toId, { as: 'read' }));
    },
    listLikenesses: (articleId) => listLikenesses(store, articleId),
    search: (query) => searchEntries(store, query),
    getFacets: (query) => countFacets(store, query),
    getEntry: (entryId) => getEntry(store, entryId),
    listReviewQueue: (query) => listReviewQueue(store, query),
    listReviewIds: (query) => listReviewIds(store, query),
    countReviewRules: (query) => countReviewRules(store, query),
    listActors: (query) => listActors(store, query),
    getActor: (actorId) => getActor(store, actorId),
    findActor: (articleId, localId) => findActor(store, articleId, localId),
    listTimeline: (actorId, query) => searchEntries(store, { ...query, actor: actorId }),
    listMergeCandidates: (actorId) => findMergeCandidates(store, actorId),
    decide: async (decision, decider) => only(await decideAll(store, [decision], decider)),
    decideAll: (decisions, decider) => decideAll(store, decisions, decider),
    undo: async (decisionId, decider) => only(await undoDecisions(store, [decisionId], decider)),
    undoAll: (decisionIds, decider) => undoDecisions(store, decisionIds, decider),
    listDecisions: (query = {}) => listDecisions(store, query),
    listOrphans: (query = {}) => listOrphans(store, query),
    addDossier: (input, decider) => addDossier(store, input, decider),
    writeDossier: (id, input, decider) => writeDossier(store, { id, input }, decider),
    getDossier: (dossierId) => getDossier(store, dossierId),
    listDossiers: () => listDossiers(store),
    loadScope: (scope) => loadScope(store, scope),
    getBoard: (scope) => getBoard(shelf, scope),
    getWhatIf: (scope, states) => getWhatIf(shelf, scope, states),
    listUtterances: (scope, options) => listUtterances(shelf, scope, options),
    getUtterance: (key, scope) => getUtterance({ store, shelf }, key, scope),
    listShifts: (scope, options) => listShifts(shelf, scope, options),
    getRating: (commitmentId, options) => getRating(store, commitmentId, options),
    backup: (file) => writeBackup(store, file),
    countRows: () => countRows(store),
    close: () => store.close(),
  };
}
