/**
 * The public names of the package.
 * @module
 */
import { expect, test } from 'vitest';
import * as train from '../src/index.ts';

test('the public names', () =>
  expect(Object.keys(train).sort()).toEqual([
    'crossValidate',
    'crossValidateSureness',
    'hasTorch',
    'listCrossValidation',
    'listSpeakerAnswers',
    'listSureness',
    'packTrained',
    'trainAttribution',
    'trainCommitments',
    'trainLanguage',
    'trainNetwork',
    'trainPronounFile',
    'trainSurenessFile',
  ]));
