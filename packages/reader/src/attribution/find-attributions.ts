/**
 * Attributions of an article: drafts by model or rule, quotations that no cue reaches, then
 * kind, act, nesting and a stable order.
 * @module
 */
import type { Span } from '@onrecord/record';
import { type Analysis, type Attribution, UPOS } from '../layers.ts';
import type { AttributionModel } from './attribution-model.ts';
import { findCueVerb } from './cue-lexicon.ts';
import type { Draft, TokenRange } from './draft.ts';
import { formOf, trimRanges } from './draft.ts';
import { findByRule, findSubject, openRuleContext, type RuleContext } from './find-by-rule.ts';
import { findAct, findKind } from './find-kind.ts';
import { findMissed } from './find-missed.ts';
import { findSpeech } from './find-speech.ts';
import { findTranscript, mergeTranscript } from './find-transcript.ts';
import { findChild, listChildren, type PhraseTree } from './phrase-tree.ts';
import type { KeptStates } from './token-states.ts';

/**
 * Find who said, thought or meant what.
 * @param model trained weights, or null for the rules alone
 * @param kept where to put the network's states of the tokens, if a later stage wants them
 * @returns attributions in the order of their first word; empty for a text without any
 */
export function findAttributions(
  analysis: Analysis,
  model: AttributionModel | null,
  kept?: KeptStates,
): Attribution[] {
  if (analysis.tokens.length === 0) return [];
  const context = openRuleContext(analysis);
  const found = model ? findByModel(context, model, kept) : findByRule(context);
  const spoken = findSpeech(context, mergeTranscript(found, findTranscript(analysis)));
  const drafts = spoken.flatMap((draft) => trimDraft(analysis, draft) ?? []);
  return assembleAttributions(analysis, drafts);
}

/** The network's drafts, with sources and edges by rule, and what it passes over. */
function findByModel(
  context: RuleContext,
  model: AttributionModel,
  kept: KeptStates | undefined,
): Draft[] {
  const drafts = model
    .find(context.analysis, kept)
    .map((draft) => cutAdverbials(context.tree, fillSource(context, draft)))
    .map((draft) => cutConjunct(context, moveDate(context.analysis, draft)));
  return [...drafts, ...findMissed(context, drafts)];
}

/** "The court in May ruled that …": what hangs on the verb behind its subject is not the source. */
function cutAdverbials(tree: PhraseTree, draft: Draft): Draft {
  return { ...draft, source: draft.source.map((range) => cutBehindSubject(tree, range)) };
}

function cutBehindSubject(tree: PhraseTree, [start, end]: TokenRange): TokenRange {
  let subject = end;
  for (let token = start; token < end; token++) {
    const head = tree.head[token]!;
    if (start <= head && head < end) continue;
    const relation = tree.relation[token];
    if (relation === 'nsubj') subject = Math.min(subject, token);
    const isAdverbial = relation === 'obl' || relation === 'advmod';
    // Up to the end, a comma or dash aside.
    if (isAdverbial && subject < tree.first[token]! && end - 2 <= tree.last[token]!)
      return [start, tree.first[token]!];
  }
  return [start, end];
}

/** "welcomed the truce and discussed aid": what is joined to the cue is outside its content. */
function cutConjunct({ analysis, tree }: RuleContext, draft: Draft): Draft {
  const { cueWord } = draft;
  if (cueWord < 0 || analysis.tags.upos[cueWord] !== VERB) return draft;
  const joined = listChildren(tree, cueWord).find(
    (at) =>
      cueWord < at &&
      tree.relation[at] === 'conj' &&
      findCueVerb(analysis.tags.lemma[at]!) !== null &&
      analysis.quotes.depth[at] === 0 &&
      draft.content.some(([start, end]) => start < at && at < end),
  );
  if (joined === undefined) return draft;
  const from = tree.first[joined]!;
  const content = draft.content
    .filter(([start]) => start < from)
    .map(([start, end]): TokenRange => [start, Math.min(end, from)]);
  return content.length === 0 ? draft : { ...draft, content };
}

const DATE_WORD = /^(?:\d+(?:st|nd|rd|th)?|,|\p{Lu}[\p{L}.]*)$/u;

/** "signalled on May 5 that Orvia would …": the date is part neither of cue nor of content. */
function moveDate(analysis: Analysis, draft: Draft): Draft {
  const cue = draft.cue.at(-1);
  const piece = draft.content.find(([start]) => start === cue?.[1]);
  if (!cue || !piece || cue[1] - cue[0] < 2) return draft;
  const last = formOf(analysis, cue[1] - 1).toLowerCase();
  if (last !== 'on' && last !== 'in') return draft;
  let that = piece[0];
  // "on Monday, May 5, 2031" has at most six tokens.
  while (that < piece[1] && that < piece[0] + 7 && DATE_WORD.test(formOf(analysis, that))) that++;
  if (that === piece[0] || formOf(analysis, that).toLowerCase() !== 'that') return draft;
  return {
    ...draft,
    cue: draft.cue.map((range) => (range === cue ? [cue[0], cue[1] - 1] : range)),
    content: draft.content.map((range) => (range === piece ? [that, piece[1]] : range)),
  };
}

const VERB = UPOS.indexOf('VERB');

/** "The minister left early, saying …": a verb's subject, where the model saw no source. */
function fillSource(context: RuleContext, draft: Draft): Draft {
  const { analysis, tree } = context;
  const { cueWord, source } = draft;
  if (0 < source.length || analysis.tags.upos[cueWord] !== VERB) return draft;
  if (findChild(tree, cueWord, ['aux:pass', 'expl']) !== null) return draft;
  const subject = findSubject(context, cueWord);
  if (!subject) return draft;
  const isInContent = draft.content.some(([start, end]) => subject[0] < end && start < subject[1]);
  return isInContent ? draft : { ...draft, source: [subject], rule: `${draft.rule}+subject` };
}

/** Trim every piece of a draft. @returns null when nothing is left of its content. */
function trimDraft(analysis: Analysis, draft: Draft): { draft: Draft; trimmed: Draft } | null {
  const trimAll = (ranges: readonly TokenRange[]) =>
    trimRanges(analysis, ranges).sort((a, b) => a[0] - b[0]);
  const content = trimAll(draft.content);
  if (content.length === 0) return null;
  // A colon after the cue belongs to it ("concludes: …"), so cues are not trimmed.
  const source = trimAll(draft.source).map((range) => trimPossessive(analysis, range));
  const trimmed = { ...draft, source, content };
  return { draft, trimmed };
}

/** "Brandt" of "Brandt's claim": the mark belongs to neither source nor cue. */
function trimPossessive(analysis: Analysis, [start, end]: TokenRange): TokenRange {
  const isMark = 1 < end - start && /^['’]s?$/.test(formOf(analysis, end - 1));
  return isMark ? [start, end - 1] : [start, end];
}

/** Put drafts in order and give them kind, act, and their ties to each other. */
function assembleAttributions(
  analysis: Analysis,
  pairs: readonly { draft: Draft; trimmed: Draft }[],
): Attribution[] {
  const ordered = pairs
    .map(({ draft, trimmed }) => ({ draft, trimmed, first: firstOf(trimmed) }))
    .sort((a, b) => a.first - b.first || compareDrafts(a.trimmed, b.trimmed));
  const place = new Map(ordered.map(({ draft }, index) => [draft, index]));
  const within = findNesting(ordered.map(({ trimmed }) => trimmed));
  return ordered.map(({ trimmed }, index) => {
    const outer = within[index] as number;
    const continues = trimmed.continues ? place.get(trimmed.continues) : undefined;
    return {
      source: toSpans(analysis, trimmed.source),
      cue: toSpans(analysis, trimmed.cue),
      content: toSpans(analysis, trimmed.content),
      kind: findKind(analysis, trimmed),
      act: findAct(analysis, trimmed),
      ...(0 <= outer ? { within: outer } : {}),
      ...(continues === undefined ? {} : { continues }),
      rule: trimmed.rule,
      score: trimmed.score,
    };
  });
}

function firstOf(draft: Draft): number {
  let first = Number.POSITIVE_INFINITY;
  for (const ranges of [draft.source, draft.cue, draft.content])
    for (const [start] of ranges) first = Math.min(first, start);
  return first;
}

/** Of two drafts with one first word. */
function compareDrafts(a: Draft, b: Draft): number {
  const startOf = (draft: Draft) => draft.content[0]?.[0] ?? 0;
  return a.cueWord - b.cueWord || startOf(a) - startOf(b);
}

/** The smallest content that holds another attribution's cue and content, by sweeping over them. */
function findNesting(drafts: readonly Draft[]): Int32Array {
  const outerOf = new Int32Array(drafts.length).fill(-1);
  const pieces = drafts
    .flatMap((draft, index) => draft.content.map(([start, end]) => ({ start, end, index })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const open: typeof pieces = [];
  const anchors = drafts
    .map((draft, index) => ({ at: draft.cue[0]?.[0] ?? draft.content[0]?.[0] ?? 0, index }))
    .sort((a, b) => a.at - b.at);
  let next = 0;
  for (const { at, index } of anchors) {
    for (; next < pieces.length && (pieces[next]?.start as number) <= at; next++) {
      while (0 < open.length && (open.at(-1)?.end as number) <= (pieces[next]?.start as number))
        open.pop();
      open.push(pieces[next] as (typeof pieces)[number]);
    }
    while (0 < open.length && (open.at(-1)?.end as number) <= at) open.pop();
    const content = drafts[index]?.content ?? [];
    // Nesting is shallow; eight looks outwards bound the work on a text of marks alone.
    for (let look = open.length - 1; 0 <= look && open.length - 9 < look; look--) {
      const { start, end, index: outer } = open[look] as (typeof pieces)[number];
      const holds = content.every((piece) => start <= piece[0] && piece[1] <= end);
      if (outer === index || !holds) continue;
      outerOf[index] = outer;
      break;
    }
  }
  return outerOf;
}

function toSpans(analysis: Analysis, ranges: readonly TokenRange[]): Span[] {
  const { start, end } = analysis.tokens;
  return ranges.map(([from, to]) => [start[from] as number, end[to - 1] as number]);
}
