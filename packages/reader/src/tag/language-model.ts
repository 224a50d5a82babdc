/**
 * The trained weights of the language layer, opened for use.
 * @module
 */
import { openModel } from '../model/model-file.ts';
import { LONGEST_SENTENCE } from '../tokenize/find-sentences.ts';
import { Annotator } from './annotate.ts';
import { Lemmatiser, type MorphologyTables } from './morphology.ts';
import { openNetwork } from './network.ts';
import { LANGUAGE_FEATURES } from './word-features.ts';

/** A tagger, parser and lemmatiser; it remembers word forms, which changes speed and no answer. */
export interface LanguageModel {
  /** Twelve hexadecimal digits, for `reader.model`. */
  readonly id: string;
  readonly annotator: Annotator;
  readonly lemmatiser: Lemmatiser;
}

/**
 * Open the bytes of `models/language.bin`.
 * @throws CodedError `model-format` when they are of another format, stage or feature set
 */
export function openLanguageModel(bytes: Uint8Array): LanguageModel {
  const file = openModel(bytes, { stage: 'language', features: LANGUAGE_FEATURES });
  const tables = new TextDecoder().decode(file.section('morphology') as Uint8Array);
  return {
    id: file.id,
    annotator: new Annotator(openNetwork(file, LONGEST_SENTENCE), LONGEST_SENTENCE),
    lemmatiser: new Lemmatiser(JSON.parse(tables) as MorphologyTables),
  };
}
