#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
/**
 * `npm test`: installs, then types, lint, house check, kernel check and every test (unit, contract, property,
 * end to end). `npm test -- PATTERN…` runs only the tests whose file matches, after the same set-up.
 * Closes with one line that counts the tests.
 * @module
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, install, runStep, toolPath } from './install.mjs';

const patterns = process.argv.slice(2);
install();
build();
if (patterns.length === 0) {
  runStep('lint', toolPath('biome'), ['check', '--error-on-warnings', '.']);
  runStep('house', process.execPath, ['scripts/check-house.mjs']);
  runStep('kernel', process.execPath, ['scripts/build-kernel.mjs', '--check']);
}

const folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
const report = join(folder, 'report.json');
process.stderr.write('── tests\n');
const { status } = spawnSync(
  toolPath('vitest'),
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...patterns],
  { stdio: 'inherit' },
);
const closing = closingLine(report);
rmSync(folder, { recursive: true, force: true });
console.log(closing.line);
process.exit(status === 0 && 0 < closing.passed ? 0 : status || 1);

/** "N passed, N failed, N skipped", and why tests were skipped, file by file. */
function closingLine(file) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
      readFileSync(file, 'utf8'),
    );
    return {
      passed: numPassedTests,
      line: `${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests + numTodoTests} skipped`,
    };
  } catch {
    return { passed: 0, line: '0 passed, 1 failed' };
  }
}
