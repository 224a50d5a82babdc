/**
 * English words of the calendar: months, weekdays, seasons, units, numbers, and the prepositions
 * that say how a date limits something.
 * @module
 */

/** Month names and their newspaper abbreviations, without the full stop ("Sept."). */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ['january', 'jan'],
    ['february', 'feb'],
    ['march', 'mar'],
    ['april', 'apr'],
    ['may'],
    ['june', 'jun'],
    ['july', 'jul'],
    ['august', 'aug'],
    ['september', 'sept', 'sep'],
    ['october', 'oct'],
    ['november', 'nov'],
    ['december', 'dec'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

/** Weekdays, 0 is Sunday. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  [
    ['sunday', 'sun'],
    ['monday', 'mon'],
    ['tuesday', 'tues', 'tue'],
    ['wednesday', 'wed'],
    ['thursday', 'thurs', 'thu'],
    ['friday', 'fri'],
    ['saturday', 'sat'],
  ].flatMap((names, index) => names.map((name) => [name, index] as const)),
);

/** First month of each northern season; a season has three months. */
export const SEASONS: ReadonlyMap<string, number> = new Map([
  ['spring', 3],
  ['summer', 6],
  ['autumn', 9],
  ['fall', 9],
  ['winter', 12],
]);

/** Units of time with their ISO 8601 designator; `T` marks the units below a day. */
export const UNITS: ReadonlyMap<string, string> = new Map([
  ['second', 'TS'],
  ['minute', 'TM'],
  ['hour', 'TH'],
  ['day', 'D'],
  ['week', 'W'],
  ['fortnight', 'W'],
  ['month', 'M'],
  ['year', 'Y'],
  ['decade', 'Y'],
  ['century', 'Y'],
]);

/** How many of its designator a unit holds, where not one. */
export const UNIT_SIZES: ReadonlyMap<string, number> = new Map([
  ['fortnight', 2],
  ['decade', 10],
  ['century', 100],
]);

/** Numbers in words; "a" and "an" count one before a unit ("in a week"). */
export const NUMBERS: ReadonlyMap<string, number> = new Map(
  [
    'zero',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
    'thirteen',
    'fourteen',
    'fifteen',
    'sixteen',
    'seventeen',
    'eighteen',
    'nineteen',
    'twenty',
  ]
    .map((word, value) => [word, value] as [string, number])
    .concat([
      ['a', 1],
      ['an', 1],
      ['thirty', 30],
      ['forty', 40],
      ['fifty', 50],
      ['sixty', 60],
      ['seventy', 70],
      ['eighty', 80],
      ['ninety', 90],
      ['hundred', 100],
      ['dozen', 12],
    ]),
);

/** Ordinals of days of the month in words ("the fifth of May"). */
export const ORDINALS: ReadonlyMap<string, number> = new Map(
  [
    'first',
    'second',
    'third',
    'fourth',
    'fifth',
    'sixth',
    'seventh',
    'eighth',
    'ninth',
    'tenth',
    'eleventh',
    'twelfth',
    'thirteenth',
    'fourteenth',
    'fifteenth',
  ].map((word, index) => [word, index + 1]),
);

/** How the word before a date limits what hangs on it. */
export const LIMITS: ReadonlyMap<string, string> = new Map([
  ['by', 'by'],
  ['until', 'until'],
  ['till', 'until'],
  ['til', 'until'],
  ['through', 'until'],
  ['before', 'before'],
  ['after', 'after'],
  ['since', 'since'],
  ['from', 'since'],
  ['starting', 'since'],
  ['beginning', 'since'],
  ['effective', 'since'],
  ['on', 'at'],
  ['in', 'at'],
  ['at', 'at'],
  ['during', 'at'],
  ['within', 'within'],
  ['over', 'within'],
  ['for', 'for'],
]);

/** Parts of a day that may follow a weekday or "this" ("Tuesday night", "this morning"). */
export const DAY_PARTS: ReadonlySet<string> = new Set([
  'morning',
  'afternoon',
  'evening',
  'night',
  'noon',
  'midnight',
]);

/** Words before a weekday that show that it lies ahead ("will meet on Tuesday"). */
export const FUTURE_WORDS: ReadonlySet<string> = new Set([
  'will',
  'shall',
  "'ll",
  '’ll',
  'scheduled',
  'slated',
  'due',
  'set',
  'plans',
  'planned',
  'expected',
  'to',
  'upcoming',
  'would',
  'by',
  'until',
  'before',
]);

/** Words right before a weekday that show that it lies behind ("said Tuesday"). */
export const PAST_WORDS: ReadonlySet<string> = new Set([
  'said',
  'told',
  'wrote',
  'announced',
  'reported',
  'tweeted',
  'added',
  'held',
  'met',
  'since',
]);
