/**
 * What `npm start` and `npm test` share: run a step and show it, install the packages when the lock file
 * has changed, build. Only Node's own modules: this runs before anything is installed.
 * @module
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const STAMP = 'node_modules/.installed-lock';

/** Run a command to its end, its output shown; exit with its status when it fails. */
export function runStep(title, command, args, options = {}) {
  const started = Date.now();
  process.stderr.write(`── ${title}\n`);
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', ...options });
  if (error) {
    process.stderr.write(`── ${title}: cannot run ${command}: ${error.message}\n`);
    process.exit(2);
  }
  if (status !== 0) {
    process.stderr.write(`── ${title}: failed\n`);
    process.exit(status ?? 1);
  }
  process.stderr.write(`── ${title}: ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

/** Install exactly what the lock file says, unless that is what is installed. */
export function install() {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return;
  const isFresh = !existsSync('node_modules');
  runStep(
    'install',
    'npm',
    [isFresh ? 'ci' : 'install', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      shell: process.platform === 'win32',
    },
  );
  writeFileSync(STAMP, lock);
}

/** A program of node_modules/.bin, run by this Node. */
export const toolPath = (name) => `node_modules/.bin/${name}`;

/** Build every package, then the app. */
export function build() {
  runStep('types and build', toolPath('tsc'), ['-b']);
  runStep('app', 'npm', ['run', 'build', '--workspace', '@onrecord/web', '--silent'], {
    shell: process.platform === 'win32',
  });
}
