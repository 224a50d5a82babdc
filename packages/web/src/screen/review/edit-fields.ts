/**
 * What of an entry a person can put right, and how: fields whose value is words of the text, with
 * what must be said about them besides (a condition's connective, a deadline's date), and fields
 * that are chosen. From a field's value to pieces of text and back, as the record has it.
 * @module
 */
import {
  BASES,
  CONDITION_TYPES,
  CONNECTIVES,
  type Condition,
  type Connective,
  conditionId,
  type Span,
  STANCES,
  STATEMENT_ACTS,
  STATEMENT_KINDS,
} from '@onrecord/record';
import type { Field } from '../../words/field.ts';

/** Something said about a piece of text besides its words. */
export interface Detail {
  name: string;
  label: string;
  /** What it is chosen from; `actors`: from the actors of the article. */
  from?: readonly string[] | 'actors';
  type?: 'text' | 'date' | 'number';
  isOptional?: boolean;
  /** Shown where it is empty. */
  example?: string;
}

/** A field whose value is words of the text. */
export interface WordField {
  kind: 'words';
  /** As the record calls it. */
  name: string;
  mark: Field;
  label: string;
  /** Several pieces, or one at most. */
  isMany: boolean;
  details: readonly Detail[];
}

/** A field whose value is chosen. */
export interface ChosenField {
  kind: 'choice' | 'flag' | 'actor' | 'actors' | 'dates';
  name: string;
  label: string;
  from?: readonly string[];
  isOptional?: boolean;
}

/** A stretch of the text, with what is said about it; `known` is the value that it came from. */
export interface Piece {
  span: Span;
  details: Record<string, string>;
  known?: object;
}

const words = (name: string, mark: Field, label: string = name): WordField => ({
  ...{ kind: 'words', name, mark, label, isMany: true, details: [] },
});
const oneOf = (name: string, mark: Field, details: readonly Detail[] = []): WordField => ({
  ...{ kind: 'words', name, mark, label: mark, isMany: false, details },
});

const HEDGES: WordField = {
  ...words('hedges', 'hedge', 'hedge'),
  details: [{ name: 'by', label: 'Whose doubt', from: ['speaker', 'outlet'] }],
};
const CONDITIONS: WordField = {
  ...words('conditions', 'condition', 'condition'),
  details: [
    { name: 'connective', label: 'How it binds', from: CONNECTIVES },
    { name: 'trigger', label: 'What it waits for', example: 'ceasefire' },
    { name: 'type', label: 'Kind', from: CONDITION_TYPES },
    { name: 'actor', label: 'Who must act', from: 'actors', isOptional: true },
  ],
};
const DEADLINE: readonly Detail[] = [
  { name: 'by', label: 'By the day', type: 'date', isOptional: true },
  { name: 'within', label: 'Or within', isOptional: true, example: 'P30D for 30 days' },
];
const QUANTITY: readonly Detail[] = [
  { name: 'value', label: 'How many', type: 'number' },
  { name: 'unit', label: 'Of what', example: 'soldiers' },
];
const OUTCOME: readonly Detail[] = [
  { name: 'status', label: 'What became of it', from: ['fulfilled', 'unfulfilled', 'in-progress'] },
];

/** The fields of each kind of entry, in the order in which a line says them. */
export const EDIT_FIELDS: Readonly<
  Record<'statement' | 'commitment', readonly (WordField | ChosenField)[]>
> = {
  statement: [
    words('source', 'source'),
    words('cue', 'cue'),
    words('content', 'content'),
    oneOf('addressee', 'addressee'),
    oneOf('occasion', 'occasion'),
    HEDGES,
    { kind: 'actor', name: 'speaker', label: 'speaker', isOptional: true },
    { kind: 'choice', name: 'kind', label: 'kind', from: STATEMENT_KINDS },
    { kind: 'choice', name: 'act', label: 'act', from: STATEMENT_ACTS },
    { kind: 'dates', name: 'saidOn', label: 'said on' },
  ],
  commitment: [
    words('party', 'party'),
    words('cue', 'cue'),
    words('action', 'action'),
    words('counterparty', 'counterparty', 'towards'),
    CONDITIONS,
    words('exceptions', 'exception', 'exception'),
    oneOf('deadline', 'deadline', DEADLINE),
    oneOf('quantity', 'quantity', QUANTITY),
    HEDGES,
    oneOf('outcome', 'outcome', OUTCOME),
    { kind: 'choice', name: 'stance', label: 'stance', from: STANCES },
    { kind: 'actors', name: 'parties', label: 'who is bound' },
    { kind: 'actors', name: 'counterparties', label: 'towards whom' },
    { kind: 'actor', name: 'assertedBy', label: 'who says so', isOptional: true },
    { kind: 'choice', name: 'basis', label: 'evidence', from: BASES },
    { kind: 'choice', name: 'role', label: 'role', from: ['leads', 'assists'], isOptional: true },
    { kind: 'flag', name: 'repeated', label: 'said again' },
  ],
};

const isSpan = (value: unknown): value is Span =>
  Array.isArray(value) && value.length === 2 && typeof value[0] === 'number';

function pieceOf(value: object, details: readonly Detail[]): Piece {
  if (isSpan(value)) return { span: value, details: {} };
  const known = value as { span: Span } & Record<string, unknown>;
  const said = details.map(({ name }) => [name, String(known[name] ?? '')]);
  return { span: known.span, details: Object.fromEntries(said), known };
}

/** List the pieces of text that a field's value stands on; none where it is absent. */
export function listPieces(field: WordField, value: unknown): Piece[] {
  if (value === undefined || value === null) return [];
  const values = field.isMany ? (value as object[]) : [value as object];
  return values.map((one) => pieceOf(one, field.details));
}

/** The words with which a condition begins, the longer before those that begin them. */
const OPENINGS: readonly [RegExp, Connective][] = [
  [/^only (?:after|once)\b/i, 'only-after'],
  [/^(?:only if|on condition that|provided(?: that)?|in exchange for|without)\b/i, 'only-if'],
  [/^(?:as|so) long as\b/i, 'as-long-as'],
  [/^in case of\b/i, 'in-case-of'],
  [/^(?:unless)\b/i, 'unless'],
  [/^(?:until|till)\b/i, 'until'],
  [/^(?:before)\b/i, 'before'],
  [/^(?:after|once|pending|when)\b/i, 'after'],
  [/^(?:if)\b/i, 'if'],
];

/** Propose what is said about a new condition: "only after a ceasefire" → only-after, "ceasefire". */
function proposeCondition(quote: string): Record<string, string> {
  const [opening, connective] = OPENINGS.find(([pattern]) => pattern.test(quote)) ?? [/^/, 'if'];
  const rest = quote.replace(opening, '').trim();
  const trigger = rest.replace(/^(?:a|an|the)\s+/i, '').replace(/\s+/g, ' ');
  const type = CONDITION_TYPES.find((known) => trigger.toLowerCase() === known.replace('-', ' '));
  return { connective, trigger: trigger || quote, type: type ?? 'other', actor: '' };
}

/** Make a piece of a new selection, with what can be proposed about it. */
export function makePiece(field: WordField, span: Span, quote: string): Piece {
  if (field.name === 'conditions') return { span, details: proposeCondition(quote) };
  const number = /\d[\d,.]*/.exec(quote)?.[0].replaceAll(',', '').replace(/\.$/, '');
  const proposed = field.details.map(({ name, from }) => {
    if (name === 'value') return [name, number ?? ''];
    if (name === 'unit') return [name, quote.replace(/^\D*[\d,.]+\s*/, '').trim()];
    return [name, Array.isArray(from) ? from[0] : ''];
  });
  return { span, details: Object.fromEntries(proposed) };
}

/** What is missing before pieces can become a value; null when nothing is. */
export function findMissing(field: WordField, pieces: readonly Piece[]): string | null {
  for (const { details } of pieces)
    for (const { name, label, isOptional, type } of field.details) {
      const said = (details[name] ?? '').trim();
      if (said === '' && !isOptional) return `“${label}” is empty.`;
      if (type === 'number' && !Number.isFinite(Number(said)))
        return `“${label}” must be a number, not “${said}”.`;
      if (name === 'within' && said !== '' && !/^P(?:\d+[YMWD]|T\d+[HMS])$/.test(said))
        return `“${label}” is a duration such as P30D (30 days) or PT24H (24 hours), not “${said}”.`;
    }
  return null;
}

function valueOfPiece(field: WordField, piece: Piece, commitmentId: string): unknown {
  const { span, known } = piece;
  if (field.details.length === 0) return span;
  const value: Record<string, unknown> = { ...known, span };
  for (const { name, type } of field.details) {
    const said = (piece.details[name] ?? '').trim();
    if (said === '') delete value[name];
    else value[name] = type === 'number' ? Number(said) : said;
  }
  // Words elsewhere are another condition: its id is made from where it stands.
  if (field.name === 'conditions') {
    const before = known as Condition | undefined;
    const isSame = before?.span[0] === span[0] && before.span[1] === span[1];
    value.id = isSame ? before.id : conditionId(commitmentId, span);
  }
  return value;
}

/**
 * Make a field's value, as the record has it, from pieces of text.
 * @returns null, which takes the field away, where one at most is possible and there is none
 */
export function valueOfPieces(
  field: WordField,
  pieces: readonly Piece[],
  commitmentId: string,
): unknown {
  const inOrder = [...pieces].sort((a, b) => a.span[0] - b.span[0]);
  const values = inOrder.map((piece) => valueOfPiece(field, piece, commitmentId));
  return field.isMany ? values : (values[0] ?? null);
}
