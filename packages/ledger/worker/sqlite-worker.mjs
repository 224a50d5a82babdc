/**
 * One SQLite connection on a thread of its own, so that no query blocks the caller's event loop.
 * Plain JavaScript, beside `src` and `dist`: Node 20 starts the same file from a build and from
 * source. Speaks the protocol of `src/store/sqlite-database.ts`: one answer a request, in order.
 * `libsql` is the driver; `node:sqlite` serves where it exists and ONRECORD_SQLITE_DRIVER says so.
 * @module
 */
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

const require = createRequire(import.meta.url);
/** Prepared statements kept; the ledger's own code has about a hundred. */
const STATEMENTS_KEPT = 200;
/** Rows that go into one insert: a call costs as much as writing a short row. */
const ROWS_AT_ONCE = 20;
/** Result code of a lock that another holds (sqlite.org/rescode.html). */
const SQLITE_BUSY = 5;
/** Between two tries at a new file; by chance, so that two do not meet again and again. */
const LONGEST_PAUSE_MS = 20;
/** Never changed: waiting on it is a pause. */
const PAUSE = new Int32Array(new SharedArrayBuffer(4));

const { file, waitMs, driver, maxPages } = workerData;
const statements = new Map();
let database;

function open() {
  if (driver === 'node:sqlite') {
    const { DatabaseSync } = require('node:sqlite');
    database = new DatabaseSync(file);
  } else {
    const Database = require('libsql');
    database = new Database(file);
  }
  database.exec(`pragma busy_timeout = ${waitMs}`);
  switchToWal();
  database.exec('pragma synchronous = full');
  database.exec('pragma foreign_keys = on');
  database.exec('pragma cache_size = -32000');
  database.exec('pragma wal_autocheckpoint = 4000');
  database.exec('pragma temp_store = memory');
  if (maxPages !== undefined) database.exec(`pragma max_page_count = ${maxPages}`);
}

/**
 * Of two that open a new file at once each may hold what the other's switch waits for. SQLite then
 * says busy at once, without the timeout (sqlite.org/c3ref/busy_handler.html): try again until then.
 */
function switchToWal() {
  const end = Date.now() + waitMs;
  for (;;)
    try {
      database.exec('pragma journal_mode = wal');
      return;
    } catch (error) {
      const isBusy = error.code === 'SQLITE_BUSY' || error.errcode === SQLITE_BUSY;
      if (!isBusy || end <= Date.now()) throw error;
      Atomics.wait(PAUSE, 0, 0, 1 + Math.random() * LONGEST_PAUSE_MS);
    }
}

function prepare(sql) {
  let statement = statements.get(sql);
  if (statement !== undefined) return statement;
  statement = database.prepare(sql);
  if (statements.size >= STATEMENTS_KEPT) statements.delete(statements.keys().next().value);
  statements.set(sql, statement);
  return statement;
}

/** libsql takes a list whole, and is quicker so. */
const run = (statement, parameters) =>
  driver === 'node:sqlite' ? statement.run(...parameters) : statement.run(parameters);

const returnsRows = (sql) =>
  /^\s*(select|with|pragma|explain)\b/i.test(sql) || /\breturning\b/i.test(sql);

const answers = {
  open() {
    open();
    return {};
  },
  /** One statement with its parameters. */
  query({ sql, parameters }) {
    const statement = prepare(sql);
    if (returnsRows(sql)) return { rows: statement.all(...parameters), changes: 0 };
    return { rows: [], changes: Number(run(statement, parameters).changes) };
  },
  /** One statement, once for each row of parameters, which come one after the other. */
  queryMany({ sql, width, values }) {
    const [holes] = /(?<= values )\(.+\)$/.exec(sql) ?? [];
    const atOnce = holes === undefined ? 1 : ROWS_AT_ONCE;
    const many = holes === undefined ? sql : sql + `, ${holes}`.repeat(atOnce - 1);
    let changes = 0;
    let start = 0;
    for (const [text, size] of [
      [many, width * atOnce],
      [sql, width],
    ])
      for (; start + size <= values.length; start += size)
        changes += Number(run(prepare(text), values.slice(start, start + size)).changes);
    return { rows: [], changes };
  },
  close() {
    statements.clear();
    // The file is then whole by itself, unless others still use it: they are not waited for.
    try {
      database?.exec('pragma busy_timeout = 0');
      database?.exec('pragma wal_checkpoint(truncate)');
    } catch {}
    database?.close();
    return {};
  },
};

parentPort.on('message', (request) => {
  try {
    parentPort.postMessage({ id: request.id, ...answers[request.kind](request) });
  } catch (error) {
    const { message, code } = error;
    parentPort.postMessage({ id: request.id, error: { message, code: code ?? error.errcode } });
  }
  if (request.kind === 'close') parentPort.close();
});
