/**
 * The language trainer on a toy: the same bytes twice, a model that the reader opens, and one that
 * goes on from a model file.
 * @module
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyse, LANGUAGE_FEATURES, openLanguageModel, openModel } from '@onrecord/reader';
import { afterAll, expect, test } from 'vitest';
import { type NetworkRecipe, TAG_SETS } from '../../src/language/recipe.ts';
import { hasTorch } from '../../src/language/run-python.ts';
import { packTrained, trainNetwork } from '../../src/language/train-language.ts';
import { unpackLanguage } from '../../src/language/unpack-language.ts';

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
  epochs: 24,
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

const gold = join(folder, 'gold.conllu');
const rows = Array.from({ length: 60 }, () => SENTENCE).join('\n\n');
writeFileSync(gold, `# newdoc id = toy\n${rows}\n\n`);
const place = { sources: { gold: [gold] }, dev: { toy: gold } };

/** Train the toy under its own name and pack it; `start` is the name of what it goes on from. */
function trainToy(name: string, toy: NetworkRecipe = recipe, start?: string): Uint8Array {
  const out = join(folder, name);
  const from = start === undefined ? {} : { start: join(folder, start) };
  trainNetwork(toy, { ...place, out, ...from });
  return packTrained(out, [gold], { corpora: 'toy' });
}

let kept: Uint8Array | undefined;
/** The toy's model, trained once for all tests. */
function getTaught(): Uint8Array {
  kept ??= trainToy('first');
  return kept;
}

/** Does a model read the toy's sentence as it was taught? */
function expectTaught(bytes: Uint8Array): void {
  const { tree, tags, tokens } = analyse('Ports reopen in Tavria.', openLanguageModel(bytes));
  expect(tokens.length).toBe(5);
  expect([...tree.head]).toEqual([1, -1, 3, 1, 1]);
  expect([...tags.upos].map((tag) => TAG_SETS.upos[tag])).toEqual(
    ROWS.map((row) => row.split(' ')[1]),
  );
  expect(tags.lemma[0]).toBe('ports');
}

// Debian's python3-torch; the check-out's tests run without it.
test.skipIf(!canTrain)(
  'training: the same seed gives the same bytes, and they read what was taught',
  () => {
    const bytes = getTaught();
    expect(trainToy('second')).toEqual(bytes);
    expectTaught(bytes);
  },
);

test.skipIf(!canTrain)(
  'training: goes on from a model file, with its word encoder as it is',
  () => {
    const bytes = getTaught();
    unpackLanguage(bytes, join(folder, 'unpacked'));
    const onward = { ...recipe, phases: [{ ...phase, epochs: 2, keeps_forms: true }] };
    const after = trainToy('onward', onward, 'unpacked');
    expectTaught(after);
    const encoderOf = (model: Uint8Array): unknown[] => {
      const file = openModel(model, { stage: 'language', features: LANGUAGE_FEATURES });
      return ['word.weights', 'affix.weights', 'dense.weights'].map((name) => file.section(name));
    };
    expect(encoderOf(after)).toEqual(encoderOf(bytes));
    expect(after).not.toEqual(bytes);
  },
);

test.runIf(!canTrain)(
  'training: skipped, for there is no python3 with torch (Debian: python3-torch)',
  () => expect(canTrain).toBe(false),
);
