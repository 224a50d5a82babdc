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
/** The memo's slots, a power of two; it starts anew when half of them are taken. */
const SLOTS = 65_536;
/** Multiplied by this, keys that follow each other lie far apart (Knuth's multiplicative hashing). */
const SPREAD = 0x9e3779b1;

/** Looks up and remembers. */
export class Lemmatiser {
  readonly #lemma: ReadonlyMap<string, Endings>;
  readonly #feats: ReadonlyMap<string, Endings>;
  readonly #keys = new Float64Array(SLOTS).fill(-1);
  readonly #found = new Array<Morphology>(SLOTS);
  #count = 0;

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
    let slot = Math.imul(key | 0, SPREAD) >>> 16;
    for (;;) {
      const held = this.#keys[slot]!;
      if (held === key) return this.#found[slot]!;
      if (held < 0) break;
      slot = (slot + 1) & (SLOTS - 1);
    }
    const form = tokens.text.slice(tokens.start[token]!, tokens.end[token]!);
    const found = this.#find(form, UPOS[tag.upos]!, XPOS[tag.xpos]!);
    this.#keep(slot, key, found);
    return found;
  }

  #keep(slot: number, key: number, found: Morphology): void {
    if (SLOTS <= this.#count * 2) {
      this.#keys.fill(-1);
      this.#count = 0;
    }
    this.#keys[slot] = key;
    this.#found[slot] = found;
    this.#count++;
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
