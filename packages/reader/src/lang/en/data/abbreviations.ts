/**
 * English abbreviations that keep their full stop, by what may follow them.
 * Newswire and office usage; data only, the decisions stand in `tokenize/`.
 * @module
 */

/** Before a name or number: the stop never ends a sentence ("Sen. Ostrava", "No. 4"). */
export const TITLE_ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms messrs mx dr prof profs rev revs fr hon st ste mt ft gen lt col maj capt cmdr cpl ' +
    'sgt adm brig pvt sen sens rep reps gov govs pres supt dist atty atty asst dir sec treas amb ' +
    'insp det ofc pfc vs viz cf nos no fig figs pp vol vols art arts sect para est ed eds eg ie ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mlle mme approx ca v attn fwd dept'
  ).split(' '),
);

/** May end a sentence: the next word decides ("in Zembla Inc. The firm …"). */
export const PLAIN_ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'inc corp co cos ltd llc plc bros jr sr esq etc al ave blvd rd hwy pkwy ct sq bldg ' +
    'ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ' +
    'ore pa penn tenn tex vt va wash wis wyo dak ont que alta ' +
    'mon tue tues wed thu thur thurs fri sat sun ext tel lb lbs oz yr yrs hr hrs min mins wk ' +
    'univ inst assn natl intl govt esp div conf spec ed rec ps ph.d sc'
  ).split(' '),
);

/** Short words that are abbreviations only before a digit ("No. 4", "p. 12", "Art. 5"). */
export const NUMBER_ABBREVIATIONS: ReadonlySet<string> = new Set(
  'no nos p pp art arts fig figs sec sect vol vols ch para ed min ext'.split(' '),
);

/**
 * Words that start a sentence far more often than they go on after an abbreviation
 * ("… of the U.S. The president …" against "the U.S. President").
 */
export const SENTENCE_STARTERS: ReadonlySet<string> = new Set(
  (
    'the a an this that these those he she it they we you i his her its their our my your there ' +
    'here in on at by for from with as if when while after before since because although though ' +
    'but and or so yet however meanwhile moreover also what who why how where which is are was were ' +
    'do does did has have had will would can could should may might not no some many most all both ' +
    'each every one two another other such under during between over despite still now then once ' +
    'instead let please last mr mrs ms dr'
  ).split(' '),
);
