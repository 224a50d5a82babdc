/**
 * Pledges, refusals and named declarations that the network passes over: PolNeAR marks few of them,
 * and a record of who bound themselves to what needs them. Only where no draft has the cue or holds it.
 * @module
 */
import { UPOS } from '../layers.ts';
import type { Draft, TokenRange } from './draft.ts';
import { cutRanges, formOf, trimRange } from './draft.ts';
import { extentOf, findSubject, type RuleContext, widenCue } from './find-by-rule.ts';
import { COMMISSIVE_VERBS, DECLARING_NOUNS, EFFORT_NOUNS } from './lang/en/data/cue-words.ts';
import { listChildren } from './phrase-tree.ts';

/** Half of such drafts are attributions to a reader of news; see docs/quality.md. */
const SCORE = 0.5;

/** One look-up for the many words that are neither. */
const BEGINNINGS: ReadonlySet<string> = new Set([...COMMISSIVE_VERBS.keys(), ...DECLARING_NOUNS]);

/** Find what was missed, in the order of the text. */
export function findMissed(context: RuleContext, found: readonly Draft[]): Draft[] {
  const { analysis } = context;
  const { lemma } = analysis.tags;
  let taken: Uint8Array | null = null;
  const drafts: Draft[] = [];
  for (let token = 0; token < analysis.tokens.length; token++) {
    if (!BEGINNINGS.has(lemma[token]!)) continue;
    const isVerb = COMMISSIVE_VERBS.has(lemma[token]!);
    taken ??= markTaken(analysis.tokens.length, found);
    if (taken[token] || 0 < analysis.quotes.depth[token]!) continue;
    const draft = isVerb ? findPledge(context, token) : findDeclaration(context, token);
    if (draft) drafts.push(draft);
  }
  return drafts;
}

function markTaken(length: number, found: readonly Draft[]): Uint8Array {
  const taken = new Uint8Array(length);
  for (const { cue, content } of found)
    for (const [start, end] of [...cue, ...content]) taken.fill(1, start, end);
  return taken;
}

/** "pledging to broker peace", "has ruled out the sale". */
function findPledge(context: RuleContext, token: number): Draft | null {
  const { analysis, tree } = context;
  const frame = COMMISSIVE_VERBS.get(analysis.tags.lemma[token]!)!;
  const particle =
    listChildren(tree, token).find((at) => tree.deprel[at] === 'compound:prt') ?? null;
  if (frame.particle !== (particle === null ? '' : formOf(analysis, particle))) return null;
  const subject = findSubject(context, token);
  const cue = widenCue(context, token);
  const end = findObjectEnd(context, token, { relation: frame.relation, from: cue[1] });
  if (end === null || !subject) return null;
  const source = findPossessor(context, subject);
  const clause: TokenRange = [cue[1], end];
  const content = cutRanges(analysis, clause, [source]);
  if (content.length === 0) return null;
  return { source: [source], cue: [cue], content, cueWord: token, rule: 'pledge', score: SCORE };
}

/**
 * Where what is pledged ends: all that hangs below the verb behind "to" (which may be parsed as a
 * preposition: "pledging to broker peace"), or its object. Null where neither follows.
 */
function findObjectEnd(
  { analysis, tree }: RuleContext,
  token: number,
  { relation, from }: { relation: string; from: number },
): number | null {
  if (relation === 'xcomp') {
    const isInfinitive = from < analysis.tokens.length && formOf(analysis, from) === 'to';
    return isInfinitive && from <= tree.last[token]! ? tree.last[token]! + 1 : null;
  }
  const child = listChildren(tree, token).find(
    (at) => token < at && tree.relation[at] === relation,
  );
  return child === undefined ? null : tree.last[child]! + 1;
}

/** "Brandt's efforts to …" that fail: who pledged is Brandt, not the efforts. */
function findPossessor(context: RuleContext, subject: TokenRange): TokenRange {
  const { analysis, tree } = context;
  for (let token = subject[0]; token < subject[1]; token++) {
    if (!EFFORT_NOUNS.has(analysis.tags.lemma[token]!)) continue;
    const owner = listChildren(tree, token).find((at) => tree.deprel[at] === 'nmod:poss');
    if (owner === undefined) continue;
    return withoutMark(context, extentOf(context, owner, token) ?? subject);
  }
  return subject;
}

/** "Brandt" of "Brandt's". */
function withoutMark({ analysis }: RuleContext, [start, end]: TokenRange): TokenRange {
  const isMark = 1 < end - start && /^['’]s?$/.test(formOf(analysis, end - 1));
  return isMark ? [start, end - 1] : [start, end];
}

/** "Brandt's earlier declarations about the treaty". */
function findDeclaration(context: RuleContext, token: number): Draft | null {
  const { analysis, tree } = context;
  const topic = token + 2;
  if (analysis.tokens.length <= topic) return null;
  if (formOf(analysis, token + 1) !== 'about') return null;
  let mark = token - 1;
  // "'s recent public": at most three words stand between the owner and the noun.
  while (token - 4 < mark && isQualifier(context, mark)) mark--;
  if (mark < 1 || !/^['’]s?$/.test(formOf(analysis, mark))) return null;
  const owner = mark - 1;
  let top = topic;
  for (let step = 0; step < 9 && token + 1 < tree.head[top]!; step++) top = tree.head[top]!;
  const content = trimRange(analysis, [topic, Math.max(top, tree.last[top]!) + 1]);
  if (!content) return null;
  return {
    source: [[Math.min(owner, tree.first[owner]!), owner + 1]],
    cue: [[mark + 1, topic]],
    content: [content],
    cueWord: token,
    rule: 'declaration',
    score: SCORE,
  };
}

function isQualifier({ analysis }: RuleContext, token: number): boolean {
  const upos = UPOS[analysis.tags.upos[token]!];
  return upos === 'ADJ' || upos === 'ADV';
}
