/**
 * States that the gazetteer lacks, from the text's own evidence: a name beside whose adjective an
 * office or a body of state stands ("Valdorian President", "the Kesslandic foreign ministry") is a
 * government ("Valdoria", "Kessland").
 * @module
 */
import { Lexical } from '../mention/lexicon.ts';
import type { Cluster, Resolution } from './cluster.ts';

/** What a state's name loses and its adjective gains: Orsia, Orsian; Breland, Brelish. */
const ENDING = /(?:ian|ean|an|n|ish|ese|ic|i|er)$/;
const NAME_ENDINGS = ['ia', 'a', 'e', 'o', 'y', 'and', 'land', 'us', 'en'] as const;

/** Find such states and give them the kind. */
export function joinStates(resolution: Resolution): void {
  const stems = findOfficeAdjectives(resolution);
  if (stems.size === 0) return;
  for (const cluster of resolution.clusters) {
    if (cluster.namedAt < 0 || cluster.gazetteerName || cluster.nameWords.length !== 1) continue;
    if (cluster.roles.length > 0 || cluster.kind === 'government') continue;
    const [name = ''] = cluster.nameWords;
    if (name.length < 4 || !stemsOf(name).some((stem) => stems.has(stem))) continue;
    cluster.kind = 'government';
    delete cluster.gender;
    resolution.statesByStem ??= new Map();
    for (const stem of stemsOf(name))
      if (stems.has(stem)) resolution.statesByStem.set(stem, cluster);
  }
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
    if (words.capital[token] === 0 || !ENDING.test(words.lower[token] as string)) continue;
    if (words.upos[token] !== 'ADJ' && words.upos[token] !== 'PROPN') continue;
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
