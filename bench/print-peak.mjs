/**
 * Loaded before a program (`node --import`): says its peak memory on the last line of standard error. Linux
 * counts a parent's memory into a child's `maxRSS`, so there the kernel's own mark of this program is read.
 * @module
 */
import { existsSync, readFileSync } from 'node:fs';

const STATUS = '/proc/self/status';

process.on('exit', () => {
  const mark = existsSync(STATUS) && readFileSync(STATUS, 'utf8').match(/VmHWM:\s+(\d+) kB/);
  process.stderr.write(`\npeak ${mark ? mark[1] : process.resourceUsage().maxRSS} kB\n`);
});
