/**
 * Language: English or not.
 * @module
 */
import { expect, test } from 'vitest';
import { findLanguage } from '../../src/note/find-language.ts';

const CASES: [string, string, 'en' | 'und'][] = [
  [
    'English news',
    'The ministry of Tavria said on Monday that it would not send any more ships to the straits before the talks.',
    'en',
  ],
  [
    'French',
    'Le ministre des affaires étrangères a déclaré lundi que son pays ne participerait pas aux discussions prévues.',
    'und',
  ],
  [
    'German',
    'Die Ministerin erklärte am Montag, dass das Land an den Gesprächen nicht teilnehmen werde und auch keine Schiffe schickt.',
    'und',
  ],
  [
    'Spanish',
    'El ministro dijo el lunes que el país no participaría en las conversaciones previstas para esta semana en la capital.',
    'und',
  ],
  [
    'Russian',
    'Министр заявил в понедельник, что страна не будет участвовать в переговорах.',
    'und',
  ],
  ['a short headline', 'Tavria rejects ceasefire plan', 'en'],
  ['nothing but numbers', '2027 12 31', 'en'],
  ['Chinese, no spaces', '部长周一表示该国不会参加会谈', 'und'],
];

for (const [name, text, language] of CASES)
  test(`language: ${name} is ${language}`, () => expect(findLanguage(text)).toBe(language));
