/** The app's files: what is in the folder and nothing else. @module */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from './open-test-app.ts';

const folder = mkdtempSync(join(tmpdir(), 'onrecord-web-'));
let server: TestApp;
beforeAll(async () => {
  mkdirSync(join(folder, 'dist', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'sesame');
  writeFileSync(join(folder, 'dist', 'index.html'), '<!doctype html><title>app</title>');
  writeFileSync(join(folder, 'dist', 'assets', 'app-1a2b.js'), 'export {}');
  server = await openTestApp({ webRoot: join(folder, 'dist') });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

test('files: those with a hash in their name are kept for ever, the page is asked for each time', async () => {
  const script = await server.ask('/assets/app-1a2b.js');
  expect(script.headers.get('content-type')).toMatch(/^text\/javascript/);
  expect(script.headers.get('cache-control')).toContain('immutable');
  const page = await server.ask('/');
  expect(page.headers.get('cache-control')).toBe('no-cache');
  const tag = page.headers.get('etag') ?? '';
  expect((await server.ask('/', { headers: { 'if-none-match': tag } })).status).toBe(304);
});

test('places: a path without a file is a place in the app and gets its page', async () => {
  for (const path of ['/', '/index.html', '/article/a_1', '/dossier/varn?if=ceasefire=met'])
    expect(await (await server.ask(path)).text()).toContain('<title>app</title>');
});

test('files: a file that is not there is 404, and no path leads out of the folder', async () => {
  expect((await server.ask('/assets/gone.js')).status).toBe(404);
  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
  ])
    expect(await (await server.ask(path)).text()).not.toContain('sesame');
});

test('files: without a built app the answer says what to do', async () => {
  const bare = await openTestApp({ webRoot: join(folder, 'nowhere') });
  const response = await bare.ask('/');
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({
    code: 'page-unknown',
    remedy: expect.stringContaining('npm run build'),
  });
  await bare.close();
});
