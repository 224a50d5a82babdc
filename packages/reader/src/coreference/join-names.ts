/**
 * Joins names over the whole article: fullest names first, then shorter ones to those that hold
 * them. Persons by last name with first name, initial or nickname in agreement; bodies by acronym
 * or by their first or last words; states by the gazetteer. A bare surname that two persons share
 * goes to the one that the article is mostly about, with a score that says when it is doubtful.
 * @module
 */
import { OUTLETS } from '../lang/en/data/actor-words.ts';
import type { Mention } from '../layers.ts';
import { isAcronym } from '../mention/classify-name.ts';
import { findGazetteerEntry } from '../mention/gazetteer.ts';
import { genderOfFirstName, isSameFirstName } from '../mention/lexicon.ts';
import { sentenceOf } from '../mention/words.ts';
import { addCluster, addMention, type Cluster, type Resolution } from './cluster.ts';

const SUFFIXES = new Set(['jr', 'jr.', 'sr', 'sr.', 'ii', 'iii', 'iv']);
const SMALL = new Set([
  'the',
  'of',
  'for',
  'and',
  'on',
  'in',
  '&',
  '-',
  '’s',
  "'s",
  ...'"“”',
  "''",
  '``',
]);

/** The lower-case words of a mention's name, without initials' dots, marks and suffixes. */
export function nameWordsOf(resolution: Resolution, mention: Mention): string[] {
  const { lower } = resolution.words;
  const words: string[] = [];
  const [start, end] = mention.name ?? [mention.start, mention.end];
  for (let token = start; token < end; token++) {
    const word = straighten(lower[token] as string);
    if (word === '-' && words.length > 0 && token + 1 < end) {
      words[words.length - 1] += `-${lower[++token]}`;
      continue;
    }
    if (!hasLetter(word) || SUFFIXES.has(word) || word === "'s") continue;
    words.push(word);
  }
  return words;
}

const straighten = (word: string): string => (word.includes('’') ? word.replace(/’/g, "'") : word);

/** Nearly all words begin with a small letter of ASCII, which is quickly seen. */
function hasLetter(word: string): boolean {
  const code = word.charCodeAt(0);
  return (0x61 <= code && code <= 0x7a) || /[\p{L}\p{N}]/u.test(word);
}

interface Named {
  readonly index: number;
  mention: Mention;
  words: string[];
}

/**
 * "Derelict Vale": a first word in capitals only because it begins the sentence. It is cut where
 * it is no first name and the article has the rest as a name of its own.
 */
function cutSentenceStarts(resolution: Resolution, named: readonly Named[]): void {
  const { sentences } = resolution.words.analysis;
  const known = new Set(named.map(({ words }) => words.join(' ')));
  for (const one of named) {
    if (one.words.length < 2 || one.mention.kind !== 'person') continue;
    const [start] = one.mention.name as readonly [number, number];
    if (sentences.start[sentences.of[start] as number] !== start) continue;
    if (genderOfFirstName(resolution.words.form[start] as string)) continue;
    // "Billionaire Tomas Orr": what the body calls in full elsewhere, first name and all.
    if (known.has(one.words.slice(1).join(' ')) && isFullName(resolution, one)) {
      cutFirst(resolution, one);
      continue;
    }
    // A proper noun to the tagger is a first name that the list lacks ("Orla Vane"), but in the
    // first lines, where the body repeats no first name and has a title instead ("Mayor Vane").
    const [first, ...rest] = one.words;
    if (resolution.words.upos[start] === 'PROPN') {
      // The headline and two lines under it: looking through all names costs.
      if (3 <= (sentences.of[start] as number)) continue;
      const isName = named.some((other) => other !== one && other.words.includes(first as string));
      const hasTitle = named.some(
        ({ mention, words }) =>
          mention.title &&
          words.length === rest.length &&
          words.every((word, at) => word === rest[at]),
      );
      if (isName || !hasTitle) continue;
    }
    if (known.has(one.words.slice(1).join(' '))) cutFirst(resolution, one);
  }
}

/** Whether a name behind its first word begins with a first name and goes on. */
function isFullName({ words }: Resolution, { mention, words: all }: Named): boolean {
  const [start] = mention.name as readonly [number, number];
  return all.length > 2 && !!genderOfFirstName(words.form[start + 1] as string);
}

function cutFirst(resolution: Resolution, one: Named): void {
  const [start, end] = one.mention.name as readonly [number, number];
  one.words = one.words.slice(1);
  one.mention = { ...one.mention, name: [start + 1, end] };
  resolution.mentions[one.index] = one.mention;
}

/** Join every mention that has a name. */
export function joinNames(resolution: Resolution): void {
  const named: Named[] = [];
  for (let index = 0; index < resolution.mentions.length; index++) {
    const mention = resolution.mentions[index] as Mention;
    if (!mention.name) continue;
    named.push({ index, mention, words: nameWordsOf(resolution, mention) });
  }
  cutSentenceStarts(resolution, named);
  const names = new NameIndex(resolution, named);
  // Longest first, so that a short name finds all the long ones that may hold it.
  const persons = named.filter(({ mention }) => mention.kind === 'person');
  const rest = named.filter(({ mention }) => mention.kind !== 'person');
  const byLength = (a: Named, b: Named): number =>
    b.words.length - a.words.length || a.index - b.index;
  persons.sort(byLength);
  for (const one of persons) if (one.words.length > 1) names.addPerson(one);
  names.countFirstNames(named);
  for (const one of persons) if (one.words.length <= 1) names.addPerson(one);
  for (const one of rest.sort(byLength)) names.addOther(one);
}

/** Names seen, by their words. */
class NameIndex {
  readonly resolution: Resolution;
  readonly persons = new Map<string, Cluster[]>();
  readonly others = new Map<string, Cluster>();
  readonly shorts = new Map<string, Cluster>();
  readonly full = new Map<Cluster, number[]>();
  readonly bodyCount = new Map<Cluster, number>();
  readonly firstNameCount = new Map<Cluster, number>();
  private readonly shortStarts = new Map<string, readonly number[]>();
  private readonly named: readonly Named[];

  constructor(resolution: Resolution, named: readonly Named[]) {
    this.resolution = resolution;
    this.named = named;
  }

  addPerson(named: Named): void {
    const last = named.words.at(-1) ?? '';
    const found = named.words.length > 1 ? this.findFull(named, last) : this.findShort(named, last);
    if (found) {
      addMention(this.resolution, found.cluster, named.index, found.score);
      return;
    }
    const cluster = addCluster(this.resolution, named.index, 1);
    this.setName(cluster, named);
    for (const word of new Set(named.words)) {
      const row = this.persons.get(word) ?? [];
      row.push(cluster);
      this.persons.set(word, row);
    }
  }

  /** Where a name of one word stands in the body; looked for once, where two persons share it. */
  private shortStartsOf(word: string): readonly number[] {
    const known = this.shortStarts.get(word);
    if (known) return known;
    const starts = this.named
      .filter(({ words }) => words.length === 1 && words[0] === word)
      .map(({ mention }) => mention.start)
      .filter((start) => !isInTitle(this.resolution, start));
    this.shortStarts.set(word, starts);
    return starts;
  }

  /** Count how often each person is called by his first name alone. */
  countFirstNames(named: readonly Named[]): void {
    for (const { words } of named) {
      const [first] = words;
      if (words.length !== 1 || first === undefined) continue;
      const row = this.persons.get(first) ?? [];
      const [cluster] = row;
      if (row.length !== 1 || !cluster || cluster.nameWords[0] !== first) continue;
      this.firstNameCount.set(cluster, (this.firstNameCount.get(cluster) ?? 0) + 1);
    }
  }

  private setName(cluster: Cluster, named: Named): void {
    cluster.nameWords = named.words;
    cluster.namedAt = named.index;
  }

  /** A person of the same last name whose first name agrees. */
  private findFull(named: Named, last: string): { cluster: Cluster; score: number } | undefined {
    const first = named.words[0] as string;
    for (const cluster of this.persons.get(last) ?? []) {
      const known = cluster.nameWords;
      if (hasGenderClash(cluster, named.mention)) continue;
      if (known.at(-1) === last && isSameFirstName(known[0] as string, first))
        return { cluster, score: 1 };
      if (isInside(named.words, known)) return { cluster, score: 0.95 };
      // "Rubens “Ruby” Ortiz" is "Ruby Ortiz" too.
      if (known.at(-1) === last && known.includes(first)) return { cluster, score: 0.95 };
    }
    return undefined;
  }

  /** The person whom a name of one word means. */
  private findShort(named: Named, word: string): { cluster: Cluster; score: number } | undefined {
    const all = (this.persons.get(word) ?? []).filter(
      (cluster) => !hasGenderClash(cluster, named.mention),
    );
    const byLast = all.filter((cluster) => cluster.nameWords.at(-1) === word);
    const chosen = byLast.length > 0 ? byLast : all;
    if (chosen.length === 0) return undefined;
    if (chosen.length === 1) return { cluster: chosen[0] as Cluster, score: 0.97 };
    return this.chooseNamesake(named, chosen);
  }

  /**
   * Two persons of one surname: the bare surname means the one whom the article names more often
   * in full, except just after the other one has been named in full: then nobody knows.
   */
  private chooseNamesake(
    named: Named,
    all: readonly Cluster[],
  ): { cluster: Cluster; score: number } {
    const { words } = this.resolution;
    const here = named.mention.start;
    const own = this.countOwn(named.words[0] as string, all);
    const weightOf = (one: Cluster): number => this.weightOf(one) + (one === own?.[0] ? own[1] : 0);
    const ranked = [...all].sort(
      (a, b) => weightOf(b) - weightOf(a) || (a.mentions[0] as number) - (b.mentions[0] as number),
    );
    const main = ranked[0] as Cluster;
    const latest = (cluster: Cluster): number => {
      const starts = this.fullOf(cluster);
      let [low, high] = [0, starts.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((starts[middle] as number) < here) low = middle + 1;
        else high = middle;
      }
      return low > 0 ? (starts[low - 1] as number) : -1;
    };
    // Whom the article calls by his first name alone, it does not call by the bare surname.
    const rivals = ranked.slice(1).filter((one) => (this.firstNameCount.get(one) ?? 0) < 2);
    const other = rivals.reduce((best, one) => Math.max(best, latest(one)), -1);
    if (other < 0) return { cluster: main, score: 0.9 };
    const isNear = sentenceOf(words, here) - sentenceOf(words, other) <= 2 && latest(main) < other;
    if (!isNear) return { cluster: main, score: 0.85 };
    // Three times as many full names as all others: the article is about this one.
    const others = rivals.reduce((sum, one) => sum + Math.max(1, this.weightOf(one)), 0);
    return { cluster: main, score: weightOf(main) >= 3 * others ? 0.75 : 0.38 };
  }

  /**
   * "Ben Vale … Vale … Vale … Ana Vale": the bare surname is his whom it meant before another one
   * was named in full. @returns him, and how often it meant him alone.
   */
  private countOwn(word: string, all: readonly Cluster[]): [Cluster, number] | undefined {
    const firstOf = (one: Cluster): number => this.fullOf(one)[0] ?? Number.POSITIVE_INFINITY;
    const [first, second] = [...all].sort((a, b) => firstOf(a) - firstOf(b));
    if (!first || !second) return undefined;
    const [from, to] = [firstOf(first), firstOf(second)];
    const between = this.shortStartsOf(word).filter((at) => from < at && at < to).length;
    // Once may be a slip or a heading's word.
    return between < 2 ? undefined : [first, between];
  }

  /** Where a person is named in full, in order: known once all full names are joined. */
  private fullOf(cluster: Cluster): number[] {
    const known = this.full.get(cluster);
    if (known) return known;
    const { mentions } = this.resolution;
    const starts = cluster.mentions
      .map((index) => mentions[index] as Mention)
      .filter(({ name }) => name && name[1] - name[0] > 1)
      .map(({ start }) => start)
      .sort((a, b) => a - b);
    this.full.set(cluster, starts);
    return starts;
  }

  private weightOf(cluster: Cluster): number {
    let full = this.bodyCount.get(cluster);
    if (full === undefined) {
      full = this.fullOf(cluster).filter((start) => !isInTitle(this.resolution, start)).length;
      this.bodyCount.set(cluster, full);
    }
    return full - 2 * (this.firstNameCount.get(cluster) ?? 0);
  }

  addOther(named: Named): void {
    const { resolution } = this;
    const { mention, words, index } = named;
    // "Cuban said", of Mark Cuban: the gazetteer is asked after the persons of the article.
    const bearer = mention.kind === 'thing' ? this.findPerson(named) : undefined;
    const entry = bearer ? undefined : this.entryOf(mention);
    const key = entry
      ? `${entry.country ?? ''}|${entry.name}`
      : words.filter((w) => !SMALL.has(w)).join(' ');
    const short = words.join('').replace(/\./g, '');
    // A metonym and a place of one name are two: "in Moscow" is not the government.
    const isPlace = mention.kind === 'place';
    // A surname before a body's last word: "the Harwick Post Orr" is no short form for Orr.
    const person = entry ? undefined : (bearer ?? this.findPerson(named));
    if (person) {
      addMention(resolution, person.cluster, index, Math.min(person.score, 0.95));
      return;
    }
    const known =
      this.others.get(isPlace ? `place|${key}` : key) ??
      (entry ? undefined : this.findShorter(named, short));
    if (known) {
      addMention(resolution, known, index, 0.95);
      return;
    }
    const cluster = addCluster(resolution, index, 1);
    this.setName(cluster, named);
    if (entry && !isPlace) {
      cluster.gazetteerName = entry.name;
      if (entry.wikidata) cluster.wikidata = entry.wikidata;
    }
    this.others.set(isPlace ? `place|${key}` : key, cluster);
    if (!entry) this.addShorts(cluster, named);
  }

  private entryOf(mention: Mention) {
    const { words } = this.resolution;
    const [start] = mention.name as readonly [number, number];
    const { text, start: offsets } = words.analysis.tokens;
    if (mention.kind === 'person') return undefined;
    const entry = findGazetteerEntry(text, offsets[start] as number, words.form[start] as string);
    if (!entry) return undefined;
    const end = (offsets[start] as number) + entry.alias.length;
    const last = words.analysis.tokens.end[
      (mention.name as readonly [number, number])[1] - 1
    ] as number;
    // The whole name, up to a full stop that the tokenizer left over.
    return end >= last - 1 ? entry : undefined;
  }

  /** A surname tagged without a kind ("Maretti", when only "Ilva Maretti" shows a first name). */
  private findPerson(named: Named): { cluster: Cluster; score: number } | undefined {
    if (named.mention.kind !== 'thing' && named.mention.kind !== 'place') return undefined;
    if (named.words.length !== 1) return undefined;
    return this.findShort(named, named.words[0] as string);
  }

  private findShorter(named: Named, short: string): Cluster | undefined {
    const [form] = named.mention.name
      ? [this.resolution.words.form[named.mention.name[0]] as string]
      : [''];
    if (isAcronym(form) && named.words.length === 1) return this.shorts.get(`acronym|${short}`);
    // "Orrin Square" may be short for "Orrin Square Management"; one word is the place.
    if (named.mention.kind === 'place' && named.words.length < 2) return undefined;
    return this.shorts.get(named.words.filter((w) => !SMALL.has(w)).join(' '));
  }

  /** What else a body may be called: its initials, its last words, its first words. */
  private addShorts(cluster: Cluster, named: Named): void {
    if (named.mention.kind === 'place') return;
    const all = named.words.filter((word) => !SMALL.has(word));
    if (all.length < 2) return;
    const put = (key: string): void => {
      if (!this.shorts.has(key)) this.shorts.set(key, cluster);
    };
    put(`acronym|${all.map((word) => word[0]).join('')}`);
    // "DOT" for the Department of Transport, also where "U.S." stands before it.
    const whole = named.words.filter((word, at) => at > 0 || !/^(?:the|u\.?s\.?)$/.test(word));
    put(`acronym|${whole.map((word) => word[0]).join('')}`);
    put(`acronym|${all.flatMap((word) => word.split('-').map((piece) => piece[0])).join('')}`);
    if (named.mention.kind !== 'organisation' && named.mention.kind !== 'government') return;
    // "The Harwick Post" is "the Post"; "Harwick" is the place that it comes from.
    for (let cut = 1; cut < all.length; cut++) {
      put(all.slice(cut).join(' '));
      if (!OUTLETS.has(all.at(-1) as string)) put(all.slice(0, cut).join(' '));
    }
  }
}

function isInTitle({ words }: Resolution, token: number): boolean {
  const { sentences, structure } = words.analysis;
  const part = sentences.part[sentences.of[token] as number] as number;
  return structure.parts[part]?.kind === 'title';
}

const hasGenderClash = (cluster: Cluster, mention: Mention): boolean =>
  !!cluster.gender && !!mention.gender && cluster.gender !== mention.gender;

/** Whether the words stand in a row inside others ("suu kyi" in "aung san suu kyi"). */
const isInside = (words: readonly string[], others: readonly string[]): boolean =>
  others.some((_, at) => words.every((word, step) => others[at + step] === word));
