#!/usr/bin/env node
/**
 * Print how well utterances are aligned and shifts are found on the marked pairs of
 * `packages/ledger/test/cases`, with Wilson's 95 % intervals: the half that the code was fitted to
 * and the half held out. The work is done by the tests in `packages/ledger/test/score`.
 * @module
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', 'packages/ledger/test/score'],
  { cwd: root, encoding: 'utf8', env: { ...process.env, ONRECORD_PRINT: '1', NO_COLOR: '1' } },
);
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with an escape character
const lines = run.stdout.replace(/\u001b\[[0-9;]*m/g, '').split('\n');
console.log('| set | precision | recall | counts |\n|---|---|---|---|');
for (const line of lines) if (/^(\| | {2}[as]\d)/.test(line)) console.log(line);
if (run.status !== 0) console.error(run.stderr);
process.exitCode = run.status ?? 1;
