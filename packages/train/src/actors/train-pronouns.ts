/**
 * Trains the pronoun weights on GUM's training part: softmax regression over the candidates of each
 * pronoun, right ones being those of its marked cluster. The reader itself finds the candidates; a
 * pronoun whose right candidate is known is joined to it, so that later ones learn from true chains.
 * @module
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { type GumDocument, readGumEntities } from '@onrecord/evaluate';
import {
  type Analysis,
  analyse,
  CANDIDATE_FEATURES,
  findAttributions,
  findMentions,
  openAttributionModel,
  openLanguageModel,
  PRONOUN_CLASSES,
  type PronounClass,
  resolveActors,
  type ScoredCandidate,
} from '@onrecord/reader';

/** One pronoun: its candidates' features, which are right, and how much it counts. */
export interface PronounExample {
  readonly kind: PronounClass;
  readonly vectors: readonly Float64Array[];
  readonly right: readonly number[];
  readonly weight: number;
}

/** News is what is read; the other genres have more pronouns, and lend a hand. */
const GENRE_WEIGHTS: Readonly<Record<string, number>> = { news: 4, interview: 1, bio: 1 };
const OTHER_WEIGHT = 0.5;
/**
 * What news does and GUM's few news texts cannot teach: "he said" goes on with who spoke last, most
 * of all within the paragraph. The decay pulls the weights here instead of to zero.
 */
const PRIOR: Readonly<Record<string, number>> = { anaphorSource: 1, lastSource: 0.8, goesOn: 1.5 };
const TRAINING = { Epochs: 60, Rate: 0.1, Decay: 0.1 } as const;

/** List the pronouns of a document whose right candidate is among those found. */
export function listPronounExamples(
  document: GumDocument,
  analysis: Analysis,
  attributions: Parameters<typeof resolveActors>[0]['attributions'],
): PronounExample[] {
  const mentions = findMentions(analysis);
  const gold = alignMentions(document, analysis, mentions);
  const examples: PronounExample[] = [];
  const weight = GENRE_WEIGHTS[document.genre] ?? OTHER_WEIGHT;
  resolveActors({
    ...{ analysis, mentions, attributions, articleId: document.id },
    observe: (index, kind, ranked) => {
      const wanted = gold.clusterOf[index];
      if (wanted === undefined) return 0;
      const right = ranked.flatMap((one, at) => (gold.isOf(one, wanted) ? [at] : []));
      if (right.length === 0) return 0;
      if (ranked.length > 1)
        examples.push({ kind, weight, right, vectors: ranked.map(({ vector }) => vector) });
      return right[0] as number;
    },
  });
  return examples;
}

interface Alignment {
  readonly clusterOf: readonly (string | undefined)[];
  readonly isOf: (candidate: ScoredCandidate, cluster: string) => boolean;
}

/** The marked cluster of each found mention: of the same span, or begun there with its head in it. */
function alignMentions(
  document: GumDocument,
  { tokens }: Analysis,
  mentions: ReturnType<typeof findMentions>,
): Alignment {
  const bySpan = new Map(document.mentions.map((one) => [`${one.start}-${one.end}`, one.cluster]));
  const spanOf = (start: number, end: number): string =>
    `${tokens.start[start]}-${tokens.end[end - 1]}`;
  const byStart = new Map<number, GumDocument['mentions'][number][]>();
  for (const one of document.mentions)
    byStart.set(one.start, [...(byStart.get(one.start) ?? []), one]);
  const clusterOf = mentions.map(({ start, end, headWord }) => {
    const exact = bySpan.get(spanOf(start, end));
    if (exact !== undefined) return exact;
    const headEnd = tokens.end[headWord] as number;
    return (byStart.get(tokens.start[start] as number) ?? [])
      .filter((one) => headEnd <= one.end)
      .sort((a, b) => a.end - b.end)[0]?.cluster;
  });
  return {
    clusterOf,
    isOf: ({ candidate }, cluster) => {
      const joined = candidate.cluster.joinedAt.at(-1);
      if (candidate.cluster.members.length === 0) return clusterOf[candidate.mention] === cluster;
      return joined !== undefined && bySpan.get(spanOf(joined[0], joined[1])) === cluster;
    },
  };
}

/** Train the weights of one class of pronouns by AdaGrad, the examples in their order. */
export function trainPronouns(examples: readonly PronounExample[]): Float64Array {
  const size = CANDIDATE_FEATURES.length;
  const weights = new Float64Array(size);
  const prior = Float64Array.from(CANDIDATE_FEATURES, (name) => PRIOR[name] ?? 0);
  const squares = new Float64Array(size).fill(1e-6);
  for (let epoch = 0; epoch < TRAINING.Epochs; epoch++)
    for (const example of examples) {
      const gradient = gradientOf(example, weights);
      for (let at = 0; at < size; at++) {
        const pull = TRAINING.Decay * ((weights[at] as number) - (prior[at] as number));
        const slope = example.weight * (gradient[at] as number) - pull;
        squares[at] = (squares[at] as number) + slope * slope;
        weights[at] =
          (weights[at] as number) + (TRAINING.Rate * slope) / Math.sqrt(squares[at] as number);
      }
    }
  return weights;
}

/** How the log-likelihood of the right candidates grows with each weight. */
function gradientOf({ vectors, right }: PronounExample, weights: Float64Array): Float64Array {
  const scores = vectors.map((vector) =>
    vector.reduce((sum, v, at) => sum + v * (weights[at] as number), 0),
  );
  const top = Math.max(...scores);
  const masses = scores.map((score) => Math.exp(score - top));
  const all = masses.reduce((sum, mass) => sum + mass, 0);
  const good = right.reduce((sum, at) => sum + (masses[at] as number), 0);
  const gradient = new Float64Array(weights.length);
  for (const [at, vector] of vectors.entries()) {
    const mass = masses[at] as number;
    const pull = (right.includes(at) ? mass / good : 0) - mass / all;
    for (let column = 0; column < gradient.length; column++)
      gradient[column] = (gradient[column] as number) + pull * (vector[column] as number);
  }
  return gradient;
}

/** The text of `pronoun-weights.ts`: weights to two places, zeros left out. */
export function encodePronounWeights(tables: Readonly<Record<string, Float64Array>>): string {
  const rows = Object.entries(tables).map(([kind, weights]) => {
    const cells = CANDIDATE_FEATURES.flatMap((name, at) => {
      const value = Math.round((weights[at] as number) * 100) / 100;
      return value === 0 ? [] : [`    ${name}: ${value},`];
    });
    return `  ${kind}: {\n${cells.join('\n')}\n  },`;
  });
  return `/**
 * Weights of the pronoun rules, one table a class of pronoun; the features stand in
 * \`coreference/candidate.ts\`. Written by \`packages/train/src/actors/train-pronouns.ts\` from GUM's
 * training part (licences by document: CC BY, CC BY-SA, public domain); do not edit.
 * @module
 */
type Table = Readonly<Record<string, number>>;

export const PRONOUN_WEIGHTS: Readonly<Record<'person' | 'it' | 'they', Table>> = {
${rows.join('\n')}
};
`;
}

/** Train all three classes and write the table. \`node … CORPORA MODELS OUT\` */
export function trainPronounFile(corporaDir: string, modelsDir: string, out: string): void {
  const language = openLanguageModel(readFileSync(`${modelsDir}/language.bin`));
  const attribution = openAttributionModel(readFileSync(`${modelsDir}/attribution.bin`));
  const examples = readGumEntities(`${corporaDir}/ud/gum/train.conllu.gz`).flatMap((document) => {
    const analysis = analyse(document.text, language);
    return listPronounExamples(document, analysis, findAttributions(analysis, attribution));
  });
  const tables = Object.fromEntries(
    PRONOUN_CLASSES.map((kind) => [
      kind,
      trainPronouns(examples.filter((one) => one.kind === kind)),
    ]),
  );
  writeFileSync(out, encodePronounWeights(tables));
}
