/**
 * How the language network is trained: a wide network on silver and gold trees, then the same cut to
 * thinner matrices and trained on, with its word encoder kept at last. Every number was chosen on dev; `docs/quality.md` says what each
 * idea gave.
 * @module
 */
import { DEPRELS, UPOS, XPOS } from '@onrecord/reader';

/** One stretch of training. */
export interface TrainingPhase {
  /** The share of each source that an epoch sees, drawn anew each time. */
  readonly shares: Readonly<Record<string, number>>;
  readonly epochs: number;
  readonly rate: number;
  /** Words a batch. */
  readonly batch: number;
  /** A word seen n times is read as unknown with chance drop / (drop + n). */
  readonly drop_words: number;
  /** How much of the running mean of the weights a step keeps. */
  readonly average?: number;
  /** How much of the loss is the agreement with the network that this one started from. */
  readonly taught?: number;
  /** The word encoder learns no more, and each form runs through it once: half the work. */
  readonly keeps_forms?: boolean;
}

/** What `train.py` is told about a network. */
export interface NetworkRecipe {
  readonly seed: number;
  /** Features seen fewer times have no row. */
  readonly least: Readonly<Record<'word' | 'affix' | 'gram', number>>;
  /** The most frequent words of the vectors' package that the word table holds. */
  readonly known_words: number;
  readonly sizes: Readonly<Record<string, number>>;
  readonly phases: readonly TrainingPhase[];
}

const TAG_SIZES = { upos: UPOS.length, xpos: XPOS.length, deprel: DEPRELS.length };

/** The tag sets, in the order of the layers. */
export const TAG_SETS = { upos: UPOS, xpos: XPOS, deprels: DEPRELS } as const;

/** The weight of each source's words in the loss. */
export const SOURCE_WEIGHTS = { gold: 1, news: 1 } as const;

/** The word encoder, which the network that ships takes over from the wide one. */
const ENCODER = { word: 64, affix: 48, gram: 32, form: 96, vector: 100, distance: 8 } as const;

/**
 * The wide network: first on silver news, then on gold trees with half of the news in each epoch,
 * so that neither is forgotten for the other.
 */
export const WIDE: NetworkRecipe = {
  seed: 1,
  least: { word: 2, affix: 3, gram: 6 },
  known_words: 40_000,
  sizes: {
    ...{ ...ENCODER, hidden: 128, hidden2: 96, arc: 64, label: 64 },
    ...{ ...TAG_SIZES, dropout: 0.25, smoothing: 0.03 },
  },
  phases: [
    { shares: { news: 1 }, epochs: 2, rate: 0.003, batch: 1500, drop_words: 0.5 },
    {
      ...{ shares: { gold: 1, news: 0.4 }, epochs: 16, rate: 0.003, batch: 1000 },
      ...{ drop_words: 0.5, average: 0.985 },
    },
  ],
};

/**
 * The network that ships: the units of the wide one that matter most, its widest matrices cut to
 * their ranks, trained on with the wide one as teacher.
 */
export const NARROW: NetworkRecipe = {
  seed: 41,
  least: WIDE.least,
  known_words: WIDE.known_words,
  sizes: {
    ...{ ...ENCODER, hidden: 96, hidden2: 64, narrow: 48, narrow_top: 48, arc: 40, label: 32 },
    ...{ ...TAG_SIZES, dropout: 0.1, smoothing: 0.03 },
  },
  phases: [
    {
      ...{ shares: { gold: 1, news: 0.5 }, epochs: 10, rate: 0.003, batch: 1000 },
      ...{ drop_words: 0.5, average: 0.985, taught: 0.5 },
    },
  ],
};

/** One stretch on from the network before, with its word encoder as it is and more news. */
function goOn(
  seed: number,
  dropout: number,
  { news, epochs, rate }: { news: number; epochs: number; rate: number },
): NetworkRecipe {
  const kept = { batch: 1200, drop_words: 0.5, average: 0.99, keeps_forms: true };
  return {
    ...NARROW,
    ...{ seed, sizes: { ...NARROW.sizes, dropout } },
    phases: [{ shares: { gold: 1, news }, epochs, rate, ...kept }],
  };
}

/**
 * The same network trained on: the rate starts high again each time, and a small network can do with
 * less dropout.
 */
export const ONWARD: readonly NetworkRecipe[] = [
  goOn(43, 0.1, { news: 0.55, epochs: 8, rate: 0.002 }),
  goOn(44, 0.07, { news: 0.5, epochs: 3, rate: 0.002 }),
  goOn(45, 0.05, { news: 0.4, epochs: 2, rate: 0.002 }),
  goOn(46, 0.04, { news: 0.4, epochs: 2, rate: 0.0015 }),
];
