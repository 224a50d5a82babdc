/**
 * For whom a person speaks: a president for his state, a spokeswoman for the ministry that her
 * title names. An office without a country is that of the outlet's own country, where the outlet's
 * name tells it ("The Kyiv Post" writes "President" for Ukraine's).
 * @module
 */
import type { Mention } from '../layers.ts';
import { findGazetteerEntry } from '../mention/gazetteer.ts';
import { Lexical } from '../mention/lexicon.ts';
import { type Cluster, type ClusterRole, clusterAt, type Resolution } from './cluster.ts';
import { countryIn } from './country-in.ts';
import { stateIn } from './join-states.ts';

/** What a person represents: a cluster of the text, or a state by its code. */
export type Represented =
  | { readonly kind: 'cluster'; readonly cluster: Cluster }
  | { readonly kind: 'state'; readonly country: string }
  /** A body that only the role's own words name, as a token range. */
  | { readonly kind: 'words'; readonly start: number; readonly end: number };

/** Find for whom a person speaks by his roles. @returns undefined where no role tells it. */
export function findRepresented(resolution: Resolution, person: Cluster): Represented | undefined {
  for (const given of person.roles) {
    const role = cutAtPlace(resolution, given);
    const bits = resolution.words.bits[role.headWord] as number;
    if (isFormer(resolution, role)) continue;
    if ((bits & (Lexical.SpeaksFor | Lexical.StateOffice)) === 0) continue;
    const body = bodyIn(resolution, role, person);
    if (body) return body;
    const state =
      (bits & Lexical.StateOffice) !== 0 ? stateIn(resolution, role.start, role.end) : undefined;
    if (state) return { kind: 'cluster', cluster: state };
    const country = countryIn(resolution.words, role.start, role.end);
    if (country && (bits & Lexical.StateOffice) !== 0) return { kind: 'state', country };
    const common = commonBodyIn(resolution, role);
    if (common) return common;
  }
  return homeOffice(resolution, person);
}

const isFormer = (resolution: Resolution, role: ClusterRole): boolean => {
  for (let token = role.start; token < role.end; token++)
    if (
      /^(?:former|ex|late|then|deposed|ousted|would-be)$/.test(
        resolution.words.lower[token] as string,
      )
    )
      return true;
  return false;
};

/** "a military spokesman in Baghdad": where he speaks is not for whom. */
function cutAtPlace({ words }: Resolution, role: ClusterRole): ClusterRole {
  let end = role.headWord + 1;
  while (end < role.end && !/^(?:in|at|near|from)$/.test(words.lower[end] as string)) end++;
  return { ...role, end };
}

/** The body that a role names: "spokesman for [the ministry]", "[Vale Bank] chairman". */
function bodyIn(
  resolution: Resolution,
  role: ClusterRole,
  person: Cluster,
): Represented | undefined {
  for (let token = role.start; token < role.end; token++) {
    const mention = resolution.mentionAt[token] as number;
    const cluster = clusterAt(resolution, mention);
    if (!cluster || cluster === person) continue;
    const { start, end } = resolution.mentions[mention] as Mention;
    if (start < role.start && role.end < end) continue;
    if (cluster.kind === 'organisation' || cluster.kind === 'government')
      return cluster.country
        ? { kind: 'state', country: cluster.country }
        : { kind: 'cluster', cluster };
  }
  return undefined;
}

/** "the foreign ministry spokeswoman": the ministry, as the text calls it elsewhere or in her role. */
function commonBodyIn({ words, clusters }: Resolution, role: ClusterRole): Represented | undefined {
  const last = role.headWord - 1;
  if (((words.bits[role.headWord] as number) & Lexical.SpeaksFor) === 0) return undefined;
  if (last < role.start || ((words.bits[last] as number) & Lexical.Body) === 0) return undefined;
  let start = last;
  while (role.start < start && /^(?:NOUN|ADJ|PROPN)$/.test(words.upos[start - 1] as string))
    start--;
  const lemma = words.analysis.tags.lemma[last]?.toLowerCase() as string;
  const cluster = clusters.find(
    ({ heads, kind, mentions }) =>
      heads.includes(lemma) &&
      mentions.length > 0 &&
      (kind === 'organisation' || kind === 'government'),
  );
  return cluster ? { kind: 'cluster', cluster } : { kind: 'words', start, end: last + 1 };
}

/** A bare head of state or government in an outlet whose name tells its country. */
function homeOffice(resolution: Resolution, person: Cluster): Represented | undefined {
  const bare = person.roles.some(
    (role) =>
      !isFormer(resolution, role) &&
      ((resolution.words.bits[role.headWord] as number) & Lexical.HeadOfState) !== 0 &&
      // "President Ilves", "the president": the title alone, nothing around it.
      role.end - role.start === 1,
  );
  if (!bare) return undefined;
  const country = homeCountryOf(resolution);
  return country ? { kind: 'state', country } : undefined;
}

/** The country of the outlet, from a state, capital or demonym in its name. */
export function homeCountryOf(resolution: Resolution): string | undefined {
  const publisher = resolution.publisher ?? resolution.words.analysis.structure.publisher;
  if (!publisher) return undefined;
  for (const found of publisher.matchAll(/\p{Lu}[\p{L}.]*/gu)) {
    const entry = findGazetteerEntry(publisher, found.index, found[0]);
    if (entry?.country) return entry.country;
  }
  return undefined;
}

/** The body or state that a person speaks for, where the text mentions it. */
export function bodyOf(resolution: Resolution, person: Cluster): Cluster | undefined {
  if (person.kind !== 'person') return undefined;
  const found = findRepresented(resolution, person);
  if (found?.kind === 'cluster') return found.cluster;
  if (found?.kind !== 'state') return undefined;
  const { country } = found;
  return resolution.clusters.find(
    (one) => one.country === country && one.kind === 'government' && one.mentions.length > 0,
  );
}
