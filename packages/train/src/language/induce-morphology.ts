/**
 * Tables of lemmas and features out of a treebank: for each tag, the endings whose majority differs
 * from what the next shorter ending says (a pruned suffix tree). Exact words come first.
 * @module
 */
import type { TreebankDocument, TreebankWord } from '@onrecord/evaluate';
import { LONGEST_ENDING, type MorphologyTables } from '@onrecord/reader';

/** One observation: a key's tag part, a word, what it should become. */
interface Example {
  readonly tag: string;
  readonly word: string;
  readonly value: string;
}

/** Induce both tables. */
export function induceMorphology(documents: readonly TreebankDocument[]): MorphologyTables {
  const words = documents.flatMap((d) => d.sentences.flatMap((s) => s.words));
  return {
    lemma: induceEndings(words.filter(isRegular).map(lemmaExample)),
    feats: induceEndings(words.map(featsExample)),
  };
}

/** Foreign words and slips of the pen ("Typo=Yes") teach no endings. */
function isRegular({ upos, feats }: TreebankWord): boolean {
  return upos !== 'X' && !feats.includes('Typo=Yes');
}

function lemmaExample({ form, lemma, upos, xpos }: TreebankWord): Example {
  const word = form.toLowerCase().replaceAll('’', "'");
  return { tag: xpos, word, value: scriptOf(upos === 'PROPN' ? form : word, lemma) };
}

function featsExample({ form, feats, upos, xpos }: TreebankWord): Example {
  return {
    tag: `${upos} ${xpos}`,
    word: form.toLowerCase().replaceAll('’', "'"),
    value:
      feats
        .split('|')
        .filter((f) => !/^(?:Typo|Style|ExtPos|Abbr)=/.test(f))
        .join('|') || '_',
  };
}

/** What turns a word into its lemma: letters off, letters on; the whole lemma where they share nothing. */
function scriptOf(word: string, lemma: string): string {
  let same = 0;
  while (same < word.length && same < lemma.length && word[same] === lemma[same]) same++;
  return same === 0 && 0 < word.length ? `=${lemma}` : `${word.length - same}:${lemma.slice(same)}`;
}

function induceEndings(examples: readonly Example[]): Record<string, Record<string, string>> {
  const table: Record<string, Record<string, string>> = {};
  const predicted = new Array<string | undefined>(examples.length);
  for (let size = 0; size <= LONGEST_ENDING + 1; size++) {
    const votes = collectVotes(examples, size);
    for (const [, vote] of [...votes].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const value = largest(vote.values);
      // Endings need two different words as witnesses, so that a slip of the pen made twice
      // ("Bidget" for "Bridget") makes no rule for "Budget".
      // A whole lemma ("=be") is no rule for other words that end alike.
      const isWhole = size === LONGEST_ENDING + 1;
      const isWitnessed = size === 0 || 2 <= countWords(vote, examples, value);
      const isEnough = isWhole || (isWitnessed && !value.startsWith('='));
      const isNew = vote.examples.some((at) => predicted[at] !== value);
      if (isEnough && isNew && isBetter(vote, predicted, examples, value)) {
        table[vote.tag] ??= {};
        table[vote.tag]![vote.ending] = value;
        for (const at of vote.examples) predicted[at] = value;
      }
    }
  }
  return table;
}

interface Vote {
  tag: string;
  ending: string;
  values: Map<string, number>;
  examples: number[];
}

/** The examples by ending of a size; the size beyond the longest is the whole word. */
function collectVotes(examples: readonly Example[], size: number): Map<string, Vote> {
  const votes = new Map<string, Vote>();
  for (let at = 0; at < examples.length; at++) {
    const { tag, word, value } = examples[at]!;
    if (size <= LONGEST_ENDING && word.length < size) continue;
    const ending = size > LONGEST_ENDING ? `^${word}` : size === 0 ? '' : word.slice(-size);
    const key = `${tag}\t${ending}`;
    let vote = votes.get(key);
    if (vote === undefined) {
      vote = { tag, ending, values: new Map(), examples: [] };
      votes.set(key, vote);
    }
    vote.values.set(value, (vote.values.get(value) ?? 0) + 1);
    vote.examples.push(at);
  }
  return votes;
}

/** Does the entry set more examples right than it sets wrong? */
function isBetter(
  vote: Vote,
  predicted: readonly (string | undefined)[],
  examples: readonly Example[],
  value: string,
): boolean {
  let gain = 0;
  for (const at of vote.examples) {
    gain += Number(examples[at]!.value === value) - Number(examples[at]!.value === predicted[at]);
  }
  return 0 < gain;
}

/** How many different words of a vote have a value, counted up to two. */
function countWords({ examples: all }: Vote, examples: readonly Example[], value: string): number {
  let first: string | undefined;
  for (const at of all) {
    const { word, value: own } = examples[at]!;
    if (own !== value || word === first) continue;
    if (first !== undefined) return 2;
    first = word;
  }
  return first === undefined ? 0 : 1;
}

/** The most frequent value; ties go to the one that sorts first. */
function largest(values: ReadonlyMap<string, number>): string {
  let best = '';
  let count = -1;
  for (const [value, n] of values) {
    if (n > count || (n === count && value < best)) [best, count] = [value, n];
  }
  return best;
}
