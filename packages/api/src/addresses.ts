/**
 * Every route's method and path: the part of the route table that the client needs at run time.
 * `routes.ts` adds the schemas to each; the two are held together by type. No schema library is
 * loaded from here, so that a browser's bundle stays small.
 * @module
 */

/** Where all paths begin. */
export const API_ROOT = '/api/v1';

/** The header that carries the name of who decides. */
export const NAME_HEADER = 'On-Record-As';

export const ADDRESSES = {
  getHealth: ['GET', '/health'],
  getOpenApi: ['GET', '/openapi.json'],
  readText: ['POST', '/read'],
  listArticles: ['GET', '/articles'],
  addArticle: ['POST', '/articles'],
  getArticle: ['GET', '/articles/{id}'],
  getRecord: ['GET', '/articles/{id}/record'],
  listVersions: ['GET', '/articles/{id}/versions'],
  diffVersions: ['GET', '/articles/{id}/diff'],
  searchEntries: ['GET', '/search'],
  getFacets: ['GET', '/facets'],
  getEntry: ['GET', '/entries/{id}'],
  listActors: ['GET', '/actors'],
  getActor: ['GET', '/actors/{id}'],
  listTimeline: ['GET', '/actors/{id}/timeline'],
  listMergeCandidates: ['GET', '/actors/{id}/candidates'],
  listConditions: ['GET', '/conditions'],
  getCondition: ['GET', '/conditions/{id}'],
  listUtterances: ['GET', '/utterances'],
  getUtterance: ['GET', '/utterances/{id}'],
  listDossiers: ['GET', '/dossiers'],
  addDossier: ['POST', '/dossiers'],
  getDossier: ['GET', '/dossiers/{id}'],
  writeDossier: ['PUT', '/dossiers/{id}'],
  getBoard: ['GET', '/board'],
  getWhatIf: ['GET', '/what-if'],
  getOutcomes: ['GET', '/what-if/outcomes'],
  listShifts: ['GET', '/shifts'],
  listDecisions: ['GET', '/decisions'],
  addDecision: ['POST', '/decisions'],
  addDecisions: ['POST', '/decisions/many'],
  undoDecision: ['POST', '/decisions/{id}/undo'],
  undoDecisions: ['POST', '/decisions/undo'],
  listReviews: ['GET', '/reviews'],
  listReviewIds: ['GET', '/reviews/ids'],
  countReviewRules: ['GET', '/reviews/rules'],
  listOrphans: ['GET', '/orphans'],
} as const satisfies { [name: string]: readonly [method: Method, path: `/${string}`] };

export type Method = 'GET' | 'POST' | 'PUT';

/** The name of an operation. */
export type RouteName = keyof typeof ADDRESSES;
