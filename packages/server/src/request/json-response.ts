/**
 * Values → JSON answers. What is read carries an ETag, so that an app that asks again gets 304
 * while nothing has changed.
 * @module
 */
import { createHash } from 'node:crypto';

const TYPE = 'application/json; charset=utf-8';

/** Answer with a value; bytes are JSON already. */
export function answerJson(value: unknown, request: Request, httpStatus: number): Response {
  const body = value instanceof Uint8Array ? value : Buffer.from(JSON.stringify(value));
  const headers: { [name: string]: string } = { 'content-type': TYPE };
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    headers['cache-control'] = 'no-store';
    return new Response(body as Uint8Array<ArrayBuffer>, { status: httpStatus, headers });
  }
  // Sixteen bytes of a hash tell two answers apart; the tag is weak, as proxies may repack bodies.
  const tag = `W/"${createHash('sha1').update(body).digest('base64url').slice(0, 22)}"`;
  headers.etag = tag;
  headers['cache-control'] = 'no-cache';
  if (isKnown(request.headers.get('if-none-match'), tag))
    return new Response(null, { status: 304, headers });
  return new Response(body as Uint8Array<ArrayBuffer>, { status: httpStatus, headers });
}

function isKnown(header: string | null, tag: string): boolean {
  if (header === null) return false;
  return header.split(',').some((known) => known.trim() === tag || known.trim() === '*');
}
