/**
 * The two marked sets as records: each side of a pair becomes an article of one sentence.
 * @module
 */
import { readFileSync } from 'node:fs';
import {
  type ArticleRecord,
  actorId,
  articleId,
  type Basis,
  type Commitment,
  type Condition,
  commitmentId,
  conditionId,
  SCHEMA,
  type Span,
  type Stance,
  statementId,
  textHashOf,
} from '@onrecord/record';

/** One side of a pair for alignment. */
export interface ReportSide {
  speaker: string;
  unnamed?: boolean;
  saidOn?: { from: string; to: string };
  publishedOn: string;
  publisher: string;
  text: string;
  content: Span[];
}

/** A pair of reports: of one act of speech, or not. */
export interface AlignmentPair {
  id: string;
  half: 'develop' | 'held-out';
  same: boolean;
  note: string;
  left: ReportSide;
  right: ReportSide;
}

/** One side of a pair for shifts. */
export interface PositionSide {
  saidOn: { from: string; to: string };
  party: string;
  speaker?: string;
  stance: Stance | 'denies';
  basis: Basis;
  text: string;
  partySpan: Span[];
  cue: Span[];
  action: Span[];
  conditions: Omit<Condition, 'id'>[];
  exceptions: Span[];
  hedges: Commitment['hedges'];
  quantity?: Commitment['quantity'];
  deadline?: Commitment['deadline'];
}

/** A pair of positions: moved, or not to be compared. */
export interface ShiftPair {
  id: string;
  half: 'develop' | 'held-out';
  shifts: string[];
  also?: string[];
  reason?: string;
  note: string;
  earlier: PositionSide;
  later: PositionSide;
}

const readLines = <T>(name: string): T[] =>
  readFileSync(new URL(`../cases/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

/** Read the pairs for alignment. */
export const readAlignmentPairs = (): AlignmentPair[] => readLines('alignment-pairs.jsonl');

/** Read the pairs for shifts. */
export const readShiftPairs = (): ShiftPair[] => readLines('shift-pairs.jsonl');

const emptyRecord = (text: string, place: string): ArticleRecord => {
  const textHash = textHashOf(text);
  return {
    schema: SCHEMA,
    article: { id: articleId(textHash, place), text, textHash, language: 'en', parts: [] },
    actors: [],
    statements: [],
    commitments: [],
    events: [],
    notes: [],
    reader: { version: 'test', model: 'marked' },
  };
};

/** What stands between the pieces of content: the frame, where "ruled out" and "said" are. */
function frameOf(text: string, content: readonly Span[]): Span[] {
  const frame: Span[] = [];
  let at = 0;
  for (const [start, end] of content) {
    if (start > at) frame.push([at, start]);
    at = end;
  }
  if (at < text.length) frame.push([at, text.length]);
  return frame;
}

/** The record of one side of a pair for alignment. */
export function recordOfReport(side: ReportSide, place: string): ArticleRecord {
  const record = emptyRecord(side.text, place);
  const { article } = record;
  article.publishedOn = side.publishedOn;
  article.publisher = side.publisher;
  const kind = side.unnamed ? 'unnamed' : 'person';
  const speaker = actorId(article.id, kind, side.speaker);
  record.actors.push({ id: speaker, name: side.speaker, kind, roles: [], mentions: [] });
  const content = side.content.map(([start, end]) => side.text.slice(start, end));
  const isQuoted = (part: string) => /^["“].*["”]$/s.test(part);
  const spans = {
    kind: content.every(isQuoted)
      ? ('direct' as const)
      : /["“]/.test(content.join(''))
        ? ('mixed' as const)
        : ('indirect' as const),
    source: [] as Span[],
    cue: frameOf(side.text, side.content),
    content: side.content,
  };
  record.statements.push({
    id: statementId(article.id, spans),
    ...spans,
    act: 'says',
    speaker,
    ...(side.saidOn === undefined
      ? { saidOn: { from: side.publishedOn, to: side.publishedOn, basis: 'published' as const } }
      : { saidOn: { ...side.saidOn, basis: 'stated' as const } }),
    hedges: [],
    rule: 'marked',
    score: 1,
  });
  return record;
}

/** The record of one side of a pair for shifts; a denial is a statement without a commitment. */
export function recordOfPosition(side: PositionSide, place: string): ArticleRecord {
  const record = emptyRecord(side.text, place);
  const { article } = record;
  article.publishedOn = side.saidOn.to;
  const party = actorId(article.id, 'government', side.party);
  record.actors.push({ id: party, name: side.party, kind: 'government', roles: [], mentions: [] });
  const isOwn = side.basis.startsWith('own');
  const kind = side.basis === 'unnamed-source' ? 'unnamed' : 'person';
  const speaker = side.speaker === undefined ? undefined : actorId(article.id, kind, side.speaker);
  if (speaker !== undefined)
    record.actors.push({
      ...{ id: speaker, name: side.speaker ?? '', kind, roles: [], mentions: [] },
      ...(isOwn ? { represents: party } : {}),
    });
  const isDenial = side.stance === 'denies';
  const spans = {
    kind: 'indirect' as const,
    source: isDenial ? side.partySpan : [],
    cue: isDenial ? side.cue : [],
    content: isDenial ? side.action : [[0, side.text.length] as Span],
  };
  const statement = statementId(article.id, spans);
  record.statements.push({
    id: statement,
    ...spans,
    act: 'says',
    ...(speaker === undefined ? {} : { speaker }),
    saidOn: { ...side.saidOn, basis: 'stated' },
    hedges: [],
    rule: 'marked',
    score: 1,
  });
  if (!isDenial)
    record.commitments.push(commitmentOf(side, { article: article.id, party, speaker, statement }));
  return record;
}

function commitmentOf(
  side: PositionSide,
  at: { article: string; party: string; speaker: string | undefined; statement: string },
): Commitment {
  const spans = {
    stance: side.stance as Stance,
    party: side.partySpan,
    cue: side.cue,
    action: side.action,
  };
  const id = commitmentId(at.article, spans);
  return {
    id,
    ...spans,
    parties: [at.party],
    ...(at.speaker === undefined ? {} : { assertedBy: at.speaker }),
    basis: side.basis,
    counterparties: [],
    counterparty: [],
    conditions: side.conditions.map((condition) => ({
      ...condition,
      id: conditionId(id, condition.span),
    })),
    exceptions: side.exceptions,
    ...(side.quantity === undefined ? {} : { quantity: side.quantity }),
    ...(side.deadline === undefined ? {} : { deadline: side.deadline }),
    hedges: side.hedges,
    repeated: false,
    statement: at.statement,
    rule: 'marked',
    score: 1,
  };
}
