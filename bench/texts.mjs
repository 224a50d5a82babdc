/**
 * The texts that benchmarks read: PolNeAR's development articles where the corpora stand beside the
 * repository, or the first of its training articles where more are wanted; else the samples, many
 * times over.
 * @module
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const CORPUS = new URL('../../shared/corpora/polnear/', import.meta.url);
const SAMPLES = new URL('../samples/', import.meta.url);

/** `[{ id, text }]`, at most so many, and what they are. */
export function loadTexts({ part = 'dev', most = Number.POSITIVE_INFINITY } = {}) {
  const corpus = new URL(`${part}.jsonl`, CORPUS);
  if (existsSync(corpus)) {
    const lines = readFileSync(corpus, 'utf8').split('\n').filter(Boolean).slice(0, most);
    const articles = lines.map((line) => JSON.parse(line)).map(({ id, text }) => ({ id, text }));
    return { articles, from: `PolNeAR ${part}` };
  }
  const files = readdirSync(SAMPLES)
    .filter((name) => name.endsWith('.txt'))
    .sort();
  const articles = Array.from({ length: 84 }, (_, i) => ({
    id: `sample-${i}`,
    text: readFileSync(new URL(files[i % files.length], SAMPLES), 'utf8'),
  }));
  return { articles, from: 'samples, repeated' };
}

/** Words as runs of letters and digits: the same count for every contestant. */
export const countWords = (text) =>
  (text.match(/[\p{L}\p{N}]+(?:[.'’-][\p{L}\p{N}]+)*/gu) ?? []).length;
