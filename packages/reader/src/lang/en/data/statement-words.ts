/**
 * Words of the statement stage: who is told, on what occasion, hedges, and ways to decline.
 * @module
 */

/** Verbs whose object is who hears it: "told journalists", "assured parliament". */
export const TELL_VERBS =
  'tell inform assure warn remind notify advise brief urge ask reassure caution promise instruct order persuade convince';

/** Cue verbs after which "to X" or "with X" is who hears it: "said to aides", "spoke with reporters". */
export const TALK_CASES = 'to with before';

/** Occasions on which people speak. */
export const OCCASIONS =
  'address announcement appearance assembly breakfast briefing call campaign ceremony conference conversation debate dinner discussion event exchange forum gathering hearing inauguration interview launch lecture lunch meeting message news-conference panel party podcast press press-conference q&a rally remark remarks retreat reception roundtable session show speech statement stop summit symposium talk talks testimony tour town-hall trip video visit vote webcast workshop';

/** Prepositions before an occasion. */
export const OCCASION_CASES =
  'during at in on after following before ahead of amid through outside';

/** Adverbs by which the outlet does not vouch for what it reports. */
export const OUTLET_HEDGES =
  'reportedly allegedly apparently purportedly supposedly seemingly presumably ostensibly evidently unconfirmed';

/** Cue verbs that make a statement less than said outright. */
export const SPEAKER_HEDGES =
  'signal hint suggest indicate imply intimate insinuate float muse speculate believe think suspect guess hope expect';

/** Words inside the content by which the speaker holds back. */
export const CONTENT_HEDGES =
  'may might could possibly perhaps maybe probably likely potentially conceivably unlikely presumably apparently somewhat';

/** Verbs of declining before "to": "declined to comment", "refused to say". */
export const DECLINE_VERBS = 'decline refuse';

/** What one declines to do with words; "refused to attend" is a refusal, not a silence. */
export const SPEECH_VERBS =
  'comment say discuss answer specify confirm elaborate disclose provide give name identify speculate respond reveal explain clarify detail speak talk offer address deny share release describe tell';

/** Nouns of what was not given: "did not provide details", "gave no reason". */
export const DETAIL_NOUNS =
  'detail details comment response reply answer explanation reason information specifics clarification evidence timeline timetable date request figure number';

/** Prepositions and conjunctions that the topic follows: "on the deal", "about when", "whether". */
export const TOPIC_WORDS =
  'on about regarding concerning as for whether what how when who where why if of';
