/**
 * The board of a dossier: party × stance, with three blanks kept apart, and conditions with states;
 * and what the board becomes when states are assumed. Types only: the ledger's pure functions fill
 * them from records, the API and the app show them.
 * @module
 */
import type { Basis, ConditionType, Connective, Stance } from './commitment.ts';
import type { DateRange, Evidence, Party } from './evidence.ts';

/** What is known of a condition; `open` where nothing is known. */
export type ConditionState = 'open' | 'met' | 'failed' | 'disputed';

/** A condition of one entry, as a chip. */
export interface ConditionChip {
  /** Joins the same condition under several entries: "ceasefire", "approval-of:parliament". */
  key: string;
  trigger: string;
  type: ConditionType;
  connective: Connective;
  /** The words of the condition. */
  quote: string;
  state: ConditionState;
  /** Who must act, where it is known. */
  actor?: Party;
}

/** An amount as a range; `to` is missing where the words set no upper limit ("at least 20"). */
export interface Amount {
  unit: string;
  from: number;
  to?: number;
}

/** One position of one party, with every report of it. */
export interface BoardEntry {
  id: string;
  party: Party;
  stance: Stance;
  cue: string;
  action: string;
  conditions: ConditionChip[];
  exceptions: string[];
  deadline?: { quote: string; by?: string; within?: string };
  amount?: Amount;
  role?: 'leads' | 'assists';
  basis: Basis;
  assertedBy?: Party;
  counterparties: Party[];
  /** Whether the speaker or the outlet lowers it ("reportedly"). */
  isHedged: boolean;
  /** Whether it was said again. */
  isRepeated: boolean;
  saidOn?: DateRange;
  /** A later entry of the same party on the same matter takes its place. */
  supersededBy?: string;
  /** How many articles report it, and how many independent origins these go back to. */
  reportCount: number;
  originCount: number;
  /** Ids of the commitments that it stands for. */
  commitmentIds: string[];
  evidence: Evidence[];
  score: number;
}

/**
 * Why a cell is empty. The three are different answers, and none stands for another. The words that
 * a blank rests on stand once in its row (`listReasons`); "nothing found" rests on the articles of
 * the board.
 */
export type BoardBlank = 'refused' | 'declined' | 'nothing-found';

/** What one party has in one column: entries, newest first, or a blank. */
export interface BoardCell {
  stance: Stance;
  entries: BoardEntry[];
  blank?: BoardBlank;
}

/** One party of the board. */
export interface BoardRow {
  party: Party;
  cells: BoardCell[];
  /** The words that say that it was asked and did not answer. */
  declined?: Evidence[];
}

/** A condition of the board: what hangs on it, and what is known of it. */
export interface BoardCondition {
  key: string;
  trigger: string;
  /** Its words where it is named first. */
  quote: string;
  type: ConditionType;
  state: ConditionState;
  entryIds: string[];
  /** Ids of the conditions that it stands for: what a person sets the state of. */
  conditionIds: string[];
  /** Words that tell the state, where somebody linked them. */
  evidence: Evidence[];
  since?: string;
}

/** Party × stance over a set of articles. */
export interface Board {
  question?: string;
  articleCount: number;
  originCount: number;
  between?: DateRange;
  stances: Stance[];
  rows: BoardRow[];
  conditions: BoardCondition[];
}

/** What becomes of an entry under assumed states. */
export type WhatIfOutcome = 'live' | 'waiting' | 'contested' | 'void' | 'refused';

/** One entry under assumed states, with the reasons. */
export interface WhatIfEntry {
  entry: BoardEntry;
  outcome: WhatIfOutcome;
  /** The conditions that it still waits for, and whose entries could bring them about. */
  waitsFor: { condition: ConditionChip; entryIds: string[] }[];
  /** Who rejects, refuses or threatens the same thing, with their entries. */
  contestedBy: { party: Party; entryIds: string[] }[];
  /** Conditions that make it void ("unless" that came true, "if" that failed). */
  voidBy: ConditionChip[];
  /** Conditions under which it would end though it is live now ("unless Tavria strikes again"). */
  endsIf: ConditionChip[];
}

/** Entries that wait for one another in a ring. */
export interface WaitingLoop {
  links: { entryId: string; condition: ConditionChip; waitsForEntryId: string }[];
}

/** What is promised of one unit under one outcome, as a range, with the part nobody put a number on. */
export interface AmountTotal {
  outcome: WhatIfOutcome;
  unit: string;
  from: number;
  /** Missing where one of the entries sets no upper limit. */
  to?: number;
  entryIds: string[];
}

/** The board under assumed states: a reading of stated conditions, not a forecast. */
export interface WhatIf {
  assumed: Record<string, ConditionState>;
  /** Assumed names that no condition of the board answers to. */
  unmatched: string[];
  entries: WhatIfEntry[];
  loops: WaitingLoop[];
  totals: AmountTotal[];
  /** Commitments and offers under each outcome whose size nobody said. */
  unknown: { outcome: WhatIfOutcome; entryIds: string[] }[];
}
