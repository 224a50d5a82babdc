/**
 * How far a commitment has come, from evidence, with its history: what the party said later on the
 * same matter, what articles tell of deeds, and what people decided. Where the evidence does not
 * carry a verdict, the answer is that it cannot be rated, and why.
 * @module
 */
import type {
  ArticleRecord,
  Commitment,
  CommitmentStatus,
  StatusRating,
  StatusStep,
} from '@onrecord/record';
import { COMMITMENT_STATUSES } from '@onrecord/record';
import { describeEvidence } from '../party/describe-evidence.ts';
import { comparePositions } from '../position/compare-positions.ts';
import type { DraftPosition } from '../position/describe-position.ts';
import { gatherPositions, type ShiftOptions } from '../position/find-shifts.ts';
import { type Deed, findDeeds } from './find-deeds.ts';

/** Options of `rateCommitment`. */
export interface RatingOptions extends ShiftOptions {
  /** The ISO date on which it is rated: a deadline before it has passed. */
  asOf?: string;
  /** What people decided; it wins over everything older. */
  decided?: readonly StatusStep[];
}

/** What a stance says of how far a pledge has come. */
const BY_STANCE: Partial<Record<DraftPosition['stance'], CommitmentStatus>> = {
  considers: 'floated',
  offers: 'offered',
  commits: 'pledged',
  accepts: 'agreed',
  refuses: 'withdrawn',
  rejects: 'withdrawn',
};
/** The way from words to deeds; behind it stand the side states. */
const LADDER: readonly CommitmentStatus[] = COMMITMENT_STATUSES.slice(
  0,
  COMMITMENT_STATUSES.indexOf('delivered') + 1,
);
const OUTCOMES: Readonly<Record<NonNullable<Commitment['outcome']>['status'], CommitmentStatus>> = {
  fulfilled: 'delivered',
  'in-progress': 'delivering',
  unfulfilled: 'broken',
};
const PROMISES = new Set(['commits', 'offers', 'considers', 'accepts']);
/** Nobody who can be held to it said so. */
const HEARSAY = new Set(['unnamed-source', 'reported']);

/**
 * Rate a commitment of the records.
 * @throws RangeError when no record has it
 */
export function rateCommitment(
  records: readonly ArticleRecord[],
  commitmentId: string,
  options: RatingOptions = {},
): StatusRating {
  const line = gatherPositions(records, options).find((one) =>
    one.some((draft) => draft.evidence.commitmentId === commitmentId),
  );
  const index = line?.findIndex((draft) => draft.evidence.commitmentId === commitmentId) ?? -1;
  const own = line?.[index];
  if (line === undefined || own === undefined)
    throw new RangeError(`no record has the commitment ${commitmentId}`);
  if (!PROMISES.has(own.stance))
    return { kind: 'not-rated', because: `it ${own.stance} and promises nothing`, history: [] };
  const later = line.slice(index + 1).filter((draft) => isAfter(own, draft));
  const history = sortSteps([
    ...[own, ...later].flatMap((draft) => stepOf(draft, own)),
    ...outcomeSteps(records, own, commitmentId),
    ...deedSteps(records, own),
    ...(options.decided ?? []),
  ]);
  return conclude(own, later, history, options);
}

const isAfter = (own: DraftPosition, draft: DraftPosition): boolean =>
  own.days !== null && draft.days !== null && own.days.to < draft.days.from;

const sortSteps = (steps: StatusStep[]): StatusStep[] =>
  steps.sort((left, right) =>
    (left.on ?? '') < (right.on ?? '') ? -1 : left.on === right.on ? 0 : 1,
  );

/** What a position says of the status; hearsay says nothing. */
function stepOf(draft: DraftPosition, own: DraftPosition): StatusStep[] {
  const status = BY_STANCE[draft.stance];
  if (status === undefined || (draft !== own && HEARSAY.has(draft.basis))) return [];
  const step: StatusStep = { status, because: `"${draft.cue}"`, evidence: draft.evidence };
  if (draft.days !== null) step.on = draft.days.to;
  return [step];
}

function outcomeSteps(
  records: readonly ArticleRecord[],
  own: DraftPosition,
  commitmentId: string,
): StatusStep[] {
  const record = records.find((one) => one.article.id === own.evidence.articleId);
  const outcome = record?.commitments.find((one) => one.id === commitmentId)?.outcome;
  if (record === undefined || outcome === undefined) return [];
  const evidence = describeEvidence(record, own.evidence.originId, { spans: [outcome.span] });
  const step: StatusStep = {
    status: OUTCOMES[outcome.status],
    because: `the article says so: "${evidence.quote}"`,
    evidence,
  };
  if (record.article.publishedOn !== undefined) step.on = record.article.publishedOn;
  return [step];
}

function deedSteps(records: readonly ArticleRecord[], own: DraftPosition): StatusStep[] {
  const names = [own.party.name, own.assertedBy?.name.split(' ').pop()].filter(
    (name): name is string => name !== undefined && name !== '',
  );
  const verb = /[\p{L}-]+/u.exec(own.action)?.[0]?.toLowerCase() ?? '';
  const pledge = { matter: own.matter, verb, names, most: own.amount?.to ?? own.amount?.from };
  const since = own.days?.to ?? '';
  return records
    .filter(({ article }) => since < (article.publishedOn ?? ''))
    .flatMap((record) => findDeeds(record, pledge))
    .map((deed) => stepOfDeed(deed));
}

function stepOfDeed({ status, record, span, cue }: Deed): StatusStep {
  const evidence = describeEvidence(record, record.article.id, { spans: [span] });
  const step: StatusStep = { status, because: `"${cue}"`, evidence };
  if (record.article.publishedOn !== undefined) step.on = record.article.publishedOn;
  return step;
}

const isDeed = (status: CommitmentStatus): boolean => LADDER.indexOf(status) >= 4;

/** Later words do not undo deeds: said again, a thing delivered stays delivered. */
function foldSteps(history: readonly StatusStep[]): CommitmentStatus {
  let status: CommitmentStatus = 'floated';
  for (const step of history) {
    const isWord = LADDER.includes(step.status) && !isDeed(step.status);
    const goesBack = LADDER.indexOf(step.status) < LADDER.indexOf(status);
    if (isDeed(status) && (isWord || (goesBack && LADDER.includes(step.status)))) continue;
    status = step.status;
  }
  return status;
}

function conclude(
  own: DraftPosition,
  later: readonly DraftPosition[],
  history: StatusStep[],
  options: RatingOptions,
): StatusRating {
  const notRated = (because: string): StatusRating => ({ kind: 'not-rated', because, history });
  const status = foldSteps(history);
  if ((options.decided ?? []).length > 0 || isDeed(status))
    return { kind: 'rated', status, history };
  if (later.some((draft) => draft.stance === 'denies'))
    return notRated('the party denies having promised it');
  if (HEARSAY.has(own.basis)) return notRated('nobody who can be held to it said so');
  if (status === 'broken' || status === 'withdrawn') return { kind: 'rated', status, history };
  const failed = own.conditions.find((chip) => chip.state === 'failed');
  if (failed !== undefined) return { kind: 'rated', status: 'lapsed', history };
  const changes = later
    .filter((draft) => draft.stance !== 'denies')
    .map((draft) => comparePositions(own, draft));
  const change = changes.filter((one) => one.kind === 'shift').at(-1);
  if (change?.kind === 'shift' && !change.types.includes('repeated'))
    return { kind: 'rated', status: 'superseded', history };
  if (own.deadlineBy !== undefined && options.asOf !== undefined && own.deadlineBy < options.asOf)
    return notRated(
      `its date, ${own.deadlineBy}, has passed, and nothing here tells what came of it`,
    );
  return { kind: 'rated', status, history };
}
