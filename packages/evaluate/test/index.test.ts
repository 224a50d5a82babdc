/**
 * The public names of the package.
 * @module
 */
import { expect, test } from 'vitest';
import * as evaluate from '../src/index.ts';

test('the public names', () =>
  expect(Object.keys(evaluate).sort()).toEqual([
    'COMMITMENT_PARTS',
    'EVALUATION_STAGES',
    'PARSE_METRICS',
    'addTally',
    'averageOf',
    'buildTagLexicon',
    'decodeGumEntities',
    'decodeSilver',
    'decodeTreebank',
    'evaluateActors',
    'evaluateAttribution',
    'evaluateCommitments',
    'evaluateLanguage',
    'f1Of',
    'f1OfCount',
    'findStage',
    'hasActorsCorpora',
    'hasAttributionCorpora',
    'hasCommitmentCorpora',
    'hasLanguageCorpora',
    'isMatch',
    'isSameSpeaker',
    'listActorsScores',
    'listAttributionScores',
    'listCommitmentScores',
    'listLanguageScores',
    'listWords',
    'makeCoreferenceCounts',
    'makeNewsCounts',
    'makeParseCounts',
    'matchAttributions',
    'ratesOf',
    'readGumEntities',
    'readMarkedDocuments',
    'readSilver',
    'readTreebank',
    'scoreCoreference',
    'scoreNews',
    'scoreParse',
    'scoreSpeakers',
    'setF1',
    'viewMark',
    'wordsIn',
  ]));
