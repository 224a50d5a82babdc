/**
 * Positions that the project marked in whole articles of the public corpora, with all fields, in
 * the manner of the marked corpus: ids, offsets and the hash of the text; the texts are read from
 * the corpora beside them.
 * @module
 */
import { readFileSync } from 'node:fs';
import type { MarkedCommitment, MarkedDocument } from '@onrecord/evaluate';
import type { Span } from '@onrecord/record';
import { STANCES, textHashOf } from '@onrecord/record';
import { listSourceRows } from './source-rows.ts';

/** Spans as flat pairs of offsets. */
type Flat = readonly number[];
/** Stance, party, cue, action, condition, deadline, counterparty, hedge, exception, asserter. */
type RecordRow = readonly [number, Flat, Flat, Flat, Flat, Flat, Flat, Flat, Flat, 0 | 1 | Flat];

interface RecordsFile {
  readonly documents: Readonly<
    Record<string, { readonly hash: string; readonly records: readonly RecordRow[] }>
  >;
}

const RECORDS = new URL('../../data/commitment-records.json', import.meta.url);

/**
 * Read the added records with their texts, in the order of their ids.
 * @throws RangeError when a text is not the one that was marked
 */
export function readAddedRecords(corporaDir: string): MarkedDocument[] {
  const { documents } = JSON.parse(readFileSync(RECORDS, 'utf8')) as RecordsFile;
  const found: MarkedDocument[] = [];
  for (const { id, text, date, origin } of listSourceRows(corporaDir)) {
    const marked = documents[id];
    if (!marked) continue;
    if (!textHashOf(text).startsWith(marked.hash))
      throw new RangeError(`the text of ${id} is not the one that was marked (${marked.hash})`);
    const commitments = marked.records.map((row) => readRow(row, text));
    found.push({ id, origin, text, commitments, ...(date !== undefined && { date }) });
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function readRow(row: RecordRow, text: string): MarkedCommitment {
  const [stance, party, cue, action, condition, deadline, counterparty, hedge, exception, by] = row;
  const words = typeof by === 'number' ? undefined : text.slice(by[0], by[1]);
  return {
    stance: STANCES[stance]!,
    ...{ party: spansOf(party), cue: spansOf(cue), action: spansOf(action) },
    ...{ condition: spansOf(condition), deadline: spansOf(deadline) },
    ...{ counterparty: spansOf(counterparty), hedge: spansOf(hedge) },
    exception: spansOf(exception),
    assertedBy: words ?? (by === 0 ? 'self' : 'outlet'),
  };
}

function spansOf(flat: Flat): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) spans.push([flat[i]!, flat[i + 1]!]);
  return spans;
}
