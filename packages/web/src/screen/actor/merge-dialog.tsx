/**
 * Merging another actor into one: it is looked for by name, so that two are joined also where the
 * ledger did not propose it.
 * @module
 */
import { useState } from 'preact/hooks';
import { Words } from '../../component/article-text.tsx';
import { FormDialog } from '../../component/form-dialog.tsx';
import { describeCount } from '../../component/record-head.tsx';
import { client } from '../../connection/client.ts';
import { useAnswer } from '../../connection/use-answer.ts';

/** So many of those found are offered; more letters find fewer. */
const SHOWN_COUNT = 8;

/** Who is merged. */
export interface Other {
  id: string;
  name: string;
}

interface MergeDialogProps {
  actor: Other;
  onMerge: (other: Other) => void;
  onClose: () => void;
}

function Found({ words, actor }: { words: string; actor: Other }) {
  // One more than is shown: the actor itself may be among them.
  const query = { name: words, limit: SHOWN_COUNT + 1 };
  const found = useAnswer(words === '' ? null : `merge ${words}`, (signal) =>
    client.listActors({ query, signal }),
  );
  if (words === '') return null;
  const others = found.value?.items.filter(({ id }) => id !== actor.id).slice(0, SHOWN_COUNT);
  if (found.trouble) return <p class="problem">{found.trouble.message}</p>;
  if (others?.length === 0) return <p class="hint">No other actor is called “{words}”.</p>;
  return (
    <fieldset class="reasons">
      <legend class="sr-only">Found</legend>
      {others?.map(({ id, name, kind, articleCount }) => (
        <label key={id}>
          <input type="radio" name="other" value={id} data-name={name} required />{' '}
          <Words text={name} />{' '}
          <span class="hint">
            {kind}, {describeCount(articleCount, 'article')}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Ask which actor is one with this one. */
export function MergeDialog({ actor, onMerge, onClose }: MergeDialogProps) {
  const [words, setWords] = useState('');
  return (
    <FormDialog
      title={`Merge another actor into ${actor.name}`}
      action="Merge"
      onClose={onClose}
      onSubmit={(form) => {
        const chosen = form.querySelector<HTMLInputElement>('[name=other]:checked');
        if (chosen) onMerge({ id: chosen.value, name: chosen.dataset.name ?? '' });
      }}
    >
      <label>
        A word of its name
        <input
          name="name"
          autocomplete="off"
          onInput={(event) => setWords(event.currentTarget.value.trim())}
        />
      </label>
      <Found words={words} actor={actor} />
      <p class="hint">One undo takes the merge back.</p>
    </FormDialog>
  );
}
