/**
 * What a ledger offers: the one interface that the command line, the server and the tests use.
 * Ids of actors here are the ledger's (across articles); those inside a record are the article's.
 * @module
 */
import type {
  ArticleRecord,
  Basis,
  Board,
  Commitment,
  ConditionType,
  Shift,
  Span,
  Stance,
  Statement,
  StatementAct,
  StatementKind,
  StatusRating,
  Utterance,
  WhatIf,
} from '@onrecord/record';
import type { ActorCandidate, ActorPage, ActorQuery, LedgerActor } from './actor/ledger-actor.ts';
import type { Addable } from './add/add-all.ts';
import type { VersionDiff } from './article/diff-records.ts';
import type { Likeness } from './article/find-origin.ts';
import type { ConditionStates } from './board/resolve-conditions.ts';
import type {
  Decided,
  Decider,
  Decision,
  DecisionQuery,
  Mark,
  Orphan,
  Undoing,
} from './decision/decision.ts';
import type { Dossier, DossierInput, Scope } from './dossier/dossier.ts';
import type { LoadedScope } from './dossier/load-scope.ts';
import type { Store } from './store/open-store.ts';

/** Some of a list, and where it goes on. */
export interface Page<T> {
  items: T[];
  /** Goes into the next query; absent at the end. */
  nextCursor?: string;
}

/** What adding did. `re-read`: the same text, another reading of it. */
export type Added =
  | { kind: 'added'; articleId: string; originId: string; likenesses: Likeness[] }
  | { kind: 'unchanged'; articleId: string }
  | {
      kind: 'new-version';
      articleId: string;
      previousId: string;
      version: number;
      orphanCount: number;
    }
  | { kind: 're-read'; articleId: string; orphanCount: number };

/** How something is added. */
export interface AddOptions {
  /** Who adds it. */
  addedBy?: string;
}

/** What is known of an article without its text. */
export interface ArticleSummary {
  id: string;
  /** The first version's id. */
  lineageId: string;
  version: number;
  isCurrent: boolean;
  title?: string;
  publisher?: string;
  url?: string;
  publishedOn?: string;
  language: string;
  /** Articles with the same origin count as one report of the same words. */
  originId: string;
  reader: string;
  addedAt: string;
  addedBy?: string;
}

/** How an actor takes part in an entry. */
export const PARTS = ['speaker', 'party', 'asserter', 'counterparty'] as const;
export type Part = (typeof PARTS)[number];

/** An actor of an entry, by the ledger's id and by the article's. */
export interface EntryActor {
  id: string;
  localId: string;
  name: string;
  part: Part;
}

/** The state of a condition, with what it rests on. */
export interface ConditionMark {
  state: ConditionState;
  on?: string;
  evidence?: Evidence;
  decisionId: string;
}

/** Nobody knows yet, it came, it cannot come any more, people disagree. */
export const CONDITION_STATES = ['open', 'met', 'failed', 'disputed'] as const;
export type ConditionState = (typeof CONDITION_STATES)[number];

/** What something rests on: words in an article of the ledger, or an address outside it. */
export interface Evidence {
  articleId?: string;
  entryId?: string;
  spans?: Span[];
  url?: string;
  note?: string;
}

/** What people made of an entry. */
export const REVIEWS = ['open', 'accepted', 'edited', 'rejected'] as const;
export type Review = (typeof REVIEWS)[number];

interface EntryBase {
  id: string;
  /** The article's current version, where the entry stands. */
  article: ArticleSummary;
  /** ISO dates, both inclusive: when it was said; absent where nobody knows. */
  saidFrom?: string;
  saidTo?: string;
  actors: EntryActor[];
  review: Review;
  /** Words of the article from the entry's first span to its last, at most 2,000 characters. */
  excerpt: string;
  /** Where the excerpt begins in the article's text: `span - excerptStart` lies in the excerpt. */
  excerptStart: number;
  /** Where the words of the query stand, in the article's text. */
  highlights: Span[];
}

/** A statement as the ledger holds it, decisions applied. */
export interface StatementEntry extends EntryBase {
  kind: 'statement';
  statement: Statement;
}

/** A commitment as the ledger holds it, decisions applied. */
export interface CommitmentEntry extends EntryBase {
  kind: 'commitment';
  commitment: Commitment;
  /** The status as a person set it. */
  status?: string;
  /** By the condition's id. Conditions that nobody decided on are open and not listed. */
  conditionMarks: Record<string, ConditionMark>;
  evidence: Evidence[];
}

/** What searching finds. */
export type Entry = StatementEntry | CommitmentEntry;

/** What to search for; all that is given must hold; of a list, one member. */
export interface EntryQuery {
  /** Words, "phrases in quotation marks", and -excluded ones. */
  words?: string;
  /** Ledger ids of actors. */
  actor?: string | readonly string[];
  /** The actor's part; default any. */
  part?: Part;
  kind?: 'statement' | 'commitment';
  form?: StatementKind | readonly StatementKind[];
  act?: StatementAct | readonly StatementAct[];
  stance?: Stance | readonly Stance[];
  basis?: Basis | readonly Basis[];
  conditionType?: ConditionType | readonly ConditionType[];
  conditionState?: ConditionState | readonly ConditionState[];
  /** ISO dates, inclusive: said then, or published then where nobody knows when it was said. */
  from?: string;
  to?: string;
  outlet?: string | readonly string[];
  minScore?: number;
  maxScore?: number;
  /** Default: everything that is not rejected. */
  review?: Review | readonly Review[];
  status?: string | readonly string[];
  /** The rule that found it. */
  rule?: string | readonly string[];
  articleId?: string;
  /** Default 20, at most 500. */
  limit?: number;
  cursor?: string;
}

/** How many entries have each value, most first. */
export interface FacetCount {
  value: string;
  /** A name to show, where the value is an id. */
  label?: string;
  count: number;
}

/** Counts over what a query finds. */
export interface Facets {
  kind: FacetCount[];
  act: FacetCount[];
  stance: FacetCount[];
  basis: FacetCount[];
  conditionType: FacetCount[];
  conditionState: FacetCount[];
  outlet: FacetCount[];
  actor: FacetCount[];
  review: FacetCount[];
  rule: FacetCount[];
  /** How many entries were counted. */
  total: number;
  /** False when there are more than the newest 10,000, over which the counts then are. */
  isComplete: boolean;
}

/** One version of an article. */
export interface ArticleVersion extends ArticleSummary {
  statementCount: number;
  commitmentCount: number;
}

/** An open ledger. Everything that changes it is durable when its promise is fulfilled. */
export interface Ledger {
  /** For the folders of this package; not for other packages. */
  readonly store: Store;

  /** Add a record, or find that it is there already. */
  add(record: Addable, options?: AddOptions): Promise<Added>;
  /** Add many, some tens in one transaction; each outcome comes when its article is durable. */
  addAll(
    records: AsyncIterable<Addable> | Iterable<Addable>,
    options?: AddOptions,
  ): AsyncGenerator<Added>;

  /** @throws CodedError `not-in-ledger` */
  getArticle(articleId: string): Promise<ArticleSummary>;
  /** The record, decisions applied and rejected entries left out, or `as` it was read. */
  getRecord(articleId: string, options?: { as?: 'decided' | 'read' }): Promise<ArticleRecord>;
  /** What people decided on an article's entries, by the entry's id. */
  getMarks(articleId: string): Promise<Record<string, Mark>>;
  /** Newest first; current versions only. */
  listArticles(query?: { limit?: number; cursor?: string }): Promise<Page<ArticleSummary>>;
  /** All versions at the article's address, oldest first. */
  listVersions(articleId: string): Promise<ArticleVersion[]>;
  /** What changed between two versions, as records. */
  diffVersions(fromId: string, toId: string): Promise<VersionDiff>;
  /** Reprints and near-duplicates of an article. */
  listLikenesses(articleId: string): Promise<Likeness[]>;

  /** Newest first. */
  search(query: EntryQuery): Promise<Page<Entry>>;
  getFacets(query: EntryQuery): Promise<Facets>;
  /** @throws CodedError `not-in-ledger` */
  getEntry(entryId: string): Promise<Entry>;
  /** Entries that nobody has looked at, newest first. */
  listReviewQueue(query?: EntryQuery): Promise<Page<Entry>>;
  /** Their ids alone. */
  listReviewIds(query?: EntryQuery): Promise<Page<string>>;
  /** How many of them each rule found, most first; the query's own rule narrows nothing. */
  countReviewRules(query?: EntryQuery): Promise<FacetCount[]>;

  listActors(query?: ActorQuery): Promise<ActorPage>;
  /** @throws CodedError `not-in-ledger` */
  getActor(actorId: string): Promise<LedgerActor>;
  /** The ledger's actor for an actor of an article. */
  findActor(articleId: string, localId: string): Promise<string | null>;
  /** What an actor said and was bound to, newest first. */
  listTimeline(actorId: string, query?: EntryQuery): Promise<Page<Entry>>;
  /** Actors that may be the same, with the reasons. */
  listMergeCandidates(actorId: string): Promise<ActorCandidate[]>;

  /** @throws CodedError `not-in-ledger`; RangeError when the decision does not fit its target */
  decide(decision: Decision, decider: Decider): Promise<Decided>;
  /** Make many decisions, all or none; each is about something that is there before them. */
  decideAll(decisions: readonly Decision[], decider: Decider): Promise<Decided[]>;
  /** Undo a decision by a further one. */
  undo(decisionId: string, decider: Decider & Undoing): Promise<Decided>;
  /** Undo many, all or none. */
  undoAll(decisionIds: readonly string[], decider: Decider & Undoing): Promise<Decided[]>;
  listDecisions(query?: DecisionQuery): Promise<Page<Decided>>;
  /** Decisions that fit nothing any more, with their old and their nearest words. */
  listOrphans(query?: { articleId?: string }): Promise<Orphan[]>;

  /** Open a dossier. */
  addDossier(input: DossierInput, decider: Decider): Promise<Dossier>;
  /** Change a dossier as a whole. @throws CodedError `not-in-ledger` */
  writeDossier(dossierId: string, input: DossierInput, decider: Decider): Promise<Dossier>;
  /** @throws CodedError `not-in-ledger` */
  getDossier(dossierId: string): Promise<Dossier>;
  /** By name. */
  listDossiers(): Promise<Dossier[]>;
  /** The records that a dossier or a query is about, ready for the pure functions. */
  loadScope(scope: Scope): Promise<LoadedScope>;
  /** Party × stance. @throws CodedError `not-in-ledger` */
  getBoard(scope: Scope): Promise<Board>;
  /** The board under assumed states of conditions ("ceasefire": "met"). */
  getWhatIf(scope: Scope, states: ConditionStates): Promise<WhatIf>;
  /** Acts of speech with their reports, those with the most origins first. */
  listUtterances(scope: Scope, options?: { leastReports?: number }): Promise<Utterance[]>;
  /**
   * The act of speech that a statement reports, with every report of it in a scope: as
   * `listUtterances` has it. Found by the utterance's id or a statement's.
   * @throws CodedError `not-in-ledger`
   */
  getUtterance(key: string, scope?: Scope): Promise<Utterance>;
  /** How positions changed, with both quotations. */
  listShifts(
    scope: Scope,
    options?: { party?: string; showNotComparable?: boolean },
  ): Promise<Shift[]>;
  /** How far a commitment has come, from evidence. @throws CodedError `not-in-ledger` */
  getRating(commitmentId: string, options?: { asOf?: string }): Promise<StatusRating>;

  /** Write everything to a file that `restoreLedger` reads on either engine; `.gz` packs it. */
  backup(file: string): Promise<{ rows: number }>;
  /** Rows a table, for `onrecord` and tests. */
  countRows(): Promise<{ articles: number; versions: number; entries: number; decisions: number }>;
  close(): Promise<void>;
}
