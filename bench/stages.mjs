#!/usr/bin/env node
/**
 * Where the time of `read` goes: processor time a word of each stage, beside the whole and beside
 * wink-nlp in the same run. Processor time counts what other work on the machine does not; the median
 * of the passes after the code is compiled is shown, and the smallest.
 * @module
 */
import { readFileSync } from 'node:fs';
import {
  analyse,
  findAttributions,
  findCommitments,
  findDates,
  findMentions,
  openModels,
  readArticle,
  resolveActors,
} from '@onrecord/reader';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { median, table } from './measure.mjs';
import { countWords, loadTexts } from './texts.mjs';

/** Passes that compile the code, and passes that count. */
const WARM = 4;
const COUNTED = 8;

const { articles, from } = loadTexts();
const texts = articles.map(({ text }) => text);
const words = texts.reduce((sum, text) => sum + countWords(text), 0);
const models = await openModels(async (name) =>
  readFileSync(new URL(`../models/${name}`, import.meta.url)),
);
const wink = winkNLP(model, ['sbd', 'pos']);
const articleId = 'a_stages';
const times = new Map();

function spend(stage, run) {
  const before = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(before);
  times.set(stage, [...(times.get(stage) ?? []), (user + system) / words]);
  return result;
}

for (let pass = 0; pass < WARM + COUNTED; pass++) {
  spend('read, the whole', () => texts.map((text) => readArticle(text, models)));
  spend('wink-nlp tokens, sentences, tags', () =>
    texts.map((text) => wink.readDoc(text).tokens().out(wink.its.pos)),
  );
  const work = texts.map((text) => ({ text, articleId }));
  const stage = (name, key, run) =>
    spend(name, () => {
      for (const item of work) item[key] = run(item);
    });
  stage('language', 'analysis', ({ text }) => analyse(text, models.language));
  stage('mentions', 'mentions', ({ analysis }) => findMentions(analysis));
  stage('attribution', 'attributions', ({ analysis }) =>
    findAttributions(analysis, models.attribution),
  );
  stage('actors', 'cast', (item) => resolveActors(item));
  stage('dates', 'dates', ({ analysis }) => findDates(analysis));
  stage('commitments', 'commitments', (item) =>
    findCommitments({ ...item, model: models.commitment }),
  );
}

const whole = median(times.get('read, the whole').slice(WARM));
table(
  `processor time, µs a word: ${articles.length} articles, ${words} words (${from})`,
  [...times].map(([stage, all]) => {
    const counted = all.slice(WARM);
    return {
      stage,
      median: median(counted).toFixed(2),
      smallest: Math.min(...counted).toFixed(2),
      'of the whole': `${((100 * median(counted)) / whole).toFixed(0)} %`,
    };
  }),
);
