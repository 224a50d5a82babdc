/**
 * Addresses that stay one token: URLs, mail addresses, hosts, file names ("www.zembla.example").
 * @module
 */

const HOST =
  /^(?:[a-z0-9_-]+\.)+(?:com|org|net|gov|edu|mil|int|info|biz|co|io|tv|eu|uk|us|de|fr|ru|ua|ca|au|cn|in|nl|html?|pdf|docx?|xlsx?|jpe?g|png|gif|txt)(?![a-z])/i;

/** News groups and the like: at least three small words with stops between ("rec.birds.owls"). */
const GROUP = /^[a-z]{2,}(?:\.[a-z][a-z-]+){2,}[.,)]?$/;

/**
 * Where an address ends that starts at `start`.
 * @returns the end without closing brackets and stops, or -1 where no address starts
 */
export function findAddressEnd(text: string, start: number, end: number): number {
  if (end - start < 5 || !hasMark(text, start, end)) return -1;
  // Longer than any address in use: megabytes without a space must not be searched.
  const chunk = text.slice(start, Math.min(end, start + 2048));
  if (!isAddress(chunk)) return -1;
  let last = Math.min(end, start + 2048);
  while (last > start && isClosing(text, start, last)) last--;
  return last - start < 4 ? -1 : last;
}

/** Every address has a stop, a colon or an "@" inside; most words have none, and are not cut out. */
function hasMark(text: string, start: number, end: number): boolean {
  for (let at = start; at + 1 < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x2e || code === 0x3a || code === 0x40) return true;
  }
  return false;
}

function isAddress(chunk: string): boolean {
  if (/^(?:[a-z][a-z0-9+.-]{1,10}:\/\/|www\.|mailto:)\S/i.test(chunk)) return true;
  const at = chunk.indexOf('@');
  if (at > 0 && /^[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)*/.test(chunk)) return true;
  if (GROUP.test(chunk)) return true;
  return HOST.test(chunk) && !/^[A-Z][a-z]+\.[A-Z]/.test(chunk);
}

function isClosing(text: string, start: number, last: number): boolean {
  const mark = text[last - 1]!;
  if ('.,;:!?"\'”’>]}*'.includes(mark)) return true;
  return mark === ')' && !text.slice(start, last - 1).includes('(');
}
