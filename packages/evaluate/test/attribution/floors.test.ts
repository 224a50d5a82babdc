/**
 * The trained model against floors on PolNeAR dev, three points under what was measured when they
 * were set: a drop that deep is no noise. Skips where the corpora are absent.
 * @module
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openAttributionModel, openLanguageModel } from '@onrecord/reader';
import { describe, expect, test } from 'vitest';
import {
  evaluateAttribution,
  hasAttributionCorpora,
} from '../../src/attribution/evaluate-attribution.ts';
import floors from './floors.json' with { type: 'json' };

const at = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
const CORPORA = at('../shared/corpora');

describe('attribution floors', () => {
  test.skipIf(!hasAttributionCorpora(CORPORA))('PolNeAR dev by the judge’s measures', () => {
    const { dev } = evaluateAttribution(CORPORA, {
      language: openLanguageModel(readFileSync(at('models/language.bin'))),
      attribution: openAttributionModel(readFileSync(at('models/attribution.bin'))),
      samples: 10,
    });
    for (const [name, floor] of Object.entries(floors))
      expect(dev[name]?.f1, name).toBeGreaterThanOrEqual(floor);
  });
});
