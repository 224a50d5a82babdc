/**
 * Cue words of English: verbs, nouns and fixed phrases that attribute, by the act that they name
 * and the frame in which their content stands. Written by hand with VerbNet 3.4's classes of
 * communication, desire, admiration and judgement, and Open English WordNet's verbs of
 * communication, as checklists (see NOTICE).
 * @module
 */
import type { StatementAct } from '@onrecord/record';

/**
 * Where a cue verb's content stands: `c` a clause or a quotation ("said that …", "“…,” she said"),
 * `i` an infinitive ("vowed to resign"), `o` an object ("rejected the plan").
 */
export const CUE_VERBS: readonly (readonly [act: StatementAct, frames: string, lemmas: string])[] =
  [
    [
      'says',
      'c',
      `say tell add note report explain remark state continue reply respond write tweet recall
    conclude observe insist contend maintain assert allege joke quip recount comment confide
    reiterate interject counter retort mutter whisper shout yell exclaim lament gush muse opine
    caution post text email brag boast hint intimate elaborate begin narrate relate testify argue
    stress underscore confess concede assure inform notify remind complain swear signal`,
    ],
    [
      'says',
      'co',
      `announce declare suggest acknowledge claim warn admit deny mention emphasize emphasise reveal
    disclose confirm describe predict forecast cite question repeat highlight clarify tout
    denounce criticize criticise condemn praise blast slam dismiss decry defend accuse blame
    attack rebuke deride mock ridicule lambaste disavow repudiate outline discuss address
    reference refute rebut dispute characterize characterise portray propose recommend echo
    articulate voice express convey explicate proclaim call urge ask`,
    ],
    ['says', 'ci', `promise vow pledge threaten agree signal`],
    [
      'decides',
      'coi',
      `decide rule order approve reject authorize authorise ban veto overturn ratify adopt
    endorse vote resolve choose opt elect require allow permit prohibit forbid mandate demand
    sanction uphold refuse decline oppose back support accept`,
    ],
    [
      'intends',
      'i',
      `plan intend hope want aim seek mean prepare aspire wish try expect propose look`,
    ],
    [
      'believes',
      'c',
      `believe think know suppose assume suspect doubt consider understand realize realise
    recognize recognise imagine expect anticipate conclude feel wonder remember forget
    foresee view regard deem perceive guess reckon figure speculate estimate see hear learn`,
    ],
    [
      'feels',
      'oc',
      `like dislike love hate fear admire resent regret welcome applaud prefer favor favour worry
    trust distrust respect appreciate embrace hope wish desire`,
    ],
    [
      'shows',
      'co',
      `show indicate demonstrate imply reflect prove prove document find detail chronicle reveal
    suggest confirm`,
    ],
  ];

/** Nouns that attribute when they carry their content ("his claim that …", "a refusal to …"). */
export const CUE_NOUNS: readonly (readonly [act: StatementAct, lemmas: string])[] = [
  [
    'says',
    `claim statement assertion declaration announcement remark comment allegation accusation
    argument suggestion warning promise pledge vow threat criticism denial admission
    acknowledgement description prediction proposal request call`,
  ],
  ['decides', `decision refusal ruling order endorsement rejection approval demand`],
  ['intends', `plan intention desire hope aim goal effort willingness readiness wish`],
  ['believes', `belief view opinion conviction idea notion expectation assumption conclusion`],
  ['feels', `fear concern worry support opposition enthusiasm optimism doubt regret confidence`],
  ['shows', `evidence finding indication`],
];

/** Phrases before a source ("according to the ministry"), as forms. */
export const SOURCE_PHRASES: readonly (readonly string[])[] = [
  ['according', 'to'],
  ['in', 'the', 'words', 'of'],
  ['in', 'the', 'view', 'of'],
  ['in', 'the', 'eyes', 'of'],
];

/** Verbs by which someone binds themselves: the relation of what they bind themselves to. */
export const COMMISSIVE_VERBS: ReadonlyMap<string, { relation: string; particle: string }> =
  new Map([
    ['pledge', { relation: 'xcomp', particle: '' }],
    ['vow', { relation: 'xcomp', particle: '' }],
    ['promise', { relation: 'xcomp', particle: '' }],
    ['rule', { relation: 'obj', particle: 'out' }],
  ]);

/** Nouns for what someone said, with a topic ("her earlier remarks about the border"). */
export const DECLARING_NOUNS: ReadonlySet<string> = new Set([
  'declaration',
  'remark',
  'comment',
  'statement',
  'claim',
  'warning',
]);

/** Nouns whose owner acts ("Voss's efforts to end the strike"). */
export const EFFORT_NOUNS: ReadonlySet<string> = new Set([
  'effort',
  'attempt',
  'bid',
  'campaign',
  'drive',
  'push',
]);
