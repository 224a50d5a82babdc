/**
 * Clusters: the mentions that refer to one entity, with what they tell of it together. Grown by the
 * passes of `resolve-actors.ts`, read by `cast.ts`.
 * @module
 */
import type { Mention, MentionKind } from '../layers.ts';
import { Lexical, lexicalBitsOf } from '../mention/lexicon.ts';
import type { Words } from '../mention/words.ts';

/** A role that the text gives: the tokens of its words, and its head noun. */
export interface ClusterRole {
  readonly start: number;
  readonly end: number;
  readonly headWord: number;
}

/** One entity, as far as it is known. */
export interface Cluster {
  readonly index: number;
  kind: MentionKind;
  /** Indices into the mentions, in the order of joining. */
  readonly mentions: number[];
  gender: 'female' | 'male' | undefined;
  isPlural: boolean;
  count: number | undefined;
  country: string | undefined;
  /** The gazetteer's name and id. */
  gazetteerName: string | undefined;
  wikidata: string | undefined;
  /** Lower-case words of the fullest name. */
  nameWords: readonly string[];
  /** The mention that holds the fullest name, or -1. */
  namedAt: number;
  roles: readonly ClusterRole[];
  /** The cluster of its possessor ("her country"), where it has one. */
  owner: number | undefined;
  /** The token at which it was last mentioned as far as the text has been read, -1 before. */
  lastSeen: number;
  seenCount: number;
  /** Lemmas of nominal and role heads ("president", "senator"), each once. */
  heads: readonly string[];
  /** The clusters of which this one is made ("Vale and Orr"); empty for most. */
  readonly members: readonly number[];
  /** Where the members stand joined by "and", as token ranges. */
  joinedAt: readonly (readonly [start: number, end: number])[];
}

/** The growing state of the stage. */
export interface Resolution {
  readonly words: Words;
  /** A copy of the stage's input: names cut shorter are put back here. */
  readonly mentions: Mention[];
  readonly clusters: Cluster[];
  /** The cluster of each mention, -1 while none. */
  readonly clusterOf: Int32Array;
  /** How sure the link of each mention to its cluster is, 0 to 1. */
  readonly scoreOf: Float64Array;
  /** The mention whose head or name covers a token, -1 where none; the innermost one. */
  readonly mentionAt: Int32Array;
  /** The cluster of several persons or bodies that begins at a mention ("Vale" of "Vale and Orr"). */
  readonly severalAt: Map<number, Cluster>;
  /** The same by the indices of the members. */
  readonly severals: Map<string, Cluster>;
  /** States that the text alone shows, by what their adjectives share with their names. */
  statesByStem?: Map<string, Cluster>;
  /** The outlet, where the caller knows it. */
  publisher?: string;
}

/**
 * Begin with no mention resolved.
 * @param spare - how many mentions may be added: one for each attribution's source.
 */
export function openResolution(
  words: Words,
  mentions: readonly Mention[],
  spare: number,
): Resolution {
  const mentionAt = new Int32Array(words.length).fill(-1);
  for (let index = 0; index < mentions.length; index++) {
    const mention = mentions[index] as Mention;
    if (mention.name)
      for (let token = mention.name[0]; token < mention.name[1]; token++) mentionAt[token] = index;
    if (mention.title)
      // The title's words lead to its name, those of a state inside it to the state.
      for (let token = mention.title[0]; token < mention.title[1]; token++)
        if (mentionAt[token] === -1) mentionAt[token] = index;
    mentionAt[mention.headWord] = index;
  }
  return {
    words,
    mentions: [...mentions],
    clusters: [],
    clusterOf: new Int32Array(mentions.length + spare).fill(-1),
    scoreOf: new Float64Array(mentions.length + spare),
    mentionAt,
    severalAt: new Map(),
    severals: new Map(),
  };
}

/** What is told apart when a cluster begins. */
type Beginning = Pick<Cluster, 'kind' | 'isPlural' | 'count' | 'heads' | 'members' | 'mentions'>;

/** Lists of most clusters stay empty: all those have one, and a list that grows is made anew. */
const NO_WORDS: readonly string[] = [];
const NOBODY: readonly number[] = [];
const NO_ROLES: readonly ClusterRole[] = [];
const NOWHERE: Cluster['joinedAt'] = [];

/** A cluster; every field is there from the start, so that all have one shape. */
function beginCluster(
  resolution: Resolution,
  { kind, isPlural, count, heads, members, mentions }: Beginning,
): Cluster {
  const cluster: Cluster = {
    index: resolution.clusters.length,
    kind,
    mentions,
    gender: undefined,
    isPlural,
    count,
    country: undefined,
    gazetteerName: undefined,
    wikidata: undefined,
    nameWords: NO_WORDS,
    namedAt: -1,
    roles: NO_ROLES,
    owner: undefined,
    lastSeen: -1,
    seenCount: 0,
    heads,
    members,
    joinedAt: NOWHERE,
  };
  resolution.clusters.push(cluster);
  return cluster;
}

/** Add a cluster of one mention. */
export function addCluster(resolution: Resolution, mention: number, score: number): Cluster {
  const { kind } = resolution.mentions[mention] as Mention;
  const cluster = beginCluster(resolution, {
    kind,
    heads: NO_WORDS,
    isPlural: false,
    count: undefined,
    members: NOBODY,
    mentions: [mention],
  });
  takeOver(resolution, cluster, mention, score);
  return cluster;
}

/** Add a cluster of several others; it has no mention of its own before one takes it up. */
export function addSeveral(resolution: Resolution, members: readonly Cluster[]): Cluster {
  const [first] = members;
  const heads = (first?.heads ?? []).filter((head) =>
    members.every((one) => one.heads.includes(head)),
  );
  return beginCluster(resolution, {
    kind: 'group',
    heads,
    isPlural: true,
    count: members.length,
    members: members.map((one) => one.index),
    mentions: [],
  });
}

/** Note a role that the text gives. */
export function addRole(cluster: Cluster, role: ClusterRole): void {
  cluster.roles = [...cluster.roles, role];
}

/** Join a mention to a cluster, and take over what it tells. */
export function addMention(
  resolution: Resolution,
  cluster: Cluster,
  index: number,
  score: number,
): void {
  cluster.mentions.push(index);
  takeOver(resolution, cluster, index, score);
}

function takeOver(resolution: Resolution, cluster: Cluster, index: number, score: number): void {
  const { words, mentions, clusterOf, scoreOf } = resolution;
  const mention = mentions[index] as Mention;
  clusterOf[index] = cluster.index;
  scoreOf[index] = score;
  if (mention.gender && !cluster.gender) cluster.gender = mention.gender;
  if (mention.country && !cluster.country && mention.kind !== 'person')
    cluster.country = mention.country;
  if (mention.count !== undefined && cluster.count === undefined) cluster.count = mention.count;
  if (mention.isPlural && mention.form !== 'pronoun' && cluster.namedAt < 0)
    cluster.isPlural = true;
  if (mention.title) {
    const headWord = mention.title[1] - 1;
    addRole(cluster, { start: mention.title[0], end: mention.title[1], headWord });
    addHead(words, cluster, headWord);
  }
  if (mention.form === 'role' || (mention.form === 'nominal' && mention.kind !== 'thing'))
    addHead(words, cluster, mention.headWord);
}

/** The lower-case lemma of a head; "Senators", a proper noun to the tagger, is "senator" too. */
export function headLemma(words: Words, token: number): string {
  const lemma = words.lemma[token] as string;
  if (words.upos[token] !== 'PROPN' || !lemma.endsWith('s')) return lemma;
  const stem = lemma.slice(0, -1);
  return lexicalBitsOf(stem) === 0 ? lemma : stem;
}

function noteHead(cluster: Cluster, head: string): void {
  if (!cluster.heads.includes(head)) cluster.heads = [...cluster.heads, head];
}

/** Remember the head noun of a role or nominal, and the gender that it names. */
export function addHead(words: Words, cluster: Cluster, headWord: number): void {
  noteHead(cluster, headLemma(words, headWord));
  const bits = words.bits[headWord] as number;
  if (cluster.gender || cluster.isPlural || (bits & Lexical.Person) === 0) return;
  if (bits & Lexical.Female) cluster.gender = 'female';
  else if (bits & Lexical.Male) cluster.gender = 'male';
}

/** The cluster of a mention, where it has one. */
export function clusterAt(resolution: Resolution, mention: number): Cluster | undefined {
  return mention < 0 ? undefined : resolution.clusters[resolution.clusterOf[mention] as number];
}

/** Move all of one cluster's mentions into another ("the judge, Frank Nervo"). */
export function mergeClusters(resolution: Resolution, into: Cluster, from: Cluster): void {
  if (into === from) return;
  // What was unsure of a description alone is as sure as the join.
  for (const mention of from.mentions)
    addMention(resolution, into, mention, Math.max(0.75, resolution.scoreOf[mention] as number));
  for (const role of from.roles)
    if (!into.roles.some((one) => one.start === role.start)) addRole(into, role);
  for (const head of from.heads) noteHead(into, head);
  if (from.namedAt >= 0 && from.nameWords.length > into.nameWords.length) {
    into.nameWords = from.nameWords;
    into.namedAt = from.namedAt;
  }
  if (from.gazetteerName && !into.gazetteerName) into.gazetteerName = from.gazetteerName;
  if (from.wikidata && !into.wikidata) into.wikidata = from.wikidata;
  if (from.count !== undefined && into.count === undefined) into.count = from.count;
  if (!into.gender && from.gender) into.gender = from.gender;
  if (!into.country && from.country) into.country = from.country;
  from.mentions.length = 0;
  from.namedAt = -1;
  from.roles = NO_ROLES;
}
