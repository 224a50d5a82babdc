/**
 * The attribution network's view of every token of an article, kept so that a later network can
 * read on from it instead of from the words alone.
 * @module
 */
import type { Analysis } from '../layers.ts';
import { readForms } from '../tokenize/word-forms.ts';
import { Factor, type Network, rowOfWord } from './attribution-network.ts';
import type { TokenFeatures } from './token-features.ts';

/** States of an article's tokens, with the columns and word vectors beside them. */
export interface TokenStates {
  /** Id of the attribution weights that made them. */
  readonly model: string;
  /** Numbers a token. */
  readonly width: number;
  /** Row-major, `length × width`; `STATE_FACTOR` stands for one. */
  readonly rows: Int16Array;
  readonly features: TokenFeatures;
  readonly words: WordVectors;
}

/** What one is in the integers of `TokenStates.rows`. */
export const STATE_FACTOR = Factor.Sum;

/** The word vectors of the attribution weights: 8-bit rows with a scale each. */
export interface WordVectors {
  readonly weights: Int8Array;
  readonly scales: Float32Array;
  /** The row of a token's word; 0 is any other word. */
  rowAt(token: number): number;
}

/** Where the states of an article are put. */
export interface KeptStates {
  states?: TokenStates;
}

/** The word vectors of an article's tokens. */
export function openWordVectors(network: Network, { tokens }: Analysis): WordVectors {
  const forms = readForms(tokens);
  return {
    weights: network.wordWeights,
    scales: network.wordScales,
    rowAt: (token) => rowOfWord(network, forms[token]!),
  };
}
