/**
 * A request that the ledger calls a mistake is the sender's, not ours.
 * @module
 */
import { CodedError } from '@onrecord/record';

const TOLD = {
  'decision-invalid': 'look at the entry again: it may have changed since',
  'query-invalid': 'search for words, "phrases" and -exclusions',
} as const;

/**
 * Wait for the ledger, and tell what it calls a mistake of its caller with a code.
 * @throws CodedError `decision-invalid`, `query-invalid`.
 */
export async function tellMistake<T>(code: keyof typeof TOLD, asking: Promise<T>): Promise<T> {
  try {
    return await asking;
  } catch (cause) {
    // A stack that overflows is a RangeError too, and a fault of ours.
    const isMistake = cause instanceof RangeError && !/call stack/.test(cause.message);
    if (!isMistake && !(cause instanceof TypeError && code === 'decision-invalid')) throw cause;
    throw new CodedError(code, (cause as Error).message, { cause, remedy: TOLD[code] });
  }
}
