/**
 * The attribution trainer on a toy: rows by the reader's code, two trainings with one seed, and a
 * model file that opens. Skips where PyTorch (Debian's python3-torch) is missing.
 * @module
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Analysis,
  findQuotes,
  findSentences,
  findStructure,
  openAttributionModel,
  tokenize,
} from '@onrecord/reader';
import {
  encodeKeys,
  encodeWindow,
  findTokenFeatures,
  SCORE_WIDTH,
  scoreRoles,
} from '@onrecord/reader/attribution';
import { afterAll, describe, expect, test } from 'vitest';
import { COLUMN_SIZES, describeArticle } from '../../src/attribution-rows.ts';
import { openTeachers, PLAIN_DECISION, teachArticle } from '../../src/attribution-teachers.ts';
import { encodeAttributionModel } from '../../src/attribution-weights.ts';

const SCRIPT = fileURLToPath(new URL('../../python/attribution_train.py', import.meta.url));
const hasTorch = spawnSync('/usr/bin/python3', ['-c', 'import torch']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'onrecord-train-'));
afterAll(() => rmSync(folder, { recursive: true }));

const TEXT = 'Brandt said that Orvia will stay.\n\nVoss said that Orvia will leave.';

/** An analysis without a model: every word hangs below the one before it. */
function analyseFlat(text: string): Analysis {
  const structure = findStructure(text);
  const tokens = tokenize(text, structure);
  const sentences = findSentences(tokens, structure);
  const zeros = () => new Uint8Array(tokens.length);
  const lemma = Array.from({ length: tokens.length }, (_, token) =>
    text.slice(tokens.start[token], tokens.end[token]).toLowerCase(),
  );
  const head = Int32Array.from(sentences.of, (sentence, token) =>
    sentences.start[sentence] === token ? -1 : token - 1,
  );
  return {
    text,
    structure,
    tokens,
    sentences,
    quotes: findQuotes(tokens, sentences, structure),
    tags: { upos: zeros(), xpos: zeros(), lemma, feats: lemma.map(() => '_') },
    tree: { head, deprel: zeros() },
  };
}

function markOf(source: string, content: string) {
  const span = (part: string): [number, number] => {
    const start = TEXT.indexOf(part);
    return [start, start + part.length];
  };
  const said = TEXT.indexOf('said', TEXT.indexOf(source));
  return {
    source: [span(source)],
    cue: [[said, said + 4] as [number, number]],
    content: [span(content)],
  };
}

const MARKS = [markOf('Brandt', 'that Orvia will stay'), markOf('Voss', 'that Orvia will leave')];

/** Word lists in the shape of GloVe, WordNet, UniMorph, VerbNet and PropBank. */
function writeWordLists(): Record<string, string> {
  const lexicon = join(folder, 'lexicon');
  const wordnet = join(folder, 'wordnet');
  mkdirSync(lexicon, { recursive: true });
  mkdirSync(wordnet, { recursive: true });
  const vector = (seed: number) => Array.from({ length: 100 }, (_, at) => Math.sin(seed * 7 + at));
  const words = ['said', 'that', 'will', 'stay'];
  const vectors = Object.fromEntries(words.map((word, at) => [word, vector(at)]));
  const glove = join(folder, 'glove.json');
  writeFileSync(glove, JSON.stringify({ words, vectors }));
  writeFileSync(join(lexicon, 'unimorph_eng_verbs.tsv'), 'say\tsaid\tV;PST\n');
  writeFileSync(
    join(lexicon, 'verbnet34_members.tsv'),
    'lemma\tclass\tsubclass\nsay\tsay-37.7\t\n',
  );
  writeFileSync(
    join(lexicon, 'propbank_rolesets.tsv'),
    'roleset\tverb_aliases\tname\troles\tlinked_classes\tcomm_like\nsay.01\t\t\t\t\t1\n',
  );
  for (const part of ['noun', 'verb', 'adj', 'adv']) {
    writeFileSync(join(wordnet, `data.${part}`), '00000001 32 v 01 say 0 000 | to speak\n');
    writeFileSync(join(wordnet, `index.${part}`), 'say v 1 0 1 0 00000001\n');
  }
  return { glove, lexicon, wordnet };
}

function train(name: string): Buffer {
  const out = join(folder, name);
  mkdirSync(out);
  const sizes = { word: 8, hidden: 8, pair: 8, scan: 8, epochs: 2, vocabulary: 4 };
  const options = { ...sizes, ...writeWordLists(), rows: folder, out };
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(options));
  execFileSync('/usr/bin/python3', [SCRIPT, join(folder, `${name}.json`)], { stdio: 'ignore' });
  return readFileSync(join(out, 'weights.f32'));
}

/** The chains of the first window and of its cue: scores, transitions, and whether "inside" is barred. */
function readChains(
  analysis: Analysis,
  bytes: Uint8Array,
): [Float32Array, Float32Array, boolean][] {
  const [network] = openTeachers([bytes]);
  if (!network) throw new RangeError('one teacher opens');
  const features = findTokenFeatures(analysis);
  const reading = { network, analysis, features, window: [0, 7] as const };
  const cues = Float32Array.from(encodeWindow(reading));
  encodeKeys(reading);
  const roles = Float32Array.from(scoreRoles(reading, [1, 2], [[1, 2]]));
  return [
    [cues, network.cueMoves, true],
    [roles, network.roleMoves, false],
  ];
}

/** How probable the labels of seven tokens are, by going through every labelling. */
function countLabels([scores, transitions, isBarred]: [Float32Array, Float32Array, boolean]) {
  const labels = new Array<number>(21).fill(0);
  const moves = new Array<number>(9).fill(0);
  let total = 0;
  for (let code = 0; code < 3 ** 7; code++) {
    const path = Array.from({ length: 7 }, (_, at) => Math.floor(code / 3 ** at) % 3);
    // "Inside" stands behind "begin" or "inside" alone.
    if (isBarred && path.some((label, at) => label === 2 && (path[at - 1] ?? 0) === 0)) continue;
    let score = 0;
    path.forEach((label, at) => {
      score += scores[at * SCORE_WIDTH + label] ?? 0;
      if (0 < at) score += transitions[(path[at - 1] ?? 0) * 3 + label] ?? 0;
    });
    const weight = Math.exp(score);
    total += weight;
    path.forEach((label, at) => {
      labels[at * 3 + label] = (labels[at * 3 + label] ?? 0) + weight;
      const move = (path[at - 1] ?? 0) * 3 + label;
      if (0 < at) moves[move] = (moves[move] ?? 0) + weight;
    });
  }
  const round = (value: number) => Math.round((1000 * value) / total) / 1000;
  return { labels: labels.map(round), moves: moves.map(round) };
}

describe('the attribution trainer', () => {
  const row = describeArticle('toy', analyseFlat(TEXT), [MARKS]);

  test('rows: a cue a mark, its roles over the tokens of its window', () => {
    expect(row.annotators[0]?.map(({ start, end, roles }) => [start, end, roles])).toEqual([
      [1, 2, [1, 0, 2, 2, 2, 2, 0]],
      [1, 2, [1, 0, 2, 2, 2, 2, 0]],
    ]);
    expect(row.windows).toEqual([
      [0, 7],
      [7, 14],
    ]);
  });

  test.skipIf(!hasTorch)(
    'two trainings with one seed give the same bytes; a teacher tells its chain’s marginals',
    () => {
      writeFileSync(join(folder, 'sizes.json'), JSON.stringify(COLUMN_SIZES));
      writeFileSync(join(folder, 'train.rows.jsonl'), `${JSON.stringify(row)}\n`);
      const once = train('once');
      expect(train('again').equals(once)).toBe(true);
      const bytes = encodeAttributionModel(join(folder, 'once'), { decision: PLAIN_DECISION });
      const model = openAttributionModel(bytes);
      expect(model.find(analyseFlat(TEXT))).toBeInstanceOf(Array);
      const analysis = analyseFlat(TEXT);
      const taught = teachArticle(row, analysis, openTeachers([bytes, bytes]));
      const told = [taught.soft?.[0], taught.annotators[0]?.[0]?.soft];
      expect(told).toEqual(readChains(analysis, bytes).map(countLabels));
      // What teachers think is learnt in place of half of the marks.
      writeFileSync(join(folder, 'train.rows.jsonl'), `${JSON.stringify(taught)}\n`);
      expect(train('taught').equals(once)).toBe(false);
    },
  );
});
