import {
  assembleBlocks,
  citeEntry,
  countSentences,
  describeEntryLine,
  factsOf,
  linkEntry,
  listEntries,
  quoteEntry,
} from '@onrecord/web';
import { describe, expect, test } from 'vitest';
import { sampleRecord } from '../sample-record.ts';

const entries = listEntries(sampleRecord);
const named = (id: string) => {
  const entry = entries.find((item) => item.id === id);
  if (!entry) throw new RangeError(`no entry ${id}`);
  return entry;
};

describe('entries', () => {
  test('come in the order of the text, a statement before the commitment inside it', () => {
    expect(entries.map(({ id }) => id)).toEqual(['s-corvale', 'c-observers', 's-quote']);
  });

  test('a span outside the text is left out', () => {
    const [commitment] = sampleRecord.commitments;
    const wild = { ...commitment!, action: [[0, 10_000_000] as [number, number]] };
    const [entry] = listEntries({ ...sampleRecord, statements: [], commitments: [wild] });
    expect(entry?.fields.some(({ field }) => field === 'action')).toBe(false);
  });
});

describe('lines', () => {
  test('a commitment says who, what, on which condition, said by whom, when and on what basis', () => {
    expect(describeEntryLine(factsOf(sampleRecord, named('c-observers')))).toBe(
      'twelve countries offer to send unarmed observers to the Varn valley · only after a ceasefire · said by Nadim Corvale, 12 Apr 2027 · a third party’s word',
    );
  });

  test('a statement says who, what, to whom and when', () => {
    expect(describeEntryLine(factsOf(sampleRecord, named('s-quote')))).toBe(
      'Nadim Corvale says: Nobody in this room will send people into an artillery duel, · to reporters · 12 Apr 2027',
    );
  });

  test('the quotation is cut from the text', () => {
    for (const entry of entries)
      expect(sampleRecord.article.text).toContain(quoteEntry(sampleRecord, entry));
  });
});

describe('citations', () => {
  test('the link opens at the words, with the words around them', () => {
    const link = linkEntry(sampleRecord, named('s-quote')) ?? '';
    expect(link).toMatch(/^https:\/\/meridian\.example\/2027\/04\/12\/port-amara-summit#:~:text=/);
    expect(decodeURIComponent(link)).toContain('Nobody in this room');
  });

  test('a citation holds the quotation as it stands and where it stands', () => {
    const text = citeEntry(sampleRecord, named('c-observers'));
    expect(text).toContain('“Twelve countries are ready to send unarmed observers');
    expect(text).toMatch(/characters \d+–\d+/);
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'nonsense'])(
    'an address that no link may point to gives none: %s',
    (url) => {
      const record = { ...sampleRecord, article: { ...sampleRecord.article, url } };
      expect(linkEntry(record, named('s-quote'))).toBeNull();
    },
  );
});

describe('blocks', () => {
  test('each part of the article is one block whose segments lie inside it', () => {
    const blocks = assembleBlocks(sampleRecord.article, entries);
    expect(blocks.map(({ kind }) => kind).slice(0, 3)).toEqual(['title', 'byline', 'paragraph']);
    for (const { span, segments } of blocks) {
      expect(segments[0]?.span[0]).toBe(span[0]);
      expect(segments[segments.length - 1]?.span[1]).toBe(span[1]);
    }
  });

  test('a text without parts is cut at its line breaks', () => {
    const article = { ...sampleRecord.article, text: 'One.\n\n\r\nTwo.\r\nThree.', parts: [] };
    const cut = assembleBlocks(article, []).map(({ span }) => article.text.slice(...span));
    expect(cut).toEqual(['One.', 'Two.', 'Three.']);
  });

  test('sentences are counted part by part', () => {
    const text = 'A title\nOne. Two!';
    const parts = [
      { kind: 'title' as const, span: [0, 7] as [number, number] },
      { kind: 'paragraph' as const, span: [8, 17] as [number, number] },
    ];
    expect(countSentences({ ...sampleRecord.article, text, parts })).toBe(3);
  });
});
