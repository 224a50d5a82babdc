/**
 * The public articles that the project's own marks point into, straight from the corpora.
 * @module
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** An article of the corpora. */
export interface SourceRow {
  readonly id: string;
  readonly date?: string;
  readonly text: string;
  /** Which corpus it comes from. */
  readonly origin: string;
}

const SOURCES = [
  ['Wikinews', 'text/wikinews.jsonl'],
  ['PolNeAR train', 'polnear/train.jsonl'],
  ['US State Department', 'text/statedept.jsonl.gz'],
] as const;

/** List the articles of all sources. */
export function* listSourceRows(corporaDir: string): Generator<SourceRow> {
  for (const [origin, file] of SOURCES) {
    const bytes = readFileSync(join(corporaDir, file));
    const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
    for (const line of lines)
      if (line.trim() !== '') yield { ...(JSON.parse(line) as Omit<SourceRow, 'origin'>), origin };
  }
}
