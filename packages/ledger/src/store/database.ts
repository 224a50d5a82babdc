/**
 * The seam between the ledger and a database: connections that run one statement, or one
 * statement for many rows. Both engines stand behind it, and so does the database of the fault
 * tests that fails at the n-th call. What SQL is sent stands in `dialect.ts` and the queries.
 * @module
 */

/** A value that goes into a statement as a parameter; bytes are text as UTF-8. */
export type SqlValue = string | number | null | Uint8Array;

/** What came back: the rows, and how many rows a statement changed. */
export interface Answer {
  rows: Record<string, unknown>[];
  changes: number;
}

/** Rows as one list: thousands of small arrays are slow to hand over. */
export interface FlatRows {
  width: number;
  values: readonly SqlValue[];
}

/** One connection: statements run on it in the order in which they are asked for. */
export interface Connection {
  query(sql: string, parameters: readonly SqlValue[]): Promise<Answer>;
  /** Run one statement once for each row of so many values, in one call. */
  queryMany(sql: string, rows: FlatRows): Promise<Answer>;
}

/** A database that lends connections. */
export interface Database {
  engine: 'sqlite' | 'postgres';
  /** Lend a connection; waits while all are lent. */
  borrow(): Promise<Connection>;
  /** Take a connection back; a broken one (its transaction could not be ended) is not lent again. */
  giveBack(connection: Connection, fate: 'sound' | 'broken'): Promise<void>;
  close(): Promise<void>;
}
