/**
 * Bytes → text. UTF-8 first and strictly; what is not UTF-8 is read with replacement (the reader
 * notes it in the record), unless so much of it is wrong that it is no text at all. Byte order marks of UTF-16 are honoured.
 * Nothing is normalised: offsets count in the text as it came.
 * @module
 */
import { CodedError } from '@onrecord/record';

/** How the bytes came. */
export interface DecodeOptions {
  /** File or address, for messages. */
  place?: string;
  /** The character set that the transport names ("windows-1252"); wrong names are ignored. */
  charset?: string;
}

/** First bytes of formats that people hand in by mistake, with the name to say. */
const MAGIC: readonly [name: string, bytes: readonly number[]][] = [
  ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a ZIP or Office file', [0x50, 0x4b, 0x03, 0x04]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a gzip file', [0x1f, 0x8b]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
];

/** Enough of a file to judge it: a binary format shows itself in its first pages. */
const SAMPLE_BYTES = 65_536;
/** Text in an old 8-bit set of a Latin language has under 10 % such letters; binary has far more. */
const MOST_REPLACED = 0.2;
/** Control characters other than white space; a stray one in a copied text is no reason to refuse. */
const MOST_CONTROLS = 0.02;

/**
 * Decode the bytes of a plain text or of a page's source.
 * @throws CodedError `text-empty` when there is nothing but white space, `text-binary` when the
 * bytes are no text.
 */
export function decodeText(bytes: Uint8Array, options: DecodeOptions = {}): string {
  const place = options.place ?? 'the input';
  refuseMagic(bytes, place);
  const text = decodeBytes(bytes, options.charset);
  if (text.trim() === '')
    throw new CodedError('text-empty', `${place} holds no text`, {
      place,
      remedy: 'give a file with text in it',
    });
  refuseBinary(text, place);
  return text;
}

function decodeBytes(bytes: Uint8Array, charset: string | undefined): string {
  const marked = markedEncoding(bytes);
  if (marked) return new TextDecoder(marked).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: the transport's own word for it comes next, then replacement.
  }
  const named = charset === undefined ? null : openDecoder(charset);
  return (named ?? new TextDecoder('utf-8')).decode(bytes);
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function openDecoder(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label);
  } catch {
    return null; // an unknown label: RangeError
  }
}

function refuseMagic(bytes: Uint8Array, place: string): void {
  for (const [name, magic] of MAGIC)
    if (magic.every((byte, index) => bytes[index] === byte)) throw notText(place, `is ${name}`);
}

function refuseBinary(text: string, place: string): void {
  const length = Math.min(text.length, SAMPLE_BYTES);
  let controls = 0;
  let replaced = 0;
  for (let offset = 0; offset < length; offset += 1) {
    const unit = text.charCodeAt(offset);
    if (unit === 0) throw notText(place, 'holds NUL bytes');
    if (unit === 0xfffd) replaced += 1;
    else if (unit < 32 && !isWhiteControl(unit)) controls += 1;
  }
  if (length * MOST_CONTROLS < controls) throw notText(place, 'is full of control characters');
  if (length * MOST_REPLACED < replaced) throw notText(place, 'is neither UTF-8 nor close to it');
}

/** Backspace, tab, line feed, vertical tab, form feed, carriage return; and escape, of terminals. */
function isWhiteControl(unit: number): boolean {
  return (8 <= unit && unit <= 13) || unit === 27;
}

function notText(place: string, why: string): CodedError {
  return new CodedError('text-binary', `${place} is not text: it ${why}`, {
    place,
    remedy: 'give plain text or HTML; convert other formats first (to UTF-8)',
  });
}
