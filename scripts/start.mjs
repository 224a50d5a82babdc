#!/usr/bin/env node
/**
 * `npm start`: installs, builds, reads the samples into an embedded ledger of their own on the first run, prints
 * the record of one as a table, and serves the app. `npm start -- FILE…` reads those articles instead.
 * The ledgers lie in `.onrecord/`; remove the folder to begin anew. PORT names another port.
 * @module
 */
import { existsSync, mkdirSync } from 'node:fs';
import { build, install, runStep } from './install.mjs';

const CLI = 'packages/cli/bin/onrecord.mjs';
const SAMPLE = 'samples/03-hadrel-courier.txt';
const SAMPLE_DATE = '2027-04-15';
const files = process.argv.slice(2);
const onrecord = (title, ...args) => runStep(title, process.execPath, [CLI, ...args]);

install();
build();
mkdirSync('.onrecord', { recursive: true });
const database = files.length ? '.onrecord/articles.db' : '.onrecord/samples.db';
if (files.length) {
  onrecord('add', 'add', '--database', database, ...files);
  onrecord('the record of the first', 'read', files[0]);
} else {
  if (!existsSync(database))
    onrecord('read the samples', 'add', '--database', database, '--list', 'samples/dossier.json');
  onrecord('the record of one sample', 'read', SAMPLE, '--published-on', SAMPLE_DATE);
}
const port = process.env.PORT ? ['--port', process.env.PORT] : [];
onrecord('serve (stop with Ctrl-C)', 'serve', '--database', database, ...port);
