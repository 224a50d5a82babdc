/**
 * The program `onrecord`: the one place that takes the process's streams and sets its exit code.
 * @module
 */
import { run } from './run.ts';

// Whoever reads our output may stop reading: that ends the work and is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  signals: process,
});
