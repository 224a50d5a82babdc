/**
 * What goes wrong, over the wire: RFC 9457 `application/problem+json` with the code of the error.
 * @module
 */
import { z } from 'zod';

/** The media type of a problem. */
export const PROBLEM_TYPE = 'application/problem+json';

/** A problem. Unknown errors carry an `id` that is also in the server's log, and no inner text. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
  remedy: z.string().optional(),
  id: z.string().optional(),
  /** What is wrong with the request, each with its path. */
  problems: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problem>;
