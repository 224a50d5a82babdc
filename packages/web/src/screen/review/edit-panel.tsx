/**
 * Editing an entry: fields are put right one after another, by selecting words in the text or by
 * choosing, and saved together: a decision for each field that was changed.
 * @module
 */
import type { ArticleRecord } from '@onrecord/record';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { AnswerView } from '../../component/answer-view.tsx';
import { client } from '../../connection/client.ts';
import { useAnswer } from '../../connection/use-answer.ts';
import { commitmentOf, type LedgerEntry, statementOf } from '../../words/ledger-entry.ts';
import { ChoiceEditor } from './choice-editor.tsx';
import {
  type ChosenField,
  EDIT_FIELDS,
  findMissing,
  listPieces,
  type Piece,
  valueOfPieces,
  type WordField,
} from './edit-fields.ts';
import { findContext } from './find-context.ts';
import { WordEditor } from './word-editor.tsx';

/** What an edit changes. */
export interface Edit {
  field: string;
  value: unknown;
}

interface EditPanelProps {
  entry: LedgerEntry;
  onSave: (edits: readonly Edit[]) => void;
  onCancel: () => void;
}

type AnyField = WordField | ChosenField;

interface FieldChoiceProps {
  fields: readonly AnyField[];
  chosen: AnyField;
  changed: ReadonlySet<string>;
  onChoose: (field: AnyField) => void;
}

function FieldChoice({ fields, chosen, changed, onChoose }: FieldChoiceProps) {
  return (
    <fieldset class="field-choice">
      <legend>Field</legend>
      {fields.map((field) => (
        <label key={field.name}>
          <input
            type="radio"
            name="field"
            checked={field === chosen}
            onChange={() => onChoose(field)}
          />
          <span
            {...(field.kind === 'words' ? { class: 'field-mark', 'data-field': field.mark } : {})}
          >
            {field.label}
          </span>
          {changed.has(field.name) && <span class="hint">changed</span>}
        </label>
      ))}
    </fieldset>
  );
}

/** What is being changed: the pieces of fields that are words, the values of the others. */
interface Draft {
  pieces: ReadonlyMap<string, readonly Piece[]>;
  values: ReadonlyMap<string, unknown>;
}

function listEdits(entry: LedgerEntry, draft: Draft): Edit[] {
  const edits: Edit[] = [];
  for (const field of EDIT_FIELDS[entry.kind])
    if (field.kind === 'words') {
      const pieces = draft.pieces.get(field.name);
      if (pieces) edits.push({ field: field.name, value: valueOfPieces(field, pieces, entry.id) });
    } else if (draft.values.has(field.name))
      edits.push({ field: field.name, value: draft.values.get(field.name) });
  return edits;
}

function findTrouble(entry: LedgerEntry, { pieces }: Draft): string | null {
  for (const field of EDIT_FIELDS[entry.kind]) {
    const drafted = field.kind === 'words' ? pieces.get(field.name) : undefined;
    const missing = field.kind === 'words' && drafted ? findMissing(field, drafted) : null;
    if (missing) return `The ${field.label}: ${missing}`;
  }
  return null;
}

const NO_DRAFT: Draft = { pieces: new Map(), values: new Map() };

function FieldEditor({
  record,
  entry,
  onSave,
  onCancel,
}: EditPanelProps & { record: ArticleRecord }) {
  const fields = EDIT_FIELDS[entry.kind];
  const [field, setField] = useState<AnyField>(
    fields.find(({ name }) => name === 'action' || name === 'content') ?? (fields[0] as AnyField),
  );
  const [draft, setDraft] = useState(NO_DRAFT);
  const context = useMemo(() => findContext(record, entry), [record, entry]);
  const held = (commitmentOf(entry) ?? statementOf(entry)) as unknown as Record<string, unknown>;
  const changed = new Set([...draft.pieces.keys(), ...draft.values.keys()]);
  const trouble = findTrouble(entry, draft);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input:checked')?.focus(), []);
  return (
    <div class="edit-form" ref={form}>
      <FieldChoice fields={fields} chosen={field} changed={changed} onChoose={setField} />
      {field.kind === 'words' ? (
        <WordEditor
          key={field.name}
          field={field}
          record={record}
          context={context}
          pieces={draft.pieces.get(field.name) ?? listPieces(field, held[field.name])}
          onChange={(pieces) =>
            setDraft((was) => ({ ...was, pieces: new Map(was.pieces).set(field.name, pieces) }))
          }
        />
      ) : (
        <ChoiceEditor
          key={field.name}
          field={field}
          record={record}
          value={draft.values.has(field.name) ? draft.values.get(field.name) : held[field.name]}
          onChange={(value) =>
            setDraft((was) => ({ ...was, values: new Map(was.values).set(field.name, value) }))
          }
        />
      )}
      <p class="problem" role="alert">
        {trouble}
      </p>
      <div class="row edit-end">
        <button
          type="button"
          class="primary"
          disabled={changed.size === 0 || trouble !== null}
          onClick={() => onSave(listEdits(entry, draft))}
        >
          Save
        </button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </div>
  );
}

/** Draw the panel that edits an entry. */
export function EditPanel({ entry, onSave, onCancel }: EditPanelProps) {
  const { id } = entry.article;
  const record = useAnswer(`record ${id}`, (signal) =>
    client.getRecord({ path: { id }, query: { as: 'decided' }, signal }),
  );
  return (
    <section
      class="edit-panel"
      aria-label="Edit"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <AnswerView answer={record} what="the text">
        {(value) => (
          <FieldEditor record={value} entry={entry} onSave={onSave} onCancel={onCancel} />
        )}
      </AnswerView>
    </section>
  );
}
