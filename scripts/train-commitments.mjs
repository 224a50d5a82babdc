#!/usr/bin/env node
/**
 * `node scripts/train-commitments.mjs [--corpora DIR]`: trains the commitment stage on top of the
 * other models and writes `models/commitments.bin` (a minute). With `--folds N` it writes nothing
 * and prints the judge's figures by cross-validation over the marked articles. Build first:
 * `npx tsc -b`.
 * @module
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openAttributionModel, openLanguageModel } from '@onrecord/reader';
import { crossValidate, listCrossValidation, trainCommitments } from '@onrecord/train';

const { values } = parseArgs({
  options: {
    corpora: { type: 'string', default: '../shared/corpora' },
    folds: { type: 'string' },
  },
});
const load = (name) => new Uint8Array(readFileSync(new URL(`../models/${name}`, import.meta.url)));
const models = {
  language: openLanguageModel(load('language.bin')),
  attribution: openAttributionModel(load('attribution.bin')),
};
if (values.folds !== undefined) {
  const validation = crossValidate(values.corpora, { models, folds: Number(values.folds) });
  for (const line of listCrossValidation(validation)) console.log(line);
} else {
  const bytes = trainCommitments(values.corpora, { models });
  writeFileSync(new URL('../models/commitments.bin', import.meta.url), bytes);
  console.log(`models/commitments.bin: ${bytes.length} bytes`);
}
