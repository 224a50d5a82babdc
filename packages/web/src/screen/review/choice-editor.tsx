/**
 * Editing a field that is chosen, not words of the text: a stance, who is bound, when it was said.
 * @module
 */
import type { ArticleRecord, SaidOn } from '@onrecord/record';
import { Words } from '../../component/article-text.tsx';
import type { ChosenField } from './edit-fields.ts';

interface ChoiceEditorProps {
  field: ChosenField;
  record: ArticleRecord;
  value: unknown;
  onChange: (value: unknown) => void;
}

type Option = readonly [value: string, words: string];

function Select({
  field,
  options,
  value,
  onChange,
}: Omit<ChoiceEditorProps, 'record'> & { options: readonly Option[] }) {
  return (
    <label class="edit-choice">
      {field.label}
      <select
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => onChange(event.currentTarget.value || null)}
      >
        {field.isOptional && <option value="">none</option>}
        {options.map(([id, words]) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

function Actors({ field, record, value, onChange }: ChoiceEditorProps) {
  const chosen = new Set(Array.isArray(value) ? (value as string[]) : []);
  const toggle = (id: string) => {
    if (chosen.has(id)) chosen.delete(id);
    else chosen.add(id);
    onChange(record.actors.filter((actor) => chosen.has(actor.id)).map(({ id: one }) => one));
  };
  return (
    <fieldset class="edit-actors">
      <legend>{field.label}</legend>
      {record.actors.map(({ id, name }) => (
        <label key={id}>
          <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} />{' '}
          <Words text={name} />
        </label>
      ))}
    </fieldset>
  );
}

/** When it was said: a day, or from one to another. Cleared, it is open. */
function Dates({ value, onChange }: Pick<ChoiceEditorProps, 'value' | 'onChange'>) {
  const range = (value ?? {}) as Partial<SaidOn>;
  const change = (end: 'from' | 'to', day: string) => {
    if (day === '') return onChange(null);
    const other = end === 'from' ? range.to : range.from;
    const ends = [day, other ?? day].sort();
    const basis: SaidOn['basis'] = 'stated';
    onChange({ ...range, from: ends[0], to: ends[1], basis });
  };
  return (
    <div class="row">
      {(['from', 'to'] as const).map((end) => (
        <label key={end} class="edit-choice">
          {end === 'from' ? 'Said on, or from' : 'To'}
          <input
            type="date"
            value={range[end] ?? ''}
            onChange={(event) => change(end, event.currentTarget.value)}
          />
        </label>
      ))}
    </div>
  );
}

/** Draw the choice of a field. */
export function ChoiceEditor(props: ChoiceEditorProps) {
  const { field, record, value, onChange } = props;
  switch (field.kind) {
    case 'dates':
      return <Dates value={value} onChange={onChange} />;
    case 'actors':
      return <Actors {...props} />;
    case 'flag':
      return (
        <label>
          <input
            type="checkbox"
            checked={value === true}
            onChange={(event) => onChange(event.currentTarget.checked)}
          />{' '}
          {field.label}
        </label>
      );
    default: {
      const options: Option[] =
        field.kind === 'actor'
          ? record.actors.map(({ id, name }) => [id, name] as const)
          : (field.from ?? []).map((one) => [one, one.replaceAll('-', ' ')] as const);
      return <Select {...{ field, options, value, onChange }} />;
    }
  }
}
