/**
 * English words for the comparison of matters: words that carry no matter of their own, classes of
 * words that news uses for one another, and words that exclude one another ("north", "south").
 * Data only; the comparison stands in `match-matter.ts`.
 * @module
 */

const list = (words: string): string[] => words.split(/\s+/).filter((word) => word !== '');

/** Grammar, politeness and reporting: what stays after them is the matter. */
export const FUNCTION_WORDS: readonly string[] = list(`
  a an the this that these those it its he him his she her they them their we us our i me my you
  your who whom whose which what when where why how there here and or but nor so yet as if unless
  until while because although though than then whether of to in on at by for from with without
  about into onto over under between among through during before after since against within along
  across around near up down out off away be is are was were been being am do does did done doing
  have has had having will would shall should can could may might must not no never none nothing
  nobody neither n't 'll 're 've 's 'd 'm also too very more most much many some any all both each
  every either other another such own same only just even still already again ever always now soon
  once get gets got make makes made making go goes going gone come comes came take takes took
  taking say says said saying tell tells told one ones it's that's don't won't can't wouldn't
  shouldn't couldn't doesn't didn't isn't aren't wasn't i'll we'll they'll he'll she'll you'll
  we're they're i'm we've they've i've let's mr mrs ms per cent percent part step way thing
  jan feb mar apr jun jul aug sept sep oct nov dec
  ready prepared willing able going want wants wanted wish formally`);

/** Words with a capital that name no party and no place: dates are compared as dates. */
export const DATE_WORDS: readonly string[] = list(`
  january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday`);

/** Words that turn a claim round. */
export const NEGATIONS: readonly string[] = list(`
  not no never none nobody nothing neither nor without n't won't wouldn't can't cannot couldn't
  don't doesn't didn't isn't aren't wasn't weren't shouldn't refuse refused refuses refusing reject
  rejected rejects rejecting deny denied denies denying`);

/** Pairs of words that turn a claim round ("ruled out sending", "no longer demands"). */
export const NEGATING_PAIRS: readonly string[] = [
  'ruled out',
  'rule out',
  'rules out',
  'ruling out',
];

/**
 * One class a line: words that stand for one another in reports of one thing. They are kept to
 * those that any reader would take for the same: a class too wide makes a wrong shift.
 */
export const WORD_CLASSES: readonly string[] = [
  'send deploy dispatch put station',
  'give donate grant hand provide supply contribute',
  'pay finance fund spend',
  'build construct erect',
  'close shut closure',
  'lift scrap abolish remove',
  'withdraw withdrawal pull pullback',
  'release free freed',
  'cut reduce reduction lower slash',
  'raise increase hike rise',
  'stop halt cease end',
  'hire recruit employ',
  'train training',
  'back support',
  'guard protect secure',
  'open reopen opening',
  'attack strike shell bomb assault',
  'allow permit let',
  'deliver delivery',
  'recognise recognize recognition',
  'refuse refusal reject rejection',
  'accept acceptance',
  'soldier troop army serviceman servicewoman contingent',
  'observer monitor inspector',
  'gun artillery cannon howitzer',
  'prisoner captive detainee',
  'bridge crossing',
  'country nation state',
  'ceasefire cease-fire truce armistice',
  'talk negotiation',
  'alliance bloc',
  'tax levy',
  'plant factory',
  'child children kid',
  'parliament legislature assembly',
  'worker employee',
  'money cash',
  'plan proposal',
  'law bill',
  'arrest detain',
  'ban prohibit prohibition',
  'begin start',
  'command commander',
  'mean intend',
];

/** One group a line: two different words of a group speak of two things. */
export const EXCLUDING_WORDS: readonly string[] = [
  'north northern south southern east eastern west western',
  'first second third fourth fifth remaining last rest latter former',
  'old new',
  'import export imported exported',
  'raise lower increase reduce cut',
  'buy sell',
  'open close',
  'land sea air',
  'january february march april may june july august september october november december',
  'monday tuesday wednesday thursday friday saturday sunday',
  'spring summer autumn winter',
  'men women children pensioners',
  'start stop begin end',
];

/** Northern is north: words of one group above that mean the same. */
export const SAME_WORDS: readonly string[] = [
  'north northern',
  'south southern',
  'east eastern',
  'west western',
  'import imported',
  'export exported',
  'remaining rest last latter',
  'raise increase',
  'lower reduce cut',
  'start begin',
  'stop end',
];

/** Number words up to a hundred thousand, as news writes them. */
export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

/** "three hundred", "2.5 million" */
export const MULTIPLIERS: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
