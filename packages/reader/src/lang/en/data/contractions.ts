/**
 * English words that are written together and count as two (multi-word tokens in Universal
 * Dependencies), and hyphenated beginnings that stay one word.
 * @module
 */

/** Where a contraction without an apostrophe is cut: length of its first word. */
export const CONTRACTIONS: ReadonlyMap<string, number> = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['gotta', 3],
  ['wanna', 3],
  ['gimme', 3],
  ['lemme', 3],
  ['dont', 2],
  ['doesnt', 4],
  ['didnt', 3],
  ['isnt', 2],
  ['wasnt', 3],
  ['arent', 3],
  ['werent', 4],
  ['wouldnt', 5],
  ['couldnt', 5],
  ['shouldnt', 6],
  ['havent', 4],
  ['hasnt', 3],
  ['hadnt', 3],
  ['cant', 2],
  ['aint', 2],
  ['im', 1],
  ['ive', 1],
  ['youre', 3],
  ['youve', 3],
  ['theyre', 4],
  ['thats', 4],
  ['theres', 5],
  ['whats', 4],
  ['lets', 3],
]);

/** Beginnings after which a hyphen does not split ("non-aligned", "co-founder", "e-mail"). */
export const HYPHEN_PREFIXES: ReadonlySet<string> = new Set(
  (
    'non e mid re anti co pre pro cross post over multi ex sub counter semi mini neo socio inter ' +
    'intra ultra hyper super pseudo micro macro quasi vice trans un de bi tri extra infra meta omni ' +
    'para psycho uni electro eco geo arch'
  ).split(' '),
);

/** Unit letters that are cut off the number that they follow ("5pm" is "5" and "pm"). */
export const NUMBER_UNITS: ReadonlySet<string> = new Set(
  (
    'am pm km kg mg mm cm mi mph kph ft lb lbs oz hrs hr min mins sec kb mb gb tb hz khz mhz ghz kw ' +
    'mw gw kwh bn mn tn m b k ml nm ha g l'
  ).split(' '),
);
