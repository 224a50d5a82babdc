/**
 * Comparing the readings of two versions: entries with the same words are unchanged; of the rest,
 * those that are most alike are one entry changed, field by field; what is left came or went.
 * Pairs are taken greedily, best first: a reworded entry has one clear counterpart or none.
 * @module
 */
import type { ArticleRecord } from '@onrecord/record';
import type { DecisionWords } from '../decision/decision.ts';
import {
  describeWords,
  listRecordEntries,
  quoteEntry,
  type RecordEntry,
} from '../decision/describe-words.ts';
import { compareWords } from '../decision/find-nearest.ts';
import type { FieldChange, RecordChange, VersionDiff } from './diff-records.ts';

/** Two fifths of the words in common: below it, two entries are different ones. */
const LEAST = 0.4;

interface Side {
  entry: RecordEntry;
  words: DecisionWords;
  fields: Record<string, string>;
  all: string;
}

/** What changed from one reading to another. */
export function compareVersions(from: ArticleRecord, to: ArticleRecord): VersionDiff {
  const before = sidesOf(from);
  const after = sidesOf(to);
  const changes: RecordChange[] = [];
  let unchangedCount = 0;
  for (const side of [...before]) {
    const same = after.find(
      (other) => JSON.stringify(other.fields) === JSON.stringify(side.fields),
    );
    if (same === undefined) continue;
    unchangedCount++;
    before.splice(before.indexOf(side), 1);
    after.splice(after.indexOf(same), 1);
  }
  for (const [old, now] of pairAlike(before, after)) changes.push(changeOf(old, now));
  for (const side of before) changes.push(bareChange('removed', side));
  for (const side of after) changes.push(bareChange('added', side));
  return { fromId: from.article.id, toId: to.article.id, changes, unchangedCount };
}

function sidesOf(record: ArticleRecord): Side[] {
  return listRecordEntries(record).map((entry) => {
    const words = describeWords(record.article.text, entry);
    const fields = {
      kind: entry.kind,
      act: words.act,
      ...words.fields,
      ...valuesOf(record, entry),
    };
    return { entry, words, fields, all: Object.values(words.fields).join(' ') };
  });
}

/** Fields that are no words of the text. */
function valuesOf({ actors, article }: ArticleRecord, entry: RecordEntry): Record<string, string> {
  const nameOf = (id: string) => actors.find((actor) => actor.id === id)?.name ?? id;
  const hedges = entry.value.hedges.map(({ span }) => article.text.slice(...span));
  const values: Record<string, string | undefined> = { hedges: hedges.join(' … ') };
  if (entry.kind === 'statement') {
    const { kind, speaker, saidOn } = entry.value;
    values.form = kind;
    values.speaker = speaker === undefined ? undefined : nameOf(speaker);
    values.saidOn = saidOn === undefined ? undefined : `${saidOn.from}/${saidOn.to}`;
  } else {
    const { parties, assertedBy, basis, role, repeated } = entry.value;
    values.parties = parties.map(nameOf).join(', ');
    values.assertedBy = assertedBy === undefined ? undefined : nameOf(assertedBy);
    Object.assign(values, { basis, role, repeated: repeated ? 'yes' : undefined });
  }
  const present = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(present) as Record<string, string>;
}

/** The most alike of what is left, best first; both lists lose what is paired. */
function pairAlike(before: Side[], after: Side[]): [Side, Side][] {
  const likely = before.flatMap((old) =>
    after
      .filter((now) => now.entry.kind === old.entry.kind)
      .map((now) => ({ old, now, likeness: compareWords(old.all, now.all) })),
  );
  const pairs: [Side, Side][] = [];
  for (const { old, now, likeness } of likely.sort((one, two) => two.likeness - one.likeness)) {
    if (likeness < LEAST || !before.includes(old) || !after.includes(now)) continue;
    pairs.push([old, now]);
    before.splice(before.indexOf(old), 1);
    after.splice(after.indexOf(now), 1);
  }
  return pairs;
}

function changeOf(old: Side, now: Side): RecordChange {
  const names = [...new Set([...Object.keys(old.fields), ...Object.keys(now.fields)])];
  const fields = names.flatMap((field): FieldChange[] => {
    const [before, after] = [old.fields[field] ?? null, now.fields[field] ?? null];
    return before === after ? [] : [{ field, before, after }];
  });
  return {
    ...{ kind: 'changed', entryKind: now.entry.kind, entryId: now.entry.value.id },
    ...{ previousId: old.entry.value.id, words: quoteEntry(now.words), fields },
  };
}

const bareChange = (kind: 'added' | 'removed', { entry, words }: Side): RecordChange => ({
  kind,
  entryKind: entry.kind,
  entryId: entry.value.id,
  words: quoteEntry(words),
});
