/**
 * A browser for the end-to-end tests: any Chrome found on the machine, on a server that holds the
 * samples. Without one the tests are skipped with a message, except in CI. Each page is watched: an
 * error in the console (a breach of the content security policy among them) or a request to any
 * other host fails the test.
 * @module
 */

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { ArticleRecord } from '@onrecord/record';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { serveSamples } from '../../scripts/sample-server.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PLACES = [
  process.env.ONRECORD_TEST_CHROME,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The Chrome that is used, if any. */
export const chromePath = PLACES.find((path) => path !== undefined && existsSync(path));

const isSkipped = chromePath === undefined && process.env.CI !== 'true' && !process.env.CI;
if (isSkipped)
  console.warn(
    'browser tests are skipped: no Chrome found; install chromium, or set ONRECORD_TEST_CHROME',
  );

/** A group of tests that need a browser. */
export const describeInBrowser = isSkipped ? describe.skip : describe;

/** What a test of a page works with. */
export interface Watched {
  page: Page;
  /** What the page did that it must not do. */
  faults: string[];
  /** Addresses that were asked for, with their method and body. */
  requests: { method: string; url: string; body: string }[];
}

/** The browser and the server of one file of tests. */
export interface Stage {
  url: string;
  dossierId: string;
  open: (path: string, options?: BrowserContextOptions) => Promise<Watched>;
  /** Ask the API. */
  get: <T>(path: string) => Promise<T>;
  /** Send something to the API, under a name. */
  post: <T>(path: string, body: unknown) => Promise<T>;
}

function buildApp(): void {
  if (existsSync(`${ROOT}packages/web/dist/index.html`)) return;
  const vite = createRequire(`${ROOT}packages/web/package.json`).resolve('vite/package.json');
  execFileSync(process.execPath, [vite.replace('package.json', 'bin/vite.js'), 'build'], {
    cwd: `${ROOT}packages/web`,
    stdio: 'ignore',
  });
}

function watch(page: Page, url: string): Watched {
  const watched: Watched = { page, faults: [], requests: [] };
  page.on('console', (message) => {
    if (message.type() === 'error') watched.faults.push(`console: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (500 <= response.status())
      watched.faults.push(`${response.status()} from ${response.url()}`);
  });
  page.on('pageerror', (problem) => watched.faults.push(`error: ${problem.message}`));
  page.on('request', (request) => {
    const address = request.url();
    const body = request.postData() ?? '';
    watched.requests.push({ method: request.method(), url: address, body });
    if (!address.startsWith(url) && !address.startsWith('blob:'))
      watched.faults.push(`a request to ${address}`);
  });
  return watched;
}

/** Set up a browser and a server for the tests of a file. */
export function useStage(
  options: { isEmpty?: boolean; times?: number; records?: readonly ArticleRecord[] } = {},
): Stage {
  let browser: Browser | undefined;
  let server: Awaited<ReturnType<typeof serveSamples>> | undefined;
  const stage: Stage = {
    url: '',
    dossierId: '',
    async open(path, contextOptions = {}) {
      if (!browser) throw new Error('there is no browser');
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        permissions: ['clipboard-read', 'clipboard-write'],
        ...contextOptions,
      });
      const page = await context.newPage();
      const watched = watch(page, stage.url);
      await page.addInitScript(() => localStorage.setItem('onrecord.name', 'Reviewer One'));
      await page.goto(stage.url + path, { waitUntil: 'networkidle' });
      return watched;
    },
    async get(path) {
      const response = await fetch(`${stage.url}/api/v1${path}`);
      return (await response.json()) as never;
    },
    async post(path, body) {
      const response = await fetch(`${stage.url}/api/v1${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'On-Record-As': 'Reviewer Two' },
        body: JSON.stringify(body),
      });
      const answer = await response.json();
      if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
      return answer as never;
    },
  };
  beforeAll(async () => {
    if (isSkipped) return;
    buildApp();
    server = await serveSamples(options);
    stage.url = server.url;
    stage.dossierId = server.dossierId;
    browser = await chromium.launch({
      ...(chromePath ? { executablePath: chromePath } : {}),
      args: ['--no-sandbox'],
    });
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  return stage;
}

interface AxeResult {
  violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[];
}

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** List what axe finds against WCAG 2.2 AA (or some of its rules) on the page as it is. */
export async function listViolations(page: Page, rules = STANDARDS): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResult>(
    `axe.run({ runOnly: ${JSON.stringify(rules)} })`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 4)
      .map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );
}

/** Expect that axe finds nothing against WCAG 2.2 AA on the page as it is. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await listViolations(page)).toEqual([]);
}

/** Expect that nothing makes the page scroll sideways. */
export async function expectNoSideScroll(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over).toBeLessThanOrEqual(0);
}
