/**
 * The examples in the doc comments of the pure packages are run: a line `call // value` must hold.
 * @module
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as record from '@onrecord/record';
import { expect, test } from 'vitest';

const ROOT = new URL('../../', import.meta.url).pathname;
const EXAMPLE = /@example\n((?:\s*\*(?!\/)(?! @)[^\n]*\n)+)/g;
const LINE = /^\s*\* ?(.+?) \/\/ (.+)$/;

interface Example {
  file: string;
  call: string;
  value: string;
}

function examplesOf(room: string): Example[] {
  const folder = join(ROOT, 'packages', room, 'src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(EXAMPLE)].flatMap((match) =>
        match[1]!.split('\n').flatMap((line) => {
          const [, call, value] = line.match(LINE) ?? [];
          return call && value ? [{ file, call, value }] : [];
        }),
      ),
    );
}

const evaluate = (expression: string, names: Record<string, unknown>): unknown =>
  new Function(...Object.keys(names), `return (${expression});`)(...Object.values(names));

const examples = examplesOf('record');

test('examples: the doc comments of record have some', () => {
  expect(examples.length).toBeGreaterThan(3);
});

for (const { file, call, value } of examples)
  test(`examples: record/${file}: ${call}`, () => {
    expect(evaluate(call, record)).toEqual(evaluate(value, {}));
  });
