/**
 * Speakers: the actor that each attribution's source stands for. The source's head word leads to a
 * mention, a relative pronoun to what it stands for; a quotation without a source goes on with the
 * speaker of the one that it continues.
 * @module
 */
import type { Attribution, Mention } from '../layers.ts';
import { Lexical } from '../mention/lexicon.ts';
import { kindOfNominal } from '../mention/nominal-mention.ts';
import { isPossessive } from '../mention/noun-phrase.ts';
import { isPluralAt, type Words } from '../mention/words.ts';
import { addCluster, type Cluster, clusterAt, type Resolution } from './cluster.ts';
import { DOUBT } from './settle-namesakes.ts';
import { type Answer, describeAnswer, SURENESS_FEATURES, surenessOf } from './sureness.ts';

/** Token ranges of attributions, found once. */
export interface SourceIndex {
  /** The mention that each attribution's source stands for, -1 where none. */
  readonly mentionOf: Int32Array;
  /** The tokens of each source, `[start, end)`; empty where there is none. */
  readonly range: readonly (readonly [start: number, end: number])[];
  /** For each token inside direct speech, the attribution that it is content of; -1 outside. */
  readonly speechAt: Int32Array;
  /** 1 for a mention that is a source. */
  readonly isSource: Uint8Array;
}

/** The first token that ends after an offset, by bisection. */
export function tokenAt(resolution: Resolution, offset: number): number {
  const { end, length } = resolution.words.analysis.tokens;
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((end[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The tokens of a span of the text. */
export function tokensOf(
  resolution: Resolution,
  span: readonly [number, number],
): readonly [start: number, end: number] {
  const start = tokenAt(resolution, span[0]);
  const { start: starts, length } = resolution.words.analysis.tokens;
  let end = start;
  while (end < length && (starts[end] as number) < span[1]) end++;
  return [start, end];
}

/** Find the mention of each source, and whose speech each token is. */
export function findSources(
  resolution: Resolution,
  attributions: readonly Attribution[],
): SourceIndex {
  const mentionOf = new Int32Array(attributions.length).fill(-1);
  const isSource = new Uint8Array(resolution.clusterOf.length);
  const speechAt = new Int32Array(resolution.words.length).fill(-1);
  const range: (readonly [number, number])[] = [];
  for (const [index, attribution] of attributions.entries()) {
    const [first] = attribution.source;
    const tokens = first ? tokensOf(resolution, first) : ([0, 0] as const);
    range.push(tokens);
    const mention = first
      ? (addSourceMention(resolution, tokens) ?? mentionOfRange(resolution, tokens))
      : subjectOfCue(resolution, attribution);
    mentionOf[index] = mention;
    if (mention >= 0) isSource[mention] = 1;
    if (attribution.kind !== 'indirect') markSpeech(resolution, attribution, index, speechAt);
  }
  return { mentionOf, range, speechAt, isSource };
}

/**
 * The subject of the cue's verb where the source is not marked: its own, or the one that it shares
 * ("Orr refuses to say"). -1 for passives ("is expected") and for speech that goes on.
 */
function subjectOfCue(resolution: Resolution, { cue, continues }: Attribution): number {
  const [span] = cue;
  if (!span || continues !== undefined) return -1;
  const { words, mentionAt } = resolution;
  const { head, deprel, child, sibling } = words.phrases;
  const [start, end] = tokensOf(resolution, span);
  let verb = start;
  while (verb < end && words.upos[verb] !== 'VERB') verb++;
  if (verb === end) return -1;
  // Three verbs up: "came back and, asked again, declined to say".
  for (let step = 0; 0 <= verb && step < 3; step++) {
    for (let at = child[verb] as number; 0 <= at; at = sibling[at] as number) {
      if (deprel[at] === 'nsubj:pass' || deprel[at] === 'aux:pass') return -1;
      if (deprel[at] === 'nsubj') return mentionOfRange(resolution, [at, at + 1]);
    }
    const relation = deprel[verb] as string;
    const above = head[verb] as number;
    if (relation === 'acl') return above < 0 ? -1 : (mentionAt[above] as number);
    if (!/^(?:conj|xcomp|advcl|parataxis)$/.test(relation)) return -1;
    verb = above;
  }
  return -1;
}

/** A source whose head no mention has ("Kova's brief", where "brief" was read as a verb) is one. */
function addSourceMention(
  resolution: Resolution,
  [start, end]: readonly [number, number],
): number | undefined {
  const { words, mentions, mentionAt } = resolution;
  const headWord = surfaceHead(resolution, start, end);
  if (headWord < 0 || (mentionAt[headWord] as number) >= 0) return undefined;
  const bits = words.bits[headWord] as number;
  const isPlural = isPluralAt(words, headWord);
  const kind = kindOfNominal(words, { start, token: headWord, bits, isPlural });
  const mention: Mention = {
    start,
    end,
    headWord,
    form: 'nominal',
    kind,
    name: undefined,
    title: undefined,
    gender: undefined,
    isPlural: isPlural || undefined,
    count: undefined,
    country: undefined,
  };
  mentions.push(mention);
  mentionAt[headWord] = mentions.length - 1;
  addCluster(resolution, mentions.length - 1, 0.9);
  return mentions.length - 1;
}

function markSpeech(
  resolution: Resolution,
  attribution: Attribution,
  index: number,
  speechAt: Int32Array,
): void {
  const { depth } = resolution.words.analysis.quotes;
  for (const span of attribution.content) {
    const [start, end] = tokensOf(resolution, span);
    for (let token = start; token < end; token++)
      if ((depth[token] as number) > 0 || attribution.kind === 'direct') speechAt[token] = index;
  }
}

/** The mention that a range of tokens is about: that of its head word. -1 where none. */
export function mentionOfRange(
  resolution: Resolution,
  [start, end]: readonly [number, number],
): number {
  const { words, mentionAt } = resolution;
  const { head, deprel } = words.phrases;
  const surface = surfaceHead(resolution, start, end);
  if (surface >= 0 && (mentionAt[surface] as number) >= 0 && !isBodyPart(words, surface))
    return mentionAt[surface] as number;
  for (let token = start; token < end; token++) {
    const above = head[token] as number;
    if (start <= above && above < end) continue;
    if (/^(?:who|which|that|whom|whose)$/.test(words.lower[token] as string))
      return antecedentOf(resolution, token);
    const found = mentionAt[token] as number;
    if (found >= 0) return isBodyPart(words, token) ? ownerOf(resolution, token, found) : found;
    if (deprel[token] === 'nmod:poss' || words.upos[token] === 'PUNCT') continue;
  }
  for (let token = start; token < end; token++)
    if ((mentionAt[token] as number) >= 0) return mentionAt[token] as number;
  // "many of whom"
  for (let token = start; token < end; token++)
    if (/^(?:whom|whose|which)$/.test(words.lower[token] as string))
      return antecedentOf(resolution, token);
  return -1;
}

/**
 * The last noun before the first preposition, comma, conjunction or clause of a range: the head of
 * most sources, however the tree cuts them ("[Vale Supreme Court Justice Ben Ruiz], who"). -1 where
 * the range begins otherwise.
 */
function surfaceHead(resolution: Resolution, start: number, end: number): number {
  const { words } = resolution;
  let head = -1;
  for (let token = start; token < end; token++) {
    const upos = words.upos[token] as string;
    if (upos === 'NOUN' || upos === 'PROPN' || (upos === 'NUM' && head < 0) || upos === 'SYM')
      head = token;
    else if (isPossessed(words, token, end)) head = token;
    else if (upos === 'PRON' && words.phrases.deprel[token] !== 'nmod:poss') return head;
    else if (STOPS.has(upos) && (head >= 0 || upos !== 'PUNCT')) break;
    else if (
      upos === 'VERB' &&
      head >= 0 &&
      !isWithin(words.phrases.head[token] as number, token, end)
    )
      break;
  }
  return head;
}

/** The word after "'s" that ends a range, whatever the tagger took it for ("Kova's brief"). */
function isPossessed(words: Words, token: number, end: number): boolean {
  const isLast = token + 1 >= end || words.upos[token + 1] === 'PUNCT';
  if (!isLast || token === 0) return false;
  const isNoun = ((words.bits[token] as number) & (Lexical.Document | Lexical.Person)) !== 0;
  return isPossessive(words, token - 1) || (isNoun && words.upos[token - 1] === 'PROPN');
}

const STOPS = new Set(['ADP', 'PUNCT', 'CCONJ', 'SCONJ', 'AUX']);
const isWithin = (head: number, token: number, end: number): boolean => token < head && head < end;

/** "his eyes said no", "in Orr's view": the words are his. */
const BODY_PARTS = new Set(
  'eyes face voice tone lips hands expression smile grimace shrug nod gaze mind view opinion telling estimation heart'.split(
    ' ',
  ),
);

const isBodyPart = (words: Words, token: number): boolean =>
  BODY_PARTS.has(words.lower[token] as string);

function ownerOf(resolution: Resolution, token: number, found: number): number {
  const { child, sibling, deprel } = resolution.words.phrases;
  for (let at = child[token] as number; 0 <= at; at = sibling[at] as number)
    if (deprel[at] === 'nmod:poss') return resolution.mentionAt[at] as number;
  return found;
}

/** What a relative pronoun stands for: the head of the noun phrase that its clause hangs on. */
function antecedentOf(resolution: Resolution, token: number): number {
  const { words, mentionAt } = resolution;
  const beside = personBefore(resolution, token);
  if (beside >= 0) return beside;
  const { head, deprel } = words.phrases;
  // At most a few steps up: deeper relative pronouns are misread trees.
  for (let at = token, step = 0; 0 <= at && step < 8; at = head[at] as number, step++) {
    const above = head[at] as number;
    if ((deprel[at] as string) === 'acl:relcl' && 0 <= above)
      return /^who/.test(words.lower[token] as string)
        ? antecedentAt(resolution, above)
        : (mentionAt[above] as number);
  }
  // The nearest mention before it, past a comma: "Kova, who said".
  for (let at = token - 1; 0 <= at && token - at < 4; at--)
    if ((mentionAt[at] as number) >= 0) return mentionAt[at] as number;
  return -1;
}

/** "the rise of Vale, who": the person directly before "who", past a comma; -1 where none is. */
function personBefore(resolution: Resolution, token: number): number {
  const { words, mentionAt, mentions } = resolution;
  if (!/^who(?:m|se)?$/.test(words.lower[token] as string)) return -1;
  const last = words.form[token - 1] === ',' ? token - 2 : token - 1;
  const index = mentionAt[last] as number;
  const mention = mentions[index];
  return mention?.kind === 'person' && mention.name ? index : -1;
}

const PERSONAL: ReadonlySet<string> = new Set(['person', 'unnamed', 'group']);

/** "the nominee for president, who began": a bare office is not who; the person above it is. */
function antecedentAt(resolution: Resolution, token: number): number {
  const { words, mentionAt, mentions } = resolution;
  const { head, child } = words.phrases;
  const index = mentionAt[token] as number;
  const above = head[token] as number;
  const mention = mentions[index];
  const isWho = PERSONAL.has(mention?.kind ?? '');
  // "a member of the committee, who asked": a committee is not who; climb to the person.
  for (
    let at = above, step = 0;
    mention && !isWho && 0 <= at && step < 4;
    at = head[at] as number, step++
  ) {
    const other = mentions[mentionAt[at] as number];
    if (other && PERSONAL.has(other.kind)) return mentionAt[at] as number;
  }
  // "Orr's rise, who began": the owner is who.
  const owner = isWho || !mention ? -1 : ownerOf(resolution, token, -1);
  if (PERSONAL.has(mentions[owner]?.kind ?? '')) return owner;
  if (above < 0 || !mention || mention.form === 'name' || mention.isPlural) return index;
  const isBare = (child[token] as number) < 0 || mention.end - mention.start === 1;
  const isPerson = ((words.bits[above] as number) & Lexical.Person) !== 0;
  return isBare && isPerson && words.upos[above] === 'NOUN' ? (mentionAt[above] as number) : index;
}

/** An attribution's speaker, and how sure that is. */
export interface FoundSpeaker {
  readonly cluster: Cluster;
  readonly score: number;
}

/** Sees every answer's features: for the trainer of the sureness weights alone. */
export type SpeakerObserver = (attribution: number, vector: Float64Array) => void;

/** Reading needs but one vector, to sum up; the trainer keeps them. */
const scratch = new Float64Array(SURENESS_FEATURES.length);

/** The speaker of each attribution; undefined where the text does not say. */
export function findSpeakers(
  resolution: Resolution,
  attributions: readonly Attribution[],
  sources: SourceIndex,
  observe?: SpeakerObserver,
): (FoundSpeaker | undefined)[] {
  const answers = attributions.map((_, index): Answer | undefined => {
    const mention = sources.mentionOf[index] as number;
    if (mention < 0) return undefined;
    const range = sources.range[index] as readonly [number, number];
    const cluster = severalIn(resolution, mention, range) ?? clusterAt(resolution, mention);
    const clarity = cluster && clarityOf(resolution, cluster);
    return cluster && { cluster, mention, range, clarity: clarity as number, spokeLast: false };
  });
  noteLastSpeakers(answers);
  const found = answers.map((answer, index): FoundSpeaker | undefined => {
    if (!answer) return undefined;
    const vector = observe ? new Float64Array(scratch.length) : scratch;
    describeAnswer(resolution, answer, vector);
    observe?.(index, vector);
    // A shared subject ("Orr refuses to say") is a little less sure than a marked source.
    const share = attributions[index]?.source.length ? 1 : 0.9;
    // A surname in doubt between two namesakes is nobody's, whatever else speaks for one of them.
    const link = resolution.scoreOf[answer.mention] as number;
    const { form } = resolution.mentions[answer.mention] as Mention;
    const most = form === 'name' && link < DOUBT ? link : 1;
    return { cluster: answer.cluster, score: Math.min(most, share * surenessOf(vector)) };
  });
  for (const [index, attribution] of attributions.entries()) {
    if (found[index] || attribution.continues === undefined) continue;
    const before = found[attribution.continues];
    // Each step of going on is a little less sure.
    if (before) found[index] = { cluster: before.cluster, score: before.score * 0.95 };
  }
  return found;
}

/** Say of each answer whether its actor is the source before, in the order of the text. */
function noteLastSpeakers(answers: readonly (Answer | undefined)[]): void {
  const order = answers.filter((one) => one !== undefined).sort((a, b) => a.range[0] - b.range[0]);
  for (const [at, answer] of order.entries())
    answer.spokeLast = order[at - 1]?.cluster === answer.cluster;
}

/** "The candidate said … he added": whom "he" means is as unclear as who the candidate is. */
function clarityOf({ scoreOf }: Resolution, cluster: Cluster): number {
  if (0 <= cluster.namedAt || cluster.kind !== 'person' || cluster.isPlural) return 1;
  return scoreOf[cluster.mentions[0] as number] as number;
}

/** The coordination that a source names whole: "Vale and Orr" said. */
function severalIn(
  resolution: Resolution,
  mention: number,
  [start, end]: readonly [number, number],
): Cluster | undefined {
  const several = resolution.severalAt.get(mention);
  return several?.joinedAt.some(([from, to]) => start < to && from < end && to <= end + 1)
    ? several
    : undefined;
}
