/**
 * Tokens and sentences: news as it is written, and any string at all.
 * @module
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cut } from './cut.ts';

const TOKENS: [string, string, string][] = [
  [
    'contractions',
    "We don't know; they'll say it's ours.",
    "We do n't know ; they 'll say it 's ours .",
  ],
  ['possessives', "Tavria's and the traders' ships", "Tavria 's and the traders ' ships"],
  [
    'a possessive behind a stop',
    "The U.N.'s and the U.K.’s ships",
    "The U.N. 's and the U.K. ’s ships",
  ],
  ['a compound modifier', 'the Orsia-led mission', 'the Orsia - led mission'],
  [
    'numbers and money',
    'It paid $3.5 million, or 1,200 crowns.',
    'It paid $ 3.5 million , or 1,200 crowns .',
  ],
  [
    'a web address',
    'See https://meridian.example/a?b=1 for more.',
    'See https://meridian.example/a?b=1 for more .',
  ],
  ['an ellipsis', 'We wait… and wait...', 'We wait … and wait ...'],
  ['days as numbers', 'the 9/11 inquiry at 10:30 a.m.', 'the 9/11 inquiry at 10:30 a.m.'],
  ['a dateline', 'PORT SELM (MN) — Talks open', 'PORT SELM ( MN ) — Talks open'],
  ['a wire mark', 'SENNA (Oct. 3) - Talks open', 'SENNA ( Oct. 3 ) - Talks open'],
  ['a speaker in a transcript', "MS. TARN: I won't say.", "MS. TARN : I wo n't say ."],
  ['a seat behind a name', 'Gov. Sela Marr (D-Ostra),', 'Gov. Sela Marr ( D - Ostra ) ,'],
  ['nested marks', '"He said \'never,\'" Orr said.', '" He said \' never , \' " Orr said .'],
  ['marks of typewriters', "``We'll see,'' she added.", "`` We 'll see , '' she added ."],
  ['capital letters', "TAVRIA'S ARMY WON'T GO", "TAVRIA 'S ARMY WO N'T GO"],
  ['a letter read as two', 'Ana PeÃ±a left', 'Ana PeÃ±a left'],
  ['the same, decomposed', 'Ana PeA\u0303±a left', 'Ana PeA\u0303±a left'],
  ['dashes without a space', 'Unity—led by Mr. O’Dell—left', 'Unity — led by Mr. O’Dell — left'],
];
for (const [name, text, words] of TOKENS)
  test(`tokens: ${name}`, () => expect(cut(text).words.join(' ')).toBe(words));

const SENTENCES: [string, string[]][] = [
  [
    'Talks open on Sept. 5 in Senna. Nobody came.',
    ['Talks open on Sept. 5 in Senna.', 'Nobody came.'],
  ],
  ['Mr. Brenn met Dr. Oda Tarn. They talked.', ['Mr. Brenn met Dr. Oda Tarn.', 'They talked.']],
  ['The U.S. President left. He waved.', ['The U.S. President left.', 'He waved.']],
  [
    'It ends with a ceasefire.. The minister left.',
    ['It ends with a ceasefire..', 'The minister left.'],
  ],
  ['"We wait." Brenn left.', ['"We wait."', 'Brenn left.']],
  ['"Will you sign?" she asked.', ['"Will you sign?" she asked.']],
  ['“We wait. We hope,” Brenn said.', ['“We wait.', 'We hope,” Brenn said.']],
  ['Prices rose by 3.5 percent. Wages did not.', ['Prices rose by 3.5 percent.', 'Wages did not.']],
  ['J. K. Tarn signed it. It holds.', ['J. K. Tarn signed it.', 'It holds.']],
  ['Q: Why now? A: We must.', ['Q: Why now?', 'A: We must.']],
  ['He left at 5 p.m. The others stayed...', ['He left at 5 p.m.', 'The others stayed...']],
  [
    '"We pay," said Lt. Moro of the U.N. "In full."',
    ['"We pay," said Lt. Moro of the U.N.', '"In full."'],
  ],
  ['"Never," he said. "Not on Sept. 5, 2026."', ['"Never," he said.', '"Not on Sept. 5, 2026."']],
];
for (const [text, lines] of SENTENCES)
  test(`sentences: ${text}`, () => expect(cut(text).lines).toEqual(lines));

test('sentences: each item of a list is one', () => {
  const text =
    '- Open the port by Jan. 3\n- Pay $3.5 million\n1. Free the crew.\n2. Return the ships.';
  expect(cut(text).lines).toEqual(text.split('\n'));
});

test('sentences: none crosses a part', () => {
  const text = 'Tavria keeps posts open\n\nThe ministry said so\nNobody was surprised';
  expect(cut(text).lines).toEqual(text.split(/\n+/));
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        'said',
        'Mr.',
        '"',
        '“',
        '”',
        "'s",
        '...',
        ' ',
        '\n',
        '\u200b',
        '9/11',
        'U.S.',
        '—',
        '😀',
      ),
      {
        maxLength: 80,
      },
    )
    .map((pieces) => pieces.join('')),
);

test('tokens: in order, inside the text, without overlap; tokens and gaps give the text back', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { tokens, words } = cut(text);
      let back = '';
      let end = 0;
      words.forEach((word, i) => {
        expect(tokens.start[i]).toBeGreaterThanOrEqual(end);
        expect(word.length).toBeGreaterThan(0);
        back += text.slice(end, tokens.start[i]) + word;
        end = tokens.end[i]!;
      });
      expect(back + text.slice(end)).toBe(text);
    }),
    { seed: 5, numRuns: 400 },
  );
});

test('tokens: nothing visible is lost between them', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { tokens } = cut(text);
      let end = 0;
      for (let i = 0; i <= tokens.length; i++) {
        const gap = text.slice(end, i < tokens.length ? tokens.start[i] : text.length);
        expect(gap).not.toMatch(/[\p{L}\p{N}]/u);
        if (i < tokens.length) end = tokens.end[i]!;
      }
    }),
    { seed: 6, numRuns: 400 },
  );
});

test('sentences: they cover every token once, in order', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { tokens, sentences } = cut(text);
      let next = 0;
      for (let i = 0; i < sentences.length; i++) {
        expect(sentences.start[i]).toBe(next);
        expect(sentences.end[i]).toBeGreaterThan(next);
        for (; next < sentences.end[i]!; next++) expect(sentences.of[next]).toBe(i);
      }
      expect(next).toBe(tokens.length);
    }),
    { seed: 7, numRuns: 300 },
  );
});

test('tokens: their number grows in step with the text, also without a space or a full stop', () => {
  for (const piece of ['a', '"', '“', 'word ', '.', "'", '— ', 'http://a.example/']) {
    const count = (copies: number): number => cut(piece.repeat(copies)).tokens.length;
    expect(count(20_000)).toBeLessThanOrEqual(2.05 * count(10_000));
  }
});
