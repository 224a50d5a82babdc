/**
 * The board of a dossier and its shifts as exported tables, each column with its meaning.
 * @module
 */
import type { BoardEntry, Shift, Utterance } from '@onrecord/record';
import { describeCondition } from '../words/describe-entry.ts';
import type { Column } from './entry-columns.ts';

/** A position with what becomes of it under the states assumed on the screen. */
export interface BoardLine {
  entry: BoardEntry;
  outcome?: string | undefined;
}

const first = ({ entry }: BoardLine) => entry.evidence[0];

/** The columns of an exported board. */
export const BOARD_COLUMNS: readonly Column<BoardLine>[] = [
  {
    name: 'party',
    type: 'string',
    description: 'Who is bound, demands or objects',
    get: ({ entry }) => entry.party.name,
  },
  {
    name: 'party_count',
    type: 'integer',
    description: 'How many, of a counted group',
    get: ({ entry }) => entry.party.count,
  },
  {
    name: 'stance',
    type: 'string',
    description: 'commits, offers, considers, refuses, demands, accepts, rejects or threatens',
    get: ({ entry }) => entry.stance,
  },
  {
    name: 'action',
    type: 'string',
    description: 'The action, cut from the article',
    get: ({ entry }) => entry.action,
  },
  {
    name: 'conditions',
    type: 'string',
    description: 'What it hangs on, with the connective; joined by "; "',
    get: ({ entry }) => entry.conditions.map(describeCondition).join('; '),
  },
  {
    name: 'condition_states',
    type: 'string',
    description: 'open, met, failed or disputed, in the same order',
    get: ({ entry }) => entry.conditions.map(({ state }) => state).join('; '),
  },
  {
    name: 'exceptions',
    type: 'string',
    description: 'What is left out, cut from the article',
    get: ({ entry }) => entry.exceptions.join('; '),
  },
  {
    name: 'deadline',
    type: 'string',
    description: 'The deadline’s words',
    get: ({ entry }) => entry.deadline?.quote,
  },
  {
    name: 'amount_from',
    type: 'number',
    description: 'The amount, or its lower limit',
    get: ({ entry }) => entry.amount?.from,
  },
  {
    name: 'amount_to',
    type: 'number',
    description: 'The upper limit; empty where the words set none',
    get: ({ entry }) => entry.amount?.to,
  },
  { name: 'unit', type: 'string', description: 'Of what', get: ({ entry }) => entry.amount?.unit },
  {
    name: 'asserted_by',
    type: 'string',
    description: 'Who says so',
    get: ({ entry }) => entry.assertedBy?.name,
  },
  {
    name: 'basis',
    type: 'string',
    description: 'The rung of the evidence ladder, from own-words to outlet',
    get: ({ entry }) => entry.basis,
  },
  {
    name: 'hedged',
    type: 'boolean',
    description: 'Whether the speaker or the outlet lowers it',
    get: ({ entry }) => entry.isHedged,
  },
  {
    name: 'said_from',
    type: 'date',
    description: 'First day on which it can have been said',
    get: ({ entry }) => entry.saidOn?.from,
  },
  {
    name: 'said_to',
    type: 'date',
    description: 'Last day on which it can have been said',
    get: ({ entry }) => entry.saidOn?.to,
  },
  {
    name: 'reports',
    type: 'integer',
    description: 'How many articles report it',
    get: ({ entry }) => entry.reportCount,
  },
  {
    name: 'origins',
    type: 'integer',
    description: 'How many independent origins these go back to',
    get: ({ entry }) => entry.originCount,
  },
  {
    name: 'outcome',
    type: 'string',
    description:
      'live, waiting, contested, void or refused under the assumed states: a reading of stated conditions, not a forecast',
    get: ({ outcome }) => outcome,
  },
  {
    name: 'quotation',
    type: 'string',
    description: 'The words of the first report, cut from the article',
    get: (line) => first(line)?.quote,
  },
  {
    name: 'article_id',
    type: 'string',
    description: 'Id of the first report’s article',
    get: (line) => first(line)?.articleId,
  },
  {
    name: 'publisher',
    type: 'string',
    description: 'Who published it',
    get: (line) => first(line)?.publisher,
  },
  { name: 'url', type: 'string', description: 'Its address', get: (line) => first(line)?.url },
  {
    name: 'commitment_ids',
    type: 'string',
    description: 'Ids of the entries that it stands for; joined by a space',
    get: ({ entry }) => entry.commitmentIds.join(' '),
  },
];

/** The columns of exported shifts. */
export const SHIFT_COLUMNS: readonly Column<Shift>[] = [
  { name: 'party', type: 'string', description: 'Whose position', get: (s) => s.party.name },
  { name: 'matter', type: 'string', description: 'On what', get: (s) => s.matter },
  {
    name: 'kind',
    type: 'string',
    description: 'shift, or not-comparable',
    get: (s) => s.comparison.kind,
  },
  {
    name: 'types',
    type: 'string',
    description: 'What changed',
    get: ({ comparison: c }) => (c.kind === 'shift' ? c.types.join('; ') : ''),
  },
  {
    name: 'because',
    type: 'string',
    description: 'Why it counts so',
    get: ({ comparison: c }) => (c.kind === 'shift' ? c.because.join('; ') : c.because),
  },
  {
    name: 'earlier_stance',
    type: 'string',
    description: 'The earlier stance',
    get: (s) => s.earlier.stance,
  },
  {
    name: 'earlier_on',
    type: 'date',
    description: 'When it was said',
    get: (s) => s.earlier.saidOn?.from,
  },
  {
    name: 'earlier_quotation',
    type: 'string',
    description: 'Its words, cut from the article',
    get: (s) => s.earlier.evidence.quote,
  },
  {
    name: 'later_stance',
    type: 'string',
    description: 'The later stance',
    get: (s) => s.later.stance,
  },
  {
    name: 'later_on',
    type: 'date',
    description: 'When it was said',
    get: (s) => s.later.saidOn?.from,
  },
  {
    name: 'later_quotation',
    type: 'string',
    description: 'Its words, cut from the article',
    get: (s) => s.later.evidence.quote,
  },
];

/** One report of an utterance as a row. */
export interface ReportLine {
  utterance: Utterance;
  report: Utterance['reports'][number];
}

/** The columns of exported reports of utterances. */
export const REPORT_COLUMNS: readonly Column<ReportLine>[] = [
  {
    name: 'utterance_id',
    type: 'string',
    description: 'The act of speech',
    get: ({ utterance }) => utterance.id,
  },
  {
    name: 'speaker',
    type: 'string',
    description: 'Who spoke',
    get: ({ utterance }) => utterance.speaker.name,
  },
  {
    name: 'said_from',
    type: 'date',
    description: 'First day on which it can have been said',
    get: ({ utterance }) => utterance.saidOn?.from,
  },
  {
    name: 'publisher',
    type: 'string',
    description: 'Whose report',
    get: ({ report }) => report.evidence.publisher,
  },
  {
    name: 'origin_id',
    type: 'string',
    description: 'Reports with one origin are reprints',
    get: ({ report }) => report.evidence.originId,
  },
  {
    name: 'kind',
    type: 'string',
    description: 'direct, indirect or mixed',
    get: ({ report }) => report.kind,
  },
  {
    name: 'number',
    type: 'string',
    description: 'Numbers as this report has them',
    get: ({ report }) => report.fields.number?.join('; '),
  },
  {
    name: 'verb',
    type: 'string',
    description: 'The verb of commitment as this report has it',
    get: ({ report }) => report.fields.verb?.join('; '),
  },
  {
    name: 'condition',
    type: 'string',
    description: 'Conditions as this report has them',
    get: ({ report }) => report.fields.condition?.join('; '),
  },
  {
    name: 'hedge',
    type: 'string',
    description: 'Hedges as this report has them',
    get: ({ report }) => report.fields.hedge?.join('; '),
  },
  {
    name: 'exception',
    type: 'string',
    description: 'Exceptions as this report has them',
    get: ({ report }) => report.fields.exception?.join('; '),
  },
  {
    name: 'quotation',
    type: 'string',
    description: 'The words, cut from the article',
    get: ({ report }) => report.evidence.quote,
  },
  {
    name: 'article_id',
    type: 'string',
    description: 'Id of the article',
    get: ({ report }) => report.evidence.articleId,
  },
  {
    name: 'url',
    type: 'string',
    description: 'Its address',
    get: ({ report }) => report.evidence.url,
  },
];
