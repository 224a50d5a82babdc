#!/usr/bin/env node
/**
 * `node scripts/train-actors.mjs pronouns|sureness [--corpora DIR]`: trains the weights of the
 * pronouns (on GUM) or of how sure a speaker is (on the project's marked sources) and writes them
 * under `packages/reader/src/lang/en/data` (half a minute each). With `sureness --folds N` it writes
 * nothing and prints, by cross-validation over the articles, what each threshold gives. Build first:
 * `npx tsc -b`; and train the pronouns first, for the sureness is of their answers.
 * @module
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openLanguageModel } from '@onrecord/reader';
import {
  crossValidateSureness,
  listSpeakerAnswers,
  listSureness,
  trainPronounFile,
  trainSurenessFile,
} from '@onrecord/train';

const root = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    corpora: { type: 'string', default: '../shared/corpora' },
    folds: { type: 'string' },
  },
});
const language = () => openLanguageModel(readFileSync(root('models/language.bin')));
const data = (name) => root(`packages/reader/src/lang/en/data/${name}-weights.ts`);
if (positionals[0] === 'pronouns')
  trainPronounFile(values.corpora, root('models'), data('pronoun'));
else if (positionals[0] !== 'sureness') {
  console.error(
    'usage: node scripts/train-actors.mjs pronouns|sureness [--corpora DIR] [--folds N]',
  );
  process.exitCode = 2;
} else if (values.folds === undefined)
  trainSurenessFile(values.corpora, language(), data('sureness'));
else {
  const answers = listSpeakerAnswers(values.corpora, language());
  const rows = crossValidateSureness(answers, Number(values.folds));
  for (const line of listSureness(rows)) console.log(line);
}
