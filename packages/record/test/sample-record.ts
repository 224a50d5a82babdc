/**
 * A small record about an invented state, and a generator of records, for the tests of this package.
 * @module
 */
import {
  ACTOR_KINDS,
  type ArticleRecord,
  CONDITION_TYPES,
  CONNECTIVES,
  SCHEMA,
  STANCES,
  STATEMENT_ACTS,
  STATEMENT_KINDS,
} from '@onrecord/record';
import fc from 'fast-check';

export const TEXT = 'Tavria will send ships only after a truce, Minister Oda Brenn said on Monday.';

export const sampleRecord = (): ArticleRecord => ({
  schema: SCHEMA,
  article: {
    id: 'a_1',
    text: TEXT,
    textHash: 'f'.repeat(64),
    language: 'en',
    parts: [{ kind: 'paragraph', span: [0, TEXT.length] }],
  },
  actors: [
    { id: 'p_1', name: 'Oda Brenn', kind: 'person', roles: [], mentions: [], represents: 'p_2' },
    { id: 'p_2', name: 'Tavria', kind: 'government', roles: [], mentions: [] },
  ],
  statements: [
    {
      id: 's_1',
      kind: 'indirect',
      act: 'says',
      source: [[43, 61]],
      cue: [[62, 66]],
      content: [[0, 41]],
      speaker: 'p_1',
      hedges: [],
      rule: 'test',
      score: 1,
    },
  ],
  commitments: [
    {
      id: 'c_1',
      stance: 'commits',
      parties: ['p_2'],
      party: [[0, 6]],
      assertedBy: 'p_1',
      basis: 'named-third-party',
      cue: [[7, 11]],
      action: [[12, 22]],
      counterparties: [],
      counterparty: [],
      conditions: [
        {
          id: 'k_1',
          trigger: 'ceasefire',
          connective: 'only-after',
          type: 'ceasefire',
          span: [23, 41],
        },
      ],
      exceptions: [],
      hedges: [],
      repeated: false,
      statement: 's_1',
      rule: 'test',
      score: 1,
    },
  ],
  events: [],
  notes: [],
  reader: { version: '0.0.0', model: 'none' },
});

/** Records whose every span lies in their text and whose ids exist: what a reader must make. */
export const anyRecord: fc.Arbitrary<ArticleRecord> = fc
  .string({ unit: 'grapheme', maxLength: 80 })
  .chain((text) => {
    const at = fc
      .tuple(fc.nat(text.length), fc.nat(text.length))
      .map(([a, b]): [number, number] => (a <= b ? [a, b] : [b, a]));
    const spans = fc.array(at, { maxLength: 3 });
    const score = fc.double({ min: 0, max: 1, noNaN: true });
    const statement = fc.record({
      id: fc.constant('s_1'),
      kind: fc.constantFrom(...STATEMENT_KINDS),
      act: fc.constantFrom(...STATEMENT_ACTS),
      source: spans,
      cue: spans,
      content: spans,
      hedges: fc.array(fc.record({ span: at, by: fc.constantFrom('speaker', 'outlet') })),
      rule: fc.string(),
      score,
    });
    const condition = fc.record({
      id: fc.string(),
      trigger: fc.string(),
      connective: fc.constantFrom(...CONNECTIVES),
      type: fc.constantFrom(...CONDITION_TYPES),
      span: at,
    });
    return fc
      .record({
        kind: fc.constantFrom(...ACTOR_KINDS),
        stance: fc.constantFrom(...STANCES),
        statements: fc.array(statement, { maxLength: 2 }),
        conditions: fc.array(condition, { maxLength: 2 }),
        party: spans,
      })
      .map(({ kind, stance, statements, conditions, party }) => {
        const record = sampleRecord();
        record.article = { ...record.article, text, parts: [] };
        record.actors = record.actors.map((actor) => ({ ...actor, kind }));
        record.statements = statements as ArticleRecord['statements'];
        record.commitments = record.commitments.map(({ statement: _, ...commitment }) => ({
          ...commitment,
          stance,
          party,
          cue: [],
          action: [],
          conditions,
        }));
        return record;
      });
  });
