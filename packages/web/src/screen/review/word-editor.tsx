/**
 * Editing a field that is words of the text: its pieces, each with what is said about it and a
 * button that takes it away, and the text in which further words are selected.
 * @module
 */
import type { Actor, ArticleRecord, Span } from '@onrecord/record';
import { useState } from 'preact/hooks';
import { Words } from '../../component/article-text.tsx';
import { shortenText } from '../../words/describe-entry.ts';
import type { FieldSpan } from '../../words/field.ts';
import { type Detail, makePiece, type Piece, type WordField } from './edit-fields.ts';
import { SelectText } from './select-text.tsx';

interface DetailInputProps {
  detail: Detail;
  value: string;
  actors: readonly Actor[];
  onChange: (value: string) => void;
}

function DetailInput({ detail, value, actors, onChange }: DetailInputProps) {
  const { name, label, from, type = 'text', isOptional, example } = detail;
  if (from === undefined)
    return (
      <label>
        {label}
        <input
          // The types of the inputs differ in nothing that is used here.
          type={(type === 'number' ? 'text' : type) as 'text'}
          inputMode={type === 'number' ? 'decimal' : undefined}
          name={name}
          value={value}
          placeholder={example}
          autocomplete="off"
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      </label>
    );
  const options: readonly (readonly [string, string])[] =
    from === 'actors'
      ? actors.map((actor) => [actor.id, actor.name] as const)
      : from.map((one) => [one, one.replaceAll('-', ' ')] as const);
  return (
    <label>
      {label}
      <select name={name} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {isOptional && <option value="">nobody named</option>}
        {options.map(([id, words]) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

interface PieceLineProps {
  field: WordField;
  piece: Piece;
  record: ArticleRecord;
  onChange: (piece: Piece) => void;
  onRemove: (button: HTMLElement) => void;
}

function PieceLine({ field, piece, record, onChange, onRemove }: PieceLineProps) {
  const quote = record.article.text.slice(piece.span[0], piece.span[1]);
  return (
    <li class="edit-piece">
      <p class="candidate">
        <q class="mark" data-field={field.mark} data-lit="">
          <Words text={shortenText(quote, 140)} />
        </q>
        <button
          type="button"
          class="quiet"
          onClick={(event) => onRemove(event.currentTarget)}
          aria-label={`Take away: ${shortenText(quote, 60)}`}
        >
          Take away
        </button>
      </p>
      {0 < field.details.length && (
        <div class="edit-details">
          {field.details.map((detail) => (
            <DetailInput
              key={detail.name}
              detail={detail}
              value={piece.details[detail.name] ?? ''}
              actors={record.actors}
              onChange={(value) =>
                onChange({ ...piece, details: { ...piece.details, [detail.name]: value } })
              }
            />
          ))}
        </div>
      )}
    </li>
  );
}

const keyOf = ({ span }: Piece) => span.join(' ');

interface WordEditorProps {
  field: WordField;
  record: ArticleRecord;
  context: Span;
  pieces: readonly Piece[];
  onChange: (pieces: readonly Piece[]) => void;
}

/** Draw the pieces of a field and the text in which others are selected. */
export function WordEditor({ field, record, context, pieces, onChange }: WordEditorProps) {
  const [selected, setSelected] = useState<Span | null>(null);
  const { text } = record.article;
  const cut = ([start, end]: Span) => text.slice(start, end);
  const fields = pieces.map(({ span }): FieldSpan => ({ field: field.mark, span }));
  const take = (span: Span, others: readonly Piece[]) => {
    const rest = others.filter((piece) => keyOf(piece) !== span.join(' '));
    const made = makePiece(field, span, cut(span));
    onChange([...rest, made].sort((a, b) => a.span[0] - b.span[0]));
    setSelected(null);
  };
  const replace = (at: number, ...made: Piece[]) =>
    onChange([...pieces.slice(0, at), ...made, ...pieces.slice(at + 1)]);
  return (
    <>
      <SelectText record={record} context={context} fields={fields} onSelect={setSelected} />
      <p role="status" class="hint">
        {selected ? (
          <>
            Selected: “<Words text={cut(selected)} />”
          </>
        ) : (
          'Select words in the text with the pointer, or with Shift and the arrow keys and then Enter.'
        )}
      </p>
      <div class="row">
        <button type="button" disabled={!selected} onClick={() => selected && take(selected, [])}>
          Make it the {field.label}
        </button>
        {field.isMany && (
          <button
            type="button"
            disabled={!selected || pieces.length === 0}
            onClick={() => selected && take(selected, pieces)}
          >
            Add it
          </button>
        )}
      </div>
      {pieces.length === 0 ? (
        <p class="hint">No words are its {field.label}.</p>
      ) : (
        <ul class="plain-list" aria-label={`The ${field.label}`}>
          {pieces.map((piece, at) => (
            <PieceLine
              key={keyOf(piece)}
              field={field}
              piece={piece}
              record={record}
              onChange={(changed) => replace(at, changed)}
              onRemove={(button) => {
                // The button goes with its piece: the keyboard goes on in the text.
                const panel = button.closest('section');
                panel?.querySelector<HTMLElement>('.select-text')?.focus();
                replace(at);
              }}
            />
          ))}
        </ul>
      )}
    </>
  );
}
