/**
 * The language layer against treebanks and silver news: tokens, sentences, tags, lemmas and trees
 * from raw text. The only place that reads the test files.
 * @module
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse, type LanguageModel } from '@onrecord/reader';
import { makeNewsCounts, scoreNews } from './score-news.ts';
import {
  f1Of,
  makeParseCounts,
  PARSE_METRICS,
  type ParseMetric,
  scoreParse,
} from './score-parse.ts';
import { buildTagLexicon, readSilver } from './silver.ts';
import { readTreebank } from './treebank.ts';

/** Scores of one split, each from 0 to 1. */
export type ParseScores = Readonly<Record<ParseMetric, number>>;

/** Scores of the language layer. */
export interface LanguageScores {
  readonly ewt: Readonly<Record<string, ParseScores>>;
  readonly gum: Readonly<Record<string, ParseScores>>;
  readonly news: { readonly sentences: number; readonly upos: number; readonly uas: number };
}

/** What is evaluated, and on which splits. */
export interface LanguageOptions {
  readonly model: LanguageModel;
  /** `dev` while choosing; `test` for the figures. */
  readonly splits?: readonly ('dev' | 'test')[];
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4;

/** Evaluate from raw text; a corpus that is not there throws the file system's error. */
export function evaluateLanguage(corporaDir: string, options: LanguageOptions): LanguageScores {
  const { model, splits = ['dev', 'test'] } = options;
  const scoreTreebank = (name: string): Record<string, ParseScores> =>
    Object.fromEntries(
      splits.map((split) => [
        split,
        scoreSplit(join(corporaDir, 'ud', name, `${split}.conllu.gz`), model),
      ]),
    );
  return {
    ewt: scoreTreebank('ewt'),
    gum: scoreTreebank('gum'),
    news: scoreArticles(corporaDir, model),
  };
}

function scoreSplit(path: string, model: LanguageModel): ParseScores {
  const counts = makeParseCounts();
  for (const document of readTreebank(path))
    scoreParse(counts, document, analyse(document.text, model));
  const scores = PARSE_METRICS.map((metric) => [metric, round(f1Of(counts[metric]))]);
  return Object.fromEntries(scores) as ParseScores;
}

function scoreArticles(corporaDir: string, model: LanguageModel): LanguageScores['news'] {
  const train = ['ewt', 'gum'].map((name) => join(corporaDir, 'ud', name, 'train.conllu.gz'));
  const lexicon = buildTagLexicon(train.flatMap(readTreebank));
  const silver = readSilver(join(corporaDir, 'polnear', 'dev.conll.gz'), lexicon);
  const counts = makeNewsCounts();
  for (const line of readFileSync(join(corporaDir, 'polnear', 'dev.jsonl'), 'utf8').split('\n')) {
    if (line === '') continue;
    const { id, text } = JSON.parse(line) as { id: string; text: string };
    const sentences = silver.get(id);
    if (sentences !== undefined) scoreNews(counts, sentences, analyse(text, model));
  }
  const { sentences, upos, uas } = counts;
  return { sentences: round(f1Of(sentences)), upos: round(f1Of(upos)), uas: round(f1Of(uas)) };
}

/** Are the corpora of this stage there? */
export function hasLanguageCorpora(corporaDir: string): boolean {
  return existsSync(join(corporaDir, 'ud', 'ewt')) && existsSync(join(corporaDir, 'polnear'));
}

/** Lay the scores out as lines, percentages with one decimal. */
export function listLanguageScores(scores: LanguageScores): string[] {
  const percent = (value: number): string => (100 * value).toFixed(1).padStart(9);
  const lines = [`${''.padEnd(10)}${PARSE_METRICS.map((metric) => metric.padStart(9)).join('')}`];
  for (const name of ['ewt', 'gum'] as const) {
    for (const [split, row] of Object.entries(scores[name])) {
      lines.push(
        `${`${name} ${split}`.padEnd(10)}${PARSE_METRICS.map((m) => percent(row[m])).join('')}`,
      );
    }
  }
  const { sentences, upos, uas } = scores.news;
  const blank = ' '.repeat(9);
  lines.push(
    `${'news dev'.padEnd(10)}${blank}${percent(sentences)}${blank}${percent(upos)}${blank.repeat(2)}${percent(uas)}`,
  );
  return lines;
}
