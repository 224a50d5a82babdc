#!/usr/bin/env node
/**
 * The language layer (tokens, sentences, quotation marks, tags, lemmas, trees) beside wink-nlp's
 * tokenizer, sentence splitter and tagger (no tree) on the same texts in the same run. What counts
 * is the ratio of processor time, which a busy machine disturbs less than the clock. Wink keeps its
 * answers inside until they are asked for, so it is timed twice: reading alone, and with tokens,
 * tags and sentences handed out, which is what the reader's layers hold. Both keep what they know
 * of a word form, so a second pass over a text is easier than the first: the warm engine is also
 * timed on lots of texts that neither has read.
 * @module
 */
import { readFileSync } from 'node:fs';
import { analyse, openLanguageModel } from '@onrecord/reader';
import winkModel from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { median, table } from './measure.mjs';
import { countWords, loadTexts } from './texts.mjs';

const ROUNDS = 7;
/** Articles in a lot of unseen texts: as many as PolNeAR dev has. */
const LOT_SIZE = 84;
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
  'wink-nlp, reading': (texts) => {
    for (const text of texts) nlp.readDoc(text).tokens().length();
  },
  'wink-nlp, tokens, tags and sentences out': (texts) => {
    for (const text of texts) {
      const doc = nlp.readDoc(text);
      doc.tokens().out();
      doc.tokens().out(nlp.its.pos);
      doc.sentences().out(nlp.its.span);
    }
  },
  'the language layer, trees included': (texts) => {
    for (const text of texts) analyse(text, model);
  },
};

/** Words a second of processor time of each contestant, the texts of a pass read once by each. */
function timePasses(passes) {
  const speeds = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
  for (const texts of passes) {
    const count = texts.reduce((sum, text) => sum + countWords(text), 0);
    for (const [name, run] of Object.entries(contestants)) {
      const before = process.cpuUsage();
      run(texts);
      const { user, system } = process.cpuUsage(before);
      speeds[name].push(count / ((user + system) / 1e6));
    }
  }
  return speeds;
}

const texts = articles.map(({ text }) => text);
const speeds = timePasses(Array(ROUNDS + 1).fill(texts));
const others = loadTexts({ part: 'train', most: ROUNDS * LOT_SIZE });
const isUnseen = others.articles.length === ROUNDS * LOT_SIZE;
const lots = Array.from({ length: isUnseen ? ROUNDS : 0 }, (_, lot) =>
  others.articles.slice(lot * LOT_SIZE, (lot + 1) * LOT_SIZE).map(({ text }) => text),
);
const unseen = timePasses(lots);

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
if (isUnseen)
  table(
    `${others.from}: ${ROUNDS} lots of ${LOT_SIZE} articles not read before, the engine warm`,
    names.map((name) => {
      const ratios = unseen[ours].map((speed, lot) => speed / unseen[name][lot]);
      return {
        contestant: name,
        'words a second, median': Math.round(median(unseen[name])),
        'ours to it, median': median(ratios).toFixed(2),
        'least to most': `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`,
      };
    }),
  );
console.log(
  `\nmodel: ${(bytes.length / 1e6).toFixed(2)} MB, opened in ${opened[0].toFixed(0)} ms the first time, ` +
    `${median(opened).toFixed(0)} ms median`,
);
