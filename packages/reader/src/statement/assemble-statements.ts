/**
 * Statements: attributions with their speakers, hearers, occasions, dates and hedges. Who said it
 * comes from the cast, what was said from the attribution stage; nothing is found anew here but
 * what a declined question was about.
 * @module
 */
import { type DatedEvent, type Span, type Statement, statementId } from '@onrecord/record';
import type { Cast } from '../coreference/cast.ts';
import type { DateMention } from '../event/date-mention.ts';
import type { Analysis, Attribution } from '../layers.ts';
import { readWords, type Words } from '../mention/words.ts';
import { findCueClause } from './clause.ts';
import { findAddressee, findOccasion } from './find-addressee.ts';
import { findHedges } from './find-hedges.ts';
import { findSaidOn } from './find-said-on.ts';

/** What the statements of an article are made from. */
export interface StatementsInput {
  readonly analysis: Analysis;
  readonly attributions: readonly Attribution[];
  readonly cast: Cast;
  readonly dates: readonly DateMention[];
  readonly events?: readonly DatedEvent[];
  /** ISO 8601 date. */
  readonly publishedOn?: string;
  readonly articleId: string;
}

/** Make a statement of each attribution, in their order. */
export function assembleStatements(input: StatementsInput): Statement[] {
  const words = readWords(input.analysis);
  const made = input.attributions.map((attribution, index) =>
    assembleStatement(input, words, { attribution, index }),
  );
  for (const [index, attribution] of input.attributions.entries()) {
    const outer = attribution.within === undefined ? undefined : made[attribution.within];
    const inner = made[index];
    if (outer && inner && outer !== inner) inner.within = outer.id;
  }
  return made;
}

interface Numbered {
  readonly attribution: Attribution;
  readonly index: number;
}

function assembleStatement(
  input: StatementsInput,
  words: Words,
  { attribution, index }: Numbered,
): Statement {
  const { cast, dates, publishedOn, articleId } = input;
  const parts = {
    kind: attribution.kind,
    source: copySpans(attribution.source),
    cue: copySpans(attribution.cue),
    content: copySpans(attribution.content),
  };
  const clause = findCueClause(words, attribution);
  const occasion = clause ? findOccasion(words, clause) : undefined;
  const addressee = clause ? findAddressee(words, clause) : undefined;
  const events = input.events ?? [];
  const dated = { words, dates, events, ...(publishedOn ? { publishedOn } : {}) };
  const saidOn = clause ? findSaidOn(dated, clause, occasion) : undefined;
  const speaker = cast.speakers[index]?.actor;
  return {
    id: statementId(articleId, parts),
    ...parts,
    act: attribution.act,
    ...(speaker ? { speaker } : {}),
    ...(addressee ? { addressee } : {}),
    ...(occasion ? { occasion: occasion.span } : {}),
    ...(saidOn ? { saidOn } : {}),
    hedges: clause ? findHedges(words, attribution, clause) : [],
    rule: attribution.rule,
    score: attribution.score,
  };
}

const copySpans = (spans: readonly Span[]): Span[] => spans.map(([start, end]) => [start, end]);
