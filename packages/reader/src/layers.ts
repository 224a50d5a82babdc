/**
 * The layers of an analysis: frozen values over typed arrays, in which a token is an index.
 * A stage is a function from the layers that it needs to the layer that it makes; the order
 * stands in `read.ts`. Columns keep the CoNLL-U names (upos, xpos, head, deprel).
 * @module
 */
import type { MentionForm, Part, Span, StatementAct, StatementKind } from '@onrecord/record';

/** Words and punctuation in the order of the text; `length` tokens. */
export interface Tokens {
  readonly text: string;
  readonly length: number;
  /** UTF-16 offsets, `[start, end)`, one a token; tokens are in order and do not overlap. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** 1 where a token goes on inside the surface word of the token before ("do|n't", "Kyiv|'s"). */
  readonly joined: Uint8Array;
}

/** Sentences as half-open ranges of token indices, in order, covering every token. */
export interface Sentences {
  readonly length: number;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** The sentence of each token. */
  readonly of: Uint32Array;
  /** The paragraph (index into `Structure.parts`) of each sentence; no sentence crosses a part. */
  readonly part: Uint32Array;
}

/** The parts of the document (title, byline, caption, paragraph …), in order, without overlap. */
export interface Structure {
  readonly parts: readonly Part[];
  readonly title?: string;
  readonly byline?: string;
  readonly publisher?: string;
}

/** A side of a quotation mark. */
export const QuoteSide = { None: 0, Open: 1, Close: 2, Apostrophe: 3 } as const;

/** Quotation marks with side and partner, found once for all later stages. */
export interface Quotes {
  /** One of `QuoteSide`, one a token. */
  readonly side: Uint8Array;
  /** The token index of the partner mark, or -1 (unbalanced, or no quotation mark). */
  readonly partner: Int32Array;
  /** How deep inside double quotation marks a token stands; 0 outside, the marks included in it. */
  readonly depth: Uint8Array;
  /** 1 where a paragraph's opening mark goes on with the speech of the paragraph before. */
  readonly continues: Uint8Array;
}

/** Tags and lemmas, one a token. */
export interface Tags {
  /** Indices into `UPOS` and `XPOS`. */
  readonly upos: Uint8Array;
  readonly xpos: Uint8Array;
  /** Lower-case dictionary forms; proper nouns keep their letters. */
  readonly lemma: readonly string[];
  /** CoNLL-U features ("Number=Sing|Person=3"), `_` where none. */
  readonly feats: readonly string[];
}

/** A basic Universal Dependencies tree for each sentence. */
export interface Tree {
  /** The token index (into the whole article) of each token's head; -1 at the root. */
  readonly head: Int32Array;
  /** Indices into `DEPRELS`. */
  readonly deprel: Uint8Array;
}

/** Everything that the language layer knows of one article. */
export interface Analysis {
  readonly text: string;
  readonly structure: Structure;
  readonly tokens: Tokens;
  readonly sentences: Sentences;
  readonly quotes: Quotes;
  readonly tags: Tags;
  readonly tree: Tree;
}

/** What a mention may refer to, as far as its own words tell. */
export type MentionKind =
  | 'person'
  | 'government'
  | 'organisation'
  | 'place'
  | 'group'
  | 'document'
  | 'unnamed'
  | 'thing';

/** A span that refers to an entity: token indices `[start, end)` and the head word's index. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly headWord: number;
  readonly form: MentionForm;
  readonly kind: MentionKind;
  /** The name proper inside the mention, without titles ("Ilva Maretti"), as tokens. */
  readonly name?: readonly [start: number, end: number] | undefined;
  /** The title inside the mention ("Tavrian President"), as tokens. */
  readonly title?: readonly [start: number, end: number] | undefined;
  readonly gender?: 'female' | 'male' | undefined;
  readonly isPlural?: boolean | undefined;
  /** "26 countries" */
  readonly count?: number | undefined;
  /** ISO 3166-1 alpha-2, where the gazetteer knows it. */
  readonly country?: string | undefined;
}

/** Someone is said to have said, thought or meant something: PARC 3's and PolNeAR's triple. */
export interface Attribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly kind: StatementKind;
  readonly act: StatementAct;
  /** Index of the attribution inside which this one is reported. */
  readonly within?: number;
  /** Index of the attribution whose speaker goes on (a quote-only paragraph, a long turn). */
  readonly continues?: number;
  readonly rule: string;
  readonly score: number;
}

/** Universal part-of-speech tags (Universal Dependencies v2). */
export const UPOS = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
] as const;
export type Upos = (typeof UPOS)[number];

/** Penn Treebank tags, as the English treebanks of Universal Dependencies use them. */
// biome-ignore format: a table
export const XPOS = [
  'NN', 'IN', 'DT', 'NNP', 'JJ', 'PRP', '.', 'RB', ',', 'NNS', 'VB', 'CC', 'VBD', 'VBP', 'VBZ', 'CD',
  'VBN', 'VBG', 'TO', 'PRP$', 'MD', '-RRB-', '-LRB-', ':', 'WDT', 'UH', 'WRB', '``', 'HYPH', "''", 'WP',
  'POS', 'RP', 'NNPS', 'JJR', 'JJS', 'EX', 'RBR', 'SYM', 'NFP', 'FW', '$', 'GW', 'ADD', 'PDT', 'RBS',
  'LS', 'AFX', 'WP$', 'XX',
] as const;
export type Xpos = (typeof XPOS)[number];

/** Universal Dependencies v2 relations with the subtypes of the English treebanks. */
// biome-ignore format: a table
export const DEPRELS = [
  'punct', 'case', 'det', 'nsubj', 'root', 'advmod', 'amod', 'obj', 'obl', 'conj', 'nmod', 'compound',
  'cc', 'mark', 'aux', 'cop', 'nmod:poss', 'advcl', 'xcomp', 'flat', 'acl:relcl', 'ccomp', 'acl',
  'aux:pass', 'appos', 'parataxis', 'nummod', 'nsubj:pass', 'discourse', 'obl:unmarked', 'nmod:unmarked',
  'compound:prt', 'expl', 'fixed', 'iobj', 'list', 'obl:agent', 'dep', 'nmod:desc', 'csubj',
  'nsubj:outer', 'det:predet', 'advcl:relcl', 'vocative', 'reparandum', 'goeswith', 'cc:preconj',
  'orphan', 'dislocated', 'csubj:pass', 'csubj:outer',
] as const;
export type Deprel = (typeof DEPRELS)[number];
