/**
 * Quotation marks: side, partner, depth.
 * @module
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { QuoteSide } from '../../src/layers.ts';
import { cut } from './cut.ts';

const CASES: [string, string, string[]][] = [
  ['straight marks', '"We wait," Brenn said. "We hope."', ['We wait,', 'We hope.']],
  ['curly marks', '“We wait,” Brenn said. “We hope.”', ['We wait,', 'We hope.']],
  ['a mixed quotation', 'Brenn called it "a bad bargain" for Tavria.', ['a bad bargain']],
  ['nested marks', '“She said ‘never’ to me,” Brenn said.', ['She said ‘never’ to me,']],
  ['an apostrophe is no mark', "The traders' ships and Tavria's port aren't open.", []],
  ['an opening mark alone has no partner', '"We wait, Brenn said.', []],
];
for (const [name, text, quoted] of CASES)
  test(`quotes: ${name}`, () => expect(cut(text).quoted).toEqual(quoted));

test('quotes: a speech over two paragraphs opens both and closes the last', () => {
  const { quotes, words } = cut('“We wait. We hope.\n\n“We will sign,” Brenn said.');
  const opens = words.flatMap((word, i) => (word === '“' ? [i] : []));
  expect(opens.map((i) => quotes.side[i])).toEqual([QuoteSide.Open, QuoteSide.Open]);
  expect(quotes.continues[opens[1]!]).toBe(1);
  expect(quotes.depth[words.indexOf('hope')]).toBe(1);
  expect(quotes.depth[words.indexOf('Brenn')]).toBe(0);
});

test('quotes: a closing mark that has nothing to close opens where a word follows', () => {
  const { quotes, words } = cut('”We wait,” Brenn said.');
  const [open, close] = words.flatMap((word, at) => (word === '”' ? [at] : []));
  expect(quotes.partner[open!]).toBe(close);
  expect(quotes.depth[words.indexOf('wait')]).toBe(1);
});

test('quotes: an apostrophe is told apart from a mark', () => {
  const { quotes, words } = cut("Tavria's ships");
  const at = words.indexOf("'s");
  expect(quotes.side[at]).not.toBe(QuoteSide.Open);
});

test('quotes: partners are each other, an opening mark before its closing one, for any text', () => {
  const piece = fc.constantFrom('"', '“', '”', '‘', '’', "'", 'we ', 'wait. ', '\n\n', ', ', 's ');
  const anyText = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(anyText, (text) => {
      const { quotes, tokens } = cut(text);
      for (let i = 0; i < tokens.length; i++) {
        const partner = quotes.partner[i]!;
        if (partner === -1) continue;
        expect(quotes.partner[partner]).toBe(i);
        const [open, close] = [Math.min(i, partner), Math.max(i, partner)];
        expect([quotes.side[open], quotes.side[close]]).toEqual([QuoteSide.Open, QuoteSide.Close]);
      }
    }),
    { seed: 8, numRuns: 400 },
  );
});
