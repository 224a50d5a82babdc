#!/usr/bin/env node
/**
 * The language layer (tokens, sentences, quotation marks, tags, lemmas, trees) beside wink-nlp's
 * tokenizer, sentence splitter and tagger (no tree) on the same texts in the same run. What counts
 * is the ratio of processor time, which a busy machine disturbs less than the clock. Wink keeps its
 * answers inside until they are asked for, so it is timed twice: reading alone, and with tokens,
 * tags and sentences handed out, which is what the reader's layers hold.
 * @module
 */
import { readFileSync } from 'node:fs';
import { analyse, openLanguageModel } from '@onrecord/reader';
import winkModel from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { median, table } from './measure.mjs';
import { countWords, loadTexts } from './texts.mjs';

const ROUNDS = 7;
const { articles, from } = loadTexts();
const words = articles.reduce((sum, { text }) => sum + countWords(text), 0);
const bytes = readFileSync(new URL('../models/language.bin', import.meta.url));

const opened = [];
for (let round = 0; round < 5; round++) {
  const started = performance.now();
  openLanguageModel(bytes);
  opened.push(performance.now() - started);
}

const model = openLanguageModel(bytes);
const nlp = winkNLP(winkModel, ['sbd', 'pos']);
const contestants = {
  'wink-nlp, reading': () => {
    for (const { text } of articles) nlp.readDoc(text).tokens().length();
  },
  'wink-nlp, tokens, tags and sentences out': () => {
    for (const { text } of articles) {
      const doc = nlp.readDoc(text);
      doc.tokens().out();
      doc.tokens().out(nlp.its.pos);
      doc.sentences().out(nlp.its.span);
    }
  },
  'the language layer, trees included': () => {
    for (const { text } of articles) analyse(text, model);
  },
};

const speeds = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
for (let round = 0; round <= ROUNDS; round++) {
  for (const [name, run] of Object.entries(contestants)) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    speeds[name].push(words / ((user + system) / 1e6));
  }
}

const names = Object.keys(contestants);
const first = (name) => speeds[name][0];
const later = (name) => median(speeds[name].slice(1));
const ours = names[2];
table(
  `${from}: ${articles.length} articles, ${words} words; words a second of one core`,
  names.map((name) => ({
    contestant: name,
    'first pass': Math.round(first(name)),
    'later passes, median': Math.round(later(name)),
    'ours to it, first': (first(ours) / first(name)).toFixed(2),
    'ours to it, later': (later(ours) / later(name)).toFixed(2),
  })),
);
console.log(
  `\nmodel: ${(bytes.length / 1e6).toFixed(2)} MB, opened in ${opened[0].toFixed(0)} ms the first time, ` +
    `${median(opened).toFixed(0)} ms median`,
);
