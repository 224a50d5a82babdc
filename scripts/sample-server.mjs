/**
 * A server on a ledger of its own, filled with the samples: for the browser tests and the
 * screenshots. The same parts as `onrecord serve`, on a temporary file and a free port.
 * @module
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openLedger } from '@onrecord/ledger';
import { createApp, serveApp } from '@onrecord/server';
import { openLocalReader, openNodeReader } from '@onrecord/server/reading';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const NAME_HEADER = 'On-Record-As';

/** Send JSON to a server of ours, and give back what it answers. */
async function post(url, body) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [NAME_HEADER]: 'Sample' },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${url}: ${response.status} ${JSON.stringify(answer)}`);
  return answer;
}

/** Names that are told apart in each further copy of the samples, so that no copy is a reprint. */
const NAMES = /\b(Corvale|Maretti|Hadrel|Kreel|Rasmark|Lindqvar|Stolk|Drost|Ansgard)\b/g;

/** A further copy of a sample: other people say other numbers about the same valley. */
function varied(text, copy) {
  if (copy === 0) return text;
  const suffix = String.fromCharCode(97 + (copy % 26), 97 + (Math.floor(copy / 26) % 26));
  return text
    .replace(NAMES, (name) => `${name}${suffix}`)
    .replace(/\b\d{2,3}\b/g, (number) => String(Number(number) + copy));
}

/** Add the sample articles (so many times, varied) and open their dossier. */
async function addSamples(url, times) {
  const dossier = JSON.parse(readFileSync(join(ROOT, 'samples/dossier.json'), 'utf8'));
  for (let copy = 0; copy < times; copy++)
    for (const { file, publisher, publishedOn, url: address } of dossier.articles) {
      const text = varied(readFileSync(join(ROOT, 'samples', file), 'utf8'), copy);
      const place = copy === 0 ? address : `${address}/${copy}`;
      await post(`${url}/api/v1/articles`, { text, publisher, publishedOn, url: place });
    }
  const { name, question, query } = dossier;
  return post(`${url}/api/v1/dossiers`, { name, question, query: { q: query.text } });
}

/**
 * Serve the samples, and records made by hand beside them.
 * @returns where it is, the id of the sample dossier, and how to end it
 */
export async function serveSamples({ isEmpty = false, times = 1, records = [] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-web-'));
  const ledger = await openLedger({ database: join(folder, 'samples.db') });
  const lines = [];
  const app = createApp({
    ledger,
    reader: openLocalReader(await openNodeReader()),
    version: '0.0.0-test',
    webRoot: join(ROOT, 'packages/web/dist'),
    log: (line) => lines.push(line),
  });
  for (const record of records) await ledger.add(record);
  const serving = await serveApp(app, { port: 0 });
  const dossier = isEmpty
    ? null
    : await addSamples(serving.url, times).catch((problem) => {
        throw new Error(`${problem.message}\n${lines.join('\n')}`);
      });
  return {
    url: serving.url,
    dossierId: dossier?.id ?? '',
    lines,
    async close() {
      await serving.close(500);
      await ledger.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
