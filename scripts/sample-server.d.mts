/** A server on a temporary ledger that holds the samples. */
export function serveSamples(options?: { isEmpty?: boolean; times?: number }): Promise<{
  url: string;
  dossierId: string;
  lines: string[];
  close(): Promise<void>;
}>;
