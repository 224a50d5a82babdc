/**
 * Ids: hashes of article, spans, and kind or stance, never of rule or score, so that a better
 * model keeps them. SHA-256 (FIPS 180-4), cut to 80 bits: among a million entries two meet by
 * chance about once in two million million tries.
 * @module
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Span } from './span.ts';

/** Hexadecimal digits kept of a hash: 20 are 80 bits. */
const ID_DIGITS = 20;

/** An article has some hundred ids of a few hundred letters: one hasher starts over for each. */
const fresh = sha256.create();
const hasher = sha256.create();
const digest = new Uint8Array(hasher.outputLen);
const room = new Uint8Array(1024);

/** The first `digits` hexadecimal digits, an even number of them, of the hash of a text's bytes. */
function hashOf(text: string, digits: number): string {
  fresh._cloneInto(hasher);
  hasher.update(bytesOf(text)).digestInto(digest);
  return bytesToHex(digest.subarray(0, digits / 2));
}

/** The UTF-8 bytes of a text; of a short one in ASCII they are its letters, and last until the next. */
function bytesOf(text: string): Uint8Array {
  if (room.length < text.length) return utf8ToBytes(text);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (0x7f < unit) return utf8ToBytes(text);
    room[at] = unit;
  }
  return room.subarray(0, text.length);
}

const idOf = (prefix: string, parts: readonly unknown[]): string =>
  `${prefix}_${hashOf(JSON.stringify(parts), ID_DIGITS)}`;

/**
 * The SHA-256 of a text's UTF-8 bytes, 64 hexadecimal digits. Lone surrogates count as U+FFFD.
 * @example
 * textHashOf('').slice(0, 8) // 'e3b0c442'
 */
export const textHashOf = (text: string): string => hashOf(text, 2 * digest.length);

/** An article's id, from the hash of its text and its address. */
export const articleId = (textHash: string, url?: string): string =>
  idOf('a', [textHash, url ?? '']);

/** An actor's id in one article: from its name and kind, so that it keeps when mentions are added. */
export const actorId = (article: string, kind: string, name: string): string =>
  idOf('p', [article, kind, name]);

/** A statement's id. */
export function statementId(
  article: string,
  statement: { kind: string; source: Span[]; cue: Span[]; content: Span[] },
): string {
  return idOf('s', [article, statement.kind, statement.source, statement.cue, statement.content]);
}

/** A commitment's id. */
export function commitmentId(
  article: string,
  commitment: { stance: string; party: Span[]; cue: Span[]; action: Span[] },
): string {
  return idOf('c', [
    article,
    commitment.stance,
    commitment.party,
    commitment.cue,
    commitment.action,
  ]);
}

/** A condition's id: the same words under two commitments are two conditions. */
export const conditionId = (commitment: string, at: Span): string => idOf('k', [commitment, at]);

/** A dated event's id. */
export const eventId = (article: string, at: Span): string => idOf('e', [article, at]);
