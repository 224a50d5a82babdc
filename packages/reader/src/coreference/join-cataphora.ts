/**
 * News names late: "A New York judge ruled … Justice Ben Ruiz said". A person or body that the
 * headline or the first paragraphs only describe is the one that is named later with the same word,
 * where just one is.
 * @module
 */
import type { Mention } from '../layers.ts';
import { canonicalHead, genderOfFirstName } from '../mention/lexicon.ts';
import { sentenceOf } from '../mention/words.ts';
import { type Cluster, mergeClusters, type Resolution } from './cluster.ts';

/** The lead: headline and the first five sentences or so. The name follows within twelve more. */
const LEAD = { Described: 6, Named: 18 } as const;

/** Join the described of the lead to those named after it. */
export function joinCataphora(resolution: Resolution): void {
  const { words } = resolution;
  const named = resolution.clusters.filter(
    (cluster) => cluster.namedAt >= 0 && cluster.mentions.length > 0 && !cluster.gazetteerName,
  );
  joinFirstNames(resolution, named);
  joinHeadline(resolution);
  // Where each began before anything was joined to it.
  const starts = named.map((one) => firstMention(resolution, one)?.start ?? 0);
  for (const cluster of resolution.clusters) {
    if (cluster.namedAt >= 0 || cluster.isPlural || cluster.members.length > 0) continue;
    const first = firstMention(resolution, cluster);
    if (!first || sentenceOf(words, first.start) > LEAD.Described) continue;
    const found = named.filter(
      (one, at) =>
        first.start < (starts[at] as number) &&
        sentenceOf(words, starts[at] as number) <= LEAD.Named &&
        isNamedLike(resolution, one, { cluster, first }),
    );
    if (found.length === 1) mergeClusters(resolution, found[0] as Cluster, cluster);
  }
}

/** "Poll: voters split", then "a new survey": a paper that the headline names by its bare noun. */
function joinHeadline(resolution: Resolution): void {
  const { sentences, structure } = resolution.words.analysis;
  const isTitle = (mention: Mention): boolean =>
    structure.parts[sentences.part[sentences.of[mention.start] as number] as number]?.kind ===
    'title';
  const headOf = (mention: Mention): string =>
    canonicalHead(resolution.words.lemma[mention.headWord] as string);
  const papers = resolution.clusters.filter(
    (cluster) => cluster.kind === 'document' && cluster.mentions.length > 0,
  );
  for (const cluster of papers) {
    const first = firstMention(resolution, cluster);
    if (!first || !isTitle(first) || first.end - first.start > 1) continue;
    const later = papers.find((one) => {
      const other = firstMention(resolution, one);
      return other && !isTitle(other) && headOf(other) === headOf(first);
    });
    if (later && later !== cluster) mergeClusters(resolution, later, cluster);
  }
}

/**
 * "A woman … the woman … Rosa said": a person called by her first name alone is the one person of
 * her gender whom the text described before without a name, where there is just one.
 */
function joinFirstNames(resolution: Resolution, named: readonly Cluster[]): void {
  for (const cluster of named) {
    if (cluster.kind !== 'person' || cluster.nameWords.length !== 1 || cluster.roles.length > 0)
      continue;
    // Who is told of calls her so again; "Robert" of "Robert and Ana Orr" or "the bill" stands once.
    if (cluster.mentions.length < 2) continue;
    const at = (resolution.mentions[cluster.namedAt] as Mention).name?.[0] ?? 0;
    const gender = genderOfFirstName(resolution.words.form[at] as string);
    if (gender !== 'female' && gender !== 'male') continue;
    const found = resolution.clusters.filter(
      (one) =>
        one.namedAt < 0 &&
        one.mentions.length > 1 &&
        one.gender === gender &&
        (one.kind === 'person' || one.kind === 'unnamed') &&
        (firstMention(resolution, one)?.start ?? at) < at,
    );
    if (found.length === 1) mergeClusters(resolution, cluster, found[0] as Cluster);
  }
}

function firstMention(resolution: Resolution, cluster: Cluster): Mention | undefined {
  let first: Mention | undefined;
  for (const index of cluster.mentions) {
    const mention = resolution.mentions[index] as Mention;
    if (!first || mention.start < first.start) first = mention;
  }
  return first?.form === 'pronoun' ? undefined : first;
}

interface Described {
  readonly cluster: Cluster;
  readonly first: Mention;
}

/** Whether a named one may be the one described: gender, kind and head word agree. */
function isNamedLike(
  { words }: Resolution,
  named: Cluster,
  { cluster, first }: Described,
): boolean {
  if (named.gender && cluster.gender && named.gender !== cluster.gender) return false;
  const lemma = canonicalHead(words.lemma[first.headWord] as string);
  if (cluster.kind === 'person' || cluster.kind === 'unnamed')
    return named.kind === 'person' && named.heads.some((head) => canonicalHead(head) === lemma);
  if (cluster.kind !== 'organisation' && cluster.kind !== 'government') return false;
  if (named.kind !== 'organisation' && named.kind !== 'government') return false;
  // "A House panel" is the "House Oversight Committee": head and modifiers are in the name.
  if (!named.nameWords.some((word) => canonicalHead(word) === lemma)) return false;
  for (let token = first.start; token < first.headWord; token++)
    if (words.upos[token] !== 'DET' && !named.nameWords.includes(words.lower[token] as string))
      return false;
  return true;
}
