/**
 * The stages that can be evaluated, by name. A stage is one line here and a folder of its own;
 * `evaluate <stage> --corpora DIR [--json]` of the command line looks it up.
 * @module
 */

import { actorsStage } from './actors/actors-stage.ts';
import { attributionStage } from './attribution/attribution-stage.ts';
import { commitmentStage } from './commitments/commitment-stage.ts';
import { languageStage } from './language/language-stage.ts';
import type { EvaluationStage } from './stage.ts';

/** Every stage, in the order of the reader. */
export const EVALUATION_STAGES: readonly EvaluationStage[] = [
  languageStage,
  attributionStage,
  actorsStage,
  commitmentStage,
];

/**
 * Find a stage by its name.
 * @returns null where there is none of that name
 */
export function findStage(name: string): EvaluationStage | null {
  return EVALUATION_STAGES.find((stage) => stage.name === name) ?? null;
}
