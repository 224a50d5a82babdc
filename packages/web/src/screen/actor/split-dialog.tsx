/**
 * Splitting an actor: in the articles that are ticked it is somebody else, under a name of its own.
 * @module
 */
import { useState } from 'preact/hooks';
import { Words } from '../../component/article-text.tsx';
import { FormDialog } from '../../component/form-dialog.tsx';
import { describeDate } from '../../words/date.ts';
import { describeEntryLine, shortenText } from '../../words/describe-entry.ts';
import { factsOfLedger, type LedgerEntry } from '../../words/ledger-entry.ts';

interface Choice {
  id: string;
  title: string;
  place: string;
  /** The first of what the actor says or does there, to know it by. */
  line: string;
}

function listChoices(entries: readonly LedgerEntry[]): Choice[] {
  const choices = new Map<string, Choice>();
  for (const entry of entries) {
    const { id, title, publisher, publishedOn } = entry.article;
    if (choices.has(id)) continue;
    const place = [publisher, publishedOn && describeDate(publishedOn)].filter(Boolean).join(', ');
    const line = shortenText(describeEntryLine(factsOfLedger(entry)), 110);
    choices.set(id, { id, title: title ?? 'an article without a title', place, line });
  }
  return [...choices.values()];
}

interface SplitDialogProps {
  name: string;
  entries: readonly LedgerEntry[];
  onSplit: (name: string, articleIds: string[]) => void;
  onClose: () => void;
}

/** Ask in which articles an actor is somebody else, and who. */
export function SplitDialog({ name, entries, onSplit, onClose }: SplitDialogProps) {
  const [isNoneChosen, setNoneChosen] = useState(false);
  return (
    <FormDialog
      title={`Split somebody off ${name}`}
      action="Split off"
      onClose={onClose}
      onSubmit={(form) => {
        const values = new FormData(form);
        const articleIds = values.getAll('article').map(String);
        const given = String(values.get('name') ?? '').trim();
        if (articleIds.length === 0 || given === '') setNoneChosen(true);
        else onSplit(given, articleIds);
      }}
    >
      <fieldset class="split-articles">
        <legend>The articles in which it is somebody else</legend>
        {listChoices(entries).map(({ id, title, place, line }) => (
          <label key={id}>
            <input type="checkbox" name="article" value={id} />
            <span>
              <Words text={title} /> <span class="hint">{place}</span>
              <span class="hint split-line">
                <Words text={line} />
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <label>
        Who it is there
        <input name="name" required autocomplete="off" placeholder="Ilva Maretti (the younger)" />
      </label>
      <p class="problem" role="alert">
        {isNoneChosen ? 'Tick at least one article, and give a name.' : ''}
      </p>
    </FormDialog>
  );
}
