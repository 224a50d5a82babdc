/**
 * The program `onrecord` as a function of its arguments and the process's streams.
 * @module
 */
export { VERSION } from './program.ts';
export { run } from './run.ts';
export { ExitCode, type Output, type World } from './world.ts';
