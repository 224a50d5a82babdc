/**
 * The samples read by the shipped model and kept: each act of speech that the list of a scope gives
 * opens in that scope as itself, on both engines.
 * @module
 */
import { readFile } from 'node:fs/promises';
import type { Ledger } from '@onrecord/ledger';
import { openNodeReader } from '@onrecord/server/reading';
import { beforeAll, expect, test } from 'vitest';
import { describeEachEngine } from '../../packages/ledger/test/each-engine.ts';

const SAMPLES = new URL('../../samples/', import.meta.url);

interface Sample {
  file: string;
  publisher: string;
  publishedOn: string;
  url: string;
}

async function readSamples() {
  const { articles } = JSON.parse(await readFile(new URL('dossier.json', SAMPLES), 'utf8')) as {
    articles: Sample[];
  };
  const reader = await openNodeReader();
  return Promise.all(
    articles.map(async ({ file, ...known }) =>
      reader.read(await readFile(new URL(file, SAMPLES), 'utf8'), known),
    ),
  );
}

describeEachEngine('utterances of the samples', (engine) => {
  let ledger: Ledger;
  let dossierId = '';
  beforeAll(async () => {
    ledger = await engine.newLedger();
    for (const record of await readSamples()) await ledger.add(record);
    const dossier = { name: 'Varn', query: { words: 'Varn' }, includedIds: [], excludedIds: [] };
    ({ id: dossierId } = await ledger.addDossier(dossier, { as: 'Mira' }));
  });

  test.each([
    ['the whole ledger', () => ({})],
    ['a dossier', () => ({ dossierId })],
    ['a search', () => ({ query: { words: 'ceasefire' } })],
  ])('each act of speech in the list of %s opens as itself', async (_, scopeOf) => {
    const scope = scopeOf();
    expect(await ledger.listUtterances(scope)).not.toEqual([]);
    for (const leastReports of [2, 1])
      for (const utterance of await ledger.listUtterances(scope, { leastReports })) {
        expect(await ledger.getUtterance(utterance.id, scope)).toEqual(utterance);
        for (const { evidence } of utterance.reports) {
          const key = `${evidence.statementId}~${evidence.spans.at(-1)?.[0]}`;
          expect((await ledger.getUtterance(key, scope)).id).toBe(utterance.id);
        }
      }
  });

  test('one pledge in two papers is one act of speech wherever it is opened', async () => {
    const listed = await ledger.listUtterances({});
    const pledge = listed.find(({ quote }) => quote.includes('would send 4,000 troops'));
    expect(pledge?.reports).toHaveLength(2);
  });
});
