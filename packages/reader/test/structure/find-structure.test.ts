/**
 * Document structure: the shapes that news comes in, with and without blank lines.
 * @module
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findStructure } from '../../src/structure/find-structure.ts';

const PROSE =
  'Tavria will keep its border posts open until the harvest is in, the interior ministry said.';
const MORE =
  'Traders had feared that the crossings would close for the winter and leave grain to rot.';

const CASES: { name: string; text: string; kinds: string[]; known?: Record<string, string> }[] = [
  {
    name: 'title, byline with publisher, caption with credit, paragraphs',
    text: `Tavria keeps border posts open\n\nby Ana Kovic, The Senna Courier news desk\nTrucks wait at Port Selm, Tavria, on March 3, 2027. (Ilo Tern / NPA)\n\n${PROSE}\n\n${MORE}`,
    kinds: ['title', 'byline', 'caption', 'credit', 'paragraph', 'paragraph'],
    known: {
      title: 'Tavria keeps border posts open',
      byline: 'Ana Kovic',
      publisher: 'The Senna Courier',
    },
  },
  {
    name: 'no blank lines at all',
    text: `Tavria keeps border posts open\nBy Ana Kovic\n${PROSE}\n${MORE}`,
    kinds: ['title', 'byline', 'paragraph', 'paragraph'],
    known: { byline: 'Ana Kovic' },
  },
  {
    name: 'a long headline with its byline on the next line',
    text: `Hadrel: Valdoria ready to send 3,000 soldiers, but only after a truce\nBy Mirela Tosk, The Senna Courier\n\n${PROSE}\n\n${MORE}`,
    kinds: ['title', 'byline', 'paragraph', 'paragraph'],
    known: { byline: 'Mirela Tosk', publisher: 'The Senna Courier' },
  },
  {
    name: 'a dateline opens the story',
    text: `Tavria keeps border posts open\n\nSENNA (NPA) — ${PROSE}\n\n${MORE}`,
    kinds: ['title', 'dateline', 'paragraph', 'paragraph'],
  },
  {
    name: 'lines wrapped at a fixed width are one paragraph',
    text: 'Tavria will keep its border posts open until the harvest is in,\nthe interior ministry said on Monday after a week of protests by\ntraders who had feared that the crossings would close.',
    kinds: ['paragraph'],
  },
  { name: 'one sentence alone is prose', text: PROSE, kinds: ['paragraph'] },
  { name: 'white space alone has no parts', text: ' \n\t\n ', kinds: [] },
];

for (const { name, text, kinds, known } of CASES)
  test(`structure: ${name}`, () => {
    const structure = findStructure(text);
    expect(structure.parts.map((part) => part.kind)).toEqual(kinds);
    expect(structure).toMatchObject(known ?? {});
  });

test('structure: parts lie in order, do not overlap, and hold every visible letter, for any text', () => {
  const line = fc.constantFrom(
    PROSE,
    MORE,
    'By Ana Kovic',
    'What next',
    '',
    '(Ilo Tern / NPA)',
    '“',
    '\r',
  );
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n')),
  );
  fc.assert(
    fc.property(anyText, (text) => {
      let end = 0;
      for (const part of findStructure(text).parts) {
        expect(part.span[0]).toBeGreaterThanOrEqual(end);
        expect(text.slice(end, part.span[0])).not.toMatch(/[\p{L}\p{N}]/u);
        expect(part.span[1]).toBeGreaterThan(part.span[0]);
        end = part.span[1];
      }
      expect(text.slice(end)).not.toMatch(/[\p{L}\p{N}]/u);
    }),
    { seed: 4, numRuns: 300 },
  );
});
