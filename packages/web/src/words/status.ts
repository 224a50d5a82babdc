/**
 * The statuses of a commitment, in the order of the way from words to deeds.
 * @module
 */
import { COMMITMENT_STATUSES } from '@onrecord/record';

/** The statuses in the order of the way from words to deeds; the side states after them. */
export const STATUSES = COMMITMENT_STATUSES;
