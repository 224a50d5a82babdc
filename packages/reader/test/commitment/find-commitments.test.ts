/**
 * Commitments by the tables alone, over trees given in the cases: what is found, with its parts,
 * and what is none (predictions, opinions, hopes, past deeds, questions).
 * @module
 */
import { readFileSync } from 'node:fs';
import type { Commitment, Span } from '@onrecord/record';
import { describe, expect, test } from 'vitest';
import { findCommitments } from '../../src/commitment/find-commitments.ts';
import { findDates } from '../../src/event/find-dates.ts';
import type { TreeCase } from './build-case.ts';
import { buildCase } from './build-case.ts';

interface CommitmentCase extends TreeCase {
  readonly name: string;
  /** Only the fields that stand here are compared. */
  readonly expected: readonly Record<string, unknown>[];
}

const cases = readFileSync(new URL('./cases/commitments.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as CommitmentCase);

function find(one: TreeCase): Commitment[] {
  const analysis = buildCase(one);
  return findCommitments({
    ...{ analysis, articleId: 'a_case', mentions: [], attributions: [], model: null },
    cast: { actors: [], speakers: [], actorAt: () => undefined },
    dates: findDates(analysis, '2025-03-03'),
  }).commitments;
}

/** The fields of a commitment as the cases write them. */
function describeFields(text: string, found: Commitment): Record<string, unknown> {
  const words = (spans: readonly Span[]) => spans.map((span) => text.slice(...span));
  const { deadline } = found;
  return {
    stance: found.stance,
    party: words(found.party),
    cue: words(found.cue),
    action: words(found.action),
    counterparty: words(found.counterparty),
    exceptions: words(found.exceptions),
    conditions: found.conditions.map(({ span, connective, type, trigger }) => [
      text.slice(...span),
      connective,
      type,
      type === 'other' ? null : trigger,
    ]),
    deadline: deadline
      ? [text.slice(...deadline.span), deadline.by ?? null, deadline.within ?? null]
      : null,
    hedges: found.hedges.map(({ span, by }) => [text.slice(...span), by]),
    quantity: found.quantity?.value,
    repeated: found.repeated,
    role: found.role,
    outcome: found.outcome?.status,
  };
}

describe('commitments', () => {
  test.each(cases)('$name', (one) => {
    const found = find(one).map((item) => describeFields(one.text, item));
    expect(found).toHaveLength(one.expected.length);
    for (const [index, fields] of one.expected.entries())
      expect(found[index]).toMatchObject(fields);
  });

  test('every span lies in the text and ids are of content alone', () => {
    for (const one of cases) {
      const [first, second] = [find(one), find(one)];
      expect(first.map(({ id }) => id)).toEqual(second.map(({ id }) => id));
      for (const { party, cue, action } of first)
        for (const [start, end] of [...party, ...cue, ...action]) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(one.text.length);
        }
    }
  });
});
