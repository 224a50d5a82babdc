/**
 * What went wrong on the way to the ledger, as a screen says it: with a remedy.
 * @module
 */
import { CodedError } from '@onrecord/record';

/** A problem to show. */
export interface Trouble {
  code: string;
  message: string;
  remedy: string;
}

/** Tell whether a request was given up on purpose. */
export function isAbort(problem: unknown): boolean {
  return problem instanceof DOMException && problem.name === 'AbortError';
}

/** Make a problem to show out of what was thrown. */
export function describeTrouble(problem: unknown): Trouble {
  if (problem instanceof CodedError)
    return {
      code: problem.code,
      message: problem.message,
      remedy: problem.remedy ?? 'Try again; if it happens again, look at the server’s log.',
    };
  return {
    code: navigator.onLine ? 'server-unreachable' : 'offline',
    message: 'The app could not reach its own server.',
    remedy:
      'Check that “onrecord serve” is running on this machine, then try again. The reader works without it.',
  };
}
