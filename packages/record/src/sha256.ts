/**
 * SHA-256 (FIPS 180-4) of a text's UTF-8 bytes. Ids are made by the dozen for every article, mostly of
 * two or three blocks: the state and the schedule are one array each, used again for every hash,
 * and letters become bytes as they are read.
 * @module
 */

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
// biome-ignore format: a table
const ROUNDS = Int32Array.of(
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
);

/** The same of the square roots of the first eight primes: the state before any block. */
// biome-ignore format: a table
const BEGINNING = Int32Array.of(
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
);

/** Bytes of a block, and where in the last block the length in bits begins. */
const BLOCK = 64;
const LENGTH_AT = 56;
/** What a lone surrogate counts as. */
const REPLACEMENT = 0xfffd;
/** A letter of more than one byte, lone surrogates too. */
const WIDE = /[\u{80}-\u{10ffff}]/gu;

const state = new Int32Array(8);
/** The 16 words of a block, and the 48 that are made from them. */
const schedule = new Int32Array(64);

/** The first `digits` hexadecimal digits, 64 at most, of the hash of a text. */
export function hashText(text: string, digits: number): string {
  state.set(BEGINNING);
  addBytes(text.replace(WIDE, encodeLetter));
  let hex = '';
  for (let word = 0; hex.length < digits; word++)
    hex += (state[word]! >>> 0).toString(16).padStart(8, '0');
  return hex.slice(0, digits);
}

/** The two to four bytes of a letter, as units below 256. */
function encodeLetter(letter: string): string {
  const point = letter.codePointAt(0)!;
  if (0xd800 <= point && point <= 0xdfff) return encodeLetter(String.fromCharCode(REPLACEMENT));
  const last = 0x80 | (point & 0x3f);
  if (point < 0x800) return String.fromCharCode(0xc0 | (point >> 6), last);
  const third = 0x80 | ((point >> 6) & 0x3f);
  if (point < 0x10000) return String.fromCharCode(0xe0 | (point >> 12), third, last);
  const second = 0x80 | ((point >> 12) & 0x3f);
  return String.fromCharCode(0xf0 | (point >> 18), second, third, last);
}

/** The bytes, one bit, zeros up to the length, and the length in bits as 64 bits. */
function addBytes(bytes: string): void {
  const { length } = bytes;
  // The bit takes a byte of its own.
  const end = length + 1 + ((LENGTH_AT - length - 1) & (BLOCK - 1));
  let word = 0;
  for (let at = 0; at < end; at++) {
    word = (word << 8) | (at < length ? bytes.charCodeAt(at) : at === length ? 0x80 : 0);
    if (at % 4 !== 3) continue;
    schedule[(at >> 2) & 15] = word;
    if (at % BLOCK === BLOCK - 1) addBlock();
  }
  schedule[14] = Math.floor(length / 0x20000000);
  schedule[15] = length << 3;
  addBlock();
}

function addBlock(): void {
  for (let at = 16; at < 64; at++) {
    const x = schedule[at - 15]!;
    const y = schedule[at - 2]!;
    const small = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const large = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    schedule[at] = (schedule[at - 16]! + small + schedule[at - 7]! + large) | 0;
  }
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let at = 0; at < 64; at++) {
    const turned = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const choice = (e & f) ^ (~e & g);
    const one = (h + turned + choice + ROUNDS[at]! + schedule[at]!) | 0;
    const spun = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const majority = (a & b) ^ (a & c) ^ (b & c);
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + spun + majority) | 0;
  }
  state[0] = state[0]! + a;
  state[1] = state[1]! + b;
  state[2] = state[2]! + c;
  state[3] = state[3]! + d;
  state[4] = state[4]! + e;
  state[5] = state[5]! + f;
  state[6] = state[6]! + g;
  state[7] = state[7]! + h;
}
