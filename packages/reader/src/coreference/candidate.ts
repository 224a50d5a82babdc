/**
 * Candidates of an anaphor: the clusters mentioned lately, and what speaks for each, as numbers that
 * weights add up (after Lappin and Leass 1994, with weights learnt). Few, so that each can be read.
 * @module
 */
import type { Mention } from '../layers.ts';
import { sentenceOf } from '../mention/words.ts';
import { type Cluster, clusterAt, type Resolution } from './cluster.ts';

/** What speaks for or against a candidate: the columns of a weight table. */
// biome-ignore format: a table
export const CANDIDATE_FEATURES = [
  'distance0', 'distance1', 'distance2', 'distance3', 'distance4', 'rank', 'first', 'subject', 'object',
  'oblique', 'possessor', 'modifier', 'sameRole', 'subjectBoth', 'source', 'lastSource', 'quoted',
  'sameQuote', 'named', 'pronoun', 'nominal', 'indefinite', 'frequency', 'single', 'genderKnown', 'topic',
  'startsSentence', 'title', 'unknownKind', 'sameForm', 'sameParagraph', 'lastParagraph', 'sameClause',
  'possessiveOfSubject', 'state', 'body', 'group', 'paper', 'place', 'person', 'several', 'anaphorSource',
  'goesOn', 'subjectBefore',
] as const;
export type CandidateFeature = (typeof CANDIDATE_FEATURES)[number];

/** The column of each feature. */
const Column = Object.fromEntries(CANDIDATE_FEATURES.map((name, at) => [name, at])) as Readonly<
  Record<CandidateFeature, number>
>;
const DISTANCES = [
  Column.distance0,
  Column.distance1,
  Column.distance2,
  Column.distance3,
  Column.distance4,
];

/** Weights in the order of `CANDIDATE_FEATURES`, from a table by name. */
export function orderWeights(table: Readonly<Record<string, number>>): Float64Array {
  const weights = new Float64Array(CANDIDATE_FEATURES.length);
  for (const [name, value] of Object.entries(table)) {
    const at = (Column as Readonly<Record<string, number>>)[name];
    if (at === undefined) throw new RangeError(`no candidate feature is called ${name}`);
    weights[at] = value;
  }
  return weights;
}

/** A cluster that may be meant, with its last mention before the anaphor. */
export interface Candidate {
  readonly cluster: Cluster;
  readonly mention: number;
  /** How many other clusters were mentioned since. */
  readonly rank: number;
}

/** How far back candidates are looked for: sentences, mentions, and candidates themselves. */
const WINDOW = { Sentences: 5, Mentions: 60, Candidates: 16 } as const;

/**
 * The clusters mentioned before mention `index`, latest first, each once.
 * @param accepts - whether a cluster can be meant at all.
 */
export function findCandidates(
  resolution: Resolution,
  index: number,
  accepts: (cluster: Cluster, mention: number) => boolean,
): Candidate[] {
  const { mentions, words } = resolution;
  const here = sentenceOf(words, (mentions[index] as Mention).start);
  const found: Candidate[] = [];
  const offer = (cluster: Cluster | undefined, mention: number): void => {
    if (!cluster || isFound(found, cluster) || !accepts(cluster, mention)) return;
    // "She is a doctor. She …": the predicate says what she is, it is not whom "she" means.
    if (cluster.mentions.length === 1 && isPredicate(resolution, mentions[mention] as Mention))
      return;
    found.push({ cluster, mention, rank: found.length });
  };
  for (let at = index - 1; 0 <= at && index - at <= WINDOW.Mentions; at--) {
    if (here - sentenceOf(words, (mentions[at] as Mention).start) > WINDOW.Sentences) break;
    offer(resolution.severalAt.get(at), at);
    offer(clusterAt(resolution, at), at);
    if (found.length >= WINDOW.Candidates) break;
  }
  return found;
}

function isFound(found: readonly Candidate[], cluster: Cluster): boolean {
  for (const one of found) if (one.cluster === cluster) return true;
  return false;
}

function isPredicate(resolution: Resolution, { form, headWord }: Mention): boolean {
  if (form === 'name' || form === 'pronoun') return false;
  const { child, sibling, deprel } = resolution.words.phrases;
  for (let at = child[headWord] as number; 0 <= at; at = sibling[at] as number)
    if (deprel[at] === 'cop') return true;
  return false;
}

/** The grammatical place of a mention, as far as salience goes. */
export function placeOf(resolution: Resolution, mention: Mention): CandidateFeature {
  const relation = resolution.words.phrases.deprel[mention.headWord] as string;
  if (relation.startsWith('nsubj') || relation === 'root' || relation === 'obl:agent')
    return 'subject';
  if (relation === 'obj' || relation === 'iobj') return 'object';
  if (relation === 'nmod:poss') return 'possessor';
  if (relation === 'compound' || relation === 'nmod:desc') return 'modifier';
  return 'oblique';
}

/** What is known of the anaphor and of who speaks where, the same for all its candidates. */
export interface AnaphorContext {
  readonly isSource: (mention: number) => boolean;
  /** The source of the attribution that ended last before the anaphor, as a cluster. */
  readonly lastSource: Cluster | undefined;
  /** A subject before it in its sentence may be meant: "Similarly, Vale spoke, and he said". */
  readonly subject?: Cluster | undefined;
}

const KIND_COLUMN: Readonly<Record<string, number>> = {
  government: Column.state,
  organisation: Column.body,
  group: Column.group,
  document: Column.paper,
  place: Column.place,
  person: Column.person,
  unnamed: Column.person,
  thing: Column.unknownKind,
};

/** "A reporter asked Orr about it. He said": who only asks does not go on. */
const ASKERS = ['reporter', 'journalist', 'interviewer', 'moderator', 'questioner'] as const;
const isAsker = ({ heads, namedAt }: Cluster): boolean =>
  namedAt < 0 && ASKERS.some((asker) => heads.includes(asker));

const INDEFINITE = new Set(['a', 'an', 'some', 'no', 'any']);

/** What a candidate's features are filled from. */
export interface CandidateInput {
  readonly resolution: Resolution;
  /** The anaphor's mention. */
  readonly index: number;
  readonly context: AnaphorContext;
}

/** Fill `vector`, one place a feature, for a candidate of an anaphor. */
export function describeCandidate(
  { resolution, index, context }: CandidateInput,
  candidate: Candidate,
  vector: Float64Array,
): void {
  vector.fill(0);
  const set = (column: number, value: boolean): void => {
    if (value) vector[column] = 1;
  };
  const { mentions, words } = resolution;
  const { cluster } = candidate;
  const anaphor = mentions[index] as Mention;
  const mention = mentions[candidate.mention] as Mention;
  const { sentences, quotes, structure } = words.analysis;
  const [here, there] = [sentenceOf(words, anaphor.start), sentenceOf(words, mention.start)];
  const distance = Math.min(here - there, 4);
  set(DISTANCES[distance] as number, true);
  vector[Column.rank] = Math.min(candidate.rank, 8);
  set(Column.first, candidate.rank === 0);
  const [place, own] = [placeOf(resolution, mention), placeOf(resolution, anaphor)];
  set(Column[place], true);
  set(Column.sameRole, place === own);
  set(Column.subjectBoth, place === 'subject' && own === 'subject');
  // A subject in between takes over from who spoke before it.
  const isPast = context.subject !== undefined && context.subject !== cluster;
  set(Column.subjectBefore, context.subject === cluster);
  const isSource = context.isSource(candidate.mention);
  set(Column.source, isSource);
  set(Column.anaphorSource, isSource && context.isSource(index) && !isPast);
  const isLast = context.lastSource === cluster;
  const [outer, inner] = [quotes.depth[anaphor.headWord], quotes.depth[mention.headWord]] as [
    number,
    number,
  ];
  set(Column.quoted, 0 < inner && outer === 0);
  set(Column.sameQuote, 0 < inner && 0 < outer);
  const isName = mention.form === 'name' || mention.form === 'metonym';
  set(isName ? Column.named : mention.form === 'pronoun' ? Column.pronoun : Column.nominal, true);
  set(Column.indefinite, INDEFINITE.has(words.lower[mention.start] as string));
  vector[Column.frequency] = Math.log(1 + cluster.mentions.length);
  set(Column.single, cluster.mentions.length === 1);
  set(Column.topic, cluster.mentions.length >= 5);
  set(Column.genderKnown, cluster.gender !== undefined);
  set(Column.startsSentence, sentences.start[there] === mention.start);
  const [part, otherPart] = [sentences.part[here] as number, sentences.part[there] as number];
  set(Column.title, structure.parts[otherPart]?.kind === 'title');
  set(Column.sameParagraph, part === otherPart);
  set(Column.lastParagraph, part === otherPart + 1);
  // "“It fell,” Orr said. “It will rise,” he said.": who spoke last speaks on.
  const isOn = isLast && context.isSource(index) && part <= otherPart + 1;
  set(Column.lastSource, isLast && !isPast);
  set(Column.goesOn, isOn && !isAsker(cluster) && !isPast);
  set(
    Column.sameForm,
    mention.form === 'pronoun' &&
      mention.gender === anaphor.gender &&
      !!mention.isPlural === !!anaphor.isPlural,
  );
  const { head } = words.phrases;
  const governor = head[anaphor.headWord] as number;
  const shared = head[mention.headWord] as number;
  set(Column.sameClause, 0 <= shared && (governor === shared || head[governor] === shared));
  set(Column.possessiveOfSubject, own === 'possessor' && place === 'subject' && here === there);
  set(cluster.members.length > 0 ? Column.several : (KIND_COLUMN[cluster.kind] as number), true);
}
