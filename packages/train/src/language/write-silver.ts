/**
 * Silver trees of news as CoNLL-U for the network's trainer, cut into tokens as the reader cuts:
 * a hyphenated word of CoreNLP becomes its parts, the last of which stands in the tree, and whose
 * tags are not known. `_` for a tag, a head or a relation tells the trainer to learn none there.
 * @module
 */
import type { SilverTrees, SilverWord } from '@onrecord/evaluate';
import { findStructure, tokenize } from '@onrecord/reader';

/** One piece of a silver word. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly word: number;
  readonly isLast: boolean;
  readonly isWhole: boolean;
}

/** Encode the trees of articles whose text is at hand. */
export function encodeSilver(trees: SilverTrees, texts: ReadonlyMap<string, string>): string {
  const lines: string[] = [];
  for (const [id, sentences] of trees) {
    const text = texts.get(id);
    if (text === undefined) continue;
    const tokens = tokenize(text, findStructure(text));
    const ends = new Set(tokens.end);
    for (const sentence of sentences) addSentence(lines, sentence, text, ends);
  }
  return `${lines.join('\n')}\n`;
}

function addSentence(
  lines: string[],
  sentence: readonly SilverWord[],
  text: string,
  ends: ReadonlySet<number>,
): void {
  const pieces = sentence.flatMap((word, index) => cutWord(word, index, ends));
  const numberOf = new Map<number, number>();
  for (let at = 0; at < pieces.length; at++) {
    if (pieces[at]!.isLast) numberOf.set(pieces[at]!.word, at + 1);
  }
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]!;
    const word = sentence[piece.word]!;
    // CoreNLP joins some numbers over a space ("1 1/2"); a column holds none.
    const form = text.slice(piece.start, piece.end).replace(/\s+/g, '');
    const top = numberOf.get(piece.word)!;
    const head = !piece.isLast ? top : word.head === 0 ? 0 : numberOf.get(word.head - 1)!;
    const deprel = piece.isLast ? word.deprel : form === '-' ? 'punct' : 'compound';
    const [upos, xpos] = piece.isWhole
      ? [word.upos, word.xpos]
      : form === '-'
        ? ['PUNCT', 'HYPH']
        : ['_', '_'];
    const isGlued = pieces[at + 1]?.start === piece.end;
    // CoreNLP hangs punctuation up by other rules, and "dep" says that it knew no relation.
    const isMark = piece.isWhole && word.upos === 'PUNCT';
    const columns = [
      at + 1,
      form,
      '_',
      upos,
      xpos,
      '_',
      isMark ? '_' : head,
      deprel === 'dep' ? '_' : deprel,
      '_',
      isGlued ? 'SpaceAfter=No' : '_',
    ];
    lines.push(columns.join('\t'));
  }
  lines.push('');
}

/** The pieces of a word between the ends of the reader's tokens. */
function cutWord({ start, end }: SilverWord, word: number, ends: ReadonlySet<number>): Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  for (let at = start + 1; at <= end; at++) {
    if (at < end && !ends.has(at)) continue;
    const isWhole = from === start && at === end;
    pieces.push({ start: from, end: at, word, isLast: at === end, isWhole });
    from = at;
  }
  return pieces;
}
