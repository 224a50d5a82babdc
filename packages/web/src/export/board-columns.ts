/**
 * The board of a dossier and its shifts as exported tables, each column with its meaning.
 * @module
 */
import {
  type AmountTotal,
  type Board,
  type BoardBlank,
  type BoardEntry,
  type DateRange,
  type Evidence,
  listReasons,
  type Party,
  type Shift,
  type Stance,
  type StatusStep,
  type Utterance,
  type WhatIf,
  type WhatIfEntry,
} from '@onrecord/record';
import { describeCondition } from '../words/describe-entry.ts';
import { columnsOf, columnsOfEvidence } from './column.ts';

/** A position with what becomes of it under the states assumed on the screen. */
export interface BoardLine extends Partial<Omit<WhatIfEntry, 'entry'>> {
  entry: BoardEntry;
  /** What is assumed: "ceasefire" → met. */
  assumed?: WhatIf['assumed'];
  /** Numbers of the loops of mutual waiting that it stands in. */
  loops?: number[];
}

/** The positions of a board, with what becomes of them where that is known. */
export function linesOfBoard(board: Board, whatIf: WhatIf | null): BoardLine[] {
  const items = new Map(whatIf?.entries.map((item) => [item.entry.id, item]));
  const loops = new Map<string, number[]>();
  for (const [at, { links }] of whatIf?.loops.entries() ?? [])
    for (const { entryId } of links) loops.set(entryId, [...(loops.get(entryId) ?? []), at + 1]);
  return board.rows
    .flatMap((row) => row.cells.flatMap((cell) => cell.entries))
    .map((entry) => {
      if (!whatIf) return { entry };
      const { assumed } = whatIf;
      return { entry, ...items.get(entry.id), assumed, loops: loops.get(entry.id) ?? [] };
    });
}

const first = ({ entry }: BoardLine) => entry.evidence[0];

/** The columns of an exported board; the words are those of the first report. */
export const BOARD_COLUMNS = [
  ...columnsOf<BoardLine>({
    id: ['string', 'Id of the position', ({ entry }) => entry.id],
    party: ['string', 'Who is bound, demands or objects', ({ entry }) => entry.party.name],
    party_count: ['integer', 'How many, of a counted group', ({ entry }) => entry.party.count],
    stance: [
      'string',
      'commits, offers, considers, refuses, demands, accepts, rejects or threatens',
      ({ entry }) => entry.stance,
    ],
    action: ['string', 'The action, cut from the article', ({ entry }) => entry.action],
    conditions: [
      'string',
      'What it hangs on, with the connective; joined by "; "',
      ({ entry }) => entry.conditions.map(describeCondition).join('; '),
    ],
    condition_states: [
      'string',
      'open, met, failed or disputed, in the same order',
      ({ entry }) => entry.conditions.map(({ state }) => state).join('; '),
    ],
    exceptions: [
      'string',
      'What is left out, cut from the article',
      ({ entry }) => entry.exceptions.join('; '),
    ],
    deadline: ['string', 'The deadline’s words', ({ entry }) => entry.deadline?.quote],
    amount_from: ['number', 'The amount, or its lower limit', ({ entry }) => entry.amount?.from],
    amount_to: [
      'number',
      'The upper limit; empty where the words set none',
      ({ entry }) => entry.amount?.to,
    ],
    unit: ['string', 'Of what', ({ entry }) => entry.amount?.unit],
    asserted_by: ['string', 'Who says so', ({ entry }) => entry.assertedBy?.name],
    basis: [
      'string',
      'The rung of the evidence ladder, from own-words to outlet',
      ({ entry }) => entry.basis,
    ],
    hedged: [
      'boolean',
      'Whether the speaker or the outlet lowers it',
      ({ entry }) => entry.isHedged,
    ],
    said_from: [
      'date',
      'First day on which it can have been said',
      ({ entry }) => entry.saidOn?.from,
    ],
    said_to: ['date', 'Last day on which it can have been said', ({ entry }) => entry.saidOn?.to],
    reports: ['integer', 'How many articles report it', ({ entry }) => entry.reportCount],
    origins: [
      'integer',
      'How many independent origins these go back to',
      ({ entry }) => entry.originCount,
    ],
    superseded_by: [
      'string',
      'Id of the later position of the party on the same matter',
      ({ entry }) => entry.supersededBy,
    ],
    outcome: [
      'string',
      'live, waiting, contested, void or refused under the assumed states: a reading of stated conditions, not a forecast; empty for demands and for what a later position replaced',
      ({ outcome }) => outcome,
    ],
    waits_for: [
      'string',
      'The stated conditions that are still open; joined by "; "',
      ({ waitsFor }) => waitsFor?.map(({ condition }) => describeCondition(condition)).join('; '),
    ],
    contested_by: [
      'string',
      'Who refuses, rejects or threatens the same thing; joined by "; "',
      ({ contestedBy }) => contestedBy?.map(({ party }) => party.name).join('; '),
    ],
    void_by: [
      'string',
      'The stated conditions that make it void; joined by "; "',
      ({ voidBy }) => voidBy?.map(describeCondition).join('; '),
    ],
    ends_if: [
      'string',
      'The stated conditions under which it would end; joined by "; "',
      ({ endsIf }) => endsIf?.map(describeCondition).join('; '),
    ],
    loops: [
      'string',
      'Numbers of the loops of mutual waiting that it stands in; joined by a space',
      ({ loops }) => loops?.join(' '),
    ],
    assumed: [
      'string',
      'The states that are assumed, as KEY=STATE; joined by a space',
      ({ assumed }) =>
        assumed &&
        Object.entries(assumed)
          .map((pair) => pair.join('='))
          .join(' '),
    ],
    commitment_ids: [
      'string',
      'Ids of the entries that it stands for; joined by a space',
      ({ entry }) => entry.commitmentIds.join(' '),
    ],
  }),
  ...columnsOfEvidence(first),
];

/** An empty cell of a board, with what its blank rests on. */
export interface BlankLine {
  party: Party;
  stance: Stance;
  blank: BoardBlank;
  articleCount: number;
  between?: DateRange | undefined;
  evidence: readonly Evidence[];
}

/** The empty cells of a board. */
export function blanksOfBoard({ rows, articleCount, between }: Board): BlankLine[] {
  return rows.flatMap((row) =>
    row.cells.flatMap(({ stance, blank }) => {
      if (!blank) return [];
      const evidence = listReasons(row, blank);
      return [{ party: row.party, stance, blank, articleCount, between, evidence }];
    }),
  );
}

/** The columns of exported blanks; the words are the first that a blank rests on. */
export const BLANK_COLUMNS = [
  ...columnsOf<BlankLine>({
    party: ['string', 'Whose cell is empty', (b) => b.party.name],
    stance: ['string', 'In which column', (b) => b.stance],
    blank: [
      'string',
      'refused: it says yes to nothing here; declined: asked, and did not answer; nothing-found: neither',
      (b) => b.blank,
    ],
    articles: ['integer', 'How many articles were looked through', (b) => b.articleCount],
    from: ['date', 'When the first of them was published', (b) => b.between?.from],
    to: ['date', 'When the last of them was published', (b) => b.between?.to],
  }),
  ...columnsOfEvidence<BlankLine>(({ evidence }) => evidence[0]),
];

/** The columns of a what-if's totals. */
export const TOTAL_COLUMNS = columnsOf<AmountTotal>({
  outcome: ['string', 'live, waiting, contested, void or refused', (t) => t.outcome],
  unit: ['string', 'Of what', (t) => t.unit],
  from: ['number', 'The lower limit', (t) => t.from],
  to: ['number', 'The upper limit; empty where an entry sets none', (t) => t.to],
  positions: ['integer', 'How many positions put a number on it', (t) => t.entryIds.length],
});

/** The columns of exported shifts. */
export const SHIFT_COLUMNS = columnsOf<Shift>({
  party: ['string', 'Whose position', (s) => s.party.name],
  matter: ['string', 'On what', (s) => s.matter],
  kind: ['string', 'shift, or not-comparable', (s) => s.comparison.kind],
  types: [
    'string',
    'What changed',
    ({ comparison: c }) => (c.kind === 'shift' ? c.types.join('; ') : ''),
  ],
  because: [
    'string',
    'Why it counts so',
    ({ comparison: c }) => (c.kind === 'shift' ? c.because.join('; ') : c.because),
  ],
  earlier_stance: ['string', 'The earlier stance', (s) => s.earlier.stance],
  earlier_on: ['date', 'When it was said', (s) => s.earlier.saidOn?.from],
  earlier_quotation: ['string', 'Its words, cut from the article', (s) => s.earlier.evidence.quote],
  later_stance: ['string', 'The later stance', (s) => s.later.stance],
  later_on: ['date', 'When it was said', (s) => s.later.saidOn?.from],
  later_quotation: ['string', 'Its words, cut from the article', (s) => s.later.evidence.quote],
});

/** One report of an utterance as a row. */
export interface ReportLine {
  utterance: Utterance;
  report: Utterance['reports'][number];
}

/** The columns of exported reports of utterances. */
export const REPORT_COLUMNS = [
  ...columnsOf<ReportLine>({
    utterance_id: ['string', 'The act of speech', ({ utterance }) => utterance.id],
    speaker: ['string', 'Who spoke', ({ utterance }) => utterance.speaker.name],
    said_from: [
      'date',
      'First day on which it can have been said',
      ({ utterance }) => utterance.saidOn?.from,
    ],
    origin_id: [
      'string',
      'Reports with one origin are reprints',
      ({ report }) => report.evidence.originId,
    ],
    kind: ['string', 'direct, indirect or mixed', ({ report }) => report.kind],
    number: [
      'string',
      'Numbers as this report has them',
      ({ report }) => report.fields.number?.join('; '),
    ],
    verb: [
      'string',
      'The verb of commitment as this report has it',
      ({ report }) => report.fields.verb?.join('; '),
    ],
    condition: [
      'string',
      'Conditions as this report has them',
      ({ report }) => report.fields.condition?.join('; '),
    ],
    hedge: [
      'string',
      'Hedges as this report has them',
      ({ report }) => report.fields.hedge?.join('; '),
    ],
    exception: [
      'string',
      'Exceptions as this report has them',
      ({ report }) => report.fields.exception?.join('; '),
    ],
  }),
  ...columnsOfEvidence<ReportLine>(({ report }) => report.evidence),
];

/** The columns of the history of a status. */
export const STEP_COLUMNS = [
  ...columnsOf<StatusStep>({
    status: ['string', 'How far the commitment had come', (s) => s.status],
    on: ['date', 'Since when', (s) => s.on],
    because: ['string', 'Why it counts so', (s) => s.because],
  }),
  ...columnsOfEvidence<StatusStep>(({ evidence }) => evidence),
];

/** The columns of what a status is called on other scales. */
export const SCALE_COLUMNS = columnsOf<{ name: string; label: string }>({
  scale: ['string', 'Whose scale', (s) => s.name],
  label: ['string', 'What it is called there; empty where there is no counterpart', (s) => s.label],
});
