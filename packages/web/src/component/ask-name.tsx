/**
 * Decisions carry a name. It is asked for once, at the first decision, and kept on this machine.
 * @module
 */
import { signal } from '@preact/signals';
import { deciderName, writeName } from '../connection/client.ts';
import { FormDialog } from './form-dialog.tsx';

const waiting = signal<((name: string | null) => void) | null>(null);

/** Get the name under which to decide; null when the person does not give one. */
export function getName(): Promise<string | null> {
  if (deciderName.value !== '') return Promise.resolve(deciderName.value);
  return new Promise((resolve) => {
    waiting.value = (name) => {
      waiting.value = null;
      if (name) writeName(name);
      resolve(name);
    };
  });
}

/** Draw the question, while it is asked. */
export function AskName() {
  const answer = waiting.value;
  if (!answer) return null;
  return (
    <FormDialog
      title="Under which name?"
      action="Decide under this name"
      onClose={() => answer(null)}
      onSubmit={(form) => {
        answer(String(new FormData(form).get('name')).trim() || null);
      }}
    >
      <p>Each decision is kept with who made it and when. The name stays on this machine.</p>
      <label>
        Your name
        <input name="name" required autocomplete="name" />
      </label>
    </FormDialog>
  );
}
