/**
 * How sure a speaker is: a logistic regression over what is known of the source, of its link and of
 * the actor that it leads to. The weights say how often such an answer is right, so that a threshold
 * on them is one on accuracy; `docs/quality.md` has the table.
 * @module
 */
import { SURENESS_WEIGHTS } from '../lang/en/data/sureness-weights.ts';
import type { Mention } from '../layers.ts';
import { isAcronym } from '../mention/classify-name.ts';
import { genderOfFirstName } from '../mention/lexicon.ts';
import { sentenceOf } from '../mention/words.ts';
import { type Cluster, headLemma, type Resolution } from './cluster.ts';

/** What speaks for or against an answer: the columns of the weight table. */
// biome-ignore format: a table
export const SURENESS_FEATURES = [
  'bias',
  // What the source is.
  'fullName', 'shortName', 'metonym', 'role', 'nominal', 'heShe', 'it', 'they', 'firstPerson', 'relative',
  'inTitle', 'inQuote',
  // How its mention was joined to the actor: the link's own score, as log-odds.
  'linkOfName', 'linkOfNominal', 'linkOfPronoun', 'clarity',
  // How far back the actor was mentioned last, and whether it spoke last.
  'sameSentence', 'sentenceBefore', 'farther', 'neverBefore', 'spokeLast',
  // The actor, named.
  'person', 'body', 'state', 'otherName', 'oneWord', 'hasRole', 'firstName', 'acronym', 'alsoSmall',
  'namesakes', 'mentions', 'longName', 'genderAgrees',
  // The actor, only described.
  'several', 'described', 'describedPerson', 'describedBody', 'describedPaper', 'describedCrowd',
  'definite', 'indefinite', 'bare', 'owned', 'headNamed',
] as const;
export type SurenessFeature = (typeof SURENESS_FEATURES)[number];

const Column = Object.fromEntries(SURENESS_FEATURES.map((name, at) => [name, at])) as Readonly<
  Record<SurenessFeature, number>
>;

const WEIGHTS = Float64Array.from(
  SURENESS_FEATURES,
  (name) => (SURENESS_WEIGHTS as Readonly<Record<string, number>>)[name] ?? 0,
);

/** One answer to be judged: a source's mention and the actor that it leads to. */
export interface Answer {
  readonly cluster: Cluster;
  /** The source's mention. */
  readonly mention: number;
  /** The source's tokens. */
  readonly range: readonly [start: number, end: number];
  /** The actor spoke last before, too. */
  spokeLast: boolean;
  /** How clear it is who a described person is, 0 to 1. */
  readonly clarity: number;
}

/** The log-odds of a score, cut where it says no more. */
const oddsOf = (score: number): number => {
  const cut = Math.min(0.99, Math.max(0.05, score));
  return Math.log(cut / (1 - cut));
};

/** How sure an answer is, 0 to 1. */
export function surenessOf(vector: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < vector.length; at++)
    sum += (vector[at] as number) * (WEIGHTS[at] as number);
  return 1 / (1 + Math.exp(-sum));
}

/** Fill a vector, one place a feature, for an answer. */
export function describeAnswer(resolution: Resolution, answer: Answer, vector: Float64Array): void {
  vector.fill(0);
  const set = (column: number, value: boolean): void => {
    if (value) vector[column] = 1;
  };
  set(Column.bias, true);
  const mention = resolution.mentions[answer.mention] as Mention;
  describeSource(resolution, answer, mention, vector);
  describeLink(resolution, answer, mention, vector);
  const { cluster } = answer;
  if (cluster.members.length > 0) set(Column.several, true);
  else if (cluster.namedAt >= 0) describeNamed(resolution, cluster, mention, vector);
  else describeDescribed(resolution, cluster, vector);
  vector[Column.mentions] = Math.log(1 + cluster.mentions.length);
}

function describeSource(
  { words }: Resolution,
  { range }: Answer,
  { form, name, start, headWord }: Mention,
  vector: Float64Array,
): void {
  const set = (column: number, value: boolean): void => {
    if (value) vector[column] = 1;
  };
  const isRelative = /^(?:who|which|that|whom|whose)$/.test(words.lower[range[0]] ?? '');
  set(Column.relative, isRelative);
  set(Column.fullName, form === 'name' && name !== undefined && name[1] - name[0] > 1);
  set(Column.shortName, form === 'name' && name !== undefined && name[1] - name[0] === 1);
  set(Column.metonym, form === 'metonym');
  set(Column.role, form === 'role');
  set(Column.nominal, form === 'nominal');
  if (form === 'pronoun') {
    const lower = words.lower[start] as string;
    if (/^(?:he|him|his|himself|she|her|hers|herself)$/.test(lower)) set(Column.heShe, true);
    else if (/^its?$/.test(lower)) set(Column.it, true);
    else if (lower.startsWith('the')) set(Column.they, true);
    else set(Column.firstPerson, true);
  }
  const { sentences, structure, quotes } = words.analysis;
  const part = sentences.part[sentenceOf(words, start)] as number;
  set(Column.inTitle, structure.parts[part]?.kind === 'title');
  set(Column.inQuote, (quotes.depth[headWord] as number) > 0);
}

function describeLink(
  resolution: Resolution,
  { cluster, mention: index, clarity, spokeLast }: Answer,
  { form, start }: Mention,
  vector: Float64Array,
): void {
  const { mentions, words, scoreOf } = resolution;
  const link = oddsOf(scoreOf[index] as number);
  const isName = form === 'name' || form === 'metonym';
  const column = isName
    ? Column.linkOfName
    : form === 'pronoun'
      ? Column.linkOfPronoun
      : Column.linkOfNominal;
  vector[column] = link;
  vector[Column.clarity] = oddsOf(clarity);
  let before = -1;
  for (const at of cluster.mentions) {
    const other = mentions[at] as Mention;
    if (other.start < start && before < other.start) before = other.start;
  }
  const distance = before < 0 ? -1 : sentenceOf(words, start) - sentenceOf(words, before);
  const far =
    distance < 0
      ? Column.neverBefore
      : distance === 0
        ? Column.sameSentence
        : distance === 1
          ? Column.sentenceBefore
          : Column.farther;
  vector[far] = 1;
  if (spokeLast) vector[Column.spokeLast] = 1;
}

function describeNamed(
  resolution: Resolution,
  cluster: Cluster,
  mention: Mention,
  vector: Float64Array,
): void {
  const { words, clusters, mentions } = resolution;
  const set = (column: number, value: boolean): void => {
    if (value) vector[column] = 1;
  };
  const isPerson = cluster.kind === 'person';
  const isBody = cluster.kind === 'organisation' || cluster.kind === 'government';
  set(Column.person, isPerson);
  // By the gazetteer, or a government of one word ("Lorvia") by the text's own evidence.
  const isState =
    cluster.gazetteerName !== undefined ||
    (cluster.kind === 'government' && cluster.nameWords.length === 1);
  set(Column.state, isState);
  set(Column.body, isBody && !isState);
  set(Column.otherName, !isPerson && !isBody);
  set(Column.oneWord, isPerson && cluster.nameWords.length === 1);
  set(Column.longName, isPerson && cluster.nameWords.length > 3);
  set(Column.hasRole, cluster.roles.length > 0);
  const [start, end] = (mentions[cluster.namedAt] as Mention).name as readonly [number, number];
  set(Column.firstName, isPerson && genderOfFirstName(words.form[start] as string) !== undefined);
  set(Column.acronym, end - start === 1 && isAcronym(words.form[start] as string));
  set(Column.alsoSmall, words.small.has(words.lower[end - 1] as string));
  const last = cluster.nameWords.at(-1);
  set(
    Column.namesakes,
    isPerson &&
      clusters.some(
        (one) => one !== cluster && one.kind === 'person' && one.nameWords.at(-1) === last,
      ),
  );
  set(
    Column.genderAgrees,
    mention.form === 'pronoun' && mention.gender !== undefined && cluster.gender === mention.gender,
  );
}

function describeDescribed(resolution: Resolution, cluster: Cluster, vector: Float64Array): void {
  const { words, mentions, clusters } = resolution;
  const set = (column: number, value: boolean): void => {
    if (value) vector[column] = 1;
  };
  set(Column.described, true);
  const isPerson = cluster.kind === 'person' || cluster.kind === 'unnamed';
  const isBody = cluster.kind === 'organisation' || cluster.kind === 'government';
  set(Column.describedPerson, isPerson && !cluster.isPlural);
  set(Column.describedBody, isBody);
  set(Column.describedPaper, cluster.kind === 'document');
  set(Column.describedCrowd, cluster.isPlural);
  const first = mentions[cluster.mentions[0] as number] as Mention;
  const word = words.lower[first.start] as string;
  const isDefinite = /^(?:the|this|that|these|those|both)$/.test(word);
  const isIndefinite = /^(?:an?|one|another|some|many|several|most|few)$/.test(word);
  set(Column.definite, isDefinite && !cluster.isPlural);
  set(Column.indefinite, isIndefinite);
  const isOwned = cluster.owner !== undefined;
  set(Column.bare, !isDefinite && !isIndefinite && !isOwned && !cluster.isPlural);
  // "The agency", where an agency is named in the article: which one is not told.
  set(Column.owned, isOwned);
  const head = headLemma(words, first.headWord);
  set(
    Column.headNamed,
    !cluster.isPlural &&
      (isBody || isPerson) &&
      clusters.some(
        ({ namedAt, heads, nameWords }) =>
          namedAt >= 0 && (heads.includes(head) || nameWords.includes(head)),
      ),
  );
}
