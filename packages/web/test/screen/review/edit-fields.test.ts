import { conditionId } from '@onrecord/record';
import {
  EDIT_FIELDS,
  findMissing,
  listPieces,
  makePiece,
  valueOfPieces,
  type WordField,
} from '@onrecord/web';
import { describe, expect, test } from 'vitest';

const fieldOf = (name: string): WordField => {
  const found = EDIT_FIELDS.commitment.find((field) => field.name === name);
  if (found?.kind !== 'words') throw new Error(`${name} is no field of words`);
  return found;
};
const CONDITION = {
  ...{ id: 'k_1', trigger: 'ceasefire', connective: 'if', type: 'ceasefire', actor: 'p_1' },
  span: [10, 24],
};

describe('from a value to pieces and back', () => {
  test.each([
    [
      'action',
      [
        [3, 9],
        [12, 20],
      ],
    ],
    ['conditions', [CONDITION]],
    ['conditions', []],
    ['hedges', [{ span: [1, 4], by: 'outlet' }]],
    ['deadline', { span: [4, 16], by: '2027-07-01' }],
    ['deadline', { span: [4, 16], within: 'P30D' }],
    ['quantity', { span: [4, 16], value: 0.5, unit: 'ships' }],
    ['outcome', { span: [4, 16], status: 'unfulfilled' }],
  ])('%s comes back as it went', (name, value) => {
    const field = fieldOf(name);
    expect(valueOfPieces(field, listPieces(field, value), 'c_1')).toEqual(value);
  });

  test('a field of one piece at most that has none is taken away', () => {
    expect(valueOfPieces(fieldOf('deadline'), [], 'c_1')).toBeNull();
    expect(valueOfPieces(fieldOf('action'), [], 'c_1')).toEqual([]);
  });

  test('a condition on other words is another condition', () => {
    const field = fieldOf('conditions');
    const [piece] = listPieces(field, [CONDITION]);
    if (!piece) throw new Error('no piece');
    const [moved] = valueOfPieces(field, [{ ...piece, span: [11, 24] }], 'c_1') as [object];
    expect(moved).toEqual({ ...CONDITION, span: [11, 24], id: conditionId('c_1', [11, 24]) });
  });

  test('pieces stand in the order of the text', () => {
    const field = fieldOf('action');
    const pieces = listPieces(field, [
      [12, 20],
      [3, 9],
    ]);
    expect(valueOfPieces(field, pieces, 'c_1')).toEqual([
      [3, 9],
      [12, 20],
    ]);
  });
});

describe('what is proposed for words that are selected', () => {
  test.each([
    ['only after a ceasefire', 'only-after', 'ceasefire', 'ceasefire'],
    ['once the guns leave the valley', 'after', 'guns leave the valley', 'other'],
    ['unless Tavria strikes again', 'unless', 'Tavria strikes again', 'other'],
    ['as long as the bridge holds', 'as-long-as', 'bridge holds', 'other'],
    ['on condition that parliament agrees', 'only-if', 'parliament agrees', 'other'],
    ['iffy words', 'if', 'iffy words', 'other'],
  ])('the condition “%s”', (quote, connective, trigger, type) => {
    const { details } = makePiece(fieldOf('conditions'), [0, quote.length], quote);
    expect(details).toMatchObject({ connective, trigger, type });
  });

  test.each([
    ['3,000 soldiers', '3000', 'soldiers'],
    ['at least 20 ships', '20', 'ships'],
    ['dozens of boats', '', 'dozens of boats'],
  ])('the quantity “%s”', (quote, value, unit) => {
    expect(makePiece(fieldOf('quantity'), [0, 9], quote).details).toEqual({ value, unit });
  });
});

describe('what is missing is said before anything is sent', () => {
  const missing = (name: string, details: Record<string, string>) =>
    findMissing(fieldOf(name), [{ span: [0, 4], details }]);

  test('what a condition waits for, how many, of what', () => {
    const said = { connective: 'if', type: 'other', trigger: 'ceasefire' };
    expect(missing('conditions', said)).toBeNull();
    expect(missing('conditions', { ...said, trigger: ' ' })).toMatch(/What it waits for/);
    expect(missing('quantity', { value: '20', unit: 'ships' })).toBeNull();
    expect(missing('quantity', { value: 'dozens', unit: 'boats' })).toMatch(/must be a number/);
  });

  test('a duration that is none', () => {
    expect(missing('deadline', { within: '30 days' })).toMatch(/P30D/);
    expect(missing('deadline', { within: 'PT24H' })).toBeNull();
    expect(missing('deadline', {})).toBeNull();
  });
});
