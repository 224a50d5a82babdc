/**
 * English words around a position: hedges, exceptions, deadlines without a date, repetition, who
 * leads and who assists, and how it came out.
 * @module
 */

/** Hedges of the outlet: it does not vouch for what it tells. */
export const OUTLET_HEDGES: ReadonlySet<string> = new Set([
  'reportedly',
  'allegedly',
  'apparently',
  'purportedly',
  'supposedly',
  'rumored',
  'rumoured',
]);

/** Hedges of the speaker: less than a full commitment. */
export const SPEAKER_HEDGES: ReadonlySet<string> = new Set([
  'likely',
  'possibly',
  'probably',
  'perhaps',
  'maybe',
  'potentially',
  'presumably',
  'tentatively',
  'conceivably',
  'provisionally',
]);

/** Verbs that report a position as less than said ("signalled that it would help"). */
export const HEDGE_VERBS: ReadonlySet<string> = new Set([
  'signal',
  'hint',
  'suggest',
  'indicate',
  'imply',
  'intimate',
  'float',
  'seem',
  'appear',
]);

/** Hedges of several words, by who hedges. */
export const HEDGE_PHRASES: readonly (readonly [phrase: string, by: 'speaker' | 'outlet'])[] = [
  ['in principle', 'speaker'],
  ['in theory', 'speaker'],
  ['in some form', 'speaker'],
  ['in some fashion', 'speaker'],
  ['kind of', 'speaker'],
  ['sort of', 'speaker'],
  ['a little bit', 'speaker'],
  ["i don't think", 'speaker'],
  ['i don’t think', 'speaker'],
  ['said to be', 'outlet'],
  ['is said to', 'outlet'],
  ['are said to', 'outlet'],
  ['is believed to', 'outlet'],
  ['are believed to', 'outlet'],
  ['is understood to', 'outlet'],
  ['is expected to', 'outlet'],
  ['are expected to', 'outlet'],
  ['is thought to', 'outlet'],
];

/** Openings of an exception ("but not the women", "except for medicine"). */
export const EXCEPTION_PHRASES: readonly string[] = [
  'with the exception of',
  'with the exception',
  'with exceptions for',
  'except for',
  'except in',
  'except that',
  'except',
  'excluding',
  'other than',
  'apart from',
  'aside from',
  'but not',
  'but no',
  'though not',
  'save for',
  'barring',
];

/** Deadlines that name no date; longer before shorter. */
export const DEADLINE_PHRASES: readonly string[] = [
  'as quickly as possible',
  'as soon as possible',
  'as soon as practicable',
  'as expeditiously as possible',
  'right now',
  'at this time',
  'from now on',
  'in the future',
  'in the year ahead',
  'in the years ahead',
  'in the months ahead',
  'in the weeks ahead',
  'in the years to come',
  'urgently',
  'as fast as possible',
  'at the earliest opportunity',
  'at the earliest',
  'on an urgent basis',
  'sooner rather than later',
  'any time soon',
  'anytime soon',
  'in the very near future',
  'in the near future',
  'in the foreseeable future',
  'without delay',
  'without further delay',
  'in due course',
  'on day one',
  'right away',
  'straight away',
  'at once',
  'in short order',
  'before long',
  'in time for',
  'as soon as we can',
  'as soon as they can',
  'as soon as i can',
  'as soon as he can',
  'as soon as she can',
  'as soon as it can',
  'shortly thereafter',
  'in the interim',
  'in the meantime',
  'in the immediate term',
  'in the short term',
  'by mid-century',
  'by the middle of the century',
  'quickly',
  'swiftly',
  'immediately',
  'promptly',
  'shortly',
  'soon',
];

/** Words before a date or its preposition that are part of the deadline ("as soon as Monday"). */
export const DATE_OPENINGS: readonly string[] = [
  'as soon as',
  'as early as',
  'no later than',
  'not later than',
  'at the latest by',
  'between now and',
  'effective',
  'starting',
  'beginning',
  'in the run - up to',
];

/** What opens a time told by an event ("before the vote", "in the run-up to the summit"). */
export const EVENT_OPENINGS: readonly string[] = [
  'before',
  'until',
  'prior to',
  'ahead of',
  'in advance of',
  'in the run - up to',
  'in the runup to',
  'in the lead - up to',
  'in the lead up to',
  'at the end of',
  'by the end of',
  'by the time of',
  'after the',
  'during the rest of',
  'for the rest of',
  'during the remainder of',
];

/** What is held or falls on a day, so that "before" it says when. */
export const EVENT_NOUNS: ReadonlySet<string> = new Set(
  (
    'election elections primary primaries vote referendum summit conference convention meeting ' +
    'session talks ceremony inauguration debate hearing trial deadline visit holiday christmas ' +
    'easter ramadan ballot runoff midterms caucus caucuses term recess congress assembly ' +
    'anniversary sentencing expiry expiration campaign winter spring summer autumn harvest'
  ).split(' '),
);

/** Cues and adverbs that say that a position is taken again. */
export const REPEATED_WORDS: ReadonlySet<string> = new Set([
  'repeatedly',
  'again',
  'consistently',
  'reiterate',
  'reaffirm',
  'renew',
  'repeat',
  'restate',
  'routinely',
  'continually',
  'reassert',
  'reconfirm',
]);

/** What is said of others as a threat ("would be legitimate targets", "will pay a price"). */
export const THREAT_PATTERN =
  /\b(?:legitimate (?:\w+ )?targets?|fair game|(?:pay|face) (?:a|the|an?) (?:\w+ ){0,2}price|(?:face|suffer|befall|be|have|result in|met with) (?:\w+ ){0,3}(?:consequences|retaliation|retribution)|retaliat\w+|obliterat\w+|(?:totally|completely) destroy)\b/;

/** Threats whose subject is hit by them ("the convoy would be a legitimate target"). */
export const VICTIM_PATTERN =
  /\b(?:legitimate (?:\w+ )?targets?|fair game|(?:pay|face) (?:\w+ ){0,3}(?:price|consequences))\b/;

/** Verbs and nouns of helping in what others lead ("would assist with", "backing for"). */
export const ASSIST_WORDS: ReadonlySet<string> = new Set([
  'assist',
  'assistance',
  'help',
  'back',
  'backing',
  'aid',
  'contribute',
  'complement',
  'support',
]);

/** Words of going first ("will be first in", "take the lead", "lead the mission"). */
export const LEAD_PATTERN =
  /\b(?:lead|leads|leading|spearhead|head up|be first|go first|take the lead|at the helm)\b/;

/** How a position came out, as the outlet tells it in the same sentence. */
export const OUTCOME_PATTERNS: readonly {
  readonly status: 'fulfilled' | 'unfulfilled' | 'in-progress';
  readonly pattern: RegExp;
}[] = [
  {
    status: 'unfulfilled',
    pattern:
      /\b(?:has|have|had)? ?(?:failed|fallen short|yet to|broken (?:his|her|its|their|that|the) (?:promise|pledge|word)|gone back on|come to nothing|came to nothing|never materiali[sz]ed|not materiali[sz]ed|reneged|collapsed|stalled|made little progress)\b/,
  },
  {
    status: 'fulfilled',
    pattern:
      /\b(?:made good on|kept (?:his|her|its|their|that|the) (?:promise|pledge|word)|delivered on|fulfilled|followed through|honou?red (?:his|her|its|their|that|the) (?:promise|pledge|word|commitment))\b/,
  },
  {
    status: 'in-progress',
    pattern:
      /\b(?:has|have) (?:begun|started) (?:to|work|deliver)|\b(?:is|are) under way\b|\b(?:is|are) underway\b/,
  },
];

/**
 * Cues that are deeds or states which the outlet tells in its own voice; other cues are acts of
 * speech, which the party performs itself.
 */
export const DEED_CUES: ReadonlySet<string> = new Set(
  (
    'abandon adopt agree agreement allow appeal apply approve approval arrange attempt authorize ' +
    'authorise back backer ban bar bid block boycott campaign cancel choose consider decide ' +
    'decision decline defer delay deny deploy discuss drop effort eliminate enact endorsement ' +
    'expand extend fight file force freeze go grant halt host impose intend intention introduce ' +
    'join keep lawsuit limit launch look move need negotiate opponent oppose opposition order ' +
    'outlaw overturn pass plan policy postpone prevent prohibit push refusal refuse ' +
    'reluctance repeal request require reschedule resist restrict rule schedule seek ' +
    'send sign sign+on sign+up step stop strike sue support suspend try turn+down unwillingness ' +
    'unwilling use veto vote want willing willingness withdraw withhold work wish'
  ).split(' '),
);
