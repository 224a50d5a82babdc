/**
 * Bare surnames that two persons share and that stood in doubt: a title before one ("Mayor Ilves")
 * settles it where the article gives that office to one of them alone. Comes after appositions,
 * which say who holds which office.
 * @module
 */
import type { Mention } from '../layers.ts';
import { addMention, type Cluster, headLemma, type Resolution } from './cluster.ts';

/** Names with links of a lower score are in doubt: those of a namesake named just before. */
export const DOUBT = 0.5;

/** Give doubtful surnames with a title to the namesake who bears it. */
export function settleNamesakes(resolution: Resolution): void {
  const { mentions, clusters, clusterOf, scoreOf } = resolution;
  for (let index = 0; index < mentions.length; index++) {
    const mention = mentions[index] as Mention;
    const cluster = clusters[clusterOf[index] as number];
    if (!cluster || !mention.title || mention.kind !== 'person') continue;
    if (DOUBT <= (scoreOf[index] as number)) continue;
    const bearer = findBearer(resolution, mention);
    if (!bearer) continue;
    if (bearer === cluster) scoreOf[index] = 0.9;
    else move(resolution, { index, from: cluster, into: bearer });
  }
}

/** The one person of that surname who bears the office elsewhere in the article. */
function findBearer(resolution: Resolution, mention: Mention): Cluster | undefined {
  const { words, clusters } = resolution;
  const [titleStart, titleEnd] = mention.title as readonly [number, number];
  const office = headLemma(words, titleEnd - 1);
  const surname = words.lower[(mention.name as readonly [number, number])[1] - 1] as string;
  const bearers = clusters.filter(
    ({ kind, nameWords, roles }) =>
      kind === 'person' &&
      nameWords.at(-1) === surname &&
      roles.some(
        ({ start, headWord }) => start !== titleStart && headLemma(words, headWord) === office,
      ),
  );
  return bearers.length === 1 ? bearers[0] : undefined;
}

function move(
  resolution: Resolution,
  { index, from, into }: { index: number; from: Cluster; into: Cluster },
): void {
  const { title } = resolution.mentions[index] as Mention;
  from.mentions.splice(from.mentions.indexOf(index), 1);
  from.roles = from.roles.filter(({ start }) => start !== title?.[0]);
  addMention(resolution, into, index, 0.9);
}
