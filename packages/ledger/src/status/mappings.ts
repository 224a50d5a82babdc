/**
 * The status scales of others, as data: what a status of ours is called there on export. They are
 * mappings, never stored. A scale without a word for a status has its word for "not rated".
 * Labels: PolitiFact's promise meters; Full Fact's Government Tracker; Polimeter; IATI's
 * ActivityStatus and TransactionType (2.03); the Kiel Ukraine Support Tracker's `measure`.
 * @module
 */
import type { CommitmentStatus, StatusRating } from '@onrecord/record';

/** A scale: a label for each status, and one for what cannot be rated. */
export interface StatusScale {
  name: string;
  labels: Readonly<Record<CommitmentStatus, string>>;
  notRated: string;
}

/** PolitiFact's promise meters (Obameter, Trump-O-Meter, Biden Promise Tracker). */
export const POLITIFACT: StatusScale = {
  name: 'PolitiFact',
  labels: {
    floated: 'Not Yet Rated',
    offered: 'Not Yet Rated',
    pledged: 'Not Yet Rated',
    agreed: 'In the Works',
    legislated: 'In the Works',
    allocated: 'In the Works',
    delivering: 'In the Works',
    delivered: 'Promise Kept',
    stalled: 'Stalled',
    suspended: 'Stalled',
    withdrawn: 'Promise Broken',
    lapsed: 'Not Yet Rated',
    superseded: 'Compromise',
    broken: 'Promise Broken',
  },
  notRated: 'Not Yet Rated',
};

/** Full Fact's Government Tracker. */
export const FULL_FACT: StatusScale = {
  name: 'Full Fact',
  labels: {
    floated: 'Wait and see',
    offered: 'Wait and see',
    pledged: 'Wait and see',
    agreed: 'In progress',
    legislated: 'In progress',
    allocated: 'In progress',
    delivering: 'Appears on track',
    delivered: 'Achieved',
    stalled: 'Appears off track',
    suspended: 'Appears off track',
    withdrawn: 'Not kept',
    lapsed: 'Unclear or disputed',
    superseded: 'Unclear or disputed',
    broken: 'Not kept',
  },
  notRated: 'Unclear or disputed',
};

/** Polimeter (Université Laval). */
export const POLIMETER: StatusScale = {
  name: 'Polimeter',
  labels: {
    floated: 'Not yet rated',
    offered: 'Not yet rated',
    pledged: 'Not yet rated',
    agreed: 'Kept in part or in the works',
    legislated: 'Kept in part or in the works',
    allocated: 'Kept in part or in the works',
    delivering: 'Kept in part or in the works',
    delivered: 'Kept',
    stalled: 'Not yet rated',
    suspended: 'Not yet rated',
    withdrawn: 'Broken',
    lapsed: 'Not yet rated',
    superseded: 'Kept in part or in the works',
    broken: 'Broken',
  },
  notRated: 'Not yet rated',
};

/** IATI ActivityStatus: 1 pipeline, 2 implementation, 3 finalisation, 4 closed, 5 cancelled, 6 suspended. */
export const IATI_ACTIVITY: StatusScale = {
  name: 'IATI ActivityStatus',
  labels: {
    floated: '1',
    offered: '1',
    pledged: '1',
    agreed: '1',
    legislated: '1',
    allocated: '2',
    delivering: '2',
    delivered: '4',
    stalled: '6',
    suspended: '6',
    withdrawn: '5',
    lapsed: '5',
    superseded: '5',
    broken: '5',
  },
  notRated: '',
};

/** IATI TransactionType: 12 outgoing pledge, 2 outgoing commitment, 3 disbursement. */
export const IATI_TRANSACTION: StatusScale = {
  name: 'IATI TransactionType',
  labels: {
    floated: '',
    offered: '12',
    pledged: '12',
    agreed: '2',
    legislated: '2',
    allocated: '2',
    delivering: '3',
    delivered: '3',
    stalled: '',
    suspended: '',
    withdrawn: '',
    lapsed: '',
    superseded: '',
    broken: '',
  },
  notRated: '',
};

/** Kiel's Ukraine Support Tracker: `measure` is Commitment or Allocation; delivery stands apart. */
export const KIEL: StatusScale = {
  name: 'Kiel Ukraine Support Tracker',
  labels: {
    floated: '',
    offered: '',
    pledged: 'Commitment',
    agreed: 'Commitment',
    legislated: 'Commitment',
    allocated: 'Allocation',
    delivering: 'Allocation',
    delivered: 'Allocation',
    stalled: 'Commitment',
    suspended: 'Commitment',
    withdrawn: '',
    lapsed: '',
    superseded: '',
    broken: '',
  },
  notRated: '',
};

/** All scales, for exports. */
export const STATUS_SCALES: readonly StatusScale[] = [
  POLITIFACT,
  FULL_FACT,
  POLIMETER,
  IATI_ACTIVITY,
  IATI_TRANSACTION,
  KIEL,
];

/** What a status is called elsewhere: the one that a person set, else the one that was rated. */
export function listScales(
  set: string | undefined,
  rating: StatusRating,
): { name: string; label: string }[] {
  const rated = rating.kind === 'rated' ? rating.status : undefined;
  return STATUS_SCALES.map(({ name, labels, notRated }) => ({
    name,
    label: labels[(set ?? rated) as CommitmentStatus] ?? notRated,
  }));
}
