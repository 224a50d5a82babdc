/**
 * A real database behind the seam whose n-th call fails: before it reaches the database, or after
 * the database has done it and before the answer comes back.
 * @module
 */
import type { Connection, Database } from '../../src/store/database.ts';

/** When calls fail. */
export interface Faults {
  /** Calls so far. */
  calls: number;
  /** The call that fails; 0: none. */
  failsAt: number;
  /** Whether the database has done the call before it fails. */
  when: 'before' | 'after';
}

/** The error that a faulty database throws. */
export class InjectedFault extends Error {}

/** A database whose calls fail as told. */
export function faultyDatabase(database: Database, faults: Faults): Database {
  async function guarded<T>(call: () => Promise<T>): Promise<T> {
    faults.calls++;
    const fails = faults.calls === faults.failsAt;
    if (fails && faults.when === 'before') throw new InjectedFault(`call ${faults.calls}`);
    const answer = await call();
    if (fails) throw new InjectedFault(`call ${faults.calls}, done`);
    return answer;
  }
  const wrapped = new WeakMap<Connection, Connection>();
  return {
    engine: database.engine,
    async borrow() {
      const inner = await database.borrow();
      try {
        await guarded(async () => {});
      } catch (error) {
        await database.giveBack(inner, 'sound');
        throw error;
      }
      const outer: Connection = {
        query: (sql, parameters) => guarded(() => inner.query(sql, parameters)),
        queryMany: (sql, rows) => guarded(() => inner.queryMany(sql, rows)),
      };
      wrapped.set(outer, inner);
      return outer;
    },
    giveBack: (connection, fate) => database.giveBack(wrapped.get(connection) ?? connection, fate),
    close: () => database.close(),
  };
}
