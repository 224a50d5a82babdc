/**
 * The position network's trainer on toy rows: the same seed gives the same bytes, what is held out
 * is not learnt from, and the sections are those that the reader opens. Needs Python with torch.
 * @module
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trainPositions } from '../../src/commitments/train-positions.ts';
import { hasTorch } from '../../src/language/run-python.ts';

const STATE = 8;
const WORD = 4;
const LAYER = 32;
const COLUMNS = [3, 8];
const SIZES = {
  ...{ state: STATE, stateFactor: 4095, word: WORD, columns: COLUMNS, pairs: [2, 2] },
  ...{ stances: 8, roles: 6 },
};

/** A document of five tokens in two windows, the first with a position. */
const DOCUMENT = {
  words: [1, 2, 0, 2, 1],
  columns: [0, 1, 2, 0, 1, 0, 4, 1, 0, 0],
  head: [1, -1, 1, 4, -1],
  windows: [
    [0, 3],
    [3, 5],
  ],
  cues: [{ window: 0, start: 1, end: 2, stance: 4, pairs: [0, 1, 0, 1, 0, 1], roles: [1, 0, 2] }],
};

describe.skipIf(!hasTorch())('the trainer of the position network', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'positions-'));
    const rows = [0, 1, 2].map(() => JSON.stringify(DOCUMENT));
    writeFileSync(join(folder, 'rows.jsonl'), `${rows.join('\n')}\n`);
    writeFileSync(join(folder, 'sizes.json'), JSON.stringify(SIZES));
    const numbers = (count: number) => Array.from({ length: count }, (_, at) => (at * 37) % 101);
    const states = Int16Array.from(numbers(15 * STATE), (value) => value * 40 - 2000);
    writeFileSync(join(folder, 'states.i16'), states);
    const words = Float32Array.from(numbers(3 * WORD), (value) => value / 100 - 0.5);
    writeFileSync(join(folder, 'words.f32'), words);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const train = (held: { fold: number; of: number } | null) =>
    trainPositions(folder, { held, seed: 1, epochs: 1 });

  test('two trainings with one seed give the same sections, and leaving out changes them', () => {
    const once = train(null);
    rmSync(join(folder, 'all'), { recursive: true });
    expect(train(null)).toEqual(once);
    expect(train({ fold: 0, of: 3 })).not.toEqual(once);
    expect(once['position.word.weights']).toHaveLength(LAYER * 8 * WORD);
    expect(once['position.state.weights']).toHaveLength(LAYER * 4 * STATE);
    expect(once['position.cueOfState.weights']).toHaveLength(3 * STATE);
    expect(once['position.cueOfLayer.weights']).toHaveLength(3 * LAYER * 2);
    expect(once['position.columns.scales']).toHaveLength(COLUMNS[0]! + COLUMNS[1]!);
    expect(once['position.moves']).toHaveLength(9);
  }, 120_000);

  test('weights that stand there are taken as they are, but not for other rows', () => {
    const once = train(null);
    const trained = () => statSync(join(folder, 'all', 'weights.f32')).mtimeMs;
    const at = trained();
    expect(train(null)).toEqual(once);
    expect(trained()).toBe(at);
    const rows = [0, 1, 2, 3].map(() => JSON.stringify(DOCUMENT));
    writeFileSync(join(folder, 'rows.jsonl'), `${rows.join('\n')}\n`);
    const states = Int16Array.from({ length: 20 * STATE }, (_, i) => ((i * 37) % 101) * 40 - 2000);
    writeFileSync(join(folder, 'states.i16'), states);
    expect(train(null)).not.toEqual(once);
  }, 120_000);
});
