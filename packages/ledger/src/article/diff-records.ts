/**
 * What changed between two versions of an article, as records: a statement reworded, a condition
 * dropped; never as changed text. The reading of both versions is compared field by field.
 * @module
 */

/** One field that differs. */
export interface FieldChange {
  /** `content`, `conditions`, `quantity`, `saidOn`, `hedges` … */
  field: string;
  /** The words before; null where there were none. */
  before: string | null;
  after: string | null;
}

/** One record that is new, gone or changed. */
export type RecordChange =
  | { kind: 'added'; entryKind: 'statement' | 'commitment'; entryId: string; words: string }
  | { kind: 'removed'; entryKind: 'statement' | 'commitment'; entryId: string; words: string }
  | {
      kind: 'changed';
      entryKind: 'statement' | 'commitment';
      entryId: string;
      previousId: string;
      words: string;
      fields: FieldChange[];
    };

/** What changed between two versions. */
export interface VersionDiff {
  fromId: string;
  toId: string;
  changes: RecordChange[];
  unchangedCount: number;
}
