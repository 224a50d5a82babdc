/**
 * Setting what a person knows better than the record: a status or a state, since when, why, and on
 * what evidence.
 * @module
 */
import type { ComponentChildren } from 'preact';

/** What was set, as a decision has it. */
export interface Setting<T extends string> {
  value: T;
  reason: string;
  on?: string;
  evidence?: { url: string };
}

interface SetFormProps<T extends string> {
  /** What is set: "Status". */
  label: string;
  summary: string;
  values: readonly T[];
  chosen?: T | undefined;
  children?: ComponentChildren;
  onSet: (setting: Setting<T>) => void;
}

function readSetting<T extends string>(
  form: HTMLFormElement,
  values: readonly T[],
): Setting<T> | null {
  const given = new FormData(form);
  const text = (key: string) => String(given.get(key) ?? '').trim();
  const value = values.find((known) => known === text('value'));
  const on = text('on');
  const url = text('url');
  return value
    ? {
        value,
        reason: text('reason'),
        ...(on ? { on } : {}),
        ...(url ? { evidence: { url } } : {}),
      }
    : null;
}

/** Draw the form, closed until it is opened. */
export function SetForm<T extends string>(props: SetFormProps<T>) {
  const { label, summary, values, chosen, children, onSet } = props;
  return (
    <details class="versions">
      <summary>{summary}</summary>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          const setting = readSetting(event.currentTarget, values);
          if (setting) onSet(setting);
        }}
      >
        <label>
          {label}
          <select name="value">
            {values.map((value) => (
              <option key={value} selected={value === chosen}>
                {value}
              </option>
            ))}
          </select>
        </label>
        <label>
          Since
          <input type="date" name="on" />
        </label>
        <label>
          Because
          <input name="reason" required autocomplete="off" />
        </label>
        <label>
          Address of the evidence
          <input type="url" name="url" placeholder="https://" autocomplete="off" />
        </label>
        {children}
        <div class="row">
          <button type="submit" class="primary">
            Set
          </button>
        </div>
      </form>
    </details>
  );
}
