/**
 * Where a text comes in: paste, open a file, or give an address. Pasted and opened text is read in
 * this browser; only an address is fetched, by the user's own server, and the form says so.
 * @module
 */
import { useRef, useState } from 'preact/hooks';
import type { ReadingOptions } from '../../reading/message.ts';

interface PasteFormProps {
  onText: (text: string, options: ReadingOptions) => void;
  onAddress?: (url: string) => void;
}

async function readFile(file: File): Promise<string> {
  return new TextDecoder('utf-8').decode(await file.arrayBuffer());
}

function optionsOf(form: HTMLFormElement): ReadingOptions {
  const values = new FormData(form);
  const options: ReadingOptions = {};
  for (const key of ['publishedOn', 'publisher', 'url'] as const) {
    const value = String(values.get(key) ?? '').trim();
    if (value !== '') options[key] = value;
  }
  return options;
}

function Origin() {
  return (
    <details class="origin">
      <summary>Where it comes from (optional)</summary>
      <label>
        Published on
        <input type="date" name="publishedOn" />
      </label>
      <label>
        Publisher
        <input type="text" name="publisher" autocomplete="off" />
      </label>
      <label>
        Address of the article
        <input type="url" name="url" placeholder="https://" autocomplete="off" />
      </label>
      <p class="hint">
        The date settles “on Monday”; the address makes citations open at the words.
      </p>
    </details>
  );
}

function AddressForm({ onAddress }: { onAddress: (url: string) => void }) {
  return (
    <form
      class="address-form"
      onSubmit={(event) => {
        event.preventDefault();
        onAddress(String(new FormData(event.currentTarget).get('address')).trim());
      }}
    >
      <label for="address">Or give an address</label>
      <div class="row">
        <input id="address" type="url" name="address" required placeholder="https://" />
        <button type="submit">Fetch and read</button>
      </div>
      <p class="hint">The page is fetched by your own On Record server, and by nobody else.</p>
    </form>
  );
}

/** Draw the form that takes a text. */
export function PasteForm({ onText, onAddress }: PasteFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState('');
  const take = (text: string) => {
    if (text.trim() === '') setProblem('There is no text to read yet: paste an article first.');
    else if (form.current) onText(text, optionsOf(form.current));
  };
  const open = async (file: File | undefined) => {
    if (file) take(await readFile(file));
  };
  return (
    <div class="paste">
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          take(String(new FormData(event.currentTarget).get('text')));
        }}
      >
        <label for="paste-text">Paste an article</label>
        <textarea
          id="paste-text"
          name="text"
          rows={12}
          spellcheck={false}
          aria-describedby="paste-promise paste-problem"
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            const file = event.dataTransfer?.files[0];
            if (file) event.preventDefault();
            void open(file);
          }}
        />
        <p id="paste-problem" class="problem" role="alert">
          {problem}
        </p>
        <div class="row">
          <button type="submit" class="primary">
            Read
          </button>
          <label class="file-button">
            Open a file …
            <input
              type="file"
              class="unseen-input"
              accept=".txt,.md,text/plain"
              onChange={(event) => void open(event.currentTarget.files?.[0])}
            />
          </label>
          <p id="paste-promise" class="hint">
            Nothing leaves this machine: the text is read in this browser.
          </p>
        </div>
        <Origin />
      </form>
      {onAddress && <AddressForm onAddress={onAddress} />}
    </div>
  );
}
