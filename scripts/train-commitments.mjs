#!/usr/bin/env node
/**
 * `node scripts/train-commitments.mjs [--corpora DIR]`: trains the commitment ranker on top of the
 * other models and writes `models/commitments.bin` (half a minute). Build first: `npx tsc -b`.
 * @module
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openAttributionModel, openLanguageModel } from '@onrecord/reader';
import { trainCommitments } from '@onrecord/train';

const { values } = parseArgs({
  options: { corpora: { type: 'string', default: '../shared/corpora' } },
});
const load = (name) => new Uint8Array(readFileSync(new URL(`../models/${name}`, import.meta.url)));
const bytes = trainCommitments(values.corpora, {
  models: {
    language: openLanguageModel(load('language.bin')),
    attribution: openAttributionModel(load('attribution.bin')),
  },
});
writeFileSync(new URL('../models/commitments.bin', import.meta.url), bytes);
console.log(`models/commitments.bin: ${bytes.length} bytes`);
