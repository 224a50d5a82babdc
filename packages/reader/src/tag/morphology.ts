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
  /** By the index of the Penn tag, and by that of both tags. */
  readonly #lemma: readonly (Endings | undefined)[];
  readonly #feats: readonly (Endings | undefined)[];
  /** The entry of each word that was found last, and behind each entry the word's one before it. */
  readonly #last = new FormTable();
  readonly #before = new Int32Array(ENTRIES);
  readonly #tags = new Int16Array(ENTRIES);
  readonly #found: Morphology[] = [];

  constructor(tables: MorphologyTables) {
    const open = (entries?: Readonly<Record<string, string>>) => entries && new Endings(entries);
    this.#lemma = XPOS.map((xpos) => open(tables.lemma[xpos]));
    this.#feats = UPOS.flatMap((upos) => XPOS.map((xpos) => open(tables.feats[`${upos} ${xpos}`])));
  }

  /** The lemma and features of a word with its tags, as indices into `UPOS` and `XPOS`. */
  get(word: WordForm, upos: number, xpos: number): Morphology {
    const tag = upos * XPOS.length + xpos;
    for (let at = this.#last.get(word); 0 <= at; at = this.#before[at]!)
      if (this.#tags[at] === tag) return this.#found[at]!;
    const found = this.#find(word, tag);
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

  #find({ form, lower: small }: WordForm, tag: number): Morphology {
    const xpos = tag % XPOS.length;
    const isName = UPOS[(tag - xpos) / XPOS.length] === 'PROPN';
    const lower = small.includes('’') ? small.replaceAll('’', "'") : small;
    const base = isName ? form : lower;
    const script = this.#lemma[xpos]?.find(lower) ?? '0:';
    const feats = this.#feats[tag]?.find(lower) ?? '_';
    return { lemma: applyScript(base, script), feats };
  }
}

/**
 * The entries of one tag. Most words of most tags have none but the one for all: which lengths of
 * endings and of whole words there are, by a letter of theirs, tells so before anything is cut.
 */
class Endings {
  readonly #entries: ReadonlyMap<string, string>;
  /** Bits of the lengths of endings, by the lowest bits of their last letter. */
  readonly #endings = new Int32Array(32);
  /** The same of whole words by their first letter; the longest share a bit. */
  readonly #words = new Int32Array(32);

  /** From entries by ending; `^` stands before a whole word, and '' is for all others. */
  constructor(entries: Readonly<Record<string, string>>) {
    this.#entries = new Map(Object.entries(entries));
    for (const ending of this.#entries.keys()) {
      const isWhole = ending.startsWith('^');
      const [lengths, length] = isWhole
        ? [this.#words, Math.min(ending.length - 1, 31)]
        : [this.#endings, ending.length];
      const letter = (isWhole ? ending.charCodeAt(1) : ending.charCodeAt(length - 1)) & 31;
      lengths[letter] = lengths[letter]! | (1 << length);
    }
  }

  /** The entry of the longest ending, the whole word first. */
  find(word: string): string | undefined {
    const { length } = word;
    const words = this.#words[word.charCodeAt(0) & 31]!;
    if ((words >>> Math.min(length, 31)) & 1) {
      const whole = this.#entries.get(`^${word}`);
      if (whole !== undefined) return whole;
    }
    const endings = this.#endings[word.charCodeAt(length - 1) & 31]!;
    for (let n = Math.min(LONGEST_ENDING, length); n > 0; n--) {
      const found = (endings >>> n) & 1 ? this.#entries.get(word.slice(-n)) : undefined;
      if (found !== undefined) return found;
    }
    return this.#entries.get('');
  }
}

/** "2:y" takes two letters off and adds a y; "=be" is the lemma itself. */
export function applyScript(word: string, script: string): string {
  if (script.startsWith('=')) return script.slice(1);
  const colon = script.indexOf(':');
  const cut = Number(script.slice(0, colon));
  if (word.length < cut) return word;
  return word.slice(0, word.length - cut) + script.slice(colon + 1);
}
