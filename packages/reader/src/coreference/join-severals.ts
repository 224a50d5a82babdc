/**
 * Several joined by "and" can be meant together: "Vale and Orr … they", "the two senators". Each
 * coordination of persons or bodies gets a cluster of its own beside those of its members.
 * @module
 */
import type { Mention } from '../layers.ts';
import {
  addHead,
  addSeveral,
  type Cluster,
  clusterAt,
  mergeClusters,
  type Resolution,
} from './cluster.ts';

const JOINABLE = new Set(['person', 'unnamed', 'group', 'organisation', 'government']);

/** Make or find the cluster of the coordination that ends, so far, at mention `index`. */
export function noteSeveral(resolution: Resolution, index: number): void {
  const { words, mentions, mentionAt } = resolution;
  const { deprel, head } = words.phrases;
  const { headWord } = mentions[index] as Mention;
  if (deprel[headWord] !== 'conj') return;
  const first = mentionAt[head[headWord] as number] as number;
  if (first < 0 || first === index) return;
  const found = conjunctsOf(resolution, first, index);
  const clusters = found.map((at) => clusterAt(resolution, at));
  if (clusters.some((one) => !one || !JOINABLE.has(one.kind))) return;
  const members = clusters as Cluster[];
  if (isDoubleTitle(resolution, found)) {
    // A description that was taken for somebody else's stays with him.
    if (members[0]?.mentions.length !== 1 || 0 <= members[0].namedAt) return;
    mergeClusters(resolution, members[1] as Cluster, members[0] as Cluster);
    return;
  }
  if (hasRole(resolution, found, members)) return;
  if (members.length < 2 || new Set(members).size < members.length) return;
  shareTitle(resolution, first, members);
  const several = findSeveral(resolution, members) ?? addSeveral(resolution, members);
  resolution.severals.set(keyOf(members), several);
  const { start } = mentions[first] as Mention;
  const { end } = mentions[index] as Mention;
  const known = several.joinedAt.at(-1);
  if (known?.[0] !== start) several.joinedAt = [...several.joinedAt, [start, end]];
  resolution.severalAt.set(first, several);
}

/**
 * "Ana Vale, founder and head of the club": a bare noun beside a name is her role, not another;
 * behind a comma, "a former aide" is too.
 */
function hasRole(
  resolution: Resolution,
  found: readonly number[],
  members: readonly Cluster[],
): boolean {
  const { name } = resolution.mentions[found[0] as number] as Mention;
  const isCut = name !== undefined && resolution.words.form[name[1]] === ',';
  return found.some((index, at) => {
    const mention = resolution.mentions[index] as Mention;
    const isBare = mention.start === mention.headWord || isCut;
    if (at === 0 || !isBare || mention.name || mention.isPlural) return false;
    return members[0]?.kind === 'person' && !TOGETHER.test(resolution.words.lower[mention.start]!);
  });
}

/** "Lorvian journalist and author Ana Kova": two bare titles before one name are hers. */
function isDoubleTitle({ mentions, words }: Resolution, found: readonly number[]): boolean {
  const [first, second] = found.map((index) => mentions[index] as Mention);
  if (found.length !== 2 || !first || !second?.title || first.name || first.isPlural) return false;
  // "He and Mr. Vale" are two.
  if (first.form === 'pronoun') return false;
  const isPerson = first.kind === 'person' || first.kind === 'unnamed';
  return isPerson && second.kind === 'person' && words.upos[first.start] !== 'DET';
}

/** "Ana Vale, and her brother, said": another one, who is hers. */
const TOGETHER = /^(?:his|her|their|the|another)$/;

/** "Senators Vale and Orr": a title in the plural is each one's. */
function shareTitle(resolution: Resolution, first: number, members: readonly Cluster[]): void {
  const { title } = resolution.mentions[first] as Mention;
  if (!title || !/s\.?$/.test(resolution.words.lower[title[1] - 1] as string)) return;
  for (const member of members)
    if (member.kind === 'person') addHead(resolution.words, member, title[1] - 1);
}

/** The first conjunct and those after it up to a mention, as mentions. */
function conjunctsOf(resolution: Resolution, first: number, last: number): number[] {
  const { words, mentions, mentionAt } = resolution;
  const { child, sibling, deprel } = words.phrases;
  const found = [first];
  const end = (mentions[last] as Mention).headWord;
  const { headWord } = mentions[first] as Mention;
  for (let at = child[headWord] as number; 0 <= at && at <= end; at = sibling[at] as number) {
    const mention = mentionAt[at] as number;
    if (deprel[at] === 'conj' && mention >= 0 && mention !== first) found.push(mention);
  }
  return found;
}

function findSeveral(resolution: Resolution, members: readonly Cluster[]): Cluster | undefined {
  return resolution.severals.get(keyOf(members));
}

const keyOf = (members: readonly Cluster[]): string =>
  members
    .map((one) => one.index)
    .sort((a, b) => a - b)
    .join(' ');

/** The latest coordination of just so many, at most some sentences back ("the two men"). */
export function findSeveralOf(
  resolution: Resolution,
  before: number,
  accepts: (cluster: Cluster) => boolean,
): Cluster | undefined {
  // Forty mentions are about six sentences.
  for (let at = before - 1; 0 <= at && before - at <= 40; at--) {
    const cluster = resolution.severalAt.get(at);
    if (cluster && accepts(cluster)) return cluster;
  }
  return undefined;
}
