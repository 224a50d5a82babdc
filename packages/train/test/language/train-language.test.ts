/**
 * The language trainer on a toy: the same bytes twice, and a model that the reader opens.
 * @module
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyse, openLanguageModel } from '@onrecord/reader';
import { afterAll, expect, test } from 'vitest';
import { TAG_SETS } from '../../src/language/recipe.ts';
import { hasTorch } from '../../src/language/run-python.ts';
import { packTrained, trainNetwork } from '../../src/language/train-language.ts';

const ROWS = [
  'Ports NOUN NNS 2 nsubj',
  'reopen VERB VBP 0 root',
  'in ADP IN 4 case',
  'Tavria PROPN NNP 2 obl',
  '. PUNCT . 2 punct',
];
const SENTENCE = ROWS.map((row, at) => {
  const [form, upos, xpos, head, deprel] = row.split(' ');
  return [
    at + 1,
    form,
    form!.toLowerCase(),
    upos,
    xpos,
    '_',
    head,
    deprel,
    '_',
    at === 3 ? 'SpaceAfter=No' : '_',
  ].join('\t');
}).join('\n');

const sizes = {
  ...{
    word: 16,
    affix: 8,
    gram: 8,
    form: 16,
    hidden: 16,
    hidden2: 16,
    arc: 8,
    label: 8,
    distance: 4,
    vector: 4,
  },
  ...{ upos: TAG_SETS.upos.length, xpos: TAG_SETS.xpos.length, deprel: TAG_SETS.deprels.length },
  ...{ dropout: 0, smoothing: 0 },
};
const phase = {
  shares: { gold: 1 },
  epochs: 12,
  rate: 0.02,
  batch: 30,
  drop_words: 0,
  average: 0.8,
};
const recipe = {
  seed: 7,
  least: { word: 1, affix: 1, gram: 1 },
  known_words: 0,
  sizes,
  phases: [phase],
};
const canTrain = hasTorch();
const folder = mkdtempSync(join(tmpdir(), 'onrecord-train-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Train the toy in a folder of its own name and pack it. */
function trainToy(name: string): Uint8Array {
  const gold = join(folder, 'gold.conllu');
  writeFileSync(
    gold,
    `# newdoc id = toy\n${Array.from({ length: 60 }, () => SENTENCE).join('\n\n')}\n\n`,
  );
  const out = join(folder, name);
  trainNetwork(recipe, { sources: { gold: [gold] }, dev: { toy: gold }, out });
  return packTrained(out, [gold], { corpora: 'toy' });
}

// Debian's python3-torch; the check-out's tests run without it.
test.skipIf(!canTrain)(
  'training: the same seed gives the same bytes, and they read what was taught',
  () => {
    const bytes = trainToy('first');
    expect(trainToy('second')).toEqual(bytes);
    const { tree, tags, tokens } = analyse('Ports reopen in Tavria.', openLanguageModel(bytes));
    expect(tokens.length).toBe(5);
    expect([...tree.head]).toEqual([1, -1, 3, 1, 1]);
    expect([...tags.upos].map((tag) => TAG_SETS.upos[tag])).toEqual(
      ROWS.map((row) => row.split(' ')[1]),
    );
    expect(tags.lemma[0]).toBe('ports');
  },
);

test.runIf(!canTrain)(
  'training: skipped, for there is no python3 with torch (Debian: python3-torch)',
  () => expect(canTrain).toBe(false),
);
