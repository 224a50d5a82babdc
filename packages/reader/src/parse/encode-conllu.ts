/**
 * An analysis as CoNLL-U (universaldependencies.org/format.html): sentences with their text,
 * multi-word tokens as ranges, and the offsets of every token in MISC as TokenRange, in UTF-16 units.
 * @module
 */
import { type Analysis, DEPRELS, UPOS, XPOS } from '../layers.ts';

/**
 * Encode an analysis as CoNLL-U.
 * @returns one block a sentence, each with an empty line behind it; '' for an empty text
 */
export function encodeConllu(analysis: Analysis): string {
  const lines: string[] = [];
  const { sentences, structure } = analysis;
  let part = -1;
  for (let sentence = 0; sentence < sentences.length; sentence++) {
    if (sentences.part[sentence] !== part) {
      part = sentences.part[sentence]!;
      lines.push(`# newpar = ${structure.parts[part]!.kind}`);
    }
    addSentence(lines, analysis, sentence);
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function addSentence(lines: string[], analysis: Analysis, sentence: number): void {
  const { tokens, sentences, text } = analysis;
  const first = sentences.start[sentence]!;
  const last = sentences.end[sentence]! - 1;
  lines.push(`# sent_id = ${sentence + 1}`);
  lines.push(
    `# text = ${text.slice(tokens.start[first]!, tokens.end[last]!).replace(/\s+/g, ' ')}`,
  );
  for (let token = first; token <= last; token++) {
    if (tokens.joined[token] === 0) addRange(lines, analysis, { token, first, last });
    lines.push(rowOf(analysis, token, { first, last }));
  }
  lines.push('');
}

/** The line of a surface token that holds several words: "3-4 don't". */
function addRange(
  lines: string[],
  { tokens, text }: Analysis,
  place: { token: number; first: number; last: number },
): void {
  const { token, first, last } = place;
  let end = token;
  while (end < last && tokens.joined[end + 1] === 1) end++;
  if (end === token) return;
  const form = text.slice(tokens.start[token]!, tokens.end[end]!);
  const misc = [`TokenRange=${tokens.start[token]}:${tokens.end[end]}`];
  if (isGluedAfter(tokens, end, last)) misc.unshift('SpaceAfter=No');
  const empty = '_\t_\t_\t_\t_\t_\t_';
  lines.push(`${token - first + 1}-${end - first + 1}\t${form}\t${empty}\t${misc.join('|')}`);
}

function rowOf(
  analysis: Analysis,
  token: number,
  { first, last }: { first: number; last: number },
): string {
  const { tokens, tags, tree, text } = analysis;
  const head = tree.head[token]!;
  const misc = [`TokenRange=${tokens.start[token]}:${tokens.end[token]}`];
  const isInside = token < last && tokens.joined[token + 1] === 1;
  if (!isInside && tokens.joined[token] === 0 && isGluedAfter(tokens, token, last)) {
    misc.unshift('SpaceAfter=No');
  }
  return [
    token - first + 1,
    text.slice(tokens.start[token]!, tokens.end[token]!),
    tags.lemma[token],
    UPOS[tags.upos[token]!],
    XPOS[tags.xpos[token]!],
    tags.feats[token],
    head < 0 ? 0 : head - first + 1,
    DEPRELS[tree.deprel[token]!],
    '_',
    misc.join('|'),
  ].join('\t');
}

function isGluedAfter(tokens: Analysis['tokens'], token: number, last: number): boolean {
  return token < last && tokens.end[token] === tokens.start[token + 1];
}
