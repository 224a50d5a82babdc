/**
 * GUM's marks become spans of the text: nested, of one word, inside contractions.
 * @module
 */
import { expect, test } from 'vitest';
import { decodeGumEntities } from '../../src/actors/gum-entities.ts';

const ROWS = [
  '# newdoc id = GUM_news_harbour',
  '# newpar',
  '# newpar_block = p (1 s)',
  '# text = Orla Vane’s aide left.',
  '1\tOrla\t_\t_\t_\t_\t_\t_\t_\tEntity=(2-person-new-nnnnn-cf1-1-coref(1-person-new-nnnnn-cf1-1-coref',
  '2-3\tVane’s\t_\t_\t_\t_\t_\t_\t_\t_',
  '2\tVane\t_\t_\t_\t_\t_\t_\t_\t_',
  '3\t’s\t_\t_\t_\t_\t_\t_\t_\tEntity=1)',
  '4\taide\t_\t_\t_\t_\t_\t_\t_\tEntity=2)',
  '5\tleft\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No',
  '6\t.\t_\t_\t_\t_\t_\t_\t_\t_',
  '',
  '# newpar',
  '1\tShe\t_\t_\t_\t_\t_\t_\t_\tEntity=(1-person-giv:act-nnnnn-cf1-1-ana)',
  '2\tstayed\t_\t_\t_\t_\t_\t_\t_\t_',
  '',
];

test('gum: nested marks, marks of one word and marks inside contractions are spans of the text', () => {
  const [document] = decodeGumEntities(ROWS.join('\n'));
  expect(document?.genre).toBe('news');
  expect(document?.text).toBe('Orla Vane’s aide left.\n\nShe stayed');
  const found = document?.mentions.map(({ start, end, cluster, type }) => [
    document.text.slice(start, end),
    cluster,
    type,
  ]);
  expect(found).toEqual([
    ['Orla Vane’s', '1', 'person'],
    ['Orla Vane’s aide', '2', 'person'],
    ['She', '1', 'person'],
  ]);
});
