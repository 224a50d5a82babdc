/**
 * Shifts over a line of positions: what one pair does not show.
 * @module
 */
import { describe, expect, test } from 'vitest';
import { findShifts, listPositions } from '../../src/position/find-shifts.ts';
import { type MarkedLine, recordOf } from '../builder/marked-record.ts';

const said = (on: string, text: string, more: Partial<MarkedLine> = {}) =>
  recordOf({
    publishedOn: on,
    publisher: on,
    lines: [{ party: 'Skarland', by: 'Tove Rasmark', on, text, ...more }],
  });
const CONDITION = '{after/ceasefire/ceasefire|once a ceasefire holds}';
const full = `{p|Skarland} {c|would} {a|send observers to the Varn valley} ${CONDITION}.`;
const bare = '{p|Skarland} {c|would} {a|send observers to the Varn valley}.';
const typesOf = (records: Parameters<typeof findShifts>[0]) =>
  findShifts(records).map((shift) =>
    shift.comparison.kind === 'shift' ? shift.comparison.types : [],
  );

describe('shifts', () => {
  test('a condition that one report left out is not added by the next', () => {
    const records = [said('2027-04-01', full), said('2027-04-10', bare), said('2027-04-20', full)];
    expect(typesOf(records)).toEqual([['repeated']]);
  });

  test('what cannot be compared is told when it is asked for, with the reason', () => {
    const records = [said('2027-04-01', full), said('2027-04-10', bare)];
    expect(typesOf(records)).toEqual([]);
    expect(findShifts(records, { showNotComparable: true })[0]?.comparison).toMatchObject({
      kind: 'not-comparable',
      reason: 'condition-not-mentioned',
    });
  });

  test('two outlets that report one day a day apart show no shift', () => {
    const undated = (publishedOn: string, text: string) =>
      recordOf({
        publishedOn,
        publisher: publishedOn,
        lines: [{ party: 'Skarland', by: 'Tove Rasmark', text }],
      });
    const harder = bare.replace('would', 'has formally agreed to');
    const considered = recordOf({
      publishedOn: '2027-04-15',
      publisher: 'A',
      lines: [
        {
          party: 'Skarland',
          by: 'Tove Rasmark',
          stance: 'considers',
          on: '2027-04-14',
          text: bare,
        },
      ],
    });
    expect(typesOf([considered, undated('2027-04-16', harder)])).toEqual([]);
  });

  test('a shift is between the nearest comparable positions, both quoted', () => {
    const records = [
      said('2027-04-01', bare, { stance: 'considers' }),
      said('2027-05-01', bare, { stance: 'commits' }),
      said('2027-06-01', bare, { stance: 'refuses' }),
    ];
    const shifts = findShifts(records);
    expect(typesOf(records)).toEqual([['hardened'], ['reversed']]);
    expect(shifts[1]?.earlier.evidence.publishedOn).toBe('2027-05-01');
    expect(shifts[1]?.later.evidence.quote).toContain('send observers');
  });

  test('positions of a matter come in the order of time, whatever the order of the articles', () => {
    const records = [said('2027-06-01', bare), said('2027-04-01', full)];
    expect(listPositions(records).map((one) => one.saidOn?.from)).toEqual([
      '2027-04-01',
      '2027-06-01',
    ]);
  });

  test('only the party that is asked for', () => {
    const records = [said('2027-04-01', full), said('2027-04-20', full)];
    expect(findShifts(records, { party: 'skarland' })).toHaveLength(1);
    expect(findShifts(records, { party: 'Breland' })).toEqual([]);
  });

  test.each([
    [
      'a recap that says "had told"',
      'Rasmark had told cadets that {p|Skarland} {c|would} {a|send observers to the Varn valley}.',
    ],
    [
      'a recap with its own day',
      'On March 3 Rasmark said that {p|Skarland} {c|would} {a|send observers to the Varn valley}.',
    ],
  ])('%s is no new position', (_name, text) => {
    const refused = said('2027-04-01', bare, { stance: 'refuses' });
    const recap = recordOf({
      publishedOn: '2027-05-01',
      publisher: 'B',
      lines: [{ party: 'Skarland', by: 'Tove Rasmark', text }],
    });
    expect(typesOf([refused, recap])).toEqual([]);
  });

  test('a deadline to come is no day of speech', () => {
    const considered = said('2027-04-01', bare, { stance: 'considers' });
    const text =
      '{p|Skarland} {c|will} {a|send observers to the Varn valley} in July, Rasmark said.';
    const pledge = recordOf({
      publishedOn: '2027-05-01',
      publisher: 'B',
      lines: [{ party: 'Skarland', by: 'Tove Rasmark', text }],
    });
    expect(typesOf([considered, pledge])).toEqual([['hardened']]);
  });

  test('a "no" in the periphery of an action turns nothing round', () => {
    const text = '{p|Skarland} {c|would} {a|send observers to the Varn valley, truce or no truce}.';
    expect(typesOf([said('2027-04-01', bare), said('2027-05-01', text)])).toEqual([['repeated']]);
  });

  test('a condition that stands in the earlier sentence unmarked is not added', () => {
    const unmarked =
      '{p|Skarland} {c|would} {a|send observers to the Varn valley} once a ceasefire holds.';
    expect(typesOf([said('2027-04-01', unmarked), said('2027-05-01', full)])).toEqual([
      ['repeated'],
    ]);
  });

  test('of several reports of one occasion the one with the condition is compared', () => {
    const headline = recordOf({
      publishedOn: '2027-04-02',
      publisher: 'B',
      lines: [{ party: 'Skarland', by: 'Tove Rasmark', text: bare }],
    });
    const waived =
      '{p|Skarland} {c|would} {a|send observers to the Varn valley}, whether or not a ceasefire holds.';
    expect(typesOf([said('2027-04-01', full), headline, said('2027-05-01', waived)])).toEqual([
      ['condition-dropped'],
    ]);
  });

  test('a number of other things is no position on these', () => {
    const others =
      '{p|Skarland} {c|would} {a|send {q=100 engineers|100 engineers} and no observers to the Varn valley}.';
    expect(typesOf([said('2027-04-01', bare), said('2027-05-01', others)])).toEqual([]);
  });

  test('a yes with a no between cue and action is a no', () => {
    const no = '{p|Skarland} {c|would} not {a|send observers to the Varn valley}.';
    expect(typesOf([said('2027-04-01', bare), said('2027-05-01', no)])).toEqual([['reversed']]);
  });

  test('who will consider something considers it, whatever the stance was read as', () => {
    const considers = '{p|Skarland} {c|would} {a|consider sending observers to the Varn valley}.';
    expect(typesOf([said('2027-04-01', bare), said('2027-05-01', considers)])).toEqual([
      ['softened'],
    ]);
  });
});
