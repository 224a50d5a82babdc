#!/usr/bin/env node
/**
 * The fences of the house that types and `exports` cannot hold: the direction of imports between the
 * packages, undeclared dependencies, cycles of value imports, default exports, missing file comments,
 * files over 400 lines, deep imports, and calls in pure packages whose answer changes with the clock,
 * with chance or with the machine's locale. Prints every breach and exits with 1 if there is one.
 * @module
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

/** Who may import whom: the table of docs/architecture.md. */
const MAY_IMPORT = {
  record: [],
  reader: ['record'],
  intake: ['record'],
  ledger: ['record'],
  api: ['record'],
  evaluate: ['record', 'reader'],
  train: ['record', 'reader', 'evaluate'],
  server: ['record', 'reader', 'intake', 'ledger', 'api'],
  web: ['record', 'reader', 'api'],
  cli: ['record', 'reader', 'intake', 'ledger', 'api', 'server', 'evaluate', 'train'],
};
const PURE = new Set(['record', 'reader', 'api', 'intake']);
const LINE_LIMIT = 400;
const BANNED_NAMES = /^(utils?|helpers?|common|core|misc|types)(\.tsx?)?$/;
/** A call or member, and why a pure package must not use it. */
const IMPURE = [
  [/\bDate\.now\b/, 'the clock is an argument'],
  [/\bnew Date\(\s*\)/, 'the clock is an argument'],
  [/\bMath\.random\b/, 'chance is an argument'],
  [/\bIntl\./, 'its answers change with the ICU version'],
  [/\.(toLocale\w+|localeCompare)\(/, 'its answers change with the locale'],
  [
    /\.get(FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)\(/,
    'local time changes with the machine',
  ],
  [/\bperformance\./, 'the clock is an argument'],
];

const breaches = [];
const say = (file, line, message) => breaches.push(`${file}${line ? `:${line}` : ''}  ${message}`);

function* filesIn(folder) {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* filesIn(path);
    else yield path;
  }
}

/** The code of a file without its comments, line by line, so that an example in a comment is no breach. */
const withoutComments = (text) =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|[^:'"`\\])\/\/[^\n]*/g, '$1');

const IMPORT = /^\s*(?:import|export)\s+(type\s+)?(?:([\s\S]*?)\s+from\s+)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
/** `{ type A, type B }` imports no value either. */
const isTypesOnly = (names) =>
  /^\{[\s\S]*\}$/.test(names.trim()) &&
  names
    .trim()
    .slice(1, -1)
    .split(',')
    .every((name) => name.trim() === '' || name.trim().startsWith('type '));

function importsOf(code) {
  const found = [];
  for (const match of code.matchAll(IMPORT))
    found.push({ from: match[3], isType: Boolean(match[1]) || isTypesOnly(match[2] ?? '') });
  for (const match of code.matchAll(DYNAMIC)) found.push({ from: match[1], isType: true });
  return found;
}

const packageOf = (specifier) =>
  specifier.startsWith('@') ? specifier.split('/').slice(0, 2).join('/') : specifier.split('/')[0];

function checkImports(file, room, manifest, imports) {
  const declared = {
    ...manifest.dependencies,
    ...manifest.peerDependencies,
    ...manifest.optionalDependencies,
  };
  for (const { from } of imports) {
    if (from.startsWith('.')) {
      const target = relative(`packages/${room}`, normalize(join(dirname(file), from)));
      if (target.startsWith('..')) say(file, 0, `reaches out of its package: ${from}`);
      continue;
    }
    if (from.startsWith('node:')) {
      if (PURE.has(room)) say(file, 0, `${room} is pure and may not import ${from}`);
      continue;
    }
    const name = packageOf(from);
    const sister = name.match(/^@onrecord\/(.+)$/)?.[1];
    if (sister && !MAY_IMPORT[room].includes(sister))
      say(file, 0, `${room} may not import ${sister}: imports go down only`);
    if (!(name in declared))
      say(file, 0, `${name} is not declared in packages/${room}/package.json`);
  }
}

function checkFile(file, room, manifest) {
  const text = readFileSync(file, 'utf8');
  const code = withoutComments(text);
  const lines = text.split('\n').length - 1;
  const isData = /\/data\/|\.generated\.ts$/.test(file);
  if (!/^(#![^\n]*\n)?\/\*\*[\s\S]*?@module[\s\S]*?\*\//.test(text))
    say(file, 1, 'has no opening /** … @module */ comment');
  if (LINE_LIMIT < lines && !isData) say(file, 0, `has ${lines} lines, the limit is ${LINE_LIMIT}`);
  if (
    file
      .split('/')
      .slice(2)
      .some((part) => BANNED_NAMES.test(part))
  )
    say(file, 0, 'is named after nothing: give it the name of what it does');
  code.split('\n').forEach((line, i) => {
    if (/^\s*export default\b/.test(line)) say(file, i + 1, 'default export');
    if (PURE.has(room))
      for (const [pattern, why] of IMPURE)
        if (pattern.test(line))
          say(file, i + 1, `${line.match(pattern)[0]} in a pure package: ${why}`);
  });
  const imports = importsOf(code);
  checkImports(file, room, manifest, imports);
  return imports
    .filter(({ from, isType }) => from.startsWith('.') && !isType)
    .map(({ from }) => normalize(join(dirname(file), from)));
}

/** Every cycle of value imports, each told once, found by depth-first search with an explicit stack. */
function checkCycles(graph) {
  const state = new Map();
  for (const start of graph.keys()) {
    if (state.has(start)) continue;
    const path = [[start, 0]];
    state.set(start, 'open');
    while (path.length) {
      const top = path[path.length - 1];
      const next = (graph.get(top[0]) ?? [])[top[1]++];
      if (next === undefined) {
        state.set(top[0], 'done');
        path.pop();
      } else if (!state.has(next) && graph.has(next)) {
        state.set(next, 'open');
        path.push([next, 0]);
      } else if (state.get(next) === 'open') {
        const names = path.map(([name]) => name);
        say(next, 0, `import cycle: ${[...names.slice(names.indexOf(next)), next].join(' → ')}`);
      }
    }
  }
}

let count = 0;
for (const room of Object.keys(MAY_IMPORT)) {
  const manifest = JSON.parse(readFileSync(`packages/${room}/package.json`, 'utf8'));
  const graph = new Map();
  for (const file of filesIn(`packages/${room}/src`)) {
    if (!/\.tsx?$/.test(file)) continue;
    count++;
    graph.set(file, checkFile(file, room, manifest));
  }
  if (graph.size === 0) say(`packages/${room}`, 0, 'is an empty package');
  checkCycles(graph);
}
for (const breach of breaches) console.log(breach);
console.log(`house: ${count} files, ${breaches.length} breaches`);
process.exit(breaches.length ? 1 : 0);
