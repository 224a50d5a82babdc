/**
 * The dossiers of the ledger, and opening a new one from a search.
 * @module
 */
import type { Dossier } from '@onrecord/api/client';
import { useState } from 'preact/hooks';
import { AnswerView } from '../../component/answer-view.tsx';
import { Words } from '../../component/article-text.tsx';
import { getName } from '../../component/ask-name.tsx';
import { ExportMenu } from '../../component/export-menu.tsx';
import { FormDialog } from '../../component/form-dialog.tsx';
import { tell } from '../../component/toast.tsx';
import { client } from '../../connection/client.ts';
import { describeTrouble } from '../../connection/problem.ts';
import { useAnswer } from '../../connection/use-answer.ts';
import { tableOf } from '../../export/column.ts';
import { DOSSIER_COLUMNS } from '../../export/list-columns.ts';
import { openPlace, pathOf } from '../../route.ts';
import { describeDate } from '../../words/date.ts';

async function addDossier(form: HTMLFormElement): Promise<void> {
  const values = new FormData(form);
  const text = (key: string) => String(values.get(key) ?? '').trim();
  if ((await getName()) === null) return;
  try {
    const question = text('question');
    const dossier = await client.addDossier({
      body: {
        name: text('name'),
        query: { q: text('q') } as never,
        ...(question ? { question } : {}),
      },
    });
    openPlace(pathOf('dossiers', dossier.id));
  } catch (problem) {
    const { message, remedy } = describeTrouble(problem);
    tell(`Not opened: ${message} ${remedy}`);
  }
}

function NewDossier({ onClose }: { onClose: () => void }) {
  return (
    <FormDialog
      title="Open a dossier"
      action="Open"
      onClose={onClose}
      onSubmit={(form) => {
        onClose();
        void addDossier(form);
      }}
    >
      <label>
        Name
        <input name="name" required autocomplete="off" />
      </label>
      <label>
        The question that it follows
        <input name="question" autocomplete="off" />
      </label>
      <label>
        Words that gather its entries
        <input name="q" required autocomplete="off" placeholder="observers valley" />
      </label>
    </FormDialog>
  );
}

function DossierLine({ dossier }: { dossier: Dossier }) {
  return (
    <li class="line-item">
      <h2>
        <a href={pathOf('dossiers', dossier.id)}>
          <Words text={dossier.name} />
        </a>
      </h2>
      {dossier.question && (
        <p>
          <Words text={dossier.question} />
        </p>
      )}
      <p class="hint">
        {dossier.query.q && (
          <span class="piece">
            gathers “<Words text={dossier.query.q} />”
          </span>
        )}
        <span class="piece">
          changed {describeDate(dossier.changedAt)} by <Words text={dossier.changedBy} />
        </span>
      </p>
    </li>
  );
}

/** Draw the list of dossiers. */
export function DossiersScreen() {
  const [isOpening, setOpening] = useState(false);
  const dossiers = useAnswer('dossiers', (signal) => client.listDossiers({ signal }));
  return (
    <div class="page">
      <header class="record-head">
        <div>
          <h1>Dossiers</h1>
          <p class="lead">
            A question that is followed: who stands where on it, and on which conditions.
          </p>
        </div>
        <div class="head-actions">
          <button type="button" onClick={() => setOpening(true)}>
            Open a dossier …
          </button>
          <ExportMenu
            name="dossiers"
            tables={[tableOf('Dossiers', DOSSIER_COLUMNS, () => dossiers.value?.items ?? [])]}
          />
        </div>
      </header>
      <AnswerView answer={dossiers} what="the dossiers">
        {({ items }) => (
          <ul class="plain-list">
            {items.length === 0 && <li class="nothing">There is no dossier yet.</li>}
            {items.map((dossier) => (
              <DossierLine key={dossier.id} dossier={dossier} />
            ))}
          </ul>
        )}
      </AnswerView>
      {isOpening && <NewDossier onClose={() => setOpening(false)} />}
    </div>
  );
}
