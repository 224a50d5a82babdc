/**
 * Fields in which the reports of one act of speech differ. A number or a verb that one report
 * leaves out is no difference; a condition, an exception or a hedge that it leaves out is one,
 * for the reader of that report does not know of it.
 * @module
 */
import type { UtteranceDifference, UtteranceField, UtteranceReport } from '@onrecord/record';
import { foldMatter } from '../matter/fold-matter.ts';
import { scoreOverlap } from '../matter/match-matter.ts';

const FIELDS: readonly UtteranceField[] = ['number', 'verb', 'condition', 'hedge', 'exception'];
/** Silence about these says nothing. */
const MAY_BE_SILENT: ReadonlySet<UtteranceField> = new Set(['number', 'verb']);
/** "only after a ceasefire" and "only after a truce holds" are one condition. */
const SAME_WORDS = 0.5;

function isSameValue(field: UtteranceField, left: readonly string[], right: readonly string[]) {
  if (left.join('|') === right.join('|')) return true;
  if (left.length === 0 || right.length === 0 || field === 'number' || field === 'verb')
    return false;
  const [a, b] = [foldMatter(left.join(' ')), foldMatter(right.join(' '))];
  return scoreOverlap(a, b).jaccard >= SAME_WORDS;
}

interface Group {
  value: string[];
  articleIds: Set<string>;
  originIds: Set<string>;
}

function groupReports(field: UtteranceField, reports: readonly UtteranceReport[]): Group[] {
  const groups: Group[] = [];
  for (const { fields, evidence } of reports) {
    const value = fields[field] ?? [];
    let group = groups.find((one) => isSameValue(field, one.value, value));
    if (group === undefined) {
      group = { value, articleIds: new Set(), originIds: new Set() };
      groups.push(group);
    }
    group.articleIds.add(evidence.articleId);
    group.originIds.add(evidence.originId);
  }
  return groups;
}

/** Find the fields in which reports differ, each value with who has it. */
export function findDifferences(reports: readonly UtteranceReport[]): UtteranceDifference[] {
  return FIELDS.flatMap((field) => {
    const groups = groupReports(field, reports);
    const told = groups.filter((group) => group.value.length > 0);
    const differs = MAY_BE_SILENT.has(field)
      ? told.length > 1
      : told.length > 0 && groups.length > 1;
    if (!differs) return [];
    const values = groups.map(({ value, articleIds, originIds }) => ({
      value,
      articleIds: [...articleIds],
      originCount: originIds.size,
    }));
    return [{ field, values }];
  });
}
