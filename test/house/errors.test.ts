/**
 * The tables of docs/errors.md and the code hold each other: every code is listed once and thrown somewhere.
 * @module
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = new URL('../../', import.meta.url).pathname;

function sources(rooms = readdirSync(join(ROOT, 'packages'))): string[] {
  return rooms.flatMap((room) =>
    readdirSync(join(ROOT, 'packages', room, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(join(ROOT, 'packages', room, 'src', name), 'utf8')),
  );
}

/** The codes of one table: the first cell of each row, in backquotes. */
function listed(heading: string): string[] {
  const page = readFileSync(join(ROOT, 'docs/errors.md'), 'utf8');
  const section = page.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  return [...section.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map((match) => match[1]!);
}

const inCode = (pattern: RegExp, rooms?: string[]): Set<string> =>
  new Set(sources(rooms).flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1]!)));

test('errors: every code thrown is in docs/errors.md, and none stands there twice', () => {
  const codes = listed('Errors');
  expect(new Set(codes).size).toBe(codes.length);
  const thrown = inCode(/new CodedError\(\s*'([a-z0-9-]+)'/g);
  expect([...thrown].filter((code) => !codes.includes(code)).sort()).toEqual([]);
});

test('errors: every code in docs/errors.md stands in the code', () => {
  const all = sources().join('\n');
  expect(listed('Errors').filter((code) => !all.includes(`'${code}'`))).toEqual([]);
});

test('notes: every note of the reader is in docs/errors.md, and every one there is made', () => {
  const made = inCode(/\bcode: '([a-z0-9-]+)',\s*message/g, ['reader', 'intake']);
  const codes = listed('Notes');
  expect([...made].filter((code) => !codes.includes(code)).sort()).toEqual([]);
  const all = sources().join('\n');
  expect(codes.filter((code) => !all.includes(`'${code}'`))).toEqual([]);
});
