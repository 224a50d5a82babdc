/**
 * Lemmas and features by tables that the trainer made: for a word and its tag, the longest known
 * ending says how to change it ("-ies" of a plural noun to "-y"), and the features that it has.
 * Every distinct pair of word and tag is looked up once and kept.
 * @module
 */
import { type Tokens, UPOS, XPOS } from '../layers.ts';

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
/** The memo starts anew when it holds so many pairs. */
const CAPACITY = 32_768;

/** Looks up and remembers. */
export class Lemmatiser {
  readonly #lemma: ReadonlyMap<string, Endings>;
  readonly #feats: ReadonlyMap<string, Endings>;
  readonly #memo = new Map<number, Morphology>();

  constructor(tables: MorphologyTables) {
    this.#lemma = openTable(tables.lemma);
    this.#feats = openTable(tables.feats);
  }

  /** The lemma and features of a token; `form` is the annotation's number of its word form. */
  get(
    tokens: Tokens,
    token: number,
    tag: { form: number; upos: number; xpos: number },
  ): Morphology {
    const key = (tag.form * UPOS.length + tag.upos) * XPOS.length + tag.xpos;
    const known = this.#memo.get(key);
    if (known !== undefined) return known;
    const form = tokens.text.slice(tokens.start[token]!, tokens.end[token]!);
    const found = this.#find(form, UPOS[tag.upos]!, XPOS[tag.xpos]!);
    if (this.#memo.size >= CAPACITY) this.#memo.clear();
    this.#memo.set(key, found);
    return found;
  }

  #find(form: string, upos: string, xpos: string): Morphology {
    const lower = form.toLowerCase().replaceAll('’', "'");
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
