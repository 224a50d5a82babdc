/**
 * What a stage of the reader is to the evaluation: a name, and a function from the folder of the
 * corpora to scores. Scores are plain JSON, with lines for people beside them.
 * @module
 */

/** How to load what was trained. */
export interface EvaluationOptions {
  /** Give the bytes of a file of `models/`, by name ("language.bin"). */
  readonly load: (name: string) => Uint8Array;
  /** Leave the test files alone: for choosing. */
  readonly isDevOnly?: boolean;
}

/** What an evaluation tells. */
export interface Evaluation {
  /** For `--json`. */
  readonly scores: unknown;
  /** For people. */
  readonly lines: readonly string[];
}

/** One stage. */
export interface EvaluationStage {
  readonly name: string;
  /** One line of help. */
  readonly about: string;
  evaluate(corporaDir: string, options: EvaluationOptions): Evaluation | Promise<Evaluation>;
}
