/**
 * The entries whose words are most like those that an orphaned decision was about: shown to the
 * person who may move it there; never used to move it.
 * @module
 */
import type { ArticleRecord } from '@onrecord/record';
import { foldWords } from '../search/fold-words.ts';
import type { Decided, Orphan } from './decision.ts';
import { describeWords, listRecordEntries, quoteEntry } from './describe-words.ts';

/** Three are enough to choose from. */
const MOST = 3;
/** Below a quarter of shared words nothing is "nearest". */
const LEAST = 0.25;

/** The share of words that two texts have in common (Dice's coefficient on sets). */
export function compareWords(one: string, other: string): number {
  const [left, right] = [new Set(foldWords(one)), new Set(foldWords(other))];
  if (left.size + right.size === 0) return 0;
  let shared = 0;
  for (const word of left) if (right.has(word)) shared++;
  return (2 * shared) / (left.size + right.size);
}

/** The entries of a reading nearest to what a decision was about, best first. */
export function findNearest(record: ArticleRecord, { words }: Decided): Orphan['nearest'] {
  if (words === undefined) return [];
  const old = Object.values(words.fields).join(' ');
  return listRecordEntries(record)
    .filter(({ kind }) => kind === words.entryKind)
    .map((entry) => {
      const now = describeWords(record.article.text, entry);
      const likeness = compareWords(old, Object.values(now.fields).join(' '));
      return {
        entryId: entry.value.id,
        likeness: Math.round(likeness * 1000) / 1000,
        words: quoteEntry(now),
      };
    })
    .filter(({ likeness }) => LEAST <= likeness)
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, MOST);
}
