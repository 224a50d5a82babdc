/**
 * What databases say when something is wrong, told in the ledger's words: a code, and what the
 * user can do. Errors of the ledger's own SQL pass through unchanged: they are faults of ours.
 * @module
 */
import { CodedError } from '@onrecord/record';

interface DriverError {
  code?: string | number;
  message: string;
}

interface Rule {
  code: string;
  says: RegExp;
  message: string;
  remedy: string;
}

/** Looked at in order, on "CODE message" of the driver. */
const RULES: readonly Rule[] = [
  {
    code: 'database-locked',
    says: /^(SQLITE_BUSY|SQLITE_LOCKED|55P03)|database is locked|database table is locked/,
    message: 'another process is writing to the ledger and did not finish in time',
    remedy:
      'wait for it to end and try again; for many writers at once use --database postgres://…',
  },
  {
    code: 'database-full',
    says: /^(SQLITE_FULL|53100)|database or disk is full|No space left|ENOSPC/,
    message: 'there is no room left for the ledger; nothing of this step was kept',
    remedy: 'free some space, or keep the ledger elsewhere with --database FILE',
  },
  {
    code: 'database-corrupt',
    says: /^(SQLITE_CORRUPT|SQLITE_NOTADB)|not a database|malformed/,
    message: 'the file is no ledger, or it is damaged',
    remedy: 'restore a backup with `onrecord restore`, or name another file with --database',
  },
  {
    code: 'database-unwritable',
    says: /^(SQLITE_CANTOPEN|SQLITE_READONLY|SQLITE_PERM|SQLITE_IOERR|ConnectionFailed|EACCES|ENOTDIR|EROFS|EEXIST|ENOENT|EISDIR)|unable to open database|readonly database|disk I\/O error/,
    message: 'the ledger cannot be opened for writing there',
    remedy: 'check that the folder exists and is yours to write, or name another with --database',
  },
  {
    code: 'database-refused',
    says: /^(28P01|28000|3D000|42501|3F000)/,
    message: 'the database server refused the name, the password or the database',
    remedy:
      'check user, password and database name in --database postgres://user:password@host/name',
  },
  {
    code: 'database-unreachable',
    says: /^(ECONNREFUSED|ENOTFOUND|EHOSTUNREACH|ETIMEDOUT|ECONNRESET|EPIPE|57P0[123]|08\w{3}|53300)|Connection terminated|not queryable|connection timeout|timeout exceeded when trying to connect|connection is closed/,
    message: 'the database server does not answer',
    remedy: 'check that it runs and that --database names the right host and port',
  },
];

/** Deadlock, lost race for a unique key, or a snapshot too old: doing it again helps. */
const RETRYABLE = new Set(['40001', '40P01', '23505', 'SQLITE_CONSTRAINT_UNIQUE']);

const isDriverError = (error: unknown): error is DriverError & Error => error instanceof Error;

/** An error of a driver as the ledger tells it; anything else comes back as it is. */
export function describeDatabaseError(error: unknown, place?: string): unknown {
  if (error instanceof CodedError || !isDriverError(error)) return error;
  const said = `${error.code ?? ''} ${error.message}`.trim();
  const rule = RULES.find((candidate) => candidate.says.test(said));
  if (rule === undefined) return error;
  return new CodedError(rule.code, `${rule.message} (${error.message})`, {
    cause: error,
    remedy: rule.remedy,
    ...(place === undefined ? {} : { place }),
  });
}

/** Whether the same transaction, done again, may go through. */
export function isRetryable(error: unknown): boolean {
  if (!isDriverError(error)) return false;
  return RETRYABLE.has(String(error.code ?? '')) || isRetryable(error.cause);
}
