/**
 * Marks that the project added to unmarked articles of the public corpora, to train the ranker on:
 * the ids of the articles read, and in each the cues that show a position, as offsets with frame
 * and stance. No text is kept; the corpora are read beside them.
 * @module
 */
import { readFileSync } from 'node:fs';
import type { Stance } from '@onrecord/record';
import { STANCES } from '@onrecord/record';
import { listSourceRows } from './source-rows.ts';

/** An article read for marks: its text, and its positions by cue. */
export interface AddedDocument {
  readonly id: string;
  readonly date?: string;
  readonly text: string;
  readonly marks: readonly AddedMark[];
  /** Only the marked cues were looked at; of a whole article every other cue is no position. */
  readonly isPartial: boolean;
}

/** A cue that was looked at; without a stance it shows no position. */
export interface AddedMark {
  readonly offset: number;
  readonly key: string;
  readonly stance?: Stance;
}

type MarkRows = Readonly<Record<string, readonly (readonly [number, string, number])[]>>;

/** The file of marks: for each article the offsets, keys and stances (as indices, -1 for none). */
interface MarksFile {
  readonly whole: MarkRows;
  readonly partial: MarkRows;
}

const MARKS = new URL('../../data/commitment-marks.json', import.meta.url);
/** Read the added marks with the texts that they belong to; articles no longer there are left out. */
export function readAddedDocuments(corporaDir: string): AddedDocument[] {
  const { whole, partial } = JSON.parse(readFileSync(MARKS, 'utf8')) as MarksFile;
  const marks = { ...whole, ...partial };
  const wanted = new Map<string, string[]>();
  for (const id of Object.keys(marks)) {
    const article = id.replace(/#\d+$/, '');
    wanted.set(article, [...(wanted.get(article) ?? []), id]);
  }
  const found: AddedDocument[] = [];
  for (const row of listSourceRows(corporaDir))
    for (const id of wanted.get(row.id) ?? []) {
      const text = partOf(row.text, id);
      const list = marks[id] ?? [];
      found.push({
        id,
        text,
        ...(row.date !== undefined && { date: row.date }),
        isPartial: id in partial,
        marks: list.map(([offset, key, index]) => {
          const stance = STANCES[index];
          return { offset, key, ...(stance && { stance }) };
        }),
      });
    }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** "ID#7" is the paragraph of that number. */
function partOf(text: string, id: string): string {
  const at = /#(\d+)$/.exec(id);
  return at ? (text.split(/\n\n+/)[Number(at[1])] ?? '') : text;
}
