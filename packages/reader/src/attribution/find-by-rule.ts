/**
 * Attributions by rule, over the tree and the quotation marks: cue verbs with their clauses,
 * "according to", speech whose cue stands beside it, colons. The baseline, and what the reader
 * does where it is given no model.
 * @module
 */
import type { Analysis } from '../layers.ts';
import { UPOS } from '../layers.ts';
import { findCueNoun, findCueVerb } from './cue-lexicon.ts';
import type { Draft, TokenRange } from './draft.ts';
import { cutRanges, formOf, trimRange } from './draft.ts';
import type { Quotation } from './find-quotations.ts';
import { listQuotations } from './find-quotations.ts';
import { SOURCE_PHRASES } from './lang/en/data/cue-words.ts';
import type { PhraseTree } from './phrase-tree.ts';
import { findChild, listChildren, readPhraseTree } from './phrase-tree.ts';

const VERB = UPOS.indexOf('VERB');
const NOUN = UPOS.indexOf('NOUN');

/** What the rules pass to each other. */
export interface RuleContext {
  readonly analysis: Analysis;
  readonly tree: PhraseTree;
  readonly quotations: readonly Quotation[];
  /** The quotations that touch each sentence, by sentence. */
  readonly bySentence: ReadonlyMap<number, readonly Quotation[]>;
}

/** Make the context of the rules. */
export function openRuleContext(analysis: Analysis): RuleContext {
  const quotations = listQuotations(analysis);
  const bySentence = new Map<number, Quotation[]>();
  for (const quotation of quotations)
    for (const sentence of new Set([quotation.firstSentence, quotation.lastSentence])) {
      const row = bySentence.get(sentence);
      if (row) row.push(quotation);
      else bySentence.set(sentence, [quotation]);
    }
  return { analysis, tree: readPhraseTree(analysis), quotations, bySentence };
}

/** Find attributions by rule, in the order of their cue words. */
export function findByRule(context: RuleContext): Draft[] {
  const { analysis } = context;
  const drafts: Draft[] = [];
  for (let token = 0; token < analysis.tokens.length; token++) {
    // What stands in quotation marks is content: "I think so" inside them is no attribution.
    if (0 < (analysis.quotes.depth[token] as number)) continue;
    const upos = analysis.tags.upos[token];
    const found =
      upos === VERB
        ? findVerbDraft(context, token)
        : upos === NOUN
          ? findNounDraft(context, token)
          : null;
    const draft = found ?? findPhraseDraft(context, token);
    if (draft) drafts.push(draft);
  }
  return drafts;
}

/** "She said that …", "“…,” she said", "vowing to …", "rejected the plan". */
function findVerbDraft(context: RuleContext, token: number): Draft | null {
  const { analysis } = context;
  const verb = findCueVerb(analysis.tags.lemma[token] as string);
  if (!verb) return null;
  const subject = findSubject(context, token);
  const cue = [widenCue(context, token)];
  const holes: TokenRange[] = [...cue, ...(subject ? [subject] : [])];
  const source = subject ? [subject] : [];
  const clause = findClause(context, token, verb.frames);
  if (clause) {
    const content = cutRanges(analysis, clause.range, holes);
    const tail = findQuotedTail(context, clause.range[1]);
    if (tail) content.push(tail);
    if (0 < content.length)
      return { source, cue, content, cueWord: token, rule: clause.rule, score: 0.6 };
  }
  if (!verb.frames.includes('c')) return null;
  const quoted = findSpeechBeside(context, token);
  if (0 < quoted.length)
    return { source, cue, content: quoted, cueWord: token, rule: 'speech-beside', score: 0.8 };
  const outer = findSurroundingClause(context, token);
  if (!outer || !subject) return null;
  const content = cutRanges(analysis, outer, holes);
  return { source, cue, content, cueWord: token, rule: 'parenthetic', score: 0.7 };
}

/** Where the subject of a verb stands: its own, its governor's, or the noun that it modifies. */
export function findSubject(context: RuleContext, token: number): TokenRange | null {
  const { analysis, tree } = context;
  let verb = token;
  // Three steps up reach "She went on, saying …" and "… and vowed to"; more find strangers.
  for (let step = 0; step < 3; step++) {
    const own = findChild(tree, verb, ['nsubj', 'csubj']);
    const isPassive = own !== null && tree.deprel[own] === 'nsubj:pass';
    if (isPassive) {
      const agent = listChildren(tree, verb).find((child) => tree.deprel[child] === 'obl:agent');
      return agent === undefined ? null : extentOf(context, agent, verb);
    }
    if (own !== null) return extentOf(context, own, verb);
    const relation = tree.relation[verb] as string;
    const head = tree.head[verb] as number;
    if (head < 0) return null;
    if (relation === 'acl') return trimRange(analysis, [tree.first[head] as number, verb]);
    if (!['conj', 'xcomp', 'advcl', 'parataxis', 'ccomp'].includes(relation)) return null;
    verb = head;
  }
  return null;
}

/** The extent of a subtree, stopped short of the verb that governs it. */
export function extentOf(context: RuleContext, token: number, verb: number): TokenRange | null {
  const { analysis, tree } = context;
  const first = tree.first[token] as number;
  const last = tree.last[token] as number;
  if (token < verb) return trimRange(analysis, [first, Math.min(last + 1, verb)]);
  return trimRange(analysis, [Math.max(first, verb + 1), last + 1]);
}

/** "has also said", "did not say": auxiliaries, negation and adverbs belong to the cue. */
export function widenCue(context: RuleContext, token: number): TokenRange {
  const { tree } = context;
  let start = token;
  while (0 < start) {
    const before = start - 1;
    if (tree.head[before] !== token) break;
    if (!['aux', 'advmod', 'cop', 'mark'].includes(tree.relation[before] as string)) break;
    if (tree.relation[before] === 'mark' && formOf(context.analysis, before) !== 'to') break;
    start = before;
  }
  let end = token + 1;
  while (tree.head[end] === token && tree.relation[end] === 'compound') end++;
  return [start, end];
}

interface Clause {
  readonly range: TokenRange;
  readonly rule: string;
}

const CLAUSE_RULES = [
  ['c', 'ccomp', 'clause'],
  ['i', 'xcomp', 'infinitive'],
  ['o', 'obj', 'object'],
] as const;

/** The clause, infinitive or object that a cue verb governs after itself. */
function findClause(context: RuleContext, token: number, frames: string): Clause | null {
  const { tree } = context;
  for (const [frame, relation, rule] of CLAUSE_RULES) {
    if (!frames.includes(frame)) continue;
    const child = listChildren(tree, token).find(
      (at) => tree.relation[at] === relation && (token < at || relation === 'ccomp'),
    );
    if (child === undefined) continue;
    const start = tree.first[child] as number;
    const end = (tree.last[child] as number) + 1;
    if (token < child) return { range: [Math.max(start, token + 1), end], rule };
    return { range: [start, Math.min(end, token)], rule };
  }
  return null;
}

/** "…,” she said. “Nor will I.”": a sentence in quotation marks right after goes on. */
function findQuotedTail(context: RuleContext, end: number): TokenRange | null {
  const { sentences } = context.analysis;
  const sentence = sentences.of[end - 1] as number;
  const next = sentence + 1;
  if (sentences.length <= next || sentences.part[next] !== sentences.part[sentence]) return null;
  const start = sentences.start[next] as number;
  const tail = (context.bySentence.get(next) ?? []).find(({ range }) => range[0] === start);
  if (!tail?.isUtterance) return null;
  const isWhole = tail.range[1] >= (sentences.end[tail.lastSentence] as number);
  return isWhole ? tail.range : null;
}

/** Speech in quotation marks in the cue's sentence, and what goes on after it. */
function findSpeechBeside(context: RuleContext, token: number): TokenRange[] {
  const { analysis } = context;
  const sentence = analysis.sentences.of[token] as number;
  const beside = (context.bySentence.get(sentence) ?? []).filter(
    ({ isUtterance, range }) => isUtterance && (token < range[0] || range[1] <= token),
  );
  if (beside.length === 0 || analysis.quotes.depth[token] !== 0) return [];
  const pieces = beside.map(({ range }) => range);
  const tail = findQuotedTail(context, analysis.sentences.end[sentence] as number);
  if (tail && !pieces.includes(tail)) pieces.push(tail);
  return pieces;
}

/** "It will be pursued, he said.": the clause around a parenthetic cue. */
function findSurroundingClause(context: RuleContext, token: number): TokenRange | null {
  const { analysis, tree } = context;
  if (tree.relation[token] !== 'parataxis') return null;
  const head = tree.head[token] as number;
  const start = tree.first[head] as number;
  return token < head ? null : trimRange(analysis, [start, tree.first[token] as number]);
}

/** "his refusal to …", "the claim that …". */
function findNounDraft(context: RuleContext, token: number): Draft | null {
  const { analysis, tree } = context;
  if (!findCueNoun(analysis.tags.lemma[token] as string)) return null;
  const clause = findChild(tree, token, ['acl', 'ccomp']);
  if (clause === null || clause < token) return null;
  const opener = formOf(analysis, tree.first[clause] as number).toLowerCase();
  if (opener !== 'that' && opener !== 'to') return null;
  const owner = listChildren(tree, token).find((child) => tree.deprel[child] === 'nmod:poss');
  const source = owner === undefined ? null : extentOf(context, owner, token);
  const content = trimRange(analysis, [
    tree.first[clause] as number,
    1 + (tree.last[clause] as number),
  ]);
  if (!content) return null;
  return {
    source: source ? cutPossessive(analysis, source) : [],
    cue: [[token, token + 1]],
    content: [content],
    cueWord: token,
    rule: 'noun',
    score: 0.5,
  };
}

/** "Clara" of "Clara's". */
function cutPossessive(analysis: Analysis, [start, end]: TokenRange): TokenRange[] {
  const isMark = /^['’]s?$/.test(formOf(analysis, end - 1));
  return isMark ? [[start, end - 1]] : [[start, end]];
}

/** "According to the ministry, …". */
function findPhraseDraft(context: RuleContext, token: number): Draft | null {
  const { analysis, tree } = context;
  const phrase = SOURCE_PHRASES.find((forms) =>
    forms.every(
      (form, at) =>
        token + at < analysis.tokens.length && formOf(analysis, token + at).toLowerCase() === form,
    ),
  );
  if (!phrase) return null;
  const cue: TokenRange = [token, token + phrase.length];
  const inner = token + phrase.length;
  let owner = inner;
  // The head of the source is the last word above it that still stands behind the phrase.
  for (let step = 0; step < 9 && token < (tree.head[owner] as number); step++)
    owner = tree.head[owner] as number;
  if (analysis.tokens.length <= inner) return null;
  const last = Math.max(owner, tree.last[owner] as number);
  const source = trimRange(analysis, [inner, last + 1]);
  if (!source) return null;
  const sentence = analysis.sentences.of[token] as number;
  const whole: TokenRange = [
    analysis.sentences.start[sentence] as number,
    analysis.sentences.end[sentence] as number,
  ];
  const content = cutRanges(analysis, whole, [[cue[0], source[1]]]).slice(0, 1);
  return {
    source: [source],
    cue: [cue],
    content,
    cueWord: token,
    rule: 'according-to',
    score: 0.7,
  };
}
