/**
 * Transcripts: paragraphs led in by a speaker's name and a colon ("BRANDT: Well, look …"). What is
 * said in them is one attribution a paragraph; "I think" inside it is none of its own. Where names are
 * in capitals, the paragraphs up to the next turn go on with the speaker.
 * @module
 */
import { type Analysis, UPOS } from '../layers.ts';
import type { Draft, TokenRange } from './draft.ts';
import { formOf } from './draft.ts';

const PROPN = UPOS.indexOf('PROPN');
/** A speaker's name has at most this many words before the colon ("Sen. Clara M. Voss"). */
const LONGEST_NAME = 5;
/** One line with a colon is a heading; from two on it is a conversation. */
const FEWEST_TURNS = 2;

/** Find the turns of a transcript. @returns none where fewer than two paragraphs are turns */
export function findTranscript(analysis: Analysis): Draft[] {
  const { sentences } = analysis;
  const turns: Draft[] = [];
  const drafts: Draft[] = [];
  // Paragraphs since the last turn: they go on with it if another turn follows.
  let waiting: TokenRange[] = [];
  for (let sentence = 0; sentence < sentences.length; sentence++) {
    const part = sentences.part[sentence]!;
    const isOpening = sentence === 0 || sentences.part[sentence - 1] !== part;
    if (!isOpening || analysis.structure.parts[part]?.kind === 'title') continue;
    let last = sentence;
    while (last + 1 < sentences.length && sentences.part[last + 1] === part) last++;
    const paragraph: TokenRange = [sentences.start[sentence]!, sentences.end[last]!];
    const turn = findTurn(analysis, paragraph);
    if (!turn) {
      waiting.push(paragraph);
      continue;
    }
    const before = turns.at(-1);
    if (before && hasCapitals(analysis, before) && hasCapitals(analysis, turn))
      for (const range of waiting) if (isSpoken(analysis, range)) drafts.push(goOn(before, range));
    waiting = [];
    turns.push(turn);
    drafts.push(turn);
  }
  return FEWEST_TURNS <= turns.length && isConversation(analysis, turns) ? drafts : [];
}

/** Someone speaks twice, or names stand in capitals; "Voss: ahead. Brandt: behind." is a list. */
function isConversation(analysis: Analysis, turns: readonly Draft[]): boolean {
  if (turns.every((turn) => hasCapitals(analysis, turn))) return true;
  const names = turns.map(({ source: [name] }) => formOf(analysis, name![1] - 1));
  return new Set(names).size < names.length;
}

/** "SECRETARY BRANDT:", and no heading of a newspaper's list ("Brandt: ahead in the south"). */
function hasCapitals(analysis: Analysis, { source: [name] }: Draft): boolean {
  for (let token = name![0]; token < name![1]; token++)
    if (/\p{Ll}/u.test(formOf(analysis, token))) return false;
  return true;
}

/** "(Laughter.)" and "[Pause]" are not spoken; a mark before them is left over from the speech. */
function isSpoken(analysis: Analysis, [start, end]: TokenRange): boolean {
  const isMark = start + 1 < end && /^["“]$/.test(formOf(analysis, start));
  return !/^[([]$/.test(formOf(analysis, isMark ? start + 1 : start));
}

function goOn(turn: Draft, range: TokenRange): Draft {
  const role = { source: [], cue: [], cueWord: -1 };
  return { ...role, content: [range], rule: 'transcript', score: 0.8, continues: turn };
}

function findTurn(analysis: Analysis, [start, end]: TokenRange): Draft | null {
  const first = /^["“]$/.test(formOf(analysis, start)) ? start + 1 : start;
  let colon = first;
  while (colon < end && colon <= first + LONGEST_NAME && formOf(analysis, colon) !== ':') {
    const form = formOf(analysis, colon);
    const isCapitals = /^[\p{Lu}.'’-]{2,}$/u.test(form);
    if (!isCapitals && analysis.tags.upos[colon] !== PROPN) return null;
    colon++;
  }
  // "Warning: …" of one short line is no speech: a turn has some words.
  if (colon === first || end - colon < 4 || formOf(analysis, colon) !== ':') return null;
  return {
    source: [[first, colon]],
    cue: [[colon, colon + 1]],
    content: [[colon + 1, end]],
    cueWord: colon,
    rule: 'transcript',
    score: 0.9,
  };
}

/** Put the turns in, and leave out what was found inside them. */
export function mergeTranscript(drafts: readonly Draft[], turns: readonly Draft[]): Draft[] {
  if (turns.length === 0) return [...drafts];
  const kept = drafts.filter(({ cueWord, content }) => {
    const at = 0 <= cueWord ? cueWord : (content[0]?.[0] ?? 0);
    return !isInside(turns, at);
  });
  return [...kept, ...turns];
}

/** Whether a token lies in a turn; turns are in order, so this is a binary search. */
function isInside(turns: readonly Draft[], token: number): boolean {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (turns[middle]!.content[0]![1] <= token) low = middle + 1;
    else high = middle;
  }
  const turn = turns[low];
  return turn !== undefined && (turn.source[0] ?? turn.content[0]!)[0] <= token;
}
