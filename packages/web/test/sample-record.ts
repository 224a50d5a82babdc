/**
 * A record written by hand over one of the sample articles, so that the app's own parts can be
 * tested without a reader. Spans are found by their words, so the text may be edited.
 * @module
 */
import { readFileSync } from 'node:fs';
import type { ArticleRecord, Commitment, Span, Statement } from '@onrecord/record';

const text = readFileSync(
  new URL('../../../samples/01-port-amara-summit.txt', import.meta.url),
  'utf8',
);

function at(words: string, after = 0): Span {
  const start = text.indexOf(words, after);
  if (start < 0) throw new RangeError(`the sample does not hold ${JSON.stringify(words)}`);
  return [start, start + words.length];
}

function findParts(): ArticleRecord['article']['parts'] {
  const kinds = ['title', 'byline'] as const;
  return [...text.matchAll(/[^\n]*\S[^\n]*/g)].map((line, index) => ({
    kind: kinds[index] ?? 'paragraph',
    span: [line.index, line.index + line[0].length],
  }));
}

const body = text.indexOf('PORT AMARA');

const statements: Statement[] = [
  {
    id: 's-corvale',
    kind: 'indirect',
    act: 'says',
    source: [at('Orsian Prime Minister Nadim Corvale')],
    cue: [at('said', body)],
    content: [
      at(
        'Twelve countries are ready to send unarmed observers to the Varn valley, but only after a ceasefire',
      ),
    ],
    speaker: 'a-corvale',
    occasion: at('at the end of a one-day summit'),
    saidOn: { from: '2027-04-12', to: '2027-04-12', basis: 'published' },
    hedges: [],
    rule: 'cue-verb',
    score: 0.94,
  },
  {
    id: 's-quote',
    kind: 'direct',
    act: 'says',
    source: [at('Corvale', text.indexOf('told reporters') - 10)],
    cue: [at('told')],
    content: [at('Nobody in this room will send people into an artillery duel,')],
    speaker: 'a-corvale',
    addressee: at('reporters'),
    saidOn: { from: '2027-04-12', to: '2027-04-12', basis: 'published' },
    hedges: [],
    rule: 'quotation',
    score: 0.98,
  },
];

const commitments: Commitment[] = [
  {
    id: 'c-observers',
    stance: 'offers',
    parties: ['a-twelve'],
    party: [at('Twelve countries', body)],
    assertedBy: 'a-corvale',
    basis: 'named-third-party',
    cue: [at('ready', body)],
    action: [at('send unarmed observers to the Varn valley', body)],
    counterparties: [],
    counterparty: [],
    conditions: [
      {
        id: 'k-ceasefire',
        trigger: 'a ceasefire',
        connective: 'only-after',
        type: 'ceasefire',
        span: at('only after a ceasefire', body),
      },
    ],
    exceptions: [],
    hedges: [],
    repeated: false,
    statement: 's-corvale',
    rule: 'ready-to',
    score: 0.88,
  },
];

/** The record by hand. */
export const sampleRecord: ArticleRecord = {
  schema: 'onrecord/1',
  article: {
    id: 'article-1',
    text,
    textHash: '0'.repeat(64),
    title: text.slice(0, text.indexOf('\n')),
    publisher: 'Meridian Wire',
    publishedOn: '2027-04-12',
    url: 'https://meridian.example/2027/04/12/port-amara-summit',
    language: 'en',
    parts: findParts(),
  },
  actors: [
    {
      id: 'a-corvale',
      name: 'Nadim Corvale',
      kind: 'person',
      roles: [],
      mentions: [{ span: at('Nadim Corvale'), form: 'name' }],
    },
    {
      id: 'a-twelve',
      name: 'twelve countries',
      kind: 'group',
      count: 12,
      roles: [],
      mentions: [{ span: at('Twelve countries', body), form: 'nominal' }],
    },
  ],
  statements,
  commitments,
  events: [],
  notes: [],
  reader: { version: '0', model: 'by hand' },
};
