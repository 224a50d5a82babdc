/**
 * The tables as Kysely sees them, the same on both engines. Facts: `article`, `decision`,
 * `dossier`, `meta`. Everything else is derived from them and can be made again: `entry` and the
 * tables around it hold the newest version's statements and commitments with the decisions of
 * people applied. Dates and instants are ISO 8601 text; times are UTC. Kept in step with the
 * migrations by a test that compares both with the database.
 * @module
 */
import type { Generated } from 'kysely';

/** Name and value: the schema's version, the number blocks handed out, when the ledger was made. */
export interface MetaTable {
  name: string;
  value: string;
}

/** One version of one article, as a reader read it. */
export interface ArticleTable {
  seq: number;
  id: string;
  /** The id of the first version at this address. */
  lineage_id: string;
  /** 1, 2, 3 … in the order in which they were added. */
  version: number;
  /** 1 for the newest version of its lineage, else 0. */
  is_current: number;
  text_hash: string;
  /** The address made comparable; null for an article without one. */
  address: string | null;
  url: string | null;
  title: string | null;
  publisher: string | null;
  published_on: string | null;
  language: string;
  /** The lineage that this article's words come from: its own, or that of the first report. */
  origin_id: string;
  record_hash: string;
  reader: string;
  added_at: string;
  added_by: string | null;
  /** The record as the reader made it, JSON. The last column, so that others are read without it. */
  record: string;
}

/** Hashes of the words of an article, for finding reprints. */
export interface ArticleBandTable {
  band: number;
  article_seq: number;
}

/** Why two articles count as one origin. */
export interface ArticleLikenessTable {
  article_seq: number;
  other_seq: number;
  /** `reprint` (one holds most of the other, or credits the same agency) or `near-duplicate`. */
  kind: string;
  likeness: number;
  reason: string;
}

/** An actor across articles. */
export interface ActorTable {
  seq: number;
  id: string;
  kind: string;
  name: string;
  /** The folded words of the name, a space before each: what is typed is looked for here. */
  folded_name: string;
  /** What candidates for merging share: the sounds of a surname, an organisation's initials. */
  likeness_key: string;
  country: string | null;
  wikidata: string | null;
  /** The actor that a person merged this one into; its own seq when nobody did. */
  canonical_seq: number;
}

/** An actor as one article names it. */
export interface ArticleActorTable {
  article_seq: number;
  local_id: string;
  actor_seq: number;
  /** The actor before merging: what undoing a merge goes back to. */
  own_seq: number;
  name: string;
  /** Other names in the text, one a line. */
  aliases: string;
  /** Their folded words, a space before each. */
  folded_aliases: string;
  /** Offices and titles in the text, one a line. */
  offices: string;
  /** The actor whom this one speaks for, in this article. */
  represents_seq: number | null;
  on_date: string | null;
}

/** The share of an actor's articles that a person split off. */
export interface ActorSplitTable {
  decision_id: string;
  own_seq: number;
  lineage_id: string;
  into_seq: number;
}

/** One statement or commitment of a current article, decisions applied. */
export interface EntryTable {
  /** Day and number: newest first is descending (`entry-key.ts`). */
  seq: number;
  article_seq: number;
  kind: string;
  id: string;
  /** Statements: direct, indirect, mixed. */
  form: string | null;
  /** Statements: says, decides … */
  act: string | null;
  /** Commitments: commits, offers … */
  stance: string | null;
  basis: string | null;
  said_from: string | null;
  said_to: string | null;
  outlet: string | null;
  score: number;
  /** open, accepted, edited or rejected. */
  review: string;
  /** The state of the commitment as a person set it. */
  status: string | null;
  /** Keys of its actors before merging, a space between: what facets are counted by. */
  actor_seqs: string;
  /** The statement or commitment, its actors and the states of its conditions, JSON. */
  body: string;
  /** The words from the entry's first span to its last, cut out of the text. */
  excerpt: string;
  excerpt_start: number;
  /** What found it. */
  rule: string | null;
}

/** Who has which part in an entry. */
export interface EntryActorTable {
  actor_seq: number;
  entry_seq: number;
  /** speaker, party, asserter, counterparty. */
  part: string;
  own_seq: number;
}

/** A condition of a commitment. */
export interface EntryConditionTable {
  entry_seq: number;
  id: string;
  type: string;
  trigger: string;
  connective: string;
  /** open, met, failed or disputed. */
  state: string;
  actor_seq: number | null;
}

/** SQLite: the full-text index (a virtual table). PostgreSQL keeps `words` beside `seq`. */
export interface EntryWordsTable {
  rowid: number;
  words: string;
}

/** What a person decided; rows are only ever added. */
export interface DecisionTable {
  /** Given by the database: the order in which decisions were made. */
  seq: Generated<number>;
  id: string;
  kind: string;
  /** What it is about: an entry's, a condition's, an actor's, a dossier's or a decision's id. */
  target_id: string;
  lineage_id: string | null;
  article_id: string | null;
  /** The decision, JSON. */
  body: string;
  /** The words that it was about when it was made, JSON; null where it was about no words. */
  words: string | null;
  made_by: string;
  made_at: string;
}

/** A decision that fits nothing any more. */
export interface OrphanTable {
  decision_id: string;
  article_seq: number;
  /** The nearest entries and their likeness, JSON. */
  nearest: string;
}

/** A question being followed, one row for each time that it was written; the last one holds. */
export interface DossierTable {
  id: string;
  version: number;
  name: string;
  question: string | null;
  /** The saved query, JSON. */
  query: string;
  /** Ids of entries that a person put in or left out, JSON. */
  included_ids: string;
  excluded_ids: string;
  changed_at: string;
  changed_by: string;
}

/** All tables. */
export interface Schema {
  meta: MetaTable;
  article: ArticleTable;
  article_band: ArticleBandTable;
  article_likeness: ArticleLikenessTable;
  actor: ActorTable;
  article_actor: ArticleActorTable;
  actor_split: ActorSplitTable;
  entry: EntryTable;
  entry_actor: EntryActorTable;
  entry_condition: EntryConditionTable;
  entry_words: EntryWordsTable;
  decision: DecisionTable;
  orphan: OrphanTable;
  dossier: DossierTable;
}

/** The type of a column, as both engines understand it. */
export type ColumnType = 'integer' | 'real' | 'text';

/**
 * The columns of every plain table in their order: bulk inserts and backups go by it.
 * `entry_words` is not among them: it is made again from the entries.
 */
export const COLUMNS = {
  meta: { name: 'text', value: 'text' },
  article: {
    seq: 'integer',
    id: 'text',
    lineage_id: 'text',
    version: 'integer',
    is_current: 'integer',
    text_hash: 'text',
    address: 'text',
    url: 'text',
    title: 'text',
    publisher: 'text',
    published_on: 'text',
    language: 'text',
    origin_id: 'text',
    record_hash: 'text',
    reader: 'text',
    added_at: 'text',
    added_by: 'text',
    record: 'text',
  },
  article_band: { band: 'integer', article_seq: 'integer' },
  article_likeness: {
    article_seq: 'integer',
    other_seq: 'integer',
    kind: 'text',
    likeness: 'real',
    reason: 'text',
  },
  actor: {
    seq: 'integer',
    id: 'text',
    kind: 'text',
    name: 'text',
    folded_name: 'text',
    likeness_key: 'text',
    country: 'text',
    wikidata: 'text',
    canonical_seq: 'integer',
  },
  article_actor: {
    article_seq: 'integer',
    local_id: 'text',
    actor_seq: 'integer',
    own_seq: 'integer',
    name: 'text',
    aliases: 'text',
    folded_aliases: 'text',
    offices: 'text',
    represents_seq: 'integer',
    on_date: 'text',
  },
  actor_split: {
    decision_id: 'text',
    own_seq: 'integer',
    lineage_id: 'text',
    into_seq: 'integer',
  },
  entry: {
    seq: 'integer',
    article_seq: 'integer',
    kind: 'text',
    id: 'text',
    form: 'text',
    act: 'text',
    stance: 'text',
    basis: 'text',
    said_from: 'text',
    said_to: 'text',
    outlet: 'text',
    score: 'real',
    review: 'text',
    status: 'text',
    actor_seqs: 'text',
    body: 'text',
    excerpt: 'text',
    excerpt_start: 'integer',
    rule: 'text',
  },
  entry_actor: { actor_seq: 'integer', entry_seq: 'integer', part: 'text', own_seq: 'integer' },
  entry_condition: {
    entry_seq: 'integer',
    id: 'text',
    type: 'text',
    trigger: 'text',
    connective: 'text',
    state: 'text',
    actor_seq: 'integer',
  },
  decision: {
    seq: 'integer',
    id: 'text',
    kind: 'text',
    target_id: 'text',
    lineage_id: 'text',
    article_id: 'text',
    body: 'text',
    words: 'text',
    made_by: 'text',
    made_at: 'text',
  },
  orphan: { decision_id: 'text', article_seq: 'integer', nearest: 'text' },
  dossier: {
    id: 'text',
    version: 'integer',
    name: 'text',
    question: 'text',
    query: 'text',
    included_ids: 'text',
    excluded_ids: 'text',
    changed_at: 'text',
    changed_by: 'text',
  },
} as const satisfies { [T in Exclude<keyof Schema, 'entry_words'>]: Columns<Schema[T]> };

type Columns<Row> = { [C in keyof Row]: ColumnType };

/** A table that bulk inserts and backups know. */
export type PlainTable = keyof typeof COLUMNS;
