/**
 * The rows of the weight table that a candidate's features fall into. A feature has a name
 * (`key=pledge:inf|tag=VBD`), but the name is never built: its parts are hashed one after the
 * other (FNV-1a over the UTF-16 units), and `add` is a template tag, so that features read as names.
 * @module
 */

/** Rows of the weight table; features are hashed into it. */
export const FEATURE_ROWS = 1 << 15;

const BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

function hashOn(hash: number, part: string): number {
  let result = hash;
  for (let i = 0; i < part.length; i++) result = Math.imul(result ^ part.charCodeAt(i), PRIME);
  return result;
}

const foldHash = (hash: number): number => ((hash >>> 15) ^ hash) & (FEATURE_ROWS - 1);

/** The row of a feature by its whole name. */
export const featureRow = (name: string): number => foldHash(hashOn(BASIS, name));

/** What stands in a feature's name; each becomes the text that a template would make of it. */
type Value = string | number | boolean | undefined;

const spell = (value: Value): string => (typeof value === 'string' ? value : String(value));

/** A candidate has some sixty features; there is room for this many before it must grow. */
const ROOM = 256;

/** Collects rows, each once, in the order in which their features come. */
export class FeatureRows {
  /** The rows so far are the first `length` of these; they are overwritten after `clear`. */
  rows = new Int32Array(ROOM);
  length = 0;
  readonly #isIn = new Uint8Array(FEATURE_ROWS);

  /** Forget the rows: the next candidate begins. */
  clear(): void {
    for (let at = 0; at < this.length; at++) this.#isIn[this.rows[at]!] = 0;
    this.length = 0;
  }

  /** A copy of the rows so far. */
  copy(): Int32Array {
    return this.rows.slice(0, this.length);
  }

  /** Add the feature of a name with up to three values: features.add`tag=${tag}|modal=${modal}`. */
  add(names: TemplateStringsArray, first?: Value, second?: Value, third?: Value): void {
    this.#addRow(this.stem(names, first, second, third));
  }

  /** The hash of a name that others go on from. */
  stem(names: TemplateStringsArray, first?: Value, second?: Value, third?: Value): number {
    let hash = hashOn(BASIS, names[0]!);
    if (1 < names.length) hash = hashOn(hashOn(hash, spell(first)), names[1]!);
    if (2 < names.length) hash = hashOn(hashOn(hash, spell(second)), names[2]!);
    if (3 < names.length) hash = hashOn(hashOn(hash, spell(third)), names[3]!);
    return hash;
  }

  /** Add the feature whose name is a stem's and what comes after it, in one or two pieces. */
  addAfter(stem: number, rest: string, value = ''): void {
    this.#addRow(hashOn(hashOn(stem, rest), value));
  }

  #addRow(hash: number): void {
    const row = foldHash(hash);
    if (this.#isIn[row] === 1) return;
    this.#isIn[row] = 1;
    if (this.length === this.rows.length) {
      const grown = new Int32Array(2 * this.length);
      grown.set(this.rows);
      this.rows = grown;
    }
    this.rows[this.length++] = row;
  }
}
