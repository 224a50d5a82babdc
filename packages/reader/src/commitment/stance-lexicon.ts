/**
 * The stance tables opened: for each lemma its frames with their stances. Which words they are is
 * data (`lang/en/data/stance-cues.ts`).
 * @module
 */
import type { Stance } from '@onrecord/record';
import { ADJECTIVE_CUES, NOUN_CUES, VERB_CUES } from './lang/en/data/stance-cues.ts';

/** A frame of a cue and the stance that it shows. */
export interface CueFrame {
  readonly frame: string;
  readonly stance: Stance;
  readonly isWeak: boolean;
  /** A performative: whoever pledges is bound. */
  readonly isSure: boolean;
}

/** Frames by lemma ("pledge") or lemma and particle ("rule+out"). */
export type CueTable = ReadonlyMap<string, readonly CueFrame[]>;

function readTable(rows: string): CueTable {
  const table = new Map<string, CueFrame[]>();
  for (const row of rows.trim().split('\n')) {
    const at = row.indexOf(':');
    const frames = row
      .slice(at + 1)
      .trim()
      .split(/\s+/)
      .map((pair) => {
        const [frame = '', value = ''] = pair.split('=');
        const isWeak = value.endsWith('?');
        const isSure = value.endsWith('!');
        return { frame, stance: value.replace(/[?!]$/, '') as Stance, isWeak, isSure };
      });
    table.set(row.slice(0, at), frames);
  }
  return table;
}

export const VERB_TABLE: CueTable = readTable(VERB_CUES);
export const NOUN_TABLE: CueTable = readTable(NOUN_CUES);
export const ADJECTIVE_TABLE: CueTable = readTable(ADJECTIVE_CUES);
