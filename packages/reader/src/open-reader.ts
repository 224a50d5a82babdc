/**
 * A reader with its weights loaded. Where the bytes come from is the caller's business: a folder, a
 * bundle, the network.
 * @module
 */
import type { ArticleRecord } from '@onrecord/record';
import { analyse } from './analyse.ts';
import { openAttributionModel } from './attribution/index.ts';
import { openCommitmentModel } from './commitment/index.ts';
import type { Analysis } from './layers.ts';
import { describeModels, type Models, type ReadOptions, readArticle } from './read.ts';
import { openLanguageModel } from './tag/language-model.ts';

/** The files of `models/` that a reader loads. */
export const MODEL_FILES = ['language.bin', 'attribution.bin', 'commitments.bin'] as const;

/** Reads articles; keeps nothing from one to the next. */
export interface Reader {
  /** What the weights are; the same text and the same model give the same record. */
  readonly model: string;
  /** Read an article's record. */
  read(text: string, options?: ReadOptions): ArticleRecord;
  /** The layers of a text, up to its trees. */
  analyse(text: string): Analysis;
}

/** Gives the bytes of a file of `models/`, by name. */
export type LoadModel = (file: string) => Promise<Uint8Array>;

/**
 * Open the weights of every stage.
 * @throws CodedError `model-format` when a file is no model of this build; whatever `load` throws.
 */
export async function openModels(load: LoadModel): Promise<Models> {
  const bytes = await Promise.all(MODEL_FILES.map((file) => load(file)));
  const [language, attribution, commitments] = bytes;
  return {
    language: openLanguageModel(language!),
    attribution: openAttributionModel(attribution!),
    commitment: openCommitmentModel(commitments!),
  };
}

/**
 * Open a reader.
 * @throws CodedError `model-format` when a file is no model of this build; whatever `load` throws.
 */
export async function openReader(load: LoadModel): Promise<Reader> {
  const models = await openModels(load);
  return {
    model: describeModels(models),
    read: (text, options) => readArticle(text, models, options),
    analyse: (text) => analyse(text, models.language),
  };
}
