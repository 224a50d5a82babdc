/**
 * The language layer in one call: structure, tokens, sentences, quotation marks, tags, trees.
 * @module
 */
import type { Analysis, Sentences, Structure, Tags, Tokens } from './layers.ts';
import { findStructure } from './structure/find-structure.ts';
import type { Annotation } from './tag/annotate.ts';
import type { LanguageModel } from './tag/language-model.ts';
import type { Lemmatiser } from './tag/morphology.ts';
import { findQuotes } from './tokenize/find-quotes.ts';
import { findSentences } from './tokenize/find-sentences.ts';
import { tokenize } from './tokenize/tokenize.ts';
import { readForms } from './tokenize/word-forms.ts';

/** Analyse a text: the same text and model give the same analysis, in Node and in browsers. */
export function analyse(text: string, model: LanguageModel): Analysis {
  const structure = findStructure(text);
  const tokens = tokenize(text, structure);
  return analyseTokens({ structure, tokens, sentences: findSentences(tokens, structure) }, model);
}

/** Tag and parse what is already cut into sentences. */
export function analyseTokens(
  layers: { structure: Structure; tokens: Tokens; sentences: Sentences },
  model: LanguageModel,
): Analysis {
  const { structure, tokens, sentences } = layers;
  const quotes = findQuotes(tokens, sentences, structure);
  const annotation = model.annotator.annotate(tokens, sentences);
  const tags = addMorphology(tokens, annotation, model.lemmatiser);
  const { head, deprel } = annotation;
  const { text } = tokens;
  return { text, structure, tokens, sentences, quotes, tags, tree: { head, deprel } };
}

function addMorphology(tokens: Tokens, annotation: Annotation, lemmatiser: Lemmatiser): Tags {
  const { upos, xpos } = annotation;
  const words = readForms(tokens);
  const lemma = new Array<string>(tokens.length);
  const feats = new Array<string>(tokens.length);
  for (let token = 0; token < tokens.length; token++) {
    const found = lemmatiser.get(words[token]!, upos[token]!, xpos[token]!);
    lemma[token] = found.lemma;
    feats[token] = found.feats;
  }
  return { upos, xpos, lemma, feats };
}
