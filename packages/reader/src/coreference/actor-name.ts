/**
 * What an actor is called: states by the gazetteer, persons and bodies by the fullest name that the
 * text gives, all others by their own words without articles and relative clauses.
 * @module
 */
import type { Mention } from '../layers.ts';
import { Lexical } from '../mention/lexicon.ts';
import type { Cluster, Resolution } from './cluster.ts';

/**
 * Name an actor.
 * @param source - the first source that it is, as tokens: the words of the description.
 */
export function nameActor(
  resolution: Resolution,
  cluster: Cluster,
  source?: readonly [start: number, end: number],
): string {
  if (cluster.gazetteerName) return cluster.gazetteerName;
  if (cluster.namedAt >= 0) return fullestName(resolution, cluster);
  if (cluster.members.length > 0) return joinedName(resolution, cluster, source);
  return describeNominal(resolution, cluster, source);
}

/** "Vale and Orr", by the names of both. */
function joinedName(
  resolution: Resolution,
  cluster: Cluster,
  source?: readonly [start: number, end: number],
): string {
  const members = cluster.members.map((index) => resolution.clusters[index] as Cluster);
  const isNamed = members.every((one) => one.namedAt >= 0 || one.gazetteerName);
  const at = source ?? cluster.joinedAt[0];
  if (!isNamed && at) return textOf(resolution, at[0], at[1]).replace(ARTICLES, '');
  const names = members.map((one) => nameActor(resolution, one));
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function textOf(resolution: Resolution, start: number, end: number): string {
  const { tokens, text } = resolution.words.analysis;
  const found = text.slice(tokens.start[start] as number, tokens.end[end - 1] as number);
  return start + 1 === end ? found : found.replace(/\s+/g, ' ');
}

function fullestName(resolution: Resolution, cluster: Cluster): string {
  const { mentions } = resolution;
  const named = mentions[cluster.namedAt] as Mention;
  let best = textOf(resolution, ...(named.name ?? [named.start, named.end]));
  if (cluster.mentions.length === 1 && cluster.mentions[0] === cluster.namedAt) return best;
  let most = 0;
  const seen = new Map<string, number>();
  for (const index of cluster.mentions) {
    const { name, form } = mentions[index] as Mention;
    if (!name || form !== 'name') continue;
    const text = textOf(resolution, ...name);
    const times = (seen.get(text) ?? 0) + 1;
    seen.set(text, times);
    // More words first, then fewer initials ("John F. Kerry" before "J. F. Kerry"), then what the
    // article says more often ("Chuck Orr", once "Charles Orr"), then more letters.
    const initials = text.includes(' ') ? countInitials(text) : 0;
    const weight = (name[1] - name[0]) * 1e6 - initials * 1e5 + Math.min(times, 99) * 1e3;
    if (most < weight + text.length) [best, most] = [text, weight + text.length];
  }
  return best;
}

const countInitials = (text: string): number => text.match(/(?:^| )\p{L}\.?(?= )/gu)?.length ?? 0;

const ARTICLES = /^(?:the|a|an)\s+/i;

/** The words of a source or of the longest nominal mention, cut before clauses. */
function describeNominal(
  resolution: Resolution,
  cluster: Cluster,
  source?: readonly [start: number, end: number],
): string {
  const { mentions, words } = resolution;
  let found = source ? describeSource(resolution, source) : '';
  if (!found)
    for (const index of cluster.mentions) {
      const mention = mentions[index] as Mention;
      if (mention.form === 'pronoun' && found) continue;
      const name = withOwner(resolution, mention.start, endOfDescription(resolution, mention));
      // The first description is the fullest by habit of news; a longer one may still follow.
      const isFuller = words.form[mention.start] !== 'the' && name.length > found.length;
      if (!found || (isFuller && found.length < 12)) found = name;
    }
  return found.replace(ARTICLES, '').replace(/['’]s?$/, '') + partitiveOf(resolution, cluster);
}

/** A source's words up to its first comma or relative clause; '' for a pronoun. */
function describeSource(resolution: Resolution, [start, end]: readonly [number, number]): string {
  const { words } = resolution;
  let stop = start;
  while (
    stop < end &&
    !/^(?:,|;|—|–|\(|who|which|that|whose|where)$/.test(words.lower[stop] as string)
  )
    stop++;
  if (stop === start || (stop === start + 1 && words.upos[start] === 'PRON')) return '';
  for (let token = start + 1; token < stop; token++)
    // "federal prosecutors in April", "a report released last year"
    if (
      words.upos[token] === 'VERB' &&
      ((words.bits[token - 1] as number) & Lexical.Document) !== 0
    )
      stop = token;
  return withOwner(resolution, start, stop);
}

/** The text of a range, "his aides" with the name that "his" stands for. */
function withOwner(resolution: Resolution, start: number, end: number): string {
  const mention = resolution.mentions[resolution.mentionAt[start] as number];
  const owner =
    resolution.clusters[resolution.clusterOf[resolution.mentionAt[start] as number] as number];
  const isOwned = mention?.form === 'pronoun' && mention.start === start && start + 1 < end;
  if (!isOwned || !owner || owner.namedAt < 0) return textOf(resolution, start, end);
  return `${nameActor(resolution, owner)}’s ${textOf(resolution, start + 1, end)}`;
}

/** "46 percent" of the voters that "52 percent of voters" named before. */
function partitiveOf(resolution: Resolution, cluster: Cluster): string {
  const { mentions, words } = resolution;
  const index = cluster.mentions[0] as number;
  const { headWord, end } = mentions[index] as Mention;
  if (!/^(?:percent|%)$/.test(words.lower[headWord] as string) || headWord + 1 !== end) return '';
  // Those before first, latest first; then those that follow.
  const order = [...mentions.keys()].sort(
    (a, b) => (a < index ? index - a : a) - (b < index ? index - b : b),
  );
  for (const at of order) {
    const other = mentions[at] as Mention;
    if (at === index || !/^(?:percent|%)$/.test(words.lower[other.headWord] as string)) continue;
    if (words.lower[other.headWord + 1] === 'of')
      return ` ${textOf(resolution, other.headWord + 1, endOfDescription(resolution, other))}`;
  }
  return '';
}

/** The token before the relative or participial clause of a mention. */
function endOfDescription(resolution: Resolution, mention: Mention): number {
  const { child, sibling, deprel, first } = resolution.words.phrases;
  let end = mention.end;
  for (let at = child[mention.headWord] as number; 0 <= at; at = sibling[at] as number) {
    // "judges handling the suits" are those judges; "a report released last year" is the report.
    const isClause =
      deprel[at] === 'acl:relcl' || (deprel[at] === 'acl' && mention.kind === 'document');
    // "federal prosecutors in April": the day is not part of the description.
    if ((isClause || isCalendar(resolution, at)) && mention.headWord < (first[at] as number))
      end = Math.min(end, first[at] as number);
  }
  while (mention.start + 1 < end && resolution.words.upos[end - 1] === 'PUNCT') end--;
  return Math.max(end, mention.start + 1);
}

function isCalendar(resolution: Resolution, token: number): boolean {
  return /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday|[12]\d{3})$/.test(
    resolution.words.lower[token] as string,
  );
}
