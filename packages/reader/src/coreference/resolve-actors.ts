/**
 * From mentions to actors: names over the whole article, appositions, then roles, nominals and
 * pronouns from left to right, the sources of attributions, and last the pronouns inside
 * quotations, which hang on who speaks. The order of the passes stands here and nowhere else.
 * @module
 */
import type { Analysis, Attribution, Mention } from '../layers.ts';
import { readWords } from '../mention/words.ts';
import { type Cast, describeCast } from './cast.ts';
import {
  addCluster,
  addMention,
  type Cluster,
  clusterAt,
  openResolution,
  type Resolution,
} from './cluster.ts';
import {
  findSources,
  findSpeakers,
  type SourceIndex,
  type SpeakerObserver,
} from './find-speakers.ts';
import { HeadIndex } from './head-index.ts';
import { joinAppositions } from './join-appositions.ts';
import { joinCataphora } from './join-cataphora.ts';
import { joinNames } from './join-names.ts';
import { noteSeveral } from './join-severals.ts';
import { joinStates, noteStates } from './join-states.ts';
import { resolveNominal } from './resolve-nominals.ts';
import { resolvePronoun, resolveSpeakersPronoun, type SpeakerContext } from './resolve-pronouns.ts';
import { settleNamesakes } from './settle-namesakes.ts';

/** What the actors of an article are made from. */
export interface ActorsInput {
  readonly analysis: Analysis;
  readonly mentions: readonly Mention[];
  readonly attributions: readonly Attribution[];
  /** The article's id, which the actors' ids begin from. */
  readonly articleId: string;
  /** Below this score a speaker is left open rather than guessed. */
  readonly leastScore?: number;
  /** The outlet: its name may tell whose president "the president" is. */
  readonly publisher?: string;
  /** For the trainer of the pronoun weights alone. */
  readonly observe?: SpeakerContext['observe'];
  /** For the trainer of the sureness weights alone. */
  readonly observeSpeaker?: SpeakerObserver;
}

/**
 * Resolve mentions to actors and attributions to speakers.
 * @returns a cast without actors for a text without names.
 */
export function resolveActors(input: ActorsInput): Cast {
  const words = readWords(input.analysis);
  const resolution = openResolution(words, input.mentions, input.attributions.length);
  if (input.publisher !== undefined) resolution.publisher = input.publisher;
  joinNames(resolution);
  joinAppositions(resolution);
  settleNamesakes(resolution);
  joinStates(resolution);
  const sources = findSources(resolution, input.attributions);
  resolveInOrder(resolution, input.attributions, sources, input.observe);
  noteStates(resolution);
  const speakers = findSpeakers(resolution, input.attributions, sources, input.observeSpeaker);
  return describeCast({ resolution, sources, speakers, ...input });
}

function resolveInOrder(
  resolution: Resolution,
  attributions: readonly Attribution[],
  sources: SourceIndex,
  observe?: SpeakerContext['observe'],
): void {
  const heads = new HeadIndex(resolution);
  const context: SpeakerContext = {
    isSource: (mention) => sources.isSource[mention] === 1,
    speakerAt: (token) => speakerAt(resolution, attributions, sources, token),
    lastSourceAt: findLastSources(resolution, sources),
    ...(observe ? { observe } : {}),
  };
  const late: number[] = [];
  for (let index = 0; index < resolution.mentions.length; index++) {
    const mention = resolution.mentions[index] as Mention;
    const known = clusterAt(resolution, index);
    if (known) {
      heads.note(index);
      noteSeveral(resolution, index);
      continue;
    }
    // Pronouns inside speech wait until every speaker outside is known: "“I agree,” he said."
    if (mention.form === 'pronoun') {
      if ((sources.speechAt[mention.start] as number) >= 0) late.push(index);
      else resolveOpenPronoun(resolution, index, context);
      heads.note(index);
      continue;
    }
    resolveOwner(resolution, index, { sources, context });
    resolveNominal(resolution, heads, index);
    heads.note(index);
    noteSeveral(resolution, index);
  }
  joinCataphora(resolution);
  for (const index of late)
    if (!resolveSpeakersPronoun(resolution, index, context))
      resolveOpenPronoun(resolution, index, context);
  joinBodies(resolution, late, context);
}

/** "her country": whom "her" means must be known before whose country it is. */
function resolveOwner(
  resolution: Resolution,
  index: number,
  { sources, context }: { readonly sources: SourceIndex; readonly context: SpeakerContext },
): void {
  const mention = resolution.mentions[index] as Mention;
  const next = resolution.mentions[index + 1];
  if (next?.form !== 'pronoun' || next.start !== mention.start) return;
  if (clusterAt(resolution, index + 1) || (sources.speechAt[next.start] as number) >= 0) return;
  resolveOpenPronoun(resolution, index + 1, context);
}

/** A pronoun of the third person by its candidates; "I", "we" and "you" outside speech by form. */
function resolveOpenPronoun(resolution: Resolution, index: number, context: SpeakerContext): void {
  resolvePronoun(resolution, index, context);
}

/** "We" and "you", still open: one entity each for a stretch of speech or for the whole text. */
function joinBodies(
  resolution: Resolution,
  late: readonly number[],
  context: SpeakerContext,
): void {
  const isLate = new Set(late);
  const open = new Map<string, Cluster>();
  for (let index = 0; index < resolution.mentions.length; index++) {
    const mention = resolution.mentions[index] as Mention;
    if (clusterAt(resolution, index) || mention.form !== 'pronoun') continue;
    const form = resolution.words.lower[mention.start] as string;
    const person = /^(?:i|me|my|mine|myself)$/.test(form) ? 'i' : /^you/.test(form) ? 'you' : 'we';
    const speaker = isLate.has(index) ? context.speakerAt(mention.start)?.index : undefined;
    const key = `${person}|${speaker ?? ''}`;
    const known = open.get(key);
    if (known) addMention(resolution, known, index, 0.3);
    else open.set(key, addCluster(resolution, index, 0.3));
  }
}

/** A look-up of the source that stands last before a token; calls must go forwards or start anew. */
function findLastSources(
  resolution: Resolution,
  sources: SourceIndex,
): (token: number) => Cluster | undefined {
  const order = [...sources.mentionOf].filter((mention) => mention >= 0).sort((a, b) => a - b);
  return (token) => {
    let [low, high] = [0, order.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((resolution.mentions[order[middle] as number] as Mention).end <= token) low = middle + 1;
      else high = middle;
    }
    return low > 0 ? clusterAt(resolution, order[low - 1] as number) : undefined;
  };
}

function speakerAt(
  resolution: Resolution,
  attributions: readonly Attribution[],
  sources: SourceIndex,
  token: number,
): Cluster | undefined {
  let at: number | undefined = sources.speechAt[token];
  // A chain of paragraphs that go on is as long as the article at most.
  for (let step = 0; at !== undefined && 0 <= at && step <= attributions.length; step++) {
    const mention = sources.mentionOf[at] as number;
    if (mention >= 0) return clusterAt(resolution, mention);
    at = attributions[at]?.continues;
  }
  return undefined;
}
