/**
 * Who is one party across articles, and who speaks for whom; origins and versions.
 * @module
 */
import type { Actor, ArticleRecord } from '@onrecord/record';
import { describe, expect, test } from 'vitest';
import { findStateOfAdjective } from '../../src/party/find-representatives.ts';
import { latestVersions } from '../../src/party/latest-versions.ts';
import { resolveOrigins } from '../../src/party/resolve-origins.ts';
import { resolveParties } from '../../src/party/resolve-parties.ts';
import { recordOf } from '../builder/marked-record.ts';

type Sketch = Pick<Actor, 'name' | 'kind'> & Partial<Actor> & { title?: string };

/** An article that has these actors, each with its name for an id. */
function recordWith(id: string, sketches: readonly Sketch[]): ArticleRecord {
  const record = recordOf({ lines: [], url: id });
  record.article.id = id;
  record.actors = sketches.map(({ title, ...actor }) => ({
    id: actor.name,
    roles: title === undefined ? [] : [{ title, span: [0, 0] }],
    mentions: [],
    ...actor,
  }));
  return record;
}

const valdoria: Sketch = { name: 'Valdoria', kind: 'government' };
const hadrel: Sketch = { name: 'Lucan Hadrel', kind: 'person' };

describe('one party', () => {
  const keysOf = (left: Sketch, right: Sketch, others: Sketch[] = []) => {
    const [a, b] = [recordWith('a', [left, ...others]), recordWith('b', [right])];
    const parties = resolveParties([a, b]);
    return [parties.find(a, left.name)?.key, parties.find(b, right.name)?.key];
  };
  test.each<[string, Sketch, Sketch]>([
    ['a full name and its surname', hadrel, { name: 'Hadrel', kind: 'person' }],
    ['a state that a reader doubts', valdoria, { name: 'Valdoria', kind: 'unnamed' }],
    [
      'a state that a reader takes for an organisation',
      valdoria,
      { name: 'Valdoria', kind: 'organisation' },
    ],
    [
      '"the" before a name',
      { name: 'The Northern Compact', kind: 'organisation' },
      { name: 'Northern Compact', kind: 'organisation' },
    ],
    [
      'two names of one QID',
      { name: 'Valdoria', kind: 'government', wikidata: 'Q1' },
      { name: 'Republic of Valdoria', kind: 'government', wikidata: 'Q1' },
    ],
  ])('%s', (_name, left, right) => {
    const [a, b] = keysOf(left, right);
    expect(a).toBe(b);
  });
  test.each<[string, Sketch, Sketch, Sketch[]]>([
    [
      'a surname that two people have',
      hadrel,
      { name: 'Hadrel', kind: 'person' },
      [{ name: 'Mira Hadrel', kind: 'person' }],
    ],
    [
      'officials of two articles',
      { name: 'senior official', kind: 'unnamed' },
      { name: 'senior official', kind: 'unnamed' },
      [],
    ],
    [
      'uncounted groups of two articles',
      { name: 'critics', kind: 'group' },
      { name: 'critics', kind: 'group' },
      [],
    ],
    ['two states', valdoria, { name: 'Skarland', kind: 'government' }, []],
  ])('not: %s', (_name, left, right, others) => {
    const [a, b] = keysOf(left, right, others);
    expect(a).not.toBe(b);
  });
  test('the same group in a wire story and its reprint', () => {
    const group: Sketch = { name: 'Twelve countries', kind: 'group' };
    const [a, b] = [recordWith('a', [group]), recordWith('b', [group])];
    const parties = resolveParties([a, b], {
      originOf: new Map([
        ['a', 'a'],
        ['b', 'a'],
      ]),
    });
    expect(parties.find(a, group.name)?.key).toBe(parties.find(b, group.name)?.key);
  });
  test('what people merged in a ledger wins over names', () => {
    const [a, b] = [
      recordWith('a', [hadrel]),
      recordWith('b', [{ name: 'L. Hadrel', kind: 'person' }]),
    ];
    const parties = resolveParties([a, b], {
      identify: () => ({ key: 'p_1', name: 'Lucan Hadrel' }),
    });
    expect(parties.find(b, 'L. Hadrel')).toEqual(parties.find(a, 'Lucan Hadrel'));
  });
});

describe('one party in a ledger', () => {
  const identify = (articleId: string, actorId: string) => ({
    key: `${articleId}/${actorId}`,
    name: actorId,
  });
  const keyOf = (left: Sketch, right: Sketch) => {
    const [a, b] = [recordWith('a', [left]), recordWith('b', [right])];
    const parties = resolveParties([a, b], { identify });
    return [parties.find(a, left.name)?.key, parties.find(b, right.name)?.key];
  };
  test.each<[string, Sketch]>([
    ['a state that another article takes for a person', { name: 'Valdoria', kind: 'person' }],
    ['its adjective', { name: 'Valdorian', kind: 'person' }],
    ['one that another article has no name for', { name: 'Valdoria', kind: 'unnamed' }],
  ])('%s', (_name, other) => {
    const [a, b] = keyOf(valdoria, other);
    expect(a).toBe(b);
  });
  test('not: two of one name and kind, which a person may have split', () => {
    const [a, b] = keyOf(valdoria, valdoria);
    expect(a).not.toBe(b);
  });
});

describe('who speaks for whom', () => {
  const boundIn = (first: Sketch, other: Sketch) => {
    const [a, b] = [recordWith('a', [first, valdoria]), recordWith('b', [other])];
    return resolveParties([a, b]).findBound(b, other.name)?.name;
  };
  test.each<[string, Sketch, Sketch]>([
    [
      '"Valdorian President" in one article holds in the next',
      { ...hadrel, title: 'Valdorian President' },
      hadrel,
    ],
    ['"prime minister of Valdoria"', { ...hadrel, title: 'prime minister of Valdoria' }, hadrel],
    [
      '"Lucan Hadrel’s country"',
      { ...hadrel, title: 'Valdorian President' },
      { name: 'Lucan Hadrel’s country', kind: 'organisation' },
    ],
  ])('%s', (_name, first, other) => {
    expect(boundIn(first, other)).toBe('Valdoria');
  });
  test.each<[string, string]>([
    ['a former president', 'former Valdorian President'],
    ['an office that speaks for nobody', 'Valdorian footballer'],
    ['the president of a club', 'president of the Valdorian football federation'],
  ])('not: %s', (_name, title) => {
    expect(boundIn({ ...hadrel, title }, hadrel)).toBe('Lucan Hadrel');
  });
  test('adjectives of states', () => {
    const states = ['valdoria', 'kessland', 'breland', 'tavria', 'orsia'];
    const found = [
      'valdorian',
      'kesslandic',
      'brelish',
      'tavrian',
      'orsian',
      'valley',
      'brelanders',
    ].map((word) => findStateOfAdjective(word, states));
    expect(found).toEqual(['valdoria', 'kessland', 'breland', 'tavria', 'orsia', null, null]);
  });
});

describe('origins and versions', () => {
  const sentences = [
    'The first team can be on the road within 72 hours of a truce, he said.',
    'Two earlier truces, in August and in December, collapsed within days.',
    'The fighting has driven some 340,000 people from their homes in the valley.',
  ];
  const article = (lines: readonly string[], publishedOn: string, publisher: string) =>
    recordOf({
      publishedOn,
      publisher,
      lines: lines.map((text) => ({ party: 'Orsia', act: 'says', text })),
    });
  test('a shortened reprint goes back to the earliest article; a report with its own words does not', () => {
    const wire = article(sentences, '2027-04-12', 'Wire');
    const reprint = article(sentences.slice(0, 2), '2027-04-13', 'Paper');
    const own = article(
      [
        sentences[0] ?? '',
        'The mayor of the harbour town was less sure that anybody would come.',
        'Nobody in the market believed a word of what the radio had said.',
      ],
      '2027-04-13',
      'Own',
    );
    const origins = resolveOrigins([reprint, own, wire]);
    expect(origins.get(reprint.article.id)).toBe(wire.article.id);
    expect(origins.get(own.article.id)).toBe(own.article.id);
  });
  test('of several versions at one address the last counts', () => {
    const url = 'https://paper.example/1';
    const [before, after] = ['2027-04-12', '2027-04-13'].map((publishedOn) =>
      recordOf({ publishedOn, url, publisher: publishedOn, lines: [] }),
    );
    expect(latestVersions([before, after].filter((one) => one !== undefined))).toEqual([after]);
  });
});
