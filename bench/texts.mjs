/**
 * The texts that benchmarks read: PolNeAR's development articles where the corpora stand beside the
 * repository, else the samples, many times over.
 * @module
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const CORPUS = new URL('../../shared/corpora/polnear/dev.jsonl', import.meta.url);
const SAMPLES = new URL('../samples/', import.meta.url);

/** `[{ id, text }]`, and what they are. */
export function loadTexts() {
  if (existsSync(CORPUS)) {
    const lines = readFileSync(CORPUS, 'utf8').split('\n').filter(Boolean);
    const articles = lines.map((line) => JSON.parse(line)).map(({ id, text }) => ({ id, text }));
    return { articles, from: 'PolNeAR dev' };
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
