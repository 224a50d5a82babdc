#!/usr/bin/env node
/**
 * `npm run bench`: every benchmark of this folder, one after the other, each in a process of its own.
 * `npm run bench -- read` runs those whose name matches. Figures are ratios within one run.
 * @module
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';

const SHARED = new Set(['run.mjs', 'measure.mjs', 'texts.mjs', 'print-peak.mjs']);
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
console.log(
  `commit ${commit}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
);

let failed = 0;
for (const name of readdirSync(new URL('.', import.meta.url)).sort()) {
  if (!name.endsWith('.mjs') || SHARED.has(name)) continue;
  if (wanted.length && !wanted.some((part) => name.includes(part))) continue;
  console.log(`\n══ ${name.replace('.mjs', '')}`);
  const { status } = spawnSync(
    process.execPath,
    ['--expose-gc', new URL(name, import.meta.url).pathname],
    { stdio: 'inherit' },
  );
  if (status !== 0) failed++;
}
process.exit(failed ? 1 : 0);
