/**
 * One short line at the foot of the page that says what was done ("Citation copied"), with an undo
 * where there is one. Read out by screen readers; gone after a while.
 * @module
 */
import { signal } from '@preact/signals';
import { Words } from './article-text.tsx';

interface Told {
  text: string;
  undo?: () => void;
}

const SHOWN_MS = 6000;
const told = signal<Told | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;

/** Tell what was done. */
export function tell(text: string, undo?: () => void): void {
  clearTimeout(timer);
  told.value = undo ? { text, undo } : { text };
  timer = setTimeout(() => {
    told.value = null;
  }, SHOWN_MS);
}

/** Draw what was told last. */
export function Toast() {
  const current = told.value;
  return (
    <div class="toast" role="status" data-shown={current ? '' : undefined}>
      {current && <Words text={current.text} />}
      {current?.undo && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            current.undo?.();
            told.value = null;
          }}
        >
          Undo
        </button>
      )}
    </div>
  );
}

/** Copy a text and say so. */
export async function copyText(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    tell(`${what} copied`);
  } catch {
    tell(`The browser did not allow copying; select the text and copy it by hand`);
  }
}
