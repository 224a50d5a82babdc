/**
 * Speakers that the project marked itself, in articles that nobody had looked at when they were
 * marked: `docs/quality.md` has what the rules of that day made of them. Kept are the articles' ids,
 * the ids of the corpus's attributions and offsets of the names, no text.
 * @module
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '@onrecord/record';
import type { MarkedArticle, MarkedSpeaker } from './score-speakers.ts';

/** One mark: where the text gives the name (several places: several speakers), kind, body spoken for. */
interface SpeakerMark {
  readonly speaker: readonly Span[];
  readonly kind: string;
  readonly represents?: readonly Span[];
}

interface MarksFile {
  readonly articles: Readonly<Record<string, Readonly<Record<string, SpeakerMark>>>>;
}

interface CorpusRow {
  readonly id: string;
  readonly text: string;
  readonly annotations: readonly {
    readonly attributions: readonly { id: string; source: Span[]; content: Span[] }[];
  }[];
}

const MARKS = new URL('../../data/speaker-marks.json', import.meta.url);

/** The marked articles whose texts are there, in the corpus's order; empty without the corpus. */
export function readSpeakerMarks(corporaDir: string): MarkedArticle[] {
  const file = join(corporaDir, 'polnear', 'train.jsonl');
  if (!existsSync(file)) return [];
  const { articles } = JSON.parse(readFileSync(MARKS, 'utf8')) as MarksFile;
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as CorpusRow)
    .flatMap((row) => {
      const marks = articles[row.id];
      return marks ? [{ id: row.id, text: row.text, speakers: joinMarks(row, marks) }] : [];
    });
}

function joinMarks(row: CorpusRow, marks: Readonly<Record<string, SpeakerMark>>): MarkedSpeaker[] {
  const nameAt = (spans: readonly Span[]): string =>
    spans.map((span) => row.text.slice(...span)).join(' and ');
  return (row.annotations[0]?.attributions ?? []).flatMap(({ id, source, content }) => {
    const mark = marks[id];
    if (!mark) return [];
    const { speaker, kind, represents } = mark;
    const body = represents ? nameAt(represents) : null;
    return [{ source, content, speaker: nameAt(speaker), kind, represents: body }];
  });
}
