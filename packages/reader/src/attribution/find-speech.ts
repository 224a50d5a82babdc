/**
 * Quotations that no cue reaches: one that goes on after its speaker was named, one signed with a
 * dash, one led in by a name and a colon, a paragraph in quotation marks alone.
 * @module
 */
import type { Analysis } from '../layers.ts';
import { UPOS } from '../layers.ts';
import type { Draft, TokenRange } from './draft.ts';
import { formOf } from './draft.ts';
import type { RuleContext } from './find-by-rule.ts';
import type { Quotation } from './find-quotations.ts';
import { partOf } from './find-quotations.ts';

/** Complete drafts with the speech that follows them, and find speech outside every draft. */
export function findSpeech(context: RuleContext, found: readonly Draft[]): Draft[] {
  const covered = coverTokens(context.analysis, found);
  const drafts = [...found];
  const speakers = drafts
    .map((draft, at) => ({ at, first: draft.content[0]?.[0] ?? 0 }))
    .filter(({ at }) => holdsSpeech(context.analysis, drafts[at]!))
    .sort((a, b) => a.first - b.first);
  let next = 0;
  // The place in `drafts` of who spoke last.
  let last = -1;
  // Contents that have grown, by place: a long speech in many pieces is copied once.
  const grown = new Map<number, TokenRange[]>();
  for (const quotation of context.quotations) {
    for (; next < speakers.length && speakers[next]!.first < quotation.range[0]; next++)
      last = speakers[next]!.at;
    const middle = (quotation.range[0] + quotation.range[1]) >> 1;
    if (covered[middle] || !quotation.isUtterance) continue;
    const speaker = drafts[last] ?? null;
    const isNext = speaker !== null && isContinuation(context.analysis, quotation, speaker);
    // A paragraph whose mark was never closed runs on into the next: one content in pieces.
    const runsOn = isNext && context.analysis.quotes.continues[quotation.range[0]] === 1;
    if (speaker && (runsOn || goesOn(context.analysis, quotation, speaker))) {
      const own = grown.get(last) ?? [...speaker.content];
      own.push(quotation.range);
      if (!grown.has(last)) drafts[last] = { ...speaker, content: own };
      grown.set(last, own);
      continue;
    }
    const draft =
      findSignature(context, quotation) ??
      findColon(context, quotation) ??
      (isNext ? continueSpeech(quotation, speaker) : null);
    if (draft) last = drafts.push(draft) - 1;
  }
  return drafts;
}

function coverTokens(analysis: Analysis, drafts: readonly Draft[]): Uint8Array {
  const covered = new Uint8Array(analysis.tokens.length);
  for (const { content } of drafts) for (const [start, end] of content) covered.fill(1, start, end);
  return covered;
}

/** Only speech in quotation marks goes on in quotation marks. */
function holdsSpeech(analysis: Analysis, { content }: Draft): boolean {
  return content.some(
    ([start, end]) =>
      0 < analysis.quotes.depth[start]! || 0 < analysis.quotes.depth[Math.max(start, end - 1)]!,
  );
}

/** "“No,” she said. “Never. Not once.”": what follows in the same paragraph goes on. */
function goesOn(analysis: Analysis, quotation: Quotation, speaker: Draft): boolean {
  const end = speaker.content.at(-1)![1];
  const isSamePart = partOf(analysis, end - 1) === quotation.part;
  const start = analysis.sentences.start[quotation.firstSentence]!;
  const from = Math.max(end, ...speaker.cue.map((range) => range[1]));
  // Between the speech so far and its rest stands at most "said the minister, who …".
  if (!isSamePart || start !== quotation.range[0]) return false;
  return from <= start && start - from <= 30 && analysis.quotes.depth[end - 1] !== 0;
}

const DASH = /^(?:[-–—―]|--)$/;
const NAMING = new Set(
  ['PROPN', 'NOUN', 'ADP', 'DET', 'NUM', 'PUNCT', 'ADJ'].map((tag) => UPOS.indexOf(tag as 'NOUN')),
);

/** "“It was a mistake.” ― Clara Voss, teacher": signed at the end of its paragraph. */
function findSignature(context: RuleContext, { range, part }: Quotation): Draft | null {
  const { analysis } = context;
  const { sentences, tokens, tags } = analysis;
  const dash = range[1];
  if (tokens.length <= dash + 1 || !DASH.test(formOf(analysis, dash))) return null;
  let end = dash + 1;
  // A name with its office has at most a dozen words.
  while (end < tokens.length && end < dash + 13 && partOf(analysis, end) === part) end++;
  const isWhole = end === tokens.length || partOf(analysis, end) !== part;
  if (!isWhole || partOf(analysis, dash) !== part) return null;
  if (tags.upos[dash + 1] !== UPOS.indexOf('PROPN')) return null;
  for (let token = dash + 1; token < end; token++) if (!NAMING.has(tags.upos[token]!)) return null;
  if (sentences.length === 0) return null;
  return {
    source: [[dash + 1, end]],
    cue: [[dash, dash + 1]],
    content: [range],
    cueWord: dash,
    rule: 'signature',
    score: 0.8,
  };
}

/** "Clara Voss, the minister: “We will stay.”" */
function findColon(context: RuleContext, quotation: Quotation): Draft | null {
  const { analysis } = context;
  const colon = quotation.range[0] - 1;
  if (colon < 1 || formOf(analysis, colon) !== ':') return null;
  const sentence = analysis.sentences.of[colon]!;
  const start = analysis.sentences.start[sentence]!;
  // A name with its office has at most a dozen words; more is a sentence of its own.
  if (colon - start < 1 || 12 < colon - start) return null;
  const source: TokenRange = [start, colon];
  return {
    source: [source],
    cue: [[colon, colon + 1]],
    content: [quotation.range],
    cueWord: colon,
    rule: 'colon',
    score: 0.7,
  };
}

/** Whether a paragraph is one quotation and no more, right behind the speech of `speaker`. */
function isContinuation(analysis: Analysis, quotation: Quotation, speaker: Draft): boolean {
  const { sentences } = analysis;
  const first = sentences.start[quotation.firstSentence]!;
  const end = sentences.end[quotation.lastSentence]!;
  const isWhole = quotation.range[0] === first && end - 1 <= quotation.range[1];
  const isFirst = quotation.firstSentence === 0 || partOf(analysis, first - 1) !== quotation.part;
  const isLast =
    sentences.length <= quotation.lastSentence + 1 || partOf(analysis, end) !== quotation.part;
  // Speech goes on in the next paragraph; further on, a quotation mark is more likely astray.
  const distance = quotation.part - partOf(analysis, speaker.content.at(-1)![1] - 1);
  return isWhole && isFirst && isLast && distance <= 1;
}

/**
 * "“We stay,” Brandt said.", then a paragraph "“Nobody leaves.”": a statement of its own for the
 * record, with the same speaker. PolNeAR marks three in four as another piece of the content before.
 */
function continueSpeech({ range }: Quotation, speaker: Draft): Draft {
  const role = { source: [], cue: [], content: [range], cueWord: -1 };
  return { ...role, rule: 'quote-only-paragraph', score: 0.5, continues: speaker };
}
