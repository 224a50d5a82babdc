/**
 * Lemmas and features by tables that the trainer made: for a word and its tag, the longest known
 * ending says how to change it ("-ies" of a plural noun to "-y"), and the features that it has.
 * Every distinct pair of word and tag is looked up once and kept.
 * @module
 */
import { UPOS, XPOS } from '../layers.ts';
import { FormTable } from '../tokenize/form-table.ts';
import type { WordForm } from '../tokenize/word-forms.ts';

/** A word's dictionary form and its features. */
export interface Morphology {
  readonly lemma: string;
  readonly feats: string;
}

/** Tables as the trainer writes them: by tag, then by ending; `^` stands before a whole word. */
export interface MorphologyTables {
  /** By Penn tag: how many letters go, and what comes instead ("2:y"); "=be" is the lemma itself. */
  readonly lemma: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By `UPOS XPOS`: features. */
  readonly feats: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Endings of the tables have at most so many letters. */
export const LONGEST_ENDING = 6;
/** Pairs of word and tag that are kept; then the memo starts anew. */
const ENTRIES = 32_768;

/** Looks up and remembers. */
export class Lemmatiser {
  readonly #lemma: ReadonlyMap<string, Endings>;
  readonly #feats: ReadonlyMap<string, Endings>;
  /** The entry of each word that was found last, and behind each entry the word's one before it. */
  readonly #last = new FormTable();
  readonly #before = new Int32Array(ENTRIES);
  readonly #tags = new Int16Array(ENTRIES);
  readonly #found: Morphology[] = [];

  constructor(tables: MorphologyTables) {
    this.#lemma = openTable(tables.lemma);
    this.#feats = openTable(tables.feats);
  }

  /** The lemma and features of a word with its tags, as indices into `UPOS` and `XPOS`. */
  get(word: WordForm, upos: number, xpos: number): Morphology {
    const tag = upos * XPOS.length + xpos;
    for (let at = this.#last.get(word); 0 <= at; at = this.#before[at]!)
      if (this.#tags[at] === tag) return this.#found[at]!;
    const found = this.#find(word, UPOS[upos]!, XPOS[xpos]!);
    this.#keep(word, tag, found);
    return found;
  }

  #keep(word: WordForm, tag: number, found: Morphology): void {
    if (this.#found.length === ENTRIES) {
      this.#found.length = 0;
      this.#last.clear();
    }
    const at = this.#found.length;
    this.#before[at] = this.#last.get(word);
    this.#tags[at] = tag;
    this.#found.push(found);
    this.#last.set(word, at);
  }

  #find({ form, lower: small }: WordForm, upos: string, xpos: string): Morphology {
    const lower = small.includes('’') ? small.replaceAll('’', "'") : small;
    const base = upos === 'PROPN' ? form : lower;
    const script = findByEnding(this.#lemma.get(xpos), lower) ?? '0:';
    const feats = findByEnding(this.#feats.get(`${upos} ${xpos}`), lower) ?? '_';
    return { lemma: applyScript(base, script), feats };
  }
}

/** The entries of one tag, by ending; `^` before a whole word. */
type Endings = ReadonlyMap<string, string>;

function openTable(table: MorphologyTables['lemma']): ReadonlyMap<string, Endings> {
  return new Map(
    Object.entries(table).map(([tag, endings]) => [tag, new Map(Object.entries(endings))]),
  );
}

/** The entry of the longest ending, the whole word first. */
function findByEnding(endings: Endings | undefined, word: string): string | undefined {
  if (endings === undefined) return undefined;
  if (1 < endings.size || !endings.has('')) {
    const whole = endings.get(`^${word}`);
    if (whole !== undefined) return whole;
    for (let n = Math.min(LONGEST_ENDING, word.length); n > 0; n--) {
      const found = endings.get(word.slice(-n));
      if (found !== undefined) return found;
    }
  }
  return endings.get('');
}

/** "2:y" takes two letters off and adds a y; "=be" is the lemma itself. */
export function applyScript(word: string, script: string): string {
  if (script.startsWith('=')) return script.slice(1);
  const colon = script.indexOf(':');
  const cut = Number(script.slice(0, colon));
  if (word.length < cut) return word;
  return word.slice(0, word.length - cut) + script.slice(colon + 1);
}
