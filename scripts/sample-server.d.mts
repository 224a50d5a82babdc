import type { ArticleRecord } from '@onrecord/record';

/** A server on a temporary ledger that holds the samples, and records made by hand. */
export function serveSamples(options?: {
  isEmpty?: boolean;
  times?: number;
  records?: readonly ArticleRecord[];
}): Promise<{
  url: string;
  dossierId: string;
  lines: string[];
  close(): Promise<void>;
}>;
