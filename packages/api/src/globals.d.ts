/**
 * What this pure package takes from the globals that Node and browsers share, member by member.
 * @module
 */

declare class URLSearchParams {
  append(name: string, value: string): void;
  toString(): string;
}

/** Ends a request under way; made by whoever calls the client. */
interface AbortSignal {
  readonly aborted: boolean;
}
