/**
 * A browser for the end-to-end tests: any Chrome found on the machine, on a server that holds the
 * samples. Without one the tests are skipped with a message, except in CI. The page is watched: an
 * error in the console (a breach of the content security policy among them) or a request to any
 * other host fails the test. A file of tests has one page, which is loaded anew for each test: a new
 * one takes as long as most tests.
 * @module
 */

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { ArticleRecord } from '@onrecord/record';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { serveSamples } from '../../scripts/sample-server.mjs';

/** Nothing takes longer to come to rest. */
const REST_MS = 30_000;

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

/** How a page is looked at. */
export interface View {
  viewport?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
  reducedMotion?: 'reduce';
}

/** The browser and the server of one file of tests. */
export interface Stage {
  url: string;
  dossierId: string;
  /** Load an address anew, as if nobody had been there, and wait until it rests. */
  open: (path: string, view?: View) => Promise<Watched>;
  /** Go to an address inside the app, as a link does, and wait until it rests. */
  goTo: (path: string) => Promise<void>;
  /** Wait until nothing is asked for and nothing is being loaded. */
  rest: () => Promise<void>;
  /** Ask the API. */
  get: <T>(path: string) => Promise<T>;
  /** Send something to the API, under a name. */
  post: <T>(path: string, body: unknown) => Promise<T>;
}

const VIEWPORT = { width: 1280, height: 900 };

function buildApp(): void {
  if (existsSync(`${ROOT}packages/web/dist/index.html`)) return;
  const vite = createRequire(`${ROOT}packages/web/package.json`).resolve('vite/package.json');
  execFileSync(process.execPath, [vite.replace('package.json', 'bin/vite.js'), 'build'], {
    cwd: `${ROOT}packages/web`,
    stdio: 'ignore',
  });
}

/** A page with all that is known of it since it was opened last. */
class WatchedPage {
  readonly page: Page;
  watched: Watched;
  /** Requests without an answer. */
  readonly #inFlight = new Set<unknown>();

  constructor(page: Page, url: string) {
    this.page = page;
    this.watched = { page, faults: [], requests: [] };
    page.on('console', (message) => {
      if (message.type() === 'error') this.#tell(`console: ${message.text()}`);
    });
    page.on('response', (response) => {
      if (500 <= response.status()) this.#tell(`${response.status()} from ${response.url()}`);
    });
    page.on('pageerror', (problem) => this.#tell(`error: ${problem.message}`));
    page.on('request', (request) => {
      this.#inFlight.add(request);
      const address = request.url();
      const body = request.postData() ?? '';
      this.watched.requests.push({ method: request.method(), url: address, body });
      if (!address.startsWith(url) && !address.startsWith('blob:'))
        this.#tell(`a request to ${address}`);
    });
    for (const end of ['requestfinished', 'requestfailed'] as const)
      page.on(end as 'requestfinished', (request) => void this.#inFlight.delete(request));
  }

  #tell(fault: string): void {
    this.watched.faults.push(fault);
  }

  forget(): void {
    this.#inFlight.clear();
    this.watched = { page: this.page, faults: [], requests: [] };
  }

  /** Three frames in which nothing is asked for and nothing says that it is being loaded. */
  async rest(): Promise<void> {
    const until = Date.now() + REST_MS;
    for (let calm = 0; calm < 3 && Date.now() < until; ) {
      const isBusy = await this.page.evaluate<boolean>(`new Promise((tell) =>
        requestAnimationFrame(() => setTimeout(() =>
          tell(document.querySelector('.loading-panel, main [aria-busy=true]') !== null))))`);
      calm = isBusy || 0 < this.#inFlight.size ? 0 : calm + 1;
    }
  }
}

/** Set up a browser and a server for the tests of a file. */
export function useStage(
  options: { isEmpty?: boolean; times?: number; records?: readonly ArticleRecord[] } = {},
): Stage {
  let browser: Browser | undefined;
  let server: Awaited<ReturnType<typeof serveSamples>> | undefined;
  let opened: WatchedPage | undefined;
  const openPage = async () => {
    if (!browser) throw new Error('there is no browser');
    const permissions = ['clipboard-read', 'clipboard-write'];
    const page = await browser.newPage({ viewport: VIEWPORT, permissions });
    await page.addInitScript(() => localStorage.setItem('onrecord.name', 'Reviewer One'));
    return new WatchedPage(page, stage.url);
  };
  const stage: Stage = {
    url: '',
    dossierId: '',
    async open(path, { viewport = VIEWPORT, colorScheme, reducedMotion } = {}) {
      if (!opened) opened = await openPage();
      else await opened.page.evaluate(() => localStorage.clear());
      const { page } = opened;
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await page.setViewportSize(viewport);
      await page.emulateMedia({
        media: null,
        colorScheme: colorScheme ?? null,
        reducedMotion: reducedMotion ?? null,
      });
      await page.mouse.move(0, 0);
      // What the page before still has to say is not this one's.
      await page.goto('about:blank');
      opened.forget();
      await page.goto(stage.url + path);
      await opened.rest();
      return opened.watched;
    },
    async goTo(path) {
      await opened?.page.evaluate((address) => {
        history.pushState(null, '', address);
        dispatchEvent(new PopStateEvent('popstate'));
      }, path);
      await opened?.rest();
    },
    async rest() {
      await opened?.rest();
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
  // Making axe ready takes a second, running it a tenth.
  if (!(await page.evaluate<boolean>(`'axe' in globalThis`))) await page.evaluate(axe.source);
  const options = { runOnly: rules, resultTypes: ['violations'], preload: false };
  const { violations } = await page.evaluate<AxeResult>(`axe.run(${JSON.stringify(options)})`);
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
