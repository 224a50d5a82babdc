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

/** Clusters by word, as far as the text has been read. */
export class HeadIndex {
  readonly #resolution: Resolution;
  readonly #rows = new Map<string, Cluster[]>();
  readonly #phrases = new Map<string, Cluster>();

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
    for (const lemma of cluster.heads) this.#put(lemma, cluster);
    if (mention.form === 'pronoun') return;
    if (!mention.name) this.#put(headLemma(this.#resolution.words, mention.headWord), cluster);
    if (cluster.kind === 'organisation' || cluster.kind === 'government')
      for (const word of cluster.nameWords) this.#put(word, cluster);
    const phrase = this.phraseOf(mention);
    if (phrase) this.#phrases.set(phrase, cluster);
  }

  #put(lemma: string, cluster: Cluster): void {
    const canonical = canonicalHead(lemma);
    this.#push(canonical, cluster);
    for (const wide of widerHeadsOf(canonical)) this.#push(wide, cluster);
  }

  #push(key: string, cluster: Cluster): void {
    const row = this.#rows.get(key);
    if (!row) this.#rows.set(key, [cluster]);
    else if (row.at(-1) !== cluster) row.push(cluster);
  }

  /** The clusters of a head's lemma, latest first, each once. */
  list(lemma: string): Cluster[] {
    const row = this.#rows.get(canonicalHead(lemma));
    if (!row) return [];
    const found = new Set<Cluster>();
    for (let at = row.length - 1; 0 <= at && row.length - at <= LONGEST_ROW; at--)
      if ((row[at] as Cluster).mentions.length > 0) found.add(row[at] as Cluster);
    return [...found];
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
    if (mention.count !== undefined || OWN.has(lower[mention.start] as string)) return '';
    return lower.slice(mention.start, mention.end).join(' ');
  }
}

/** Determiners that begin something new, or hang on who speaks. */
const OWN = new Set(
  'a an some any no one another each every many most more few several'.split(' '),
);
