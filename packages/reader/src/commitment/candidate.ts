/**
 * A candidate: a cue with its arguments, found by a frame, before anything decides whether a party
 * really takes a position here. Frames propose widely; the ranker keeps about one in three.
 * @module
 */
import type { Stance } from '@onrecord/record';
import type { TokenRange } from './clause-view.ts';

/** Where the party of a candidate stands. */
export type PartyPlace = 'subject' | 'owner' | 'agent' | 'speaker' | 'object';

/** A cue with its arguments, in token indices. */
export interface Candidate {
  /** The word that decides the stance ("pledged", "ready", "will"). */
  readonly cueWord: number;
  /** Lemma and frame ("pledge:inf"), the lexicon's row. */
  readonly key: string;
  readonly frame: string;
  /** The lexicon's stance, turned where the cue is negated. */
  readonly stance: Stance;
  /** The lexicon's own stance. */
  readonly lexical: Stance;
  /** Only a trained ranker keeps it. */
  readonly isWeak: boolean;
  /** A performative, kept whatever the ranker says. */
  readonly isSure: boolean;
  /** Head word of the party, or -1 where it is the speaker. */
  readonly party: number;
  readonly partyPlace: PartyPlace;
  readonly cue: TokenRange;
  /** The head word of the action, and its whole stretch before conditions are cut out. */
  readonly actionHead: number;
  readonly action: TokenRange;
  /** A piece of the action that stands before the cue ("the road … will be | examined"), or null. */
  readonly lead: TokenRange | null;
  /** Head word of the one asked, served or opposed, or -1. */
  readonly counterparty: number;
  /** The token that negates the cue, or -1. */
  readonly negation: number;
  /** The modal over the cue, or -1 ("would consider"). */
  readonly modal: number;
}

/** What a negated cue turns into: "will not" refuses, "not support" rejects, "not rule out" weighs. */
const TURNED: Readonly<Record<Stance, Stance>> = {
  commits: 'refuses',
  offers: 'refuses',
  considers: 'refuses',
  refuses: 'considers',
  demands: 'demands',
  accepts: 'rejects',
  rejects: 'accepts',
  threatens: 'threatens',
};

/** The stance of a cue under a negation. */
export const turnStance = (stance: Stance, isNegated: boolean): Stance =>
  isNegated ? TURNED[stance] : stance;
