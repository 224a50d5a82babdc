/**
 * The one route table: every operation of the ledger with its schemas and a summary. The server
 * checks requests against it, OpenAPI is made from it, the client is typed by it.
 * @module
 */
import { ACTOR_KINDS } from '@onrecord/record';
import { z } from 'zod';
import { ADDRESSES, type Method, type RouteName } from './addresses.ts';
import { actorCandidate, actorSummary, ledgerActor } from './schema/actor.ts';
import {
  addedArticle,
  articleInput,
  articleVersion,
  articleView,
  versionDiff,
} from './schema/article.ts';
import { decided, decisionInput, orphan } from './schema/decision.ts';
import {
  board,
  boardCondition,
  conditionView,
  dossier,
  dossierInput,
  outcomes,
  shift,
  statusRating,
  utterance,
  whatIf,
} from './schema/dossier.ts';
import {
  articleRecord,
  articleSummary,
  entry,
  entryFilter,
  facetCount,
  facets,
  listOf,
  pageOf,
  paging,
} from './schema/entry.ts';

/** One operation. */
export interface Route<
  Path extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  summary: string;
  tag: string;
  /** True where a name is needed (the header `On-Record-As`). */
  needsName: boolean;
  path: Path;
  query: Query;
  body: Body;
  answer: Answer;
  /** The status of success; 200 when not said. */
  httpStatus?: number;
}

const nothing = z.object({});
const idPath = z.object({ id: z.string().min(1) });

interface RouteOptions<P, Q, B, A> {
  path?: P;
  query?: Q;
  body?: B;
  answer: A;
  needsName?: boolean;
  httpStatus?: number;
}

function route<
  A extends z.ZodType,
  P extends z.ZodType = typeof nothing,
  Q extends z.ZodType = typeof nothing,
  B extends z.ZodType = z.ZodUndefined,
>(tag: string, summary: string, options: RouteOptions<P, Q, B, A>): Route<P, Q, B, A> {
  return {
    tag,
    summary,
    needsName: options.needsName ?? false,
    path: (options.path ?? nothing) as P,
    query: (options.query ?? nothing) as Q,
    body: (options.body ?? z.undefined()) as B,
    answer: options.answer,
    ...(options.httpStatus ? { httpStatus: options.httpStatus } : {}),
  };
}

const health = z.object({
  status: z.literal('ok'),
  version: z.string(),
  engine: z.enum(['sqlite', 'postgres']),
  articleCount: z.int(),
});

const assumption = z.string().regex(/^[^=]+=(?:open|met|failed|disputed)$/, 'not KEY=STATE');
/** So many decisions are made in one transaction: it holds the ledger for about a second. */
const MANY = 200;
const reviewFilter = { ...entryFilter, maxScore: z.coerce.number().min(0).max(1).optional() };
const scope = { dossier: z.string().optional(), ...entryFilter };

/** Every operation, by its name. */
export const ROUTES = {
  getHealth: route('system', 'Whether the ledger answers, and what it is', { answer: health }),
  getOpenApi: route('system', 'This document', { answer: z.record(z.string(), z.unknown()) }),
  readText: route('read', 'Read a text, a page or an address; nothing is kept', {
    body: articleInput,
    answer: articleRecord,
  }),
  listArticles: route('articles', 'Current versions, newest first', {
    query: z.object(paging),
    answer: pageOf(articleSummary),
  }),
  addArticle: route('articles', 'Read an article and keep its record; twice changes nothing', {
    body: articleInput,
    answer: addedArticle,
    httpStatus: 201,
  }),
  getArticle: route('articles', 'One article with its record, versions and copies', {
    path: idPath,
    answer: articleView,
  }),
  getRecord: route('articles', 'The record alone: with decisions, or as it was read', {
    path: idPath,
    query: z.object({ as: z.enum(['decided', 'read']).default('decided') }),
    answer: articleRecord,
  }),
  listVersions: route('articles', 'All versions at its address, oldest first', {
    path: idPath,
    answer: pageOf(articleVersion),
  }),
  diffVersions: route('articles', 'What changed between two versions, as records', {
    path: idPath,
    query: z.object({ from: z.string().optional().describe('default: the version before') }),
    answer: versionDiff,
  }),
  searchEntries: route('search', 'Search statements and commitments, newest first', {
    query: z.object({ ...entryFilter, ...paging }),
    answer: pageOf(entry),
  }),
  getFacets: route('search', 'How many entries a search finds, by value', {
    query: z.object(entryFilter),
    answer: facets,
  }),
  getEntry: route('search', 'One statement or commitment with its decisions', {
    path: idPath,
    answer: z.object({
      entry,
      decisions: z.array(decided),
      rating: statusRating.optional(),
      /** What its status is called on the scales of others; empty where a scale has no word. */
      scales: z.array(z.object({ name: z.string(), label: z.string() })).optional(),
    }),
  }),
  listActors: route('actors', 'Actors across articles, most reported first', {
    query: z.object({
      name: z.string().optional().describe('the beginning of a word of the name'),
      kind: listOf(z.enum(ACTOR_KINDS)),
      ...paging,
    }),
    answer: pageOf(actorSummary),
  }),
  getActor: route('actors', 'One actor: names, offices, whom it represents', {
    path: idPath,
    answer: ledgerActor,
  }),
  listTimeline: route('actors', 'What an actor said and is bound to, newest first', {
    path: idPath,
    query: z.object({ ...entryFilter, ...paging }),
    answer: pageOf(entry),
  }),
  listMergeCandidates: route('actors', 'Actors that may be the same, with reasons', {
    path: idPath,
    answer: pageOf(actorCandidate),
  }),
  listConditions: route('conditions', 'Conditions across the commitments of a scope', {
    query: z.object(scope),
    answer: pageOf(boardCondition),
  }),
  getCondition: route('conditions', 'All that waits on one condition', {
    path: idPath.describe('the key of the condition'),
    query: z.object(scope),
    answer: conditionView,
  }),
  listUtterances: route('utterances', 'Acts of speech of a scope, the most reported first', {
    query: z.object({ ...scope, ...paging }),
    answer: pageOf(utterance),
  }),
  getUtterance: route('utterances', 'One act of speech, grouped as in the list of the same scope', {
    path: idPath.describe('the id of an utterance, or of a statement'),
    query: z.object(scope),
    answer: utterance,
  }),
  listDossiers: route('dossiers', 'All dossiers', { answer: pageOf(dossier) }),
  addDossier: route('dossiers', 'Open a dossier', {
    body: dossierInput,
    answer: dossier,
    needsName: true,
    httpStatus: 201,
  }),
  getDossier: route('dossiers', 'One dossier', { path: idPath, answer: dossier }),
  writeDossier: route('dossiers', 'Change a dossier', {
    path: idPath,
    body: dossierInput,
    answer: dossier,
    needsName: true,
  }),
  getBoard: route('dossiers', 'The board party × stance, of a dossier or of a search', {
    query: z.object(scope),
    answer: board,
  }),
  getWhatIf: route('dossiers', 'What would be live if conditions had these states', {
    query: z.object({ ...scope, if: listOf(assumption).describe('KEY=STATE, as ceasefire=met') }),
    answer: whatIf,
  }),
  getOutcomes: route('dossiers', 'The same by the ids of the positions, for who has the board', {
    query: z.object({ ...scope, if: listOf(assumption).describe('KEY=STATE, as ceasefire=met') }),
    answer: outcomes,
  }),
  listShifts: route('shifts', 'How positions changed, with both quotations', {
    query: z.object({
      ...scope,
      party: z.string().optional().describe('the name or the key of one party'),
      all: z.enum(['true', 'false']).optional().describe('also what cannot be compared, and why'),
      ...paging,
    }),
    answer: pageOf(shift),
  }),
  listDecisions: route('decisions', 'The log of decisions, newest first', {
    query: z.object({
      article: z.string().optional(),
      target: z.string().optional(),
      by: z.string().optional(),
      ...paging,
    }),
    answer: pageOf(decided),
  }),
  addDecision: route('decisions', 'Decide', {
    body: decisionInput,
    answer: decided,
    needsName: true,
    httpStatus: 201,
  }),
  addDecisions: route('decisions', 'Make many decisions, all or none', {
    body: z.object({ items: z.array(decisionInput).min(1).max(MANY) }),
    answer: z.object({ items: z.array(decided) }),
    needsName: true,
    httpStatus: 201,
  }),
  undoDecision: route('decisions', 'Take a decision back, as a further decision', {
    path: idPath,
    body: z.object({ reason: z.string().optional() }),
    answer: decided,
    needsName: true,
    httpStatus: 201,
  }),
  undoDecisions: route('decisions', 'Take many decisions back, all or none', {
    body: z.object({
      ids: z.array(z.string().min(1)).min(1).max(MANY),
      reason: z.string().optional(),
    }),
    answer: z.object({ items: z.array(decided) }),
    needsName: true,
    httpStatus: 201,
  }),
  listReviews: route('decisions', 'Entries that nobody has looked at, newest first', {
    query: z.object({ ...reviewFilter, ...paging }),
    answer: pageOf(entry),
  }),
  listReviewIds: route('decisions', 'The ids of these entries alone', {
    query: z.object({ ...reviewFilter, ...paging }),
    answer: pageOf(z.string()),
  }),
  countReviewRules: route('decisions', 'How many of these entries each rule found', {
    query: z.object(reviewFilter),
    answer: z.object({ items: z.array(facetCount) }),
  }),
  listOrphans: route('decisions', 'Decisions that fit nothing any more', {
    query: z.object({ article: z.string().optional() }),
    answer: pageOf(orphan),
  }),
} satisfies { [Name in RouteName]: Route };

/** The types of a route's request and answer, for handlers. */
export type PathOf<Name extends RouteName> = z.output<(typeof ROUTES)[Name]['path']>;
export type QueryOf<Name extends RouteName> = z.output<(typeof ROUTES)[Name]['query']>;
export type BodyOf<Name extends RouteName> = z.output<(typeof ROUTES)[Name]['body']>;
export type AnswerOf<Name extends RouteName> = z.output<(typeof ROUTES)[Name]['answer']>;
export type SentBodyOf<Name extends RouteName> = z.input<(typeof ROUTES)[Name]['body']>;

/** The method and full path of a route. */
export function getAddress(name: RouteName): { method: Method; path: string } {
  const [method, path] = ADDRESSES[name];
  return { method, path };
}
