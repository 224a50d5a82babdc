/**
 * Where an action ends. The tree hangs a phrase behind an object on the cue as often as on the
 * object ("rejected a ban | on imports"), and keeps in a verb's stretch what is only said besides
 * ("pledged to cut tariffs | , calling them a tax"). Both are told by their first words.
 * @module
 */
import type { ClauseView } from './clause-view.ts';
import { isInfinitiveMark, ownSubject, sentenceOf } from './clause-view.ts';

/** Prepositions that go on with a noun ("an end to the siege", "talks with the north"). */
const GOING_ON: ReadonlySet<string> = new Set(
  'of to for with from against between among toward towards into on in about over regarding'.split(
    ' ',
  ),
);

/** Heads of phrases that say when ("on Friday", "in the next weeks"): no part of what is done. */
const TIMES: ReadonlySet<string> = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june ' +
    'july august september october november december day days week weeks weekend month months year ' +
    'years decade decades century hour hours minute minutes morning afternoon evening night today ' +
    'tomorrow time interview statement speech letter tweet email post conference debate'
  ).split(' '),
);

/** A noun and its phrases reach no further than this behind it, in tokens. */
const FURTHEST = 24;
/** A phrase's noun stands at most so far behind its preposition. */
const NEAR = 8;

/** The end of a noun's stretch with the phrases right behind it that go on with it. */
export function endOfNoun(view: ClauseView, end: number): number {
  const [, stop] = sentenceOf(view, end - 1);
  const limit = Math.min(stop, end + FURTHEST);
  let at = end;
  for (let next = phraseEnd(view, at); at < next && next <= limit; next = phraseEnd(view, at))
    at = next;
  return at;
}

/** One past the phrase that begins at a token and goes on with the noun before it, else the token. */
function phraseEnd(view: ClauseView, at: number): number {
  const { tree, words, classes } = view;
  if (!GOING_ON.has(words[at] ?? '')) return at;
  const head = words[at] === 'of' ? nounAfter(view, at) : tree.head[at]!;
  if (words[at] === 'of' && head > at) return head + 1;
  if (head <= at || at + NEAR < head || tree.first[head] !== at) return at;
  if (isInfinitiveMark(view, at)) return endOfClause(view, head, tree.last[head]! + 1);
  if (!/^(NOUN|PROPN|NUM|PRON)$/.test(classes[head]!)) return at;
  if (TIMES.has(words[head]!) || /^\d{4}$/.test(words[head]!)) return at;
  let end = head + 1;
  while (end <= tree.last[head]! && !isBreak(view, end)) end++;
  return end;
}

/** The noun that "of" stands before, wherever the tree hung it ("rewards | of up to $5 million"). */
function nounAfter({ classes }: ClauseView, of: number): number {
  let at = of + 1;
  while (at < of + NEAR && /^(DET|ADJ|NUM|ADV|ADP|SYM|PRON)$/.test(classes[at] ?? '')) at++;
  while (/^(NOUN|PROPN)$/.test(classes[at + 1] ?? '')) at++;
  return /^(NOUN|PROPN)$/.test(classes[at] ?? '') ? at : classes[at - 1] === 'NUM' ? at - 1 : -1;
}

const isBreak = (view: ClauseView, token: number): boolean =>
  view.classes[token] === 'PUNCT' && !/^(?:['’"“”(]|``)/.test(view.words[token]!);

/** Openings of what is said besides: relatives after a comma, and reasons. */
const BESIDES: ReadonlySet<string> = new Set('who which where whom whose'.split(' '));
const REASONS: ReadonlySet<string> = new Set('because while although though so as'.split(' '));
/** Before a participle: "resign | for calling it a plot". */
const CAUSES: ReadonlySet<string> = new Set('for after while since'.split(' '));
/** Words at which an action may end; at no other is looked closer. */
const ENDING: ReadonlySet<string> = new Set([
  ...REASONS,
  ...CAUSES,
  ...[',', ';', 'even', '—', '–', '--', '―'],
]);

/**
 * A verb's stretch without the clause at its end that tells something besides the action; of what is
 * said in quotation marks, nothing outside of them.
 */
export function endOfClause(view: ClauseView, verb: number, until: number): number {
  const end = endOfOwn(view, verb, until);
  const { words } = view;
  const { depth } = view.analysis.quotes;
  for (let at = verb + 1; at < end; at++) {
    if (depth[at]! < depth[verb]! && isSpeechEnd(view, at)) return at;
    if (!ENDING.has(words[at]!)) continue;
    if (isAside(view, at, end)) return at;
    if (opensBesides(view, at) && !goesOn(view, verb, at)) return at;
  }
  return end;
}

/** "because they ask", "for calling it a plot", "even if it snows"; ", which …", ", calling it a plot". */
function opensBesides({ words, tags, tree }: ClauseView, at: number): boolean {
  const word = words[at]!;
  const next = words[at + 1] ?? '';
  const isMark = tree.relation[at] === 'mark';
  if (word === 'even') return next === 'if';
  if (word === ',')
    return (
      BESIDES.has(next) ||
      (REASONS.has(next) && tree.relation[at + 1] === 'mark') ||
      (tags[at + 1] === 'VBG' && tree.relation[at + 1] === 'advcl')
    );
  if (REASONS.has(word)) return isMark;
  return CAUSES.has(word) && isMark && (tags[at + 1] === 'VBG' || tags[at + 2] === 'VBG');
}

/** "we will break them | ," he said: speech ends behind its stop, a few quoted words do not. */
const isSpeechEnd = (view: ClauseView, at: number): boolean =>
  /^[,.!?]$/.test(view.words[at - 1]!) || /^[,.!?]$/.test(view.words[at - 2]!);

/** "to end the patrols | – a promise of old", "cut the tax, | a measure that …", "stay | ; her rival". */
function isAside(view: ClauseView, at: number, end: number): boolean {
  const { words, tree } = view;
  const word = words[at]!;
  if (word === ';') return true;
  if (word !== ',' && !DASH.test(word)) return false;
  if (!/^(a|an|the|another|one)$/.test(words[at + 1] ?? '')) return false;
  if (word === ',') return tree.relation[tree.head[at + 1]!] === 'appos';
  for (let next = at + 1; next < end; next++) if (DASH.test(words[next]!)) return false;
  return true;
}

const DASH = /^(—|–|--|―)$/;

/**
 * Where another clause is joined to an infinitive that only the tree joins to it: one with a subject
 * of its own ("to stay, and we are glad"), or one that tells ("to pay and called for help").
 */
function endOfOwn(view: ClauseView, verb: number, end: number): number {
  const { tree, tags } = view;
  for (let child = tree.child[verb]!; 0 <= child; child = tree.sibling[child]!) {
    if (child < verb || tree.relation[child] !== 'conj') continue;
    const isTold = tags[verb] === 'VB' && /^VB[DZ]$/.test(tags[child]!);
    if (!isTold && ownSubject(view, child) < 0) continue;
    let at = tree.first[child]!;
    while (verb < at - 1 && /^(,|;|and|but|or)$/.test(view.words[at - 1]!)) at--;
    return Math.min(end, at);
  }
  return end;
}

/** "cut the tax, which …, and raise the wage": the verb has another one behind the clause. */
function goesOn({ tree }: ClauseView, verb: number, at: number): boolean {
  for (let child = tree.child[verb]!; 0 <= child; child = tree.sibling[child]!)
    if (at < child && tree.relation[child] === 'conj') return true;
  return false;
}
