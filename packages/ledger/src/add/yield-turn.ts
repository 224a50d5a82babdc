/**
 * Long work in pieces: between two of them the event loop has a turn, and the server answers others.
 * @module
 */

/** Give the event loop a turn. */
export const yieldTurn = (): Promise<void> => new Promise((done) => setImmediate(done));
