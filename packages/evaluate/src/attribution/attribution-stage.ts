/**
 * The attribution stage in the evaluation, and its scores as lines for people.
 * @module
 */
import { openAttributionModel, openLanguageModel } from '@onrecord/reader';
import type { EvaluationStage } from '../stage.ts';
import {
  type AttributionScores,
  evaluateAttribution,
  type Figure,
} from './evaluate-attribution.ts';

/** `evaluate attribution`. */
export const attributionStage: EvaluationStage = {
  name: 'attribution',
  about: 'who said what: PolNeAR dev by the judge, by kind, cue and publisher; GUM beside it',
  evaluate(corporaDir, { load }) {
    const language = openLanguageModel(load('language.bin'));
    const attribution = openAttributionModel(load('attribution.bin'));
    const scores = evaluateAttribution(corporaDir, { language, attribution });
    const rules = evaluateAttribution(corporaDir, { language, attribution: null });
    return {
      scores: { ...scores, rules: rules.dev },
      lines: [...listAttributionScores(scores), '', 'Rules alone', ...listFigures(rules.dev)],
    };
  },
};

const show = (value: number) => value.toFixed(1).padStart(6);

/** Lines of figures: precision, recall, F1 and its interval. */
function listFigures(figures: Readonly<Record<string, Figure>>): string[] {
  return Object.entries(figures).map(([name, { precision, recall, f1, low, high, marked }]) => {
    const interval = low === undefined || high === undefined ? '' : `${show(low)} –${show(high)}`;
    return `${name.padEnd(24)}${show(precision)} ${show(recall)} ${show(f1)}  ${interval}  ${marked}`;
  });
}

/** Lines that a person reads. */
export function listAttributionScores(scores: AttributionScores): string[] {
  const head = `${''.padEnd(24)}  prec.    rec.     F1      95 of 100   marked`;
  const reliability = scores.reliability
    .filter(({ count }) => 0 < count)
    .map(
      ({ from, to, count, right }) =>
        `${from.toFixed(1)} to ${to.toFixed(1)}`.padEnd(24) +
        `${show(100 * right)} % right of ${count}`,
    );
  return [
    'PolNeAR dev',
    head,
    ...listFigures(scores.dev),
    '',
    'Recall by how often training saw the cue',
    ...Object.entries(scores.byCue).map(
      ([name, { recall, marked }]) => `${name.padEnd(24)}${show(recall)}  of ${marked}`,
    ),
    '',
    'Attribution by publisher',
    ...listFigures(scores.byPublisher),
    '',
    'Scores: how many are right',
    ...reliability,
    '',
    'Causes of errors',
    ...Object.entries(scores.causes)
      .sort((a, b) => b[1] - a[1])
      .map(([cause, count]) => `${String(count).padStart(6)}  ${cause}`),
    '',
    'GUM (documents without NC): roles that overlap',
    ...listFigures(scores.gum),
  ];
}
