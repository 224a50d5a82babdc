/**
 * Model files: the round trip, and what is refused.
 * @module
 */
import { CodedError } from '@onrecord/record';
import { expect, test } from 'vitest';
import { decodeRows, encodeModel, encodeRows, openModel } from '../../src/model/model-file.ts';

const header = { stage: 'toy', features: 'f1', about: { seed: 1 } };
const wanted = { stage: 'toy', features: 'f1' };
const sections = {
  bias: Float32Array.of(0.5, -1),
  codes: Uint8Array.of(1, 2, 3),
  wide: Int16Array.of(-5, 7),
};

test('model file: every section comes back, also from bytes at an odd address', () => {
  const bytes = encodeModel(header, sections);
  const odd = new Uint8Array(bytes.length + 1);
  odd.set(bytes, 1);
  for (const source of [bytes, odd.subarray(1)]) {
    const model = openModel(source, wanted);
    expect(model.about).toEqual({ seed: 1 });
    for (const [name, section] of Object.entries(sections))
      expect(model.section(name)).toEqual(section);
  }
});

test('model file: the same weights give the same bytes', () => {
  expect(encodeModel(header, sections)).toEqual(encodeModel(header, sections));
});

test('model file: another stage, feature set or format, or a cut file, is refused with both values', () => {
  const bytes = encodeModel(header, sections);
  const text = new TextDecoder('latin1').decode(bytes).replace('"format":1', '"format":9');
  const other = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  for (const [attempt, message] of [
    [() => openModel(bytes, { ...wanted, stage: 'tag' }), 'stage is toy, this build reads tag'],
    [
      () => openModel(bytes, { ...wanted, features: 'f2' }),
      'feature set is f1, this build reads f2',
    ],
    [() => openModel(other, wanted), 'format is 9, this build reads 1'],
    [() => openModel(bytes.subarray(0, 40), wanted), 'cut short'],
    [() => openModel(bytes.subarray(0, bytes.length - 14), wanted).section('wide'), 'ends at byte'],
    [() => openModel(Uint8Array.of(1, 2, 3), wanted), 'not ONRECORD'],
  ] as const) {
    expect(attempt).toThrow(message);
    expect(attempt).toThrow(CodedError);
  }
  expect(() => openModel(bytes, wanted).section('none')).toThrow('no section none');
});

test('model file: quantised rows come back within half a step', () => {
  const values = Float32Array.of(1, -0.5, 0.25, 0, 0, 0);
  const { weights, scales } = encodeRows(values, 3);
  expect(scales[1]).toBe(0);
  decodeRows(weights, scales).forEach((value, i) =>
    expect(Math.abs(value - values[i]!)).toBeLessThanOrEqual(scales[0]! / 2),
  );
  expect(() => encodeRows(values, 4)).toThrow(RangeError);
});
