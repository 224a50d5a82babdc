/**
 * How the language network is trained: a wide network on silver and gold trees, then the same cut to
 * thinner matrices and trained on. Every number was chosen on dev; `docs/quality.md` says what each
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
}

/** What `train.py` is told about a network. */
export interface NetworkRecipe {
  readonly seed: number;
  /** Features seen fewer times have no row. */
  readonly least: Readonly<Record<'word' | 'affix' | 'gram', number>>;
  readonly sizes: Readonly<Record<string, number>>;
  readonly phases: readonly TrainingPhase[];
}

const TAG_SIZES = { upos: UPOS.length, xpos: XPOS.length, deprel: DEPRELS.length };

/** The tag sets, in the order of the layers. */
export const TAG_SETS = { upos: UPOS, xpos: XPOS, deprels: DEPRELS } as const;

/** The weight of each source's words in the loss. */
export const SOURCE_WEIGHTS = { gold: 1, news: 1 } as const;

/** The wide network: first on silver news, then on gold trees. */
export const WIDE: NetworkRecipe = {
  seed: 1,
  least: { word: 2, affix: 3, gram: 6 },
  sizes: {
    ...{ word: 96, affix: 64, gram: 48, form: 128, hidden: 128, hidden2: 96, arc: 64, label: 64 },
    ...{ ...TAG_SIZES, distance: 8, dropout: 0.25, smoothing: 0.03 },
  },
  phases: [
    { shares: { news: 1 }, epochs: 3, rate: 0.003, batch: 1500, drop_words: 0.5 },
    { shares: { gold: 1 }, epochs: 30, rate: 0.003, batch: 1000, drop_words: 0.5 },
  ],
};

/**
 * The network that ships: the wide one with its two widest matrices cut to their ranks by singular
 * values, trained on together with more news.
 */
export const NARROW: NetworkRecipe = {
  seed: 41,
  least: WIDE.least,
  sizes: { ...WIDE.sizes, narrow: 80, narrow_top: 64, dropout: 0.2 },
  phases: [
    {
      ...{ shares: { gold: 1, news: 0.35 }, epochs: 5, rate: 0.002, batch: 1000 },
      ...{ drop_words: 0.5, average: 0.985 },
    },
  ],
};
