/**
 * The cast of an article: its actors as the record holds them, whom each stretch of text means, and
 * the speaker of each attribution. Clusters of things and places are no actors.
 * @module
 */
import { type Actor, type ActorKind, actorId, type Span } from '@onrecord/record';
import type { Attribution, Mention } from '../layers.ts';
import { findState } from '../mention/gazetteer.ts';
import { Lexical } from '../mention/lexicon.ts';
import { nameActor } from './actor-name.ts';
import type { Cluster, Resolution } from './cluster.ts';
import { clusterAt } from './cluster.ts';
import { type FoundSpeaker, mentionOfRange, type SourceIndex, tokensOf } from './find-speakers.ts';
import { findRepresented, type Represented } from './represents.ts';

/** The speaker of an attribution. */
export interface Speaker {
  /** The actor's id. */
  readonly actor: string;
  /** How sure, 0 to 1. */
  readonly score: number;
}

/** Who is who in an article. */
export interface Cast {
  readonly actors: readonly Actor[];
  /** The speaker of each attribution, in their order; undefined where he is left open. */
  readonly speakers: readonly (Speaker | undefined)[];
  /** The id of the actor that a span of the text means. @returns undefined for things and places. */
  readonly actorAt: (span: Span) => string | undefined;
  /** All clusters, of things and places too, as spans: for those who score coreference. */
  readonly listClusters: () => Span[][];
}

/** What a cast is described from. */
export interface CastInput {
  readonly resolution: Resolution;
  readonly sources: SourceIndex;
  readonly speakers: readonly (FoundSpeaker | undefined)[];
  readonly attributions: readonly Attribution[];
  readonly articleId: string;
  readonly leastScore?: number;
}

/** Less sure than this, a speaker stays open; docs/quality.md has the table. */
const LEAST_SCORE = 0.65;

/** Make the cast. */
export function describeCast(input: CastInput): Cast {
  const { resolution } = input;
  const maker = new CastMaker(resolution, input.articleId);
  const sourceOf = findSourceRanges(input);
  for (const cluster of resolution.clusters)
    if (isActor(resolution, cluster, sourceOf.has(cluster)))
      maker.addActor(cluster, sourceOf.get(cluster));
  const least = input.leastScore ?? LEAST_SCORE;
  const speakers = input.speakers.map((found) => {
    if (!found || found.score < least) return undefined;
    const actor = maker.idOf.get(found.cluster);
    return actor ? { actor, score: found.score } : undefined;
  });
  maker.addRepresented();
  return {
    actors: maker.actors,
    speakers,
    actorAt: (span) => maker.actorAt(span),
    listClusters: () => maker.listClusters(),
  };
}

/** The fullest source of each cluster that is one: the one with most words. */
function findSourceRanges({
  speakers,
  sources,
}: CastInput): Map<Cluster, readonly [number, number]> {
  const found = new Map<Cluster, readonly [number, number]>();
  for (const [index, speaker] of speakers.entries()) {
    if (!speaker) continue;
    const range = sources.range[index] as readonly [number, number];
    const known = found.get(speaker.cluster);
    if (!known || known[1] - known[0] < range[1] - range[0]) found.set(speaker.cluster, range);
  }
  return found;
}

const NAMED: ReadonlySet<string> = new Set(['person', 'government', 'organisation']);

/** Whether a cluster can speak or be bound. A source always can. */
function isActor(resolution: Resolution, cluster: Cluster, isSource: boolean): boolean {
  if (isSource) return true;
  if (cluster.mentions.length === 0) return false;
  if (cluster.members.length > 0) return true;
  const first = resolution.mentions[cluster.mentions[0] as number] as Mention;
  if (isOutside(resolution, first)) return cluster.mentions.length > 1 && cluster.kind !== 'thing';
  if (cluster.kind === 'place' || cluster.kind === 'thing' || cluster.kind === 'document')
    return false;
  if (cluster.namedAt >= 0) return NAMED.has(cluster.kind) || cluster.kind === 'group';
  return cluster.count !== undefined || hasArgument(resolution, cluster);
}

/** "They made him chairman": a noun that is never subject, object or complement is no actor. */
function hasArgument(resolution: Resolution, cluster: Cluster): boolean {
  return cluster.mentions.some((index) => {
    const { form, headWord } = resolution.mentions[index] as Mention;
    return form !== 'pronoun' && ARGUMENT.test(resolution.words.phrases.deprel[headWord] as string);
  });
}
const ARGUMENT = /^(?:nsubj|obj|iobj|obl|nmod)/;

/** Names in bylines and credits are nobody that the article is about. */
function isOutside(resolution: Resolution, mention: Mention): boolean {
  const { sentences, structure } = resolution.words.analysis;
  const sentence = sentences.of[mention.start] as number;
  const kind = structure.parts[sentences.part[sentence] as number]?.kind;
  return kind === 'byline' || kind === 'credit' || kind === 'boilerplate';
}

class CastMaker {
  readonly actors: Actor[] = [];
  readonly idOf = new Map<Cluster, string>();
  private readonly resolution: Resolution;
  private readonly articleId: string;
  private readonly byCountry = new Map<string, string>();
  private readonly ids = new Set<string>();

  constructor(resolution: Resolution, articleId: string) {
    this.resolution = resolution;
    this.articleId = articleId;
  }

  addActor(cluster: Cluster, source?: readonly [number, number]): void {
    const kind = kindOfActor(this.resolution, cluster);
    const name = nameActor(this.resolution, cluster, source);
    const id = this.makeId(kind, name, cluster);
    const label = classOf(this.resolution, cluster, kind);
    this.idOf.set(cluster, id);
    if (cluster.country && kind === 'government' && !this.byCountry.has(cluster.country))
      this.byCountry.set(cluster.country, id);
    const actor: Actor = { id, name, kind, roles: this.rolesOf(cluster), mentions: [] };
    if (cluster.count !== undefined) actor.count = cluster.count;
    if (label) actor.class = label;
    if (cluster.country) actor.country = cluster.country;
    if (cluster.wikidata) actor.wikidata = cluster.wikidata;
    actor.mentions = this.mentionsOf(cluster);
    this.actors.push(actor);
  }

  private rolesOf({ roles }: Cluster): Actor['roles'] {
    if (roles.length === 0) return [];
    const found = roles.map(({ start, end }) => ({
      title: this.textOf(start, end),
      span: this.spanOf(start, end),
    }));
    return 1 < found.length ? found.sort((a, b) => a.span[0] - b.span[0]) : found;
  }

  /** Its mentions in the order of the text, in which they mostly are. */
  private mentionsOf({ joinedAt, mentions: indices }: Cluster): Actor['mentions'] {
    const { mentions, words } = this.resolution;
    const found: Actor['mentions'] = [];
    for (const [start, end] of joinedAt)
      found.push({ span: this.spanOf(start, end), form: 'nominal' });
    for (const index of indices) {
      const { start, end, form, name } = mentions[index] as Mention;
      // "President Vale, who flew in": what is told of him is no part of what he is called.
      const isTold = name && name[1] < end && /^(,|who|which|whom)$/.test(words.lower[name[1]]!);
      const last = form === 'name' && isTold ? name[1] : end;
      found.push({ span: this.spanOf(start, last), form });
    }
    const isInOrder = found.every(
      ({ span }, at) => at === 0 || (found[at - 1] as { span: Span }).span[0] <= span[0],
    );
    return isInOrder ? found : found.sort((a, b) => a.span[0] - b.span[0]);
  }

  /** Two actors of one name and kind ("a senior official", twice) are told apart by their place. */
  private makeId(kind: string, name: string, cluster: Cluster): string {
    let id = actorId(this.articleId, kind, name);
    if (this.ids.has(id)) {
      const at = this.firstTokenOf(cluster);
      id = actorId(this.articleId, kind, `${name}@${this.spanOf(at, at + 1)[0]}`);
    }
    this.ids.add(id);
    return id;
  }

  private firstTokenOf({ mentions, joinedAt }: Cluster): number {
    let first = Number.POSITIVE_INFINITY;
    for (const index of mentions)
      first = Math.min(first, (this.resolution.mentions[index] as Mention).start);
    for (const [start] of joinedAt) first = Math.min(first, start);
    return first;
  }

  private spanOf(start: number, end: number): Span {
    const { tokens } = this.resolution.words.analysis;
    return [tokens.start[start] as number, tokens.end[end - 1] as number];
  }

  private textOf(start: number, end: number): string {
    const [from, to] = this.spanOf(start, end);
    return this.resolution.words.analysis.text.slice(from, to);
  }

  /** Say for whom each person speaks, adding the states that the text only implies. */
  addRepresented(): void {
    for (const [cluster, id] of [...this.idOf]) {
      if (cluster.kind !== 'person') continue;
      const found = findRepresented(this.resolution, cluster);
      const target = found ? this.idOfRepresented(found) : undefined;
      const actor = target && target !== id ? this.actors.find((one) => one.id === id) : undefined;
      if (actor && target) actor.represents = target;
    }
  }

  private idOfRepresented(found: Represented): string | undefined {
    if (found.kind === 'cluster') return this.idOf.get(found.cluster);
    if (found.kind === 'words') return this.addBody(found.start, found.end);
    const known = this.byCountry.get(found.country);
    const state = findState(found.country);
    if (known || !state) return known;
    const id = actorId(this.articleId, 'government', state.name);
    this.byCountry.set(state.code, id);
    this.ids.add(id);
    const wikidata = state.wikidata ? { wikidata: state.wikidata } : {};
    this.actors.push({
      id,
      name: state.name,
      kind: 'government',
      roles: [],
      country: state.code,
      ...wikidata,
      mentions: [],
    });
    return id;
  }

  /** A body that only a role names ("the [foreign ministry] spokeswoman"). */
  private addBody(start: number, end: number): string {
    const name = this.textOf(start, end);
    const known = this.actors.find((actor) => actor.kind === 'organisation' && actor.name === name);
    if (known) return known.id;
    const id = actorId(this.articleId, 'organisation', name);
    this.ids.add(id);
    const mentions = [{ span: this.spanOf(start, end), form: 'nominal' as const }];
    this.actors.push({ id, name, kind: 'organisation', roles: [], mentions });
    return id;
  }

  listClusters(): Span[][] {
    const { clusters, mentions } = this.resolution;
    return clusters
      .map((cluster) => [
        // A coordination that nothing takes up again is no mention.
        ...(cluster.mentions.length > 0 ? cluster.joinedAt : []).map(([a, b]) => this.spanOf(a, b)),
        ...cluster.mentions.map((index) => {
          const { start, end } = mentions[index] as Mention;
          return this.spanOf(start, end);
        }),
      ])
      .filter((spans) => spans.length > 0);
  }

  actorAt(span: Span): string | undefined {
    const range = tokensOf(this.resolution, span);
    const cluster = clusterAt(this.resolution, mentionOfRange(this.resolution, range));
    return cluster ? this.idOf.get(cluster) : undefined;
  }
}

function kindOfActor(resolution: Resolution, cluster: Cluster): ActorKind {
  const { kind } = cluster;
  if (kind === 'place') return 'government';
  if (kind === 'thing') return kindOfThing(resolution, cluster);
  if (kind === 'unnamed' && cluster.namedAt >= 0) return 'person';
  if (kind === 'person' && cluster.namedAt < 0) return 'unnamed';
  return kind;
}

/** What speaks and is neither person nor body by its noun. */
function kindOfThing({ words, mentions }: Resolution, cluster: Cluster): ActorKind {
  if (cluster.namedAt >= 0) return 'organisation';
  const first = mentions[cluster.mentions[0] as number];
  if (cluster.isPlural || !first) return 'group';
  // "The campaign has not decided": elsewhere an activity, it speaks as a body.
  if ((words.bits[first.headWord] as number) & Lexical.Body) return 'organisation';
  // "the left", "the two", "none", "another": those who are so; not the "50" of "a 50-state poll".
  const isStandIn = /^(?:ADJ|NUM|DET|PRON)$/.test(words.upos[first.headWord] as string);
  return isStandIn && words.form[first.headWord + 1] !== '-' ? 'group' : 'document';
}

/** Of the unnamed: the noun that says what they are ("official", "diplomat"). */
function classOf(resolution: Resolution, cluster: Cluster, kind: ActorKind): string | undefined {
  if (
    cluster.namedAt >= 0 ||
    cluster.members.length > 0 ||
    (kind !== 'unnamed' && kind !== 'group')
  )
    return undefined;
  for (const index of cluster.mentions) {
    const mention = resolution.mentions[index] as Mention;
    if (mention.form !== 'pronoun') return resolution.words.lemma[mention.headWord];
  }
  return undefined;
}
