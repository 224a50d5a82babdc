/**
 * Import: files, folders and addresses into the ledger, with progress, an outcome for each
 * document, stop and go on.
 * @module
 */
import { useState } from 'preact/hooks';
import { Words } from '../../component/article-text.tsx';
import { ExportMenu } from '../../component/export-menu.tsx';
import { describeCount } from '../../component/record-head.tsx';
import { VirtualList } from '../../component/virtual-list.tsx';
import { tableOf } from '../../export/column.ts';
import { IMPORT_COLUMNS, type ImportLine } from '../../export/list-columns.ts';
import { pathOf } from '../../route.ts';
import {
  addToImport,
  clearDone,
  type ImportItem,
  importCounts,
  importItems,
  isRunning,
  retryFailed,
  runImport,
  stopImport,
} from './import-queue.ts';
import { listAddressDocuments, listFileDocuments } from './list-documents.ts';

const OUTCOMES = {
  added: 'added',
  unchanged: 'was there already',
  'new-version': 'added as a new version',
  're-read': 'read again',
} as const;

async function takeFiles(files: Iterable<File>): Promise<void> {
  addToImport(await listFileDocuments(files));
}

function FileInput({ label, isFolder }: { label: string; isFolder: boolean }) {
  return (
    <label class="file-button">
      {label}
      <input
        type="file"
        class="unseen-input"
        multiple
        {...(isFolder ? { webkitdirectory: true } : {})}
        onChange={(event) => {
          const input = event.currentTarget;
          const files = [...(input.files ?? [])];
          input.value = '';
          void takeFiles(files);
        }}
      />
    </label>
  );
}

function Sources() {
  return (
    <div class="import-sources">
      <section
        class="drop-zone"
        aria-label="Files"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void takeFiles(event.dataTransfer?.files ?? []);
        }}
      >
        <p>Drop files here, or choose them.</p>
        <div class="row">
          <FileInput label="Choose files …" isFolder={false} />
          <FileInput label="Choose a folder …" isFolder />
        </div>
        <p class="hint">Text, web pages (.html) and JSON lines with a "text" (.jsonl).</p>
      </section>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          addToImport(listAddressDocuments(String(new FormData(form).get('addresses'))));
          form.reset();
        }}
      >
        <label for="addresses">Addresses, one a line</label>
        <textarea id="addresses" name="addresses" rows={4} required spellcheck={false} />
        <div class="row">
          <button type="submit">Fetch and read</button>
          <span class="hint">Your own server fetches them; nobody else is asked.</span>
        </div>
      </form>
    </div>
  );
}

function Outcome({ item }: { item: ImportItem }) {
  if (item.state === 'done' && item.added)
    return (
      <a href={pathOf('articles', item.added.article.id)}>
        {OUTCOMES[item.added.kind]}
        {0 < item.added.orphanCount && `, ${describeCount(item.added.orphanCount, 'orphan')}`}
      </a>
    );
  if (item.state === 'failed' && item.trouble)
    return (
      <span class="import-trouble">
        <Words text={item.trouble.message} /> <span class="hint">{item.trouble.remedy}</span>{' '}
        <code>{item.trouble.code}</code>
      </span>
    );
  return <span class="hint">{item.state}</span>;
}

function Progress() {
  const counts = importCounts.value;
  const finished = counts.done + counts.failed;
  return (
    <div class="import-progress">
      <label>
        <span role="status">
          {finished} of {describeCount(counts.all, 'document')}
          {0 < counts.failed && `, ${counts.failed} failed`}
        </span>
        <progress value={finished} max={counts.all} />
      </label>
      <div class="row">
        {isRunning.value ? (
          <button type="button" onClick={stopImport}>
            Stop
          </button>
        ) : (
          0 < counts.waiting && (
            <button type="button" class="primary" onClick={runImport}>
              Go on
            </button>
          )
        )}
        {0 < counts.failed && !isRunning.value && (
          <button type="button" onClick={retryFailed}>
            Try the failed ones again
          </button>
        )}
        {0 < counts.done && !isRunning.value && (
          <button type="button" class="quiet" onClick={clearDone}>
            Clear the finished
          </button>
        )}
      </div>
    </div>
  );
}

const lineOf = ({ name, state, added, trouble }: ImportItem): ImportLine => ({
  name,
  state,
  outcome: added?.kind,
  articleId: added?.article.id,
  ...trouble,
});

/** What became of the documents: all of them, or those that failed. */
function Documents() {
  const [isFailedOnly, setFailedOnly] = useState(false);
  const all = importItems.value;
  const { failed } = importCounts.value;
  const items = isFailedOnly && 0 < failed ? all.filter(({ state }) => state === 'failed') : all;
  return (
    <>
      <div class="result-head">
        <h2>Documents</h2>
        {0 < failed && (
          <label class="row">
            <input
              type="checkbox"
              checked={isFailedOnly}
              onChange={(event) => setFailedOnly(event.currentTarget.checked)}
            />
            Failed only
          </label>
        )}
        <ExportMenu
          name="import"
          tables={[tableOf('Documents', IMPORT_COLUMNS, () => items.map(lineOf))]}
        />
      </div>
      <VirtualList
        items={items}
        itemKey={(item) => String(item.id)}
        estimate={44}
        label="Documents"
        render={(item) => (
          <div class="import-line" data-state={item.state}>
            <span class="import-name">
              <Words text={item.name} />
            </span>
            <Outcome item={item} />
          </div>
        )}
      />
    </>
  );
}

/** Draw the import screen. */
export function ImportScreen() {
  return (
    <div class="page">
      <h1>Import</h1>
      <p class="lead">
        Articles are read and kept in your ledger. The same text twice changes nothing; a changed
        text at the same address becomes a new version.
      </p>
      <Sources />
      {0 < importItems.value.length && (
        <>
          <Progress />
          <Documents />
        </>
      )}
    </div>
  );
}
