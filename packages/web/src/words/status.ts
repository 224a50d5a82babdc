/**
 * The statuses of a commitment, in the order of the way from words to deeds.
 * @module
 */
import type { CommitmentStatus } from '@onrecord/record';

/** The statuses in the order of the way from words to deeds; the side states after them. */
export const STATUSES: readonly CommitmentStatus[] = [
  'floated',
  'offered',
  'pledged',
  'agreed',
  'legislated',
  'allocated',
  'delivering',
  'delivered',
  'stalled',
  'suspended',
  'withdrawn',
  'lapsed',
  'superseded',
  'broken',
];
