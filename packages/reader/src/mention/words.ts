/**
 * What the actors stage needs to know of each token, made once: its letters, lower-case letters,
 * lexicon bits, part of speech and the view of the tree from the heads downwards.
 * @module
 */
import { type PhraseTree, readPhraseTree } from '../attribution/phrase-tree.ts';
import { type Analysis, UPOS, type Upos } from '../layers.ts';
import { type LexicalForm, readForms, type WordForm } from '../tokenize/word-forms.ts';
import { lexicalBitsOf } from './lexicon.ts';

/** The tokens of an article as the rules of this stage read them. */
export interface Words {
  readonly analysis: Analysis;
  readonly length: number;
  readonly form: readonly string[];
  readonly lower: readonly string[];
  /** Lemmas in lower case, those of proper nouns too. */
  readonly lemma: readonly string[];
  /** Bits of `Lexical` of the lower-case word and its lemma. */
  readonly bits: Uint32Array;
  readonly upos: readonly Upos[];
  /** 1 where the token begins with a capital letter. */
  readonly capital: Uint8Array;
  /** Words that the article also writes small ("war" tells that "Cold War" is nobody). */
  readonly small: ReadonlySet<string>;
  readonly phrases: PhraseTree;
}

/** Four passes read the words of one analysis; they are made once and go with it. */
const MADE = new WeakMap<Analysis, Words>();

/** Read the words of an analysis: the same object for the same analysis. */
export function readWords(analysis: Analysis): Words {
  const known = MADE.get(analysis);
  if (known) return known;
  const words = makeWords(analysis);
  MADE.set(analysis, words);
  return words;
}

function makeWords(analysis: Analysis): Words {
  const { length } = analysis.tokens;
  const forms = readForms(analysis.tokens);
  const form: string[] = new Array(length);
  const lower: string[] = new Array(length);
  const lemma: string[] = new Array(length);
  const upos: Upos[] = new Array(length);
  const bits = new Uint32Array(length);
  const capital = new Uint8Array(length);
  const seen = new Set<string>();
  for (let token = 0; token < length; token++) {
    const word = forms[token]!;
    const small = word.lower;
    const { lemma: base, bits: known } = readLexical(word, analysis.tags.lemma[token]!);
    form[token] = word.form;
    lower[token] = small;
    lemma[token] = base;
    upos[token] = UPOS[analysis.tags.upos[token] as number] as Upos;
    bits[token] = known;
    if (word.isCapital) capital[token] = 1;
    else seen.add(small);
  }
  const phrases = readPhraseTree(analysis);
  return { analysis, length, form, lower, lemma, upos, bits, capital, small: seen, phrases };
}

/** A word mostly stands with the lemma that it had last: what was found then is kept with it. */
function readLexical(word: WordForm, tagged: string): LexicalForm {
  if (word.lexical?.tagged === tagged) return word.lexical;
  const small = word.lower;
  const lemma = lemmaOf(tagged, word);
  // Proper nouns keep their letters as lemma: "Senators" is looked up as "senator".
  const stem = lemma === small && small.endsWith('s') ? small.slice(0, -1) : lemma;
  const bits = lexicalBitsOf(small) | (stem === small ? 0 : lexicalBitsOf(stem));
  word.lexical = { tagged, lemma, bits };
  return word.lexical;
}

const lemmaOf = (lemma: string, { form, lower }: WordForm): string =>
  lemma === lower || lemma === form ? lower : lowerCaseOf(lemma);

/** Nearly all lemmas are in lower case already: a look at their letters is cheaper than a copy. */
function lowerCaseOf(lemma: string): string {
  for (let at = 0; at < lemma.length; at++) {
    const code = lemma.charCodeAt(at);
    if (0x7f < code || (0x41 <= code && code <= 0x5a)) return lemma.toLowerCase();
  }
  return lemma;
}

/** Whether a token is a plural noun by its features, or by its form where the features are silent. */
export function isPluralAt(words: Words, token: number): boolean {
  const feats = words.analysis.tags.feats[token] as string;
  if (feats.includes('Number=')) return feats.includes('Number=Plur');
  return words.lower[token] !== words.lemma[token];
}

/** The sentence of a token. */
export function sentenceOf(words: Words, token: number): number {
  return words.analysis.sentences.of[token] as number;
}
