#!/usr/bin/env node
/**
 * `node scripts/train-commitments.mjs [--corpora DIR] [--work DIR]`: trains the commitment stage on
 * top of the other models and writes `models/commitments.bin` (a quarter of an hour; needs Debian's
 * python3-torch). With `--folds N` it writes nothing and prints the judge's figures by
 * cross-validation over the marked articles, of all parts or of that which `--only` numbers. Build
 * first: `npx tsc -b`.
 * @module
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openAttributionModel, openCommitmentModel, openLanguageModel } from '@onrecord/reader';
import { crossValidate, listCrossValidation, trainCommitments } from '@onrecord/train';

const { values } = parseArgs({
  options: {
    corpora: { type: 'string', default: '../shared/corpora' },
    work: { type: 'string' },
    folds: { type: 'string' },
    only: { type: 'string' },
  },
});
const load = (name) => new Uint8Array(readFileSync(new URL(`../models/${name}`, import.meta.url)));
const models = {
  language: openLanguageModel(load('language.bin')),
  attribution: openAttributionModel(load('attribution.bin')),
};
const workDir = values.work ?? mkdtempSync(join(tmpdir(), 'commitments-'));
if (values.folds !== undefined) {
  // How far the network is to be believed beside the ranker: as the shipped weights say.
  const blend = openCommitmentModel(load('commitments.bin')).positions?.blend ?? [];
  const only = values.only === undefined ? undefined : Number(values.only);
  const options = { models, workDir, blend: [...blend], folds: Number(values.folds), only };
  const validation = crossValidate(values.corpora, options);
  for (const line of listCrossValidation(validation)) console.log(line);
} else {
  const bytes = trainCommitments(values.corpora, { models, workDir });
  writeFileSync(new URL('../models/commitments.bin', import.meta.url), bytes);
  console.log(`models/commitments.bin: ${bytes.length} bytes`);
}
