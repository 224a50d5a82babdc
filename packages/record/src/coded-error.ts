/**
 * The error for bad matter from outside: a word for a code, the place, and the remedy.
 * Codes are listed in `docs/errors.md`; a test holds that list and the code together.
 * @module
 */

/** What a coded error carries beside its message. */
export interface CodedErrorOptions {
  cause?: unknown;
  /** What the user can do. */
  remedy?: string;
  /** File, line or path where it happened. */
  place?: string;
}

/** Bad matter from outside, told with a code and a remedy. */
export class CodedError extends Error {
  readonly code: string;
  readonly remedy: string | undefined;
  readonly place: string | undefined;

  constructor(code: string, message: string, options: CodedErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'CodedError';
    this.code = code;
    this.remedy = options.remedy;
    this.place = options.place;
  }
}
