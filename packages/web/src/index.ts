/**
 * The parts of the app that need no browser: entries, segments, lines, citations, exports.
 * @module
 */
export { BOARD_COLUMNS, REPORT_COLUMNS, SHIFT_COLUMNS } from './export/board-columns.ts';
export type { Column } from './export/column.ts';
export { encodeCodebook, encodeCsv, encodeJsonLines } from './export/encode-csv.ts';
export { ENTRY_COLUMNS } from './export/entry-columns.ts';
export { assemblePoints, dateOfDay, findDay, findTicks } from './screen/actor/plot-points.ts';
export {
  EDIT_FIELDS,
  findMissing,
  listPieces,
  makePiece,
  type Piece,
  valueOfPieces,
  type WordField,
} from './screen/review/edit-fields.ts';
export { assembleBlocks, type Block } from './words/block.ts';
export { citeEntry, describeFragment, findSafeUrl, linkEntry } from './words/cite-entry.ts';
export { countSentences } from './words/count-sentences.ts';
export { describeDate, describeDuration, describeRange } from './words/date.ts';
export {
  describeCondition,
  describeEntry,
  describeEntryLine,
  type EntryFacts,
  type LinePiece,
  shortenText,
} from './words/describe-entry.ts';
export { coverOf, type Entry, factsOf, listEntries, quoteEntry } from './words/entry.ts';
export { FIELD_LABELS, FIELDS, type Field, type FieldSpan } from './words/field.ts';
export { findSegments, type Mark, type Segment } from './words/segment.ts';
export { splitControl, type TextRun } from './words/split-control.ts';
export { STATUSES } from './words/status.ts';
