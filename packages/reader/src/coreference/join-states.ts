/**
 * States that the gazetteer lacks, from the text's own evidence: a name beside whose adjective an
 * office or a body of state stands ("Valdorian President", "the Kesslandic foreign ministry") is a
 * government ("Valdoria", "Kessland"); and so is one that has a body of state of its own
 * ("Lorvia's government", "the parliament of Orsia").
 * @module
 */
import type { Mention } from '../layers.ts';
import { Lexical } from '../mention/lexicon.ts';
import type { Cluster, Resolution } from './cluster.ts';

/** What a state's name loses and its adjective gains: Orsia, Orsian; Breland, Brelish. */
const ENDING = /(?:ian|ean|an|n|ish|ese|ic|i|er)$/;
const NAME_ENDINGS = ['ia', 'a', 'e', 'o', 'y', 'and', 'land', 'us', 'en'] as const;

/** Find such states and give them the kind. */
export function joinStates(resolution: Resolution): void {
  const stems = findOfficeAdjectives(resolution);
  for (const cluster of resolution.clusters) {
    if (cluster.namedAt < 0 || cluster.gazetteerName || cluster.nameWords.length !== 1) continue;
    if (cluster.roles.length > 0 || cluster.kind === 'government') continue;
    const [name = ''] = cluster.nameWords;
    if (name.length < 4) continue;
    const hasAdjective = stemsOf(name).some((stem) => stems.has(stem));
    if (!hasAdjective && !hasStateBody(resolution, cluster)) continue;
    cluster.kind = 'government';
    cluster.gender = undefined;
    resolution.statesByStem ??= new Map();
    for (const stem of stemsOf(name)) resolution.statesByStem.set(stem, cluster);
  }
}

/** Bodies that a state alone has; an office of a firm ("Orrin's president") is none. */
const OWN_BODY = /^(?:government|parliament|army|navy|embassy|constitution|airspace|borders?)$/;

/** "Lorvia's government", "Lorvia's foreign minister", "the parliament of Orsia". */
function hasStateBody({ words, mentions }: Resolution, cluster: Cluster): boolean {
  // "Vale's government": a person has one too.
  if (cluster.kind === 'person') return false;
  return cluster.mentions.some((index) => {
    const { name } = mentions[index] as Mention;
    if (!name) return false;
    const [start, end] = name;
    if (/^['’]s?$/.test(words.lower[end] ?? '')) return isOwnBody(words, end + 1);
    const of = words.lower[start - 1] === 'the' ? start - 2 : start - 1;
    return words.lower[of] === 'of' && OWN_BODY.test(words.lower[of - 1] ?? '');
  });
}

/** "Skarland … Its prime minister": known once the pronouns are. */
export function noteStates({ words, mentions, clusters }: Resolution): void {
  for (const cluster of clusters) {
    if (cluster.kind !== 'organisation' && cluster.kind !== 'thing') continue;
    if (cluster.namedAt < 0 || cluster.gazetteerName || cluster.nameWords.length !== 1) continue;
    const isState = cluster.mentions.some((index) => {
      const { start, form } = mentions[index] as Mention;
      return form === 'pronoun' && words.lower[start] === 'its' && isOwnBody(words, start + 1);
    });
    if (isState) cluster.kind = 'government';
  }
}

/** "[Lorvia's] interim government", "[Lorvia's] deputy foreign minister". */
function isOwnBody(words: Resolution['words'], start: number): boolean {
  // Two words before the noun: "deputy foreign minister".
  for (let at = start; at <= start + 2 && at < words.length; at++) {
    const word = words.lower[at] as string;
    if (OWN_BODY.test(word)) return true;
    // "Orrin's finance minister": ministers are a state's, presidents and secretaries a firm's too.
    if (word === 'minister' || word === 'ministry') return true;
    if (words.upos[at] !== 'ADJ' && words.upos[at] !== 'NOUN' && words.upos[at] !== 'PROPN')
      return false;
  }
  return false;
}

const stemsOf = (name: string): string[] => [
  name,
  ...NAME_ENDINGS.filter((ending) => name.endsWith(ending)).map((ending) =>
    name.slice(0, -ending.length),
  ),
];

/** The stems of adjectives in capitals that stand before an office or a body of state. */
function findOfficeAdjectives({ words }: Resolution): Set<string> {
  const stems = new Set<string>();
  for (let token = 0; token + 1 < words.length; token++) {
    if (words.capital[token] === 0) continue;
    if (words.upos[token] !== 'ADJ' && words.upos[token] !== 'PROPN') continue;
    if (!ENDING.test(words.lower[token] as string)) continue;
    // "Orsian Prime Minister", "Kesslandic foreign ministry": the noun within three words.
    for (let at = token + 1; at <= token + 3 && at < words.length; at++) {
      const bits = words.bits[at] as number;
      if (words.upos[at] === 'ADP' || words.upos[at] === 'VERB' || words.upos[at] === 'PUNCT')
        break;
      if ((bits & Lexical.StateOffice) === 0 && !STATE_BODY.test(words.lower[at] as string))
        continue;
      for (const stem of adjectiveStems(words.lower[token] as string)) stems.add(stem);
      break;
    }
  }
  return stems;
}

const STATE_BODY =
  /^(?:ministry|parliament|government|army|embassy|troops|forces|soldiers|officials?|artillery|navy)$/;

/** What may be left of a state's name in its adjective: "Orsi", "Orsia"; "Brel". */
export function adjectiveStems(adjective: string): string[] {
  const found = ['n', 'an', 'ian', 'ish', 'ese', 'ic', 'i', 'er']
    .filter((ending) => adjective.endsWith(ending) && adjective.length - ending.length >= 4)
    .map((ending) => adjective.slice(0, -ending.length));
  return found;
}

/** The state of the text that an adjective in a range of tokens names ("Valdorian President"). */
export function stateIn(resolution: Resolution, start: number, end: number): Cluster | undefined {
  const { words, statesByStem } = resolution;
  if (!statesByStem) return undefined;
  for (let token = start; token < end; token++) {
    if (words.capital[token] === 0) continue;
    for (const stem of adjectiveStems(words.lower[token] as string)) {
      const cluster = statesByStem.get(stem);
      if (cluster) return cluster;
    }
  }
  return undefined;
}
