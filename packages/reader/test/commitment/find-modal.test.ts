/**
 * Candidates without a cue verb: imperatives, negated progressives, "can't".
 * @module
 */
import { expect, test } from 'vitest';
import { openClauseView } from '../../src/commitment/clause-view.ts';
import { findCandidates } from '../../src/commitment/find-candidates.ts';
import { buildCase } from './build-case.ts';

function list(text: string, rows: readonly string[]): string[] {
  const view = openClauseView(buildCase({ text, rows }));
  return findCandidates(view).map(
    ({ key, stance, action: [start, end] }) =>
      `${key} ${stance} ${view.words.slice(start, end).join(' ')}`,
  );
}

test('modals: a negated imperative demands', () => {
  expect(
    list('Do not raise the levy', [
      'Do do AUX VB 3 aux',
      'not not PART RB 3 advmod',
      'raise raise VERB VB 0 root',
      'the the DET DT 5 det',
      'levy levy NOUN NN 3 obj',
    ]),
  ).toContain('do-not:imperative demands raise the levy');
});

test('modals: what is negated in the progressive is refused, what is not negated is told', () => {
  const tail = (from: number) => [
    `leaving leave VERB VBG 0 root`,
    `the the DET DT ${from + 3} det`,
    `race race NOUN NN ${from + 1} obj`,
  ];
  expect(
    list('I am not leaving the race', [
      'I I PRON PRP 4 nsubj',
      'am be AUX VBP 4 aux',
      'not not PART RB 4 advmod',
      ...tail(3),
    ]),
  ).toEqual(['be:progressive refuses leaving the race']);
  const told = ['I I PRON PRP 3 nsubj', 'am be AUX VBP 3 aux', ...tail(2)];
  expect(list('I am leaving the race', told)).toEqual([]);
});

test('modals: "can" says what is possible, "cannot" refuses', () => {
  const rows = (can: string) => ['We we PRON PRP 4 nsubj', can];
  const tail = ['sign sign VERB VB 0 root', 'it it PRON PRP 4 obj'];
  expect(
    list('We can not sign it', [
      ...rows('can can AUX MD 4 aux'),
      'not not PART RB 4 advmod',
      ...tail,
    ]).some((one) => one.startsWith('can:modal refuses')),
  ).toBe(true);
  const positive = ['We we PRON PRP 3 nsubj', 'can can AUX MD 3 aux'];
  expect(
    list('We can sign it', [...positive, 'sign sign VERB VB 0 root', 'it it PRON PRP 3 obj']).some(
      (one) => one.startsWith('can:'),
    ),
  ).toBe(false);
});
