/**
 * Definite noun phrases: "the president", "the French minister", "the senator" go to the person
 * whose role the text gave in those words; "the committee", "the agency" to the body whose name
 * holds that word; "the plan" to the plan named before. Indefinite ones begin an entity.
 * @module
 */
import type { Mention } from '../layers.ts';
import { canonicalHead } from '../mention/lexicon.ts';
import { sentenceOf } from '../mention/words.ts';
import {
  addCluster,
  addMention,
  addSeveral,
  type Cluster,
  clusterAt,
  type Resolution,
} from './cluster.ts';
import { countryIn } from './country-in.ts';
import type { HeadIndex } from './head-index.ts';
import { findSeveralOf } from './join-severals.ts';
import { bodyOf } from './represents.ts';

const isFormer = ({ words }: Resolution, { start, headWord }: Mention): boolean =>
  words.lower[start] === 'former' || (start + 1 < headWord && words.lower[start + 1] === 'former');

/** Words that a body of any name may be called by. */
const ANY_BODY = new Set([
  'agency',
  'company',
  'organization',
  'organisation',
  'group',
  'body',
  'firm',
  'institution',
]);
/** Words that any paper, station or site may be called by. */
const MEDIA = new Set(
  'newspaper paper tabloid magazine broadcaster network outlet website daily weekly'.split(' '),
);
const OUTLETS =
  /^(?:times|post|herald|tribune|gazette|journal|chronicle|news|press|guardian|independent|observer|telegraph|mail|mirror|sun|star|globe|today|week|review|examiner|courier|dispatch|echo|magazine|tv|television|radio)$/;
/** Words for a person that say nothing of who he is: the person in focus. */
const ANY_PERSON = new Set(['man', 'woman', 'person', 'girl', 'boy']);
const DEFINITE = new Set([
  'the',
  'this',
  'that',
  'these',
  'those',
  'his',
  'her',
  'its',
  'their',
  'both',
]);
/** How far back, in sentences, a word may find its like again. */
const REACH = { Role: 400, Body: 60, Head: 25 } as const;

/**
 * How many clusters of one head, or mentions before, are looked at: no article has so many, and a
 * text without full stops stays linear.
 */
const MOST_TRIED = 100;

const lemmaAt = (resolution: Resolution, token: number): string =>
  resolution.words.lemma[token] as string;

/** Resolve the role or nominal `index`, or make it an entity of its own. */
export function resolveNominal(resolution: Resolution, heads: HeadIndex, index: number): void {
  const mention = resolution.mentions[index] as Mention;
  const own = ownCountry(resolution, mention);
  if (own) {
    // "Lorvia's government" names whose it is; whose "her country" is hangs on "her".
    addMention(resolution, own, index, own === ownerOf(resolution, mention) ? 0.95 : 0.75);
    return;
  }
  const subject = subjectOfPredicate(resolution, mention);
  if (subject) {
    addMention(resolution, subject, index, 0.8);
    return;
  }
  const found = isDefinite(resolution, mention)
    ? (findAntecedent(resolution, heads, index) ?? findPair(resolution, index))
    : undefined;
  const same = found ?? findSameWords(resolution, heads, mention);
  if (same) addMention(resolution, same.cluster, index, scoreOfLink(resolution, same));
  else {
    const owner = ownerOf(resolution, mention);
    // "Orr's spokesman" says who he is, though not his name; "the nominee" does not.
    const isOpen = owner === undefined && isUnclear(resolution, mention);
    const cluster = addCluster(resolution, index, isOpen ? 0.3 : 1);
    if (owner) cluster.owner = owner.index;
  }
}

const OWN_STATE = new Set(['country', 'nation', 'government', 'administration']);

/**
 * "The candidate … the candidate": the second is the first, and as unclear, until one of them is
 * named.
 */
function scoreOfLink({ scoreOf }: Resolution, { cluster, score }: Antecedent): number {
  const isOpen = cluster.namedAt < 0 && cluster.kind === 'person' && !cluster.isPlural;
  return isOpen ? Math.min(score, scoreOf[cluster.mentions[0] as number] as number) : score;
}

/** "her country", "his government": the state for which the one who is meant speaks. */
function ownCountry(resolution: Resolution, mention: Mention): Cluster | undefined {
  if (!OWN_STATE.has(lemmaAt(resolution, mention.headWord))) return undefined;
  const owner = ownerOf(resolution, mention);
  // "Lorvia's government" is Lorvia as it speaks and acts.
  if (owner?.kind === 'government')
    return lemmaAt(resolution, mention.headWord) === 'government' ? owner : undefined;
  return owner ? bodyOf(resolution, owner) : undefined;
}

/** The cluster of a phrase's possessor. */
function ownerOf(resolution: Resolution, mention: Mention): Cluster | undefined {
  const { child, sibling, deprel } = resolution.words.phrases;
  for (let at = child[mention.headWord] as number; 0 <= at; at = sibling[at] as number)
    if (deprel[at] === 'nmod:poss')
      return clusterAt(resolution, resolution.mentionAt[at] as number);
  return undefined;
}

const UNSURE = new Set(['not', "n't", 'n’t', 'no', 'may', 'might', 'could', 'would', 'never']);

/** "She is a doctor", "the deficit is a problem": whom or what a predicate is said of. */
function subjectOfPredicate(resolution: Resolution, mention: Mention): Cluster | undefined {
  const { words, mentionAt } = resolution;
  const { child, sibling, deprel } = words.phrases;
  let [subject, isCopula] = [-1, false];
  for (let at = child[mention.headWord] as number; 0 <= at; at = sibling[at] as number) {
    if (deprel[at] === 'cop') isCopula = true;
    if (deprel[at] === 'nsubj') subject = at;
    // "is not a doctor", "may be a doctor"
    if (UNSURE.has(words.lower[at] as string)) return undefined;
  }
  if (!isCopula || subject < 0 || words.lower[mention.start] === 'no') return undefined;
  const cluster = clusterAt(resolution, mentionAt[subject] as number);
  if (!cluster || cluster.isPlural !== !!mention.isPlural) return undefined;
  const isPerson = (kind: string): boolean => kind === 'person' || kind === 'unnamed';
  return isPerson(cluster.kind) === isPerson(mention.kind) && cluster.kind !== 'government'
    ? cluster
    : undefined;
}

/** "The nominee", alone: somebody whom the text names, but not which one. */
function isUnclear(resolution: Resolution, mention: Mention): boolean {
  return mention.kind === 'person' && !mention.isPlural && isDefinite(resolution, mention);
}

function isDefinite(resolution: Resolution, mention: Mention): boolean {
  const { words } = resolution;
  const first = words.lower[mention.start] as string;
  if (DEFINITE.has(first)) return true;
  // "Turkish president", "House panel": headlines leave "the" out.
  if (mention.form === 'role' && mention.kind === 'person') return first !== 'a' && first !== 'an';
  const { child, sibling, deprel } = words.phrases;
  for (let at = child[mention.headWord] as number; 0 <= at; at = sibling[at] as number)
    if (deprel[at] === 'nmod:poss') return true;
  return false;
}

/** "voters … voters", "iodine … iodine": bare nouns in the same words are the same kind. */
function findSameWords(
  resolution: Resolution,
  heads: HeadIndex,
  mention: Mention,
): Antecedent | undefined {
  const cluster = heads.findPhrase(mention);
  const owner = ownerOf(resolution, mention)?.index;
  if (cluster?.owner !== undefined && owner !== undefined && cluster.owner !== owner)
    return undefined;
  return cluster && isNear(resolution, cluster, mention) ? { cluster, score: 0.8 } : undefined;
}

/** "the two men", "the senators": several persons joined before. */
function findPair(resolution: Resolution, index: number): Antecedent | undefined {
  const mention = resolution.mentions[index] as Mention;
  if (!mention.isPlural || (mention.kind !== 'group' && mention.kind !== 'unnamed'))
    return undefined;
  const lemma = canonicalHead(lemmaAt(resolution, mention.headWord));
  const isWhole = (cluster: Cluster): boolean =>
    mention.count === undefined
      ? cluster.heads.some((head) => canonicalHead(head) === lemma)
      : cluster.members.length === mention.count;
  const cluster = findSeveralOf(resolution, index, isWhole);
  if (cluster) return { cluster, score: 0.7 };
  if (mention.count !== 2) return undefined;
  const pair = findMainPair(resolution, mention);
  return pair ? { cluster: addSeveral(resolution, pair), score: 0.6 } : undefined;
}

/** "the two men", never joined by "and": the two whom the text has named most so far. */
function findMainPair(resolution: Resolution, mention: Mention): Cluster[] | undefined {
  const counts = new Map<Cluster, number>();
  for (const cluster of resolution.clusters) {
    if (cluster.kind !== 'person' || cluster.namedAt < 0) continue;
    if (mention.gender && cluster.gender && mention.gender !== cluster.gender) continue;
    const before = cluster.seenCount;
    if (before > 1) counts.set(cluster, before);
  }
  const ranked = [...counts].sort(([, a], [, b]) => b - a);
  const [first, second, third] = ranked;
  // A third one named as often makes it a guess.
  if (!first || !second || (third && third[1] * 2 > second[1])) return undefined;
  return [first[0], second[0]];
}

interface Antecedent {
  readonly cluster: Cluster;
  readonly score: number;
}

function findAntecedent(
  resolution: Resolution,
  heads: HeadIndex,
  index: number,
): Antecedent | undefined {
  const mention = resolution.mentions[index] as Mention;
  const lemma = canonicalHead(lemmaAt(resolution, mention.headWord));
  const country = countryIn(resolution.words, mention.start, mention.end);
  let tried = 0;
  for (const cluster of heads.list(lemma)) {
    if (MOST_TRIED < ++tried) break;
    if (!isCompatible(resolution, cluster, mention)) continue;
    if (country && mention.kind === 'person' && !hasCountry(resolution, cluster, country)) continue;
    if (!isNear(resolution, cluster, mention)) continue;
    const isPerson = mention.kind === 'person';
    // "The former president" is not "President Vale", of whom nothing former is told.
    if (isFormer(resolution, mention) && !hasWord(resolution, cluster, 'former')) continue;
    if (!(isPerson && cluster.namedAt >= 0) && hasOtherModifier(resolution, cluster, mention))
      continue;
    // "the coastal senator", where the text calls no senator coastal, may be another one.
    const isOther = isPerson && hasOtherModifier(resolution, cluster, mention);
    return { cluster, score: isOther ? 0.65 : cluster.namedAt >= 0 ? 0.85 : 0.75 };
  }
  if (mention.kind === 'organisation' && ANY_BODY.has(lemma))
    return findLatest(resolution, index, isNamedBody);
  // "told the Orrin Post … the newspaper": the paper or station named last.
  if (MEDIA.has(lemma)) return findLatest(resolution, index, isNamedOutlet);
  if (mention.kind === 'person' && ANY_PERSON.has(lemma))
    return findLatest(resolution, index, (c) => c.kind === 'person' && c.gender === mention.gender);
  return undefined;
}

/** A body whose last word is a paper's or station's ("the Orrin Post", "Coast News"). */
const isNamedOutlet = (cluster: Cluster): boolean =>
  isNamedBody(cluster) && OUTLETS.test(cluster.nameWords.at(-1) ?? '');

const isNamedBody = (cluster: Cluster): boolean =>
  cluster.namedAt >= 0 &&
  (cluster.kind === 'organisation' || cluster.kind === 'government') &&
  !cluster.country;

function findLatest(
  resolution: Resolution,
  index: number,
  accepts: (cluster: Cluster) => boolean,
): Antecedent | undefined {
  const mention = resolution.mentions[index] as Mention;
  const here = sentenceOf(resolution.words, mention.start);
  for (let at = index - 1; Math.max(0, index - MOST_TRIED) <= at; at--) {
    const other = resolution.mentions[at] as Mention;
    if (here - sentenceOf(resolution.words, other.start) > 4) return undefined;
    const cluster = clusterAt(resolution, at);
    if (cluster && accepts(cluster) && !(other.start <= mention.start && mention.end <= other.end))
      return { cluster, score: 0.55 };
  }
  return undefined;
}

function isCompatible(resolution: Resolution, cluster: Cluster, mention: Mention): boolean {
  if (!!mention.isPlural !== cluster.isPlural) return false;
  if (mention.gender && cluster.gender && mention.gender !== cluster.gender) return false;
  if (mention.count !== undefined && cluster.count !== undefined && mention.count !== cluster.count)
    return false;
  const isPerson = (kind: string): boolean => kind === 'person' || kind === 'unnamed';
  if (isPerson(mention.kind) !== isPerson(cluster.kind)) return false;
  // A phrase is not what it stands in ("the leader of [the party of [the leader]]").
  const last = resolution.mentions[cluster.mentions.at(-1) as number] as Mention;
  return !(last.start <= mention.start && mention.end <= last.end);
}

function isNear(resolution: Resolution, cluster: Cluster, mention: Mention): boolean {
  const { words } = resolution;
  if (cluster.lastSeen < 0) return false;
  const reach =
    cluster.kind === 'person' ? REACH.Role : cluster.namedAt >= 0 ? REACH.Body : REACH.Head;
  return sentenceOf(words, mention.start) - sentenceOf(words, cluster.lastSeen) <= reach;
}

/** Whether a person is of a country, by his roles, or not known to be of another. */
function hasCountry(resolution: Resolution, cluster: Cluster, country: string): boolean {
  let isOther = false;
  for (const role of cluster.roles) {
    const found = countryIn(resolution.words, role.start, role.end);
    if (found === country) return true;
    if (found) isOther = true;
  }
  return !isOther && cluster.namedAt >= 0;
}

/**
 * "the first report" and "the second report": adjectives that the other one lacks tell them apart;
 * "the budget office" lacks none of the Federal Budget Office.
 */
function hasOtherModifier(resolution: Resolution, cluster: Cluster, mention: Mention): boolean {
  const { words } = resolution;
  for (let token = mention.start; token < mention.headWord; token++) {
    const upos = words.upos[token];
    if (upos !== 'ADJ' && upos !== 'NOUN' && upos !== 'PROPN' && upos !== 'NUM') continue;
    if (!hasWord(resolution, cluster, words.lemma[token] as string)) return true;
  }
  return false;
}

/** Whether one of a cluster's latest mentions, or its first, has a word; eight are enough to look at. */
function hasWord(resolution: Resolution, cluster: Cluster, lemma: string): boolean {
  const { mentions, words } = resolution;
  const all = cluster.mentions;
  for (let at = all.length - 1; 0 <= at && all.length - at <= 8; at--) {
    const { start, end, form } = mentions[all[at] as number] as Mention;
    if (form === 'pronoun') continue;
    // Long phrases hold clauses; what tells two reports apart stands before their noun.
    for (let token = start; token < end && token < start + 12; token++)
      if (words.lemma[token] === lemma) return true;
  }
  const { start, headWord } = mentions[all[0] as number] as Mention;
  for (let token = start; token <= headWord; token++) if (words.lemma[token] === lemma) return true;
  return false;
}
