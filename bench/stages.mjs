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
  findStructure,
  openModels,
  readArticle,
  resolveActors,
} from '@onrecord/reader';
import { articleId, textHashOf } from '@onrecord/record';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { findEvents } from '../packages/reader/dist/event/index.js';
import { readWords } from '../packages/reader/dist/mention/words.js';
import { findLanguage } from '../packages/reader/dist/note/find-language.js';
import { findNotes } from '../packages/reader/dist/note/find-notes.js';
import {
  assembleStatements,
  findDeclines,
  mergeDeclines,
} from '../packages/reader/dist/statement/index.js';
import { median, table } from './measure.mjs';
import { countWords, loadTexts } from './texts.mjs';

/** Passes that compile the code, and passes that count. */
const WARM = 4;
const COUNTED = 8;

const WHOLE = 'read, the whole';
const WINK = 'wink-nlp tokens, sentences, tags';

const { articles, from } = loadTexts();
const texts = articles.map(({ text }) => text);
const words = texts.reduce((sum, text) => sum + countWords(text), 0);
const models = await openModels(async (name) =>
  readFileSync(new URL(`../models/${name}`, import.meta.url)),
);
const wink = winkNLP(model, ['sbd', 'pos']);
const times = new Map();

/** Count what a run takes towards a stage in a pass. */
function spend(stage, pass, run) {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  const passes = times.get(stage) ?? [];
  passes[pass] = (passes[pass] ?? 0) + (user + system) / words;
  times.set(stage, passes);
}

/** The stages of `read`, in its order: each reads from the article's item and adds to it. */
const STAGES = {
  language: (item) => {
    item.analysis = analyse(item.text, models.language);
  },
  '  structure, once more': ({ text }) => findStructure(text),
  'ids of the article, language of the text': (item) => {
    item.articleId = articleId(textHashOf(item.text));
    item.language = findLanguage(item.text);
  },
  'words and phrases that later stages share': ({ analysis }) => readWords(analysis),
  mentions: (item) => {
    item.mentions = findMentions(item.analysis);
  },
  attribution: (item) => {
    const kept = {};
    item.attributions = findAttributions(item.analysis, models.attribution, kept);
    item.states = kept.states;
  },
  'declined questions': (item) => {
    item.attributions = mergeDeclines(item.attributions, findDeclines(item.analysis));
  },
  actors: (item) => {
    item.cast = resolveActors(item);
  },
  dates: (item) => {
    item.dates = findDates(item.analysis);
  },
  events: (item) => {
    item.events = findEvents(item);
  },
  statements: (item) => {
    item.statements = assembleStatements(item);
  },
  commitments: (item) => {
    const statementIds = item.statements.map(({ id }) => id);
    item.commitments = findCommitments({ ...item, statementIds, model: models.commitment });
  },
  notes: ({ analysis, language }) => findNotes(analysis, language),
};

for (let pass = 0; pass < WARM + COUNTED; pass++) {
  spend(WHOLE, pass, () => texts.map((text) => readArticle(text, models)));
  spend(WINK, pass, () => texts.map((text) => wink.readDoc(text).tokens().out(wink.its.pos)));
  // Article by article, as `read` does: a stage finds the caches as the stage before left them.
  for (const text of texts) {
    const item = { text };
    for (const [name, run] of Object.entries(STAGES)) spend(name, pass, () => run(item));
  }
}

const whole = median(times.get(WHOLE).slice(WARM));
// What the whole takes beyond its stages: putting records together, and their garbage.
const isStage = (name) => name !== WHOLE && name !== WINK && !name.startsWith(' ');
const rest = times.get(WHOLE).map((all, pass) => {
  let sum = 0;
  for (const [name, spent] of times) if (isStage(name)) sum += spent[pass];
  return all - sum;
});
times.set('what no stage counts', rest);
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
