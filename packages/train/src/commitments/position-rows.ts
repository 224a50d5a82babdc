/**
 * Training rows of the position network: for each token its word, columns, part in attributions and
 * the attribution network's state, and the marked positions as cues with roles over the window.
 * The trainer in Python reads them and knows nothing of features.
 * @module
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MarkedCommitment, MarkedDocument } from '@onrecord/evaluate';
import { decodeRows } from '@onrecord/reader';
import type { TokenRange } from '@onrecord/reader/attribution';
import {
  findPairFeatures,
  listWindows,
  PAIR_COLUMNS,
  STATE_FACTOR,
} from '@onrecord/reader/attribution';
import { findRoles, openClauseView, POSITION_COLUMNS } from '@onrecord/reader/commitment';
import type { Span } from '@onrecord/record';
import { STANCES } from '@onrecord/record';
import type { ArticleLayers } from './list-examples.ts';

/** A marked document with the layers below the commitment stage. */
export interface PositionDocument {
  readonly document: MarkedDocument;
  readonly layers: ArticleLayers;
}

/** What a token is to a position; the network learns them beside the cues, to read better. */
const Role = { Party: 1, Action: 2, Condition: 3, Deadline: 4, Counterparty: 5 } as const;
/** A cue in pieces that lie further apart than this is cut to its longest piece. */
const WIDEST_CUE = 8;

/** Write the rows, the states and the word vectors into a folder. */
export function writePositionRows(folder: string, documents: readonly PositionDocument[]): void {
  const rows = documents.map(describeDocument);
  writeFileSync(
    join(folder, 'rows.jsonl'),
    `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`,
  );
  const states = documents.map(({ layers }) => statesOf(layers));
  writeFileSync(
    join(folder, 'states.i16'),
    Buffer.concat(states.map(({ rows: own }) => view(own))),
  );
  const { width, words } = states[0]!;
  const vectors = decodeRows(words.weights, words.scales);
  writeFileSync(join(folder, 'words.f32'), view(vectors));
  const sizes = {
    ...{ state: width, stateFactor: STATE_FACTOR, word: vectors.length / words.scales.length },
    columns: POSITION_COLUMNS.map(([, size]) => size),
    pairs: PAIR_COLUMNS.map(([, size]) => size),
    ...{ stances: STANCES.length, roles: 1 + Role.Counterparty },
  };
  writeFileSync(join(folder, 'sizes.json'), JSON.stringify(sizes));
}

const view = (array: Int16Array | Float32Array): Buffer =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength);

/** @throws RangeError where the layers were read without an attribution network */
export function statesOf({ states }: ArticleLayers): NonNullable<ArticleLayers['states']> {
  if (!states) throw new RangeError('the position network needs the attribution network below it');
  return states;
}

function describeDocument({ document, layers }: PositionDocument): object {
  const { analysis, attributions } = layers;
  const { features, words } = statesOf(layers);
  const windows = listWindows(analysis);
  const roles = findRoles(openClauseView(analysis), attributions);
  return {
    words: Array.from({ length: analysis.tokens.length }, (_, token) => words.rowAt(token)),
    columns: [...features.columns, ...roles],
    head: [...analysis.tree.head],
    windows: windows.map(([start, end]) => [start, end]),
    cues: listCues(layers, windows, document.commitments),
  };
}

interface MarkedCue {
  readonly window: number;
  readonly cue: TokenRange;
  readonly mark: MarkedCommitment;
}

/** The marked cues that lie inside a window, each with what it looks like from every token. */
function listCues(
  { analysis }: ArticleLayers,
  windows: readonly TokenRange[],
  marks: readonly MarkedCommitment[],
): object[] {
  const { tokens } = analysis;
  const tokensOf = (pieces: MarkedCommitment['counterparty']) => {
    const spans = pieces.flatMap((piece) => (isSpan(piece) ? [piece] : piece));
    return Array.from({ length: tokens.length }, (_, token) => token).filter((token) =>
      spans.some(([from, to]) => tokens.start[token]! < to && from < tokens.end[token]!),
    );
  };
  const found: MarkedCue[] = [];
  for (const mark of marks) {
    const cue = cueRange(tokensOf(mark.cue));
    if (!cue) continue;
    const window = windows.findIndex(([start, end]) => start <= cue[0] && cue[1] <= end);
    const overlaps = found.some((other) => cue[0] < other.cue[1] && other.cue[0] < cue[1]);
    if (0 <= window && !overlaps) found.push({ window, cue, mark });
  }
  found.sort((a, b) => a.cue[0] - b.cue[0]);
  return found.map(({ window, cue, mark }) => {
    const [start, end] = windows[window]!;
    const out = new Int32Array((end - start) * PAIR_COLUMNS.length);
    const cues = found.filter((other) => other.window === window).map((other) => other.cue);
    findPairFeatures({ analysis, window: [start, end], cue, cues, out });
    const roles = new Array<number>(end - start).fill(0);
    for (const [role, spans] of [
      [Role.Action, mark.action],
      [Role.Condition, mark.condition],
      [Role.Deadline, mark.deadline],
      [Role.Counterparty, mark.counterparty],
      [Role.Party, mark.party],
    ] as const)
      for (const token of tokensOf(spans))
        if (start <= token && token < end) roles[token - start] = role;
    const stance = STANCES.indexOf(mark.stance);
    return { window, start: cue[0] - start, end: cue[1] - start, stance, pairs: [...out], roles };
  });
}

/** A counterparty may be marked in pieces. */
const isSpan = (piece: Span | readonly Span[]): piece is Span => typeof piece[0] === 'number';

/** From a cue's first token to its last; of one in far pieces the longest piece. */
function cueRange(tokens: readonly number[]): TokenRange | null {
  if (tokens.length === 0) return null;
  const [first, last] = [tokens[0]!, tokens.at(-1)!];
  if (last - first < WIDEST_CUE) return [first, last + 1];
  let best: TokenRange = [first, first + 1];
  for (let at = 0; at < tokens.length; at++) {
    let end = at + 1;
    while (end < tokens.length && tokens[end] === tokens[end - 1]! + 1) end++;
    if (best[1] - best[0] < end - at) best = [tokens[at]!, tokens[end - 1]! + 1];
    at = end - 1;
  }
  return best;
}
