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

const bytesOf = (text: string): Uint8Array => sha256(utf8ToBytes(text));
const hashOf = (text: string): string => bytesToHex(bytesOf(text));
const idOf = (prefix: string, parts: readonly unknown[]): string =>
  `${prefix}_${bytesToHex(bytesOf(JSON.stringify(parts)).subarray(0, ID_DIGITS / 2))}`;

/**
 * The SHA-256 of a text's UTF-8 bytes, 64 hexadecimal digits. Lone surrogates count as U+FFFD.
 * @example
 * textHashOf('').slice(0, 8) // 'e3b0c442'
 */
export const textHashOf = (text: string): string => hashOf(text);

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
