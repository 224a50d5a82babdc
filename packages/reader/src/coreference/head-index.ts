/**
 * Under which words a cluster can be found again: the lemmas of its heads, wider words for them
 * ("lawmaker" for a senator), the words of a body's name, and bare phrases letter by letter.
 * @module
 */
import type { Mention } from '../layers.ts';
import { canonicalHead, widerHeadsOf } from '../mention/lexicon.ts';
import { type Cluster, clusterAt, headLemma, type Resolution } from './cluster.ts';

/** How many clusters of one word are looked at: an article with more reports loses count too. */
const LONGEST_ROW = 40;

const NO_WORDS: readonly string[] = [];
const NO_ROWS: readonly Cluster[][] = [];

/** The rows of one cluster, and what they were found from. */
interface OwnRows {
  readonly heads: readonly string[];
  readonly words: readonly string[];
  readonly rows: readonly Cluster[][];
}

/** Clusters by word, as far as the text has been read. */
export class HeadIndex {
  readonly #resolution: Resolution;
  readonly #rows = new Map<string, Cluster[]>();
  readonly #phrases = new Map<string, Cluster>();
  /** The rows that each cluster stands in, by its index. */
  readonly #own: OwnRows[] = [];

  constructor(resolution: Resolution) {
    this.#resolution = resolution;
  }

  /** Note that mention `index` has been read and resolved. */
  note(index: number): void {
    const cluster = clusterAt(this.#resolution, index);
    if (!cluster) return;
    const mention = this.#resolution.mentions[index] as Mention;
    cluster.lastSeen = mention.start;
    cluster.seenCount++;
    for (const row of this.#rowsOf(cluster, mention.form !== 'pronoun'))
      if (row.at(-1) !== cluster) row.push(cluster);
    if (mention.form === 'pronoun') return;
    const head = mention.name ? '' : headLemma(this.#resolution.words, mention.headWord);
    if (head && !cluster.heads.includes(head)) this.#put(head, cluster);
    const phrase = this.phraseOf(mention);
    if (phrase) this.#phrases.set(phrase, cluster);
  }

  /** The rows of a cluster's heads, and of the words of a body's name; found anew when it grew. */
  #rowsOf(cluster: Cluster, withName: boolean): readonly Cluster[][] {
    const { heads, nameWords, kind } = cluster;
    const isBody = kind === 'organisation' || kind === 'government';
    const words = withName && isBody ? nameWords : NO_WORDS;
    if (heads.length === 0 && words.length === 0) return NO_ROWS;
    const known = this.#own[cluster.index];
    if (known?.heads === heads && known.words === words) return known.rows;
    const rows: Cluster[][] = [];
    for (const list of [heads, words])
      for (const word of list) {
        const canonical = canonicalHead(word);
        rows.push(this.#rowAt(canonical, cluster));
        for (const wide of widerHeadsOf(canonical)) rows.push(this.#rowAt(wide, cluster));
      }
    this.#own[cluster.index] = { heads, words, rows };
    return rows;
  }

  /** The row of a word, begun with a cluster where there is none. */
  #rowAt(key: string, cluster: Cluster): Cluster[] {
    let row = this.#rows.get(key);
    if (!row) {
      row = [cluster];
      this.#rows.set(key, row);
    }
    return row;
  }

  #put(lemma: string, cluster: Cluster): void {
    const canonical = canonicalHead(lemma);
    this.#push(canonical, cluster);
    for (const wide of widerHeadsOf(canonical)) this.#push(wide, cluster);
  }

  #push(key: string, cluster: Cluster): void {
    const row = this.#rowAt(key, cluster);
    if (row.at(-1) !== cluster) row.push(cluster);
  }

  /** The clusters of a head's lemma, latest first, each once. */
  list(lemma: string): Cluster[] {
    const row = this.#rows.get(canonicalHead(lemma));
    if (!row) return [];
    const found: Cluster[] = [];
    for (let at = row.length - 1; 0 <= at && row.length - at <= LONGEST_ROW; at--) {
      const cluster = row[at] as Cluster;
      if (cluster.mentions.length > 0 && !found.includes(cluster)) found.push(cluster);
    }
    return found;
  }

  /** The cluster of the same bare phrase ("iodine deficiency"), where there is one. */
  findPhrase(mention: Mention): Cluster | undefined {
    const phrase = this.phraseOf(mention);
    const found = phrase ? this.#phrases.get(phrase) : undefined;
    return found && found.mentions.length > 0 ? found : undefined;
  }

  /** The words of a phrase of at most three without a determiner of its own; '' for others. */
  phraseOf(mention: Mention): string {
    if (mention.form === 'pronoun' || mention.end - mention.start > 3) return '';
    const { lower } = this.#resolution.words;
    const { start, end } = mention;
    if (mention.count !== undefined || OWN.has(lower[start] as string)) return '';
    let phrase = lower[start] as string;
    for (let token = start + 1; token < end; token++) phrase += ` ${lower[token]}`;
    return phrase;
  }
}

/** Determiners that begin something new, or hang on who speaks. */
const OWN = new Set(
  'a an some any no one another each every many most more few several'.split(' '),
);
