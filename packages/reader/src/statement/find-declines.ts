/**
 * Asked, and did not answer: "declined to comment on the merger", "did not provide details on what
 * it would cost", "would not say whether he had known", "did not respond to a request for comment".
 * The topic is the content; the bare silence ("declined to comment") has the silence's words.
 * @module
 */
import type { Span } from '@onrecord/record';
import { DECLINE_VERBS, DETAIL_NOUNS, SPEECH_VERBS } from '../lang/en/data/statement-words.ts';
import type { Analysis, Attribution } from '../layers.ts';
import { findPhrase } from '../mention/noun-phrase.ts';
import { readWords, type Words } from '../mention/words.ts';
import { childrenOf } from './clause.ts';

const DECLINE = new Set(DECLINE_VERBS.split(' '));
const SPEECH = new Set(SPEECH_VERBS.split(' '));
const DETAIL = new Set(DETAIL_NOUNS.split(' '));
const GIVE = new Set(['provide', 'give', 'offer', 'release', 'disclose', 'share']);
const ANSWER = new Set(['respond', 'reply', 'comment', 'elaborate', 'answer']);

/** Find what was declined, as attributions of act `declines`, in the order of the text. */
export function findDeclines(analysis: Analysis): Attribution[] {
  const words = readWords(analysis);
  const found: Attribution[] = [];
  for (let token = 0; token < words.length; token++) {
    if (words.upos[token] !== 'VERB') continue;
    const found1 = declineAt(words, token);
    if (found1) found.push(found1);
  }
  return found;
}

function declineAt(words: Words, verb: number): Attribution | undefined {
  const lemma = words.analysis.tags.lemma[verb] as string;
  if (DECLINE.has(lemma)) {
    const spoken = childrenOf(words, verb).find(
      (at) =>
        words.phrases.deprel[at] === 'xcomp' && SPEECH.has(words.analysis.tags.lemma[at] as string),
    );
    return spoken === undefined
      ? undefined
      : describe(words, { verb, last: spoken, rule: 'declined-to' });
  }
  if (!GIVE.has(lemma) && !ANSWER.has(lemma) && lemma !== 'say') return undefined;
  if (isNegated(words, verb)) {
    if (ANSWER.has(lemma)) return describe(words, { verb, last: verb, rule: 'did-not-respond' });
    if (lemma === 'say' && hasWill(words, verb))
      return describe(words, { verb, last: verb, rule: 'would-not-say' });
  }
  if (!GIVE.has(lemma)) return undefined;
  // "did not provide details", "gave no details"
  for (const at of childrenOf(words, verb)) {
    if (words.phrases.deprel[at] !== 'obj' || !DETAIL.has(words.analysis.tags.lemma[at] as string))
      continue;
    const isNone = childrenOf(words, at).some((inner) => words.lower[inner] === 'no');
    if (isNone || isNegated(words, verb))
      return describe(words, { verb, last: at, rule: 'no-details' });
  }
  return undefined;
}

function isNegated(words: Words, verb: number): boolean {
  return childrenOf(words, verb).some((at) =>
    /^(?:not|n't|n’t|never)$/.test(words.lower[at] as string),
  );
}

function hasWill(words: Words, verb: number): boolean {
  return childrenOf(words, verb).some((at) =>
    /^(?:would|will|wo|could|can|ca)$/.test(words.lower[at] as string),
  );
}

interface Silence {
  readonly verb: number;
  /** The last word of the silence: "comment" of "declined to comment". */
  readonly last: number;
  readonly rule: string;
}

function describe(words: Words, { verb, last, rule }: Silence): Attribution | undefined {
  const subject = subjectOf(words, verb);
  if (subject < 0) return undefined;
  const [from, to] = findPhrase(words, subject);
  const first = firstOfVerb(words, verb);
  const topic = topicOf(words, verb, last);
  if (topic && topic[0] <= subject && subject < topic[1]) return undefined;
  const end = topic ? Math.min(topic[0], last + 1) : last + 1;
  const content: Span = topic ? spanOf(words, topic[0], topic[1]) : spanOf(words, last, last + 1);
  return {
    source: [spanOf(words, from, to)],
    cue: [
      spanOf(
        words,
        first,
        topic || first < last ? Math.max(first + 1, topic ? end : last) : last + 1,
      ),
    ],
    content: [content],
    kind: 'indirect',
    act: 'declines',
    rule,
    score: 0.9,
  };
}

const spanOf = (words: Words, start: number, end: number): Span => [
  words.analysis.tokens.start[start] as number,
  words.analysis.tokens.end[end - 1] as number,
];

/** The subject of a verb, its own or that of the verb that it is joined to. */
function subjectOf(words: Words, verb: number): number {
  const { deprel, head } = words.phrases;
  // Up at most three conjuncts or complements: "said no and declined to comment".
  for (let at = verb, step = 0; 0 <= at && step < 3; step++) {
    const own = childrenOf(words, at).find((one) => (deprel[one] as string).startsWith('nsubj'));
    if (own !== undefined) return own;
    if (deprel[at] !== 'conj' && deprel[at] !== 'xcomp') return -1;
    at = head[at] as number;
  }
  return -1;
}

/** The first auxiliary of a verb: "did not provide" begins at "did". */
function firstOfVerb(words: Words, verb: number): number {
  let first = verb;
  for (const at of childrenOf(words, verb))
    if (at < verb && /^(?:aux|advmod)/.test(words.phrases.deprel[at] as string))
      first = Math.min(first, at);
  return first;
}

/** What the silence is about: a clause ("whether …") or a phrase ("on the merger") after it. */
function topicOf(words: Words, verb: number, last: number): [number, number] | undefined {
  const { deprel, first, last: ends } = words.phrases;
  let found: [number, number] | undefined;
  for (const head of new Set([last, verb]))
    for (const at of childrenOf(words, head)) {
      if (at <= last) continue;
      if (!/^(?:obl|nmod|ccomp|acl|obj|advcl)/.test(deprel[at] as string)) continue;
      const start = first[at] as number;
      if (start <= last) continue;
      let end = (ends[at] as number) + 1;
      while (start + 1 < end && words.upos[end - 1] === 'PUNCT') end--;
      if (!found) found = [start, end];
      else found = [Math.min(found[0], start), Math.max(found[1], end)];
    }
  return found;
}
