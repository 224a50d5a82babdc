/**
 * Editing an entry: a field is chosen, its words are selected in the text of the article, and the
 * selection becomes the field. The text can be reached and selected in with the keyboard; nothing
 * typed changes it.
 * @module
 */
import { type ArticleRecord, type Span, STANCES } from '@onrecord/record';
import { useMemo, useRef, useState } from 'preact/hooks';
import { AnswerView } from '../../component/answer-view.tsx';
import { Words } from '../../component/article-text.tsx';
import { client } from '../../connection/client.ts';
import { useAnswer } from '../../connection/use-answer.ts';
import { FIELD_LABELS, type Field, type FieldSpan } from '../../words/field.ts';
import { commitmentOf, type LedgerEntry, statementOf } from '../../words/ledger-entry.ts';
import { findSegments } from '../../words/segment.ts';
import { findContext } from './find-context.ts';
import { findSelection } from './find-selection.ts';

/** The fields whose value is a list of spans, by the name that the record gives them. */
const SPAN_FIELDS = {
  statement: ['source', 'cue', 'content'],
  commitment: ['party', 'cue', 'action', 'counterparty', 'exceptions'],
} as const;
type SpanField = (typeof SPAN_FIELDS)[keyof typeof SPAN_FIELDS][number];

const markOf = (field: SpanField): Field => (field === 'exceptions' ? 'exception' : field);

/** What an edit changes. */
export interface Edit {
  field: string;
  value: unknown;
}

interface EditPanelProps {
  entry: LedgerEntry;
  onSave: (edit: Edit) => void;
  onCancel: () => void;
}

function spansOf(entry: LedgerEntry, field: SpanField): Span[] {
  const holder = (commitmentOf(entry) ?? statementOf(entry)) as unknown as Record<string, Span[]>;
  return holder[field] ?? [];
}

interface SelectTextProps {
  record: ArticleRecord;
  context: Span;
  fields: readonly FieldSpan[];
  onSelect: (span: Span) => void;
}

function keepText(event: Event): void {
  event.preventDefault();
}

/** The text in which words are selected. Editable to the browser, so that its caret can be moved. */
function SelectText({ record, context, fields, onSelect }: SelectTextProps) {
  const { text } = record.article;
  const root = useRef<HTMLDivElement>(null);
  const segments = findSegments(text.length, [{ fields }], context).filter(
    ({ span }) => context[0] <= span[0] && span[1] <= context[1],
  );
  const take = () => {
    const span = root.current && findSelection(root.current, text);
    if (span) onSelect(span);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a textarea cannot show marks
    <div
      ref={root}
      class="select-text"
      role="textbox"
      aria-multiline="true"
      aria-readonly="true"
      aria-label="Text of the article: select words, then press Enter"
      contentEditable
      spellcheck={false}
      tabIndex={0}
      onBeforeInput={keepText}
      onPaste={keepText}
      onDrop={keepText}
      onPointerUp={take}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        take();
      }}
    >
      {segments.map(({ span, marks: [mark] }) => (
        <span
          key={span[0]}
          data-at={span[0]}
          {...(mark ? { class: 'mark', 'data-field': mark.field, 'data-lit': '' } : {})}
        >
          <Words text={text.slice(span[0], span[1])} />
        </span>
      ))}
    </div>
  );
}

function FieldEditor({
  record,
  entry,
  onSave,
  onCancel,
}: EditPanelProps & { record: ArticleRecord }) {
  const names: readonly SpanField[] = SPAN_FIELDS[entry.kind];
  const [field, setField] = useState<SpanField>(names[names.length === 3 ? 2 : 0] as SpanField);
  const [spans, setSpans] = useState<Span[]>(spansOf(entry, field));
  const [selected, setSelected] = useState<Span | null>(null);
  const context = useMemo(() => findContext(record, entry), [record, entry]);
  const choose = (name: SpanField) => {
    setField(name);
    setSpans(spansOf(entry, name));
    setSelected(null);
  };
  const { text } = record.article;
  const fields = spans.map((span): FieldSpan => ({ field: markOf(field), span }));
  return (
    <>
      <fieldset class="field-choice">
        <legend>Field</legend>
        {names.map((name) => (
          <label key={name}>
            <input
              type="radio"
              name="field"
              checked={field === name}
              onChange={() => choose(name)}
            />
            <span class="field-mark" data-field={markOf(name)}>
              {FIELD_LABELS[markOf(name)]}
            </span>
          </label>
        ))}
      </fieldset>
      <SelectText record={record} context={context} fields={fields} onSelect={setSelected} />
      <p role="status" class="hint">
        {selected ? (
          <>
            Selected: “<Words text={text.slice(selected[0], selected[1])} />”
          </>
        ) : (
          'Select words in the text with the pointer, or with Shift and the arrow keys and then Enter.'
        )}
      </p>
      <div class="row">
        <button type="button" disabled={!selected} onClick={() => selected && setSpans([selected])}>
          Make it the {FIELD_LABELS[markOf(field)]}
        </button>
        <button
          type="button"
          disabled={!selected}
          onClick={() => selected && setSpans([...spans, selected].sort((a, b) => a[0] - b[0]))}
        >
          Add it as a piece
        </button>
        <button type="button" disabled={spans.length === 0} onClick={() => setSpans([])}>
          Empty the field
        </button>
      </div>
      <div class="row">
        <button type="button" class="primary" onClick={() => onSave({ field, value: spans })}>
          Save the {FIELD_LABELS[markOf(field)]}
        </button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </>
  );
}

function StanceEditor({ entry, onSave }: Pick<EditPanelProps, 'entry' | 'onSave'>) {
  const commitment = commitmentOf(entry);
  if (!commitment) return null;
  return (
    <label class="stance-choice">
      Stance
      <select
        value={commitment.stance}
        onChange={(event) => onSave({ field: 'stance', value: event.currentTarget.value })}
      >
        {STANCES.map((stance) => (
          <option key={stance}>{stance}</option>
        ))}
      </select>
    </label>
  );
}

/** Draw the panel that edits an entry. */
export function EditPanel({ entry, onSave, onCancel }: EditPanelProps) {
  const id = entry.article.id;
  const record = useAnswer(`record ${id}`, (signal) =>
    client.getRecord({ path: { id }, query: { as: 'decided' }, signal }),
  );
  return (
    <section class="edit-panel" aria-label="Edit">
      <StanceEditor entry={entry} onSave={onSave} />
      <AnswerView answer={record} what="the text">
        {(value) => (
          <FieldEditor record={value} entry={entry} onSave={onSave} onCancel={onCancel} />
        )}
      </AnswerView>
    </section>
  );
}
