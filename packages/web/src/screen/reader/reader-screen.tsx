/**
 * The reader: a text comes in, its record is shown beside it. All of it in this browser.
 * @module
 */
import type { ArticleRecord } from '@onrecord/record';
import { Later } from '../../component/later.tsx';
import { describeCount, RecordHead } from '../../component/record-head.tsx';
import { RecordView } from '../../component/record-view.tsx';
import { StatePanel } from '../../component/state-panel.tsx';
import { tell } from '../../component/toast.tsx';
import { client } from '../../connection/client.ts';
import { describeTrouble } from '../../connection/problem.ts';
import {
  closeReading,
  type Reading,
  readAddress,
  reading,
  readLocally,
} from '../../reading/local-reader.ts';
import { openPlace, pathOf } from '../../route.ts';
import { PasteForm } from './paste-form.tsx';

const STAGES = {
  fetching: { title: 'Fetching', text: 'Your own server fetches the page and reads it.' },
  loading: {
    title: 'Loading the reader',
    text: 'The models are fetched once from your own server, then kept by the browser.',
  },
  reading: { title: 'Reading', text: 'The text is read in this browser.' },
} as const;

function Busy({ stage, characters }: Extract<Reading, { kind: 'busy' }>) {
  const { title, text } = STAGES[stage];
  return (
    <StatePanel title={title} level={1}>
      <p>
        {text} {0 < characters && `It has ${describeCount(characters, 'character')}.`}
      </p>
      <button type="button" onClick={closeReading}>
        Stop
      </button>
    </StatePanel>
  );
}

function Failed({ message, remedy, code }: Extract<Reading, { kind: 'failed' }>) {
  return (
    <StatePanel title="The text could not be read" urgency="alert" level={1}>
      <p>{message}</p>
      <p>{remedy}</p>
      <p class="hint">
        <code>{code}</code>
      </p>
      <button type="button" onClick={closeReading}>
        Back
      </button>
    </StatePanel>
  );
}

function Start() {
  return (
    <div class="page reader-start">
      <h1>Who said what, and who is bound to what</h1>
      <p class="lead">
        Give an article. Its statements and commitments appear beside it, each tied to the words
        that it rests on.
      </p>
      <PasteForm onText={readLocally} onAddress={(address) => void readAddress(address)} />
    </div>
  );
}

const loadExport = () => import('./local-export.tsx').then((module) => module.LocalExport);

async function keep({ article }: ArticleRecord): Promise<void> {
  const { text, title, byline, publisher, url, publishedOn } = article;
  const known = Object.entries({ title, byline, publisher, url, publishedOn });
  const given = known.filter(([, value]) => value !== undefined);
  try {
    const added = await client.addArticle({ body: { text, ...Object.fromEntries(given) } });
    openPlace(pathOf('articles', added.article.id));
  } catch (problem) {
    const { message, remedy } = describeTrouble(problem);
    tell(`Not kept: ${message} ${remedy}`);
  }
}

/** Until this is pressed the text is nowhere but in this browser. */
function KeepButton({ record }: { record: ArticleRecord }) {
  return (
    <button type="button" onClick={() => void keep(record)}>
      Keep in the ledger
    </button>
  );
}

/** Draw the reader screen. */
export function ReaderScreen() {
  const now = reading.value;
  if (now.kind === 'none') return <Start />;
  if (now.kind === 'busy') return <Busy {...now} />;
  if (now.kind === 'failed') return <Failed {...now} />;
  return (
    <div class="page page-wide">
      <RecordHead
        record={now.record}
        sentenceCount={now.sentenceCount}
        {...(now.tookMs === undefined
          ? {}
          : { aside: `read here in ${Math.max(1, Math.round(now.tookMs))} ms` })}
      >
        <KeepButton record={now.record} />
        <Later key={now.record.article.id} load={loadExport} props={{ record: now.record }} />
        <button type="button" onClick={closeReading}>
          Read another
        </button>
      </RecordHead>
      <RecordView record={now.record} />
    </div>
  );
}
