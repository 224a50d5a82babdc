/** Bytes to text: strict UTF-8, replacement, refusals with a code. @module */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../src/index.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const codeOf = (bytes: Uint8Array) => {
  try {
    decodeText(bytes, { place: 'a.txt' });
    return 'read';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('decodeText', () => {
  test('text: UTF-8 comes back unchanged, line breaks and composed letters too', () => {
    const text = 'Café talks\r\n\r\nin “Velmora”\u2028ended. e\u0301\n';
    expect(decodeText(utf8(text))).toBe(text);
  });

  test('text: a byte order mark is not part of it', () => {
    expect(decodeText(utf8('\ufeffTalks ended.'))).toBe('Talks ended.');
  });

  test('text: UTF-16 with its mark is read', () => {
    const units = '\ufeffTalks ended.';
    const bytes = new Uint8Array(units.length * 2);
    for (let i = 0; i < units.length; i += 1) bytes[i * 2] = units.charCodeAt(i) & 0xff;
    bytes[1] = 0xfe;
    expect(decodeText(bytes)).toBe('Talks ended.');
  });

  test('replacement: invalid UTF-8 is read with replacement', () => {
    const bytes = new Uint8Array([...utf8('The caf'), 0xe9, ...utf8(' was shut, they said.')]);
    expect(decodeText(bytes)).toBe('The caf\ufffd was shut, they said.');
  });

  test('charset: the transport’s word is taken where the bytes are not UTF-8', () => {
    const bytes = new Uint8Array([...utf8('closed the caf'), 0xe9]);
    expect(decodeText(bytes, { charset: 'windows-1252' })).toBe('closed the café');
    expect(decodeText(utf8('café'), { charset: 'windows-1252' })).toBe('café');
    expect(decodeText(bytes, { charset: 'no-such-set' })).toBe('closed the caf\ufffd');
  });

  const refused: [name: string, bytes: Uint8Array, code: string][] = [
    ['no bytes', new Uint8Array(), 'text-empty'],
    ['white space alone', utf8(' \n\t\r\n'), 'text-empty'],
    ['NUL bytes', utf8('abc\u0000def'), 'text-binary'],
    ['a PDF', utf8('%PDF-1.7\nsome text'), 'text-binary'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]), 'text-binary'],
    ['control characters', utf8('\u0001\u0002\u0003abcdef'), 'text-binary'],
    ['bytes that are far from UTF-8', new Uint8Array(400).fill(0xb5), 'text-binary'],
  ];
  test.each(refused)('refused: %s', (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });

  test('property: any bytes are read or refused with a code, and valid text is unchanged', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(['read', 'text-empty', 'text-binary']).toContain(codeOf(bytes));
      }),
      { seed: 7 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        fc.pre(codeOf(utf8(text)) === 'read');
        expect(decodeText(utf8(text))).toBe(text.replace(/^\ufeff/, ''));
      }),
      { seed: 7 },
    );
  });
});
