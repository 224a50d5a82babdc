/**
 * The app's files. The folder is listed once, so that a request can only name what is in the list:
 * no path leads out of it. Files under `assets/` carry a hash in their name and are kept for ever;
 * every path without a file is a place inside the app and gets its page.
 * @module
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { CodedError } from '@onrecord/record';

const TYPES: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.bin': 'application/octet-stream',
  '.txt': 'text/plain; charset=utf-8',
};
const FOR_EVER = 'public, max-age=31536000, immutable';
const PAGE = '/index.html';

/** Answers requests for files. */
export interface StaticFiles {
  answer(request: Request): Promise<Response>;
}

interface KeptFile {
  body: Uint8Array<ArrayBuffer>;
  tag: string;
}

/** Open the files of a folder; without one, every path answers that the app is not built. */
export function openStaticFiles(root: string | undefined): StaticFiles {
  const paths = listFiles(root);
  const kept = new Map<string, Promise<KeptFile>>();
  return {
    async answer(request) {
      const { pathname } = new URL(request.url);
      const path = paths.has(pathname) ? pathname : PAGE;
      const file = paths.get(path);
      if (file === undefined) throw missing();
      if (path === PAGE && extname(pathname) !== '' && pathname !== PAGE) throw unknown(pathname);
      const reading = kept.get(file) ?? readKept(file);
      kept.set(file, reading);
      return fileResponse(request, path, await reading);
    },
  };
}

function listFiles(root: string | undefined): Map<string, string> {
  if (root === undefined || !existsSync(root)) return new Map();
  const found = readdirSync(root, { withFileTypes: true, recursive: true });
  const files = found.filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const file = join(entry.parentPath ?? entry.path, entry.name);
      return [`/${relative(root, file).split(sep).join('/')}`, file];
    }),
  );
}

async function readKept(file: string): Promise<KeptFile> {
  const body = new Uint8Array(await readFile(file));
  return { body, tag: `"${createHash('sha1').update(body).digest('base64url').slice(0, 22)}"` };
}

function fileResponse(request: Request, path: string, { body, tag }: KeptFile): Response {
  const headers = {
    'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
    'cache-control': path.startsWith('/assets/') ? FOR_EVER : 'no-cache',
    etag: tag,
  };
  if (request.headers.get('if-none-match') === tag)
    return new Response(null, { status: 304, headers });
  return new Response(body, { headers });
}

function missing(): CodedError {
  return new CodedError('page-unknown', 'the app is not built', {
    remedy: 'run `npm run build`; the API is at /api/v1',
  });
}

function unknown(path: string): CodedError {
  return new CodedError('page-unknown', `there is no ${path}`);
}
