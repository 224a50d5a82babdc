#!/usr/bin/env node
/**
 * `npm run screens`: a picture of every screen in light, dark, narrow and wide, of the built app on
 * the samples, into `screens/`; three of them also into `docs/screens/`, for the README.
 * `npm run screens -- NAME…` takes those only; `--view VIEW` takes them in that view only; `--into
 * FOLDER` puts them there, the tree untouched.
 * @module
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { serveSamples } from './sample-server.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const VIEWS = {
  light: { colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  dark: { colorScheme: 'dark', viewport: { width: 1440, height: 900 } },
  narrow: { colorScheme: 'light', viewport: { width: 360, height: 780 } },
  wide: { colorScheme: 'light', viewport: { width: 1920, height: 1080 } },
};
const README_VIEW = 'light';
const IN_README = ['reader', 'board', 'actor'];
const CHROMES = [
  process.env.ONRECORD_TEST_CHROME,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Paste a sample and light one of its records, as a reader would. */
async function readSample(page) {
  const text = readFileSync(join(ROOT, 'samples/01-port-amara-summit.txt'), 'utf8');
  await page.locator('#paste-text').fill(text);
  await page.getByRole('button', { name: 'Read', exact: true }).click();
  await page.waitForSelector('.record-view');
  // On a narrow screen too: the words are lit, and their card with them.
  await page.locator('.part-paragraph .mark[data-field="party"]').first().hover();
}

/** Press a key of the review, and wait for what it opens. */
const press = (key, selector) => async (page) => {
  await page.keyboard.press(key);
  await page.waitForSelector(selector);
};

/** Import a file that is read and one that is not text. */
async function importFiles(page) {
  const good = Buffer.from(
    'Minister names a date\n\nNorvia will send three ships, Foreign Minister Lena Marsh said.\n',
  );
  const files = [
    { name: 'ships.txt', mimeType: 'text/plain', buffer: good },
    { name: 'photo.txt', mimeType: 'text/plain', buffer: Buffer.from('GIF89a\u0000') },
  ];
  await page.locator('.drop-zone input[type=file]').first().setInputFiles(files);
  await page.waitForSelector('.import-line[data-state=done]');
  await page.waitForSelector('.import-line[data-state=failed]');
}

const choose = (view, path) => ({ path: `${path}${path.includes('?') ? '&' : '?'}${view}` });

/** List the screens: a path, and what is done there before the picture is taken. */
async function listScreens({ url, dossierId }) {
  const get = async (path) => (await (await fetch(`${url}/api/v1${path}`)).json()).items;
  const [actor] = await get('/actors?limit=1');
  const articles = await get('/articles?limit=50');
  const [offer] = await get('/search?stance=offers&conditionType=ceasefire&limit=1');
  const utterances = await get('/utterances?limit=50');
  const told = utterances.find(({ differences }) => 0 < differences.length) ?? utterances[0];
  const said = told?.reports[0]?.evidence;
  const board = `/dossiers/${dossierId}`;
  return {
    start: { path: '/' },
    reader: { path: '/', before: readSample },
    search: { path: '/search?q=ceasefire' },
    'nothing-found': { path: '/search?q=unheardof' },
    article: { path: `/articles/${articles.at(-1).id}` },
    dossiers: { path: '/dossiers' },
    board: choose('if=ceasefire%3Amet', board),
    'what-if': choose('view=outcomes&if=ceasefire%3Amet', board),
    shifts: choose('view=shifts', board),
    compared: choose('view=utterances', board),
    actors: { path: '/actors' },
    actor: { path: `/actors/${actor.id}` },
    conditions: { path: '/conditions' },
    condition: { path: `/conditions/ceasefire?dossier=${dossierId}` },
    utterance: { path: `/utterances/${said?.statementId}~${said?.spans.at(-1)?.[0]}` },
    commitment: { path: `/commitments/${offer?.id}` },
    review: { path: '/review?kind=commitment' },
    edit: {
      path: '/review?kind=commitment',
      before: press('e', '.select-text'),
    },
    reject: { path: '/review?kind=commitment', before: press('x', 'dialog[open]') },
    import: { path: '/import', before: importFiles },
    decisions: { path: '/decisions' },
    reports: { path: '/utterances' },
  };
}

async function takePicture(browser, { url, screen, view, file }) {
  const page = await browser.newPage({ ...view, reducedMotion: 'reduce' });
  await page.addInitScript(() => localStorage.setItem('onrecord.name', 'Reviewer'));
  await page.goto(url + screen.path, { waitUntil: 'networkidle' });
  await screen.before?.(page);
  await page.waitForTimeout(200);
  await page.screenshot({ path: file });
  await page.close();
}

const executablePath = CHROMES.find((path) => path !== undefined && existsSync(path));
if (!executablePath) {
  console.error('No Chrome was found: install chromium, or set ONRECORD_TEST_CHROME.');
  process.exit(2);
}
if (!existsSync(join(ROOT, 'packages/web/dist/index.html'))) {
  console.error('The app is not built: run `npm run build` first.');
  process.exit(2);
}
const server = await serveSamples();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const { values, positionals: asked } = parseArgs({
  options: { into: { type: 'string', default: ROOT }, view: { type: 'string', multiple: true } },
  allowPositionals: true,
});
for (const folder of ['screens', 'docs/screens'])
  mkdirSync(join(values.into, folder), { recursive: true });
const fileOf = (name, view) => join(values.into, `screens/${name}-${view}.png`);
const screens = await listScreens(server);
for (const [name, screen] of Object.entries(screens)) {
  if (0 < asked.length && !asked.includes(name)) continue;
  const { url } = server;
  const views = Object.entries(VIEWS).filter(([view]) => values.view?.includes(view) ?? true);
  for (const [viewName, view] of views)
    await takePicture(browser, { url, screen, view, file: fileOf(name, viewName) });
  if (IN_README.includes(name) && views.some(([view]) => view === README_VIEW))
    copyFileSync(fileOf(name, README_VIEW), join(values.into, `docs/screens/${name}.png`));
  console.log(`screens/${name}-{${views.map(([view]) => view).join(',')}}.png`);
}
await browser.close();
await server.close();
