/**
 * A request that does not fit its route: every problem at once, each with its path.
 * @module
 */
import { CodedError } from '@onrecord/record';

/** One thing wrong with a request. */
export interface RequestProblem {
  path: string;
  message: string;
}

/** Thrown when a request does not fit its route's schemas. */
export class RequestError extends CodedError {
  readonly problems: readonly RequestProblem[];

  constructor(problems: readonly RequestProblem[]) {
    super('request-invalid', problems.map((one) => `${one.path}: ${one.message}`).join('; '), {
      remedy: 'mend what is named; /api/v1/openapi.json describes every request',
    });
    this.problems = problems;
  }
}
