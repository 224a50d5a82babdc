/**
 * English words that show a party's stance, with the frames in which they show it. A row is
 * `lemma: frame=stance …`; a frame with `?` is a weak sign that only a trained ranker keeps, one
 * with `!` a performative that is kept whatever the ranker says.
 * Written by hand after the marking guidelines and the cues of the training articles. Data only;
 * `complements.ts` reads the trees.
 *
 * Frames: `inf` "pledged to go" · `that` "pledged that …" · `np` its object · `ing` "considered
 * going" · `obj-inf` "urged X to go" · `on-inf`, `for-inf` "called on X to go", "for X to go" ·
 * `pp-for` and the like: a phrase with that preposition · `bare` nothing after it.
 * @module
 */

/** Verbs; `lemma+particle` for phrasal verbs. */
export const VERB_CUES = `
abandon: np=refuses?
abstain: pp-from=refuses
accede: pp-to=accepts
accept: np=accepts that=accepts?
acquiesce: pp-to=accepts inf=commits
adopt: np=commits?
advise: obj-inf=demands that=demands? np=demands? pp-against=demands ing=demands?
advocate: np=demands ing=demands pp-for=demands that=demands
affirm: np=commits? that=commits?
agree: inf=commits that=accepts? pp-on=commits pp-to=commits pp-with=accepts? bare=commits?
aim: inf=commits pp-at=commits?
allege: that=demands?
allocate: np=commits?
allow: obj-inf=accepts?
announce: np=commits that=commits inf=commits ing=commits
appeal: inf=demands? pp-for=demands to-inf=demands for-inf=demands np=rejects? pp-against=rejects?
applaud: np=accepts?
apply: inf=demands? pp-for=demands?
appoint: np=commits?
appreciate: np=accepts?
approve: np=commits? pp-of=accepts ing=accepts?
argue: that=demands? pp-for=demands pp-against=rejects
arrange: inf=commits for-inf=commits
arrive: inf=commits?
ask: obj-inf=demands pp-for=demands? inf=demands? that=demands for-inf=demands np=demands?
assert: that=demands?
assure: that=commits obj-that=commits
attempt: inf=commits?
authorise: np=commits? obj-inf=commits ing=commits?
authorize: np=commits? obj-inf=commits
avoid: ing=refuses?
award: np=commits?
back+out: pp-of=refuses
back: np=accepts ing=accepts
ban: np=demands pp-from=demands ing=demands
bar: np=demands? pp-from=demands
beg: obj-inf=demands pp-for=demands
begin: np=commits? ing=commits?
believe: pp-in=accepts?
blast: np=rejects?
block: np=rejects? pp-from=rejects?
boycott: np=refuses
call: pp-for=demands on-inf=demands for-inf=demands upon-inf=demands pp-on=demands? inf=demands?
campaign: pp-for=demands? pp-against=rejects inf=demands?
cancel: np=commits?
caution: that=threatens? obj-inf=demands pp-against=demands
challenge: obj-inf=demands np=rejects?
champion: np=accepts?
chant: that=demands?
choose: inf=commits?
claim: that=demands? np=demands?
close: np=commits?
co-sponsor: np=offers?
come+out: pp-against=rejects pp-for=accepts
commit: inf=commits pp-to=commits obj-to=commits that=commits obj-inf=commits
compel: obj-inf=demands?
comply: pp-with=accepts?
concede: inf=accepts? that=accepts?
condemn: np=rejects? pp-for=rejects?
confirm: that=commits? np=commits?
consider: ing=considers np=considers? that=considers?
contemplate: ing=considers np=considers
contend: that=demands?
continue: inf=commits?
counsel: obj-inf=demands np=demands?
criticise: np=rejects? pp-for=rejects
criticize: np=rejects? pp-for=rejects? ing=rejects?
dare: obj-inf=demands
debate: np=considers? ing=considers?
decide: inf=commits that=commits pp-against=refuses pp-on=commits? ing=commits?
declare: np=commits? that=commits? inf=commits?
decline: inf=refuses np=rejects?
dedicate: np=commits? obj-to=commits
defend: np=accepts?
defer: np=commits?
delay: np=commits? ing=commits?
demand: np=demands that=demands inf=demands pp-from=demands? obj-inf=demands
denounce: np=rejects? ing=rejects?
deny: np=refuses?
deploy: np=commits?
desire: np=considers? inf=considers obj-inf=demands
direct: obj-inf=demands np=demands? that=demands
disagree: pp-with=rejects that=rejects?
discourage: np=rejects pp-from=demands
discuss: np=considers? ing=considers?
dismiss: np=rejects?
donate: np=commits?
drop: np=commits?
eliminate: np=commits?
embrace: np=accepts?
emphasize: np=demands? that=demands?
enact: np=commits?
encourage: obj-inf=demands np=demands ing=demands
endorse: np=accepts? ing=accepts
enforce: np=demands?
ensure: that=commits? np=commits?
envisage: ing=commits np=commits?
envision: ing=commits np=commits?
evaluate: np=considers?
exhort: obj-inf=demands
expand: np=commits?
expect: obj-inf=demands? inf=considers?
expel: np=commits?
explore: np=considers? ing=considers
express: np=commits?
extend: np=commits?
favor: np=accepts ing=accepts
favour: np=accepts ing=accepts
fight: pp-for=demands? inf=commits? np=rejects? pp-against=rejects?
file: np=demands?
forbid: obj-inf=demands np=demands ing=demands
force: obj-inf=demands?
form: np=commits?
freeze: np=commits?
go: pp-ahead=commits?
grant: np=commits?
guarantee: np=commits that=commits inf=commits obj-that=commits
hail: np=accepts?
halt: np=demands?
hesitate: inf=considers?
highlight: np=demands?
hint: that=considers pp-at=considers
hope: that=demands? inf=considers? pp-for=demands?
host: np=commits?
implement: np=commits?
implore: obj-inf=demands np=demands?
impose: np=commits?
indicate: that=commits?
insist: that=demands pp-on=demands
instruct: obj-inf=demands that=demands
intend: inf=commits ing=commits? np=commits? obj-inf=commits
introduce: np=offers?
invest: np=commits?
invite: obj-inf=offers np=offers? pp-to=offers?
issue: np=demands?
join: np=commits? pp-in=commits?
keep: ing=commits?
launch: np=commits?
lead: np=commits?
lean: on-inf=demands
lift: np=commits?
like: inf=considers? obj-inf=demands?
limit: np=demands?
lobby: pp-for=demands obj-inf=demands inf=demands? pp-against=rejects np=demands?
long: inf=considers?
look: inf=considers? pp-to=considers? pp-forward=commits? pp-at=considers?
love: inf=considers? obj-inf=demands?
maintain: that=demands? np=commits?
mandate: np=demands that=demands obj-inf=demands
meet: pp-with=commits?
move: inf=commits? np=commits?
mull+over: np=considers ing=considers
mull: np=considers ing=considers
name: np=commits?
need: np=demands? obj-inf=demands? ing=demands?
negotiate: np=considers?
nominate: np=commits?
object: pp-to=rejects that=rejects bare=rejects?
obstruct: np=rejects?
offer: inf=offers np=offers? obj-np=offers
open: np=commits? pp-to=commits?
opine: that=demands?
oppose: np=rejects ing=rejects obj-inf=rejects pp-to=rejects
opt: inf=commits pp-for=commits
order: obj-inf=demands np=demands that=demands ing=demands pp-off=demands? pp-to=demands?
outlaw: np=demands
outline: np=commits? that=commits?
overhaul: np=commits?
overrule: np=rejects?
overturn: np=rejects?
partner: inf=commits? pp-with=commits?
pass: np=commits? that=commits?
permit: obj-inf=accepts?
persuade: obj-inf=demands
petition: obj-inf=demands pp-for=demands inf=demands np=demands?
plan: inf=commits np=commits? pp-on=commits ing=commits for-inf=commits
plead: pp-for=demands inf=demands? with-inf=demands
pledge: inf=commits! np=commits that=commits! obj-to=commits pp-for=commits
postpone: np=commits? ing=commits
prefer: inf=considers np=considers? that=demands?
prepare: inf=commits? pp-for=commits?
press: obj-inf=demands pp-for=demands for-inf=demands np=demands? ing=demands?
pressure: obj-inf=demands np=demands? into-ing=demands
prevent: np=rejects? pp-from=demands?
proclaim: np=commits? that=commits?
produce: np=commits?
prohibit: np=demands ing=demands pp-from=demands
promise: inf=commits! np=commits that=commits! obj-np=commits obj-that=commits obj-inf=commits
promote: np=accepts?
prompt: obj-inf=demands?
propose: np=offers ing=offers inf=offers that=demands
protest: np=rejects pp-against=rejects
provide: np=commits?
pull+out: pp-of=commits
pursue: np=commits?
push+back: pp-against=rejects pp-on=rejects?
push: pp-for=demands obj-inf=demands for-inf=demands np=demands? inf=demands? pp-against=rejects
put+forward: np=offers
put+off: np=commits? ing=commits?
question: np=rejects?
quit: np=commits?
raise: np=commits?
rally: pp-against=rejects? pp-for=demands?
reaffirm: np=commits? that=commits?
rebuff: np=rejects pp-to=rejects
rebuke: np=rejects?
recommend: ing=demands np=demands that=demands obj-inf=demands inf=demands
reconsider: np=considers ing=considers
refrain: pp-from=refuses
refuse: inf=refuses np=rejects? bare=refuses?
reiterate: np=commits? that=commits?
reject: np=rejects ing=rejects that=rejects?
release: np=commits?
remain: pp-in=commits?
remind: obj-inf=demands?
renew: np=commits?
renounce: np=refuses
repeal: np=commits?
request: np=demands obj-inf=demands that=demands pp-from=demands
require: obj-inf=demands? np=demands? that=demands
reschedule: np=commits?
rescind: np=commits?
resign: np=commits? pp-from=commits?
resist: np=rejects ing=rejects
resolve: inf=commits
restore: np=commits?
restrict: np=demands?
return: pp-to=commits?
rule+out: np=refuses! ing=refuses!
rule: that=demands pp-against=rejects pp-in=accepts?
run: pp-for=commits?
say: that=commits? inf=demands?
schedule: np=commits? inf=commits?
scold: np=rejects?
scrap: np=commits?
second: np=accepts
seek: np=demands? inf=commits?
send: np=commits?
set+out: inf=commits np=commits?
set+up: np=commits?
shoot+down: np=rejects?
shut: pp-down=demands?
sign+on: inf=commits pp-to=commits
sign+up: inf=commits pp-for=commits? pp-to=commits
sign: np=commits? inf=commits pp-onto=commits
skip: np=refuses?
slam: np=rejects?
solicit: np=demands
spend: np=commits?
sponsor: np=offers?
stand: pp-with=accepts? pp-by=commits? pp-against=rejects? pp-for=accepts?
start: np=commits? ing=commits?
stop: ing=refuses? np=refuses? pp-from=demands?
stress: np=demands? that=demands?
strike: np=commits?
strive: inf=commits pp-for=commits
struck: np=commits?
study: np=considers? ing=considers
sue: inf=demands pp-over=rejects np=rejects? pp-for=demands? pp-against=rejects?
suggest: that=demands ing=demands np=offers?
summon: np=demands?
support: np=accepts ing=accepts obj-inf=accepts
suspend: np=commits?
swear: inf=commits that=commits
task: obj-inf=demands
tell: obj-inf=demands obj-that=commits?
threaten: inf=threatens np=threatens pp-with=threatens that=threatens
tolerate: np=accepts?
tout: np=accepts?
transfer: np=commits?
try: inf=commits?
turn+down: np=rejects
tweet: that=commits?
undertake: inf=commits np=commits?
unveil: np=offers?
uphold: np=commits?
urge: obj-inf=demands np=demands that=demands on-inf=demands inf=demands
use: np=commits?
veto: np=rejects
vote+down: np=rejects
vote: inf=commits pp-for=accepts pp-against=rejects pp-on=commits? that=demands? pp-in=accepts?
vow: inf=commits! that=commits! np=commits
waive: np=commits?
walk+away: pp-from=refuses
want: inf=considers? obj-inf=demands np=demands? obj-part=demands?
warn: that=threatens? obj-that=threatens? obj-inf=demands pp-against=demands np=demands?
weigh: np=considers ing=considers
welcome: np=accepts ing=accepts
win+over: np=considers?
wish: inf=considers? obj-inf=demands that=demands?
withdraw: np=commits? pp-from=commits?
withhold: np=refuses
work: inf=commits? pp-with=commits? pp-for=commits?
write: that=commits?
yearn: inf=considers? pp-for=demands
`;

/** Nouns, with the party as owner ("his pledge to …") or as subject of a light verb. */
export const NOUN_CUES = `
advice: inf=demands that=demands
advocacy: pp-for=demands
advocate: pp-of=demands pp-for=demands
agenda: inf=commits? pp-of=commits?
agreement: inf=commits pp-on=commits? that=commits?
aim: inf=commits pp-of=commits cop=commits
ambition: inf=considers? cop=commits?
announcement: that=commits pp-of=commits?
appeal: inf=demands pp-for=demands to-inf=demands
approval: pp-of=accepts pp-for=accepts?
assurance: that=commits inf=commits pp-of=commits
attempt: inf=commits?
backer: pp-of=accepts
backing: pp-for=accepts pp-of=accepts
ban: pp-on=demands pp-of=demands
bid: inf=commits?
bill: inf=offers that=offers?
boycott: pp-of=refuses
call: inf=demands pp-for=demands on-inf=demands for-inf=demands
campaign: inf=demands? pp-for=demands? pp-against=rejects
cancellation: pp-of=commits?
chance: inf=considers?
choice: inf=commits?
commitment: inf=commits pp-to=commits that=commits pp-of=commits?
concern: pp-about=rejects?
condition: that=demands?
consideration: pp-of=considers
crackdown: pp-on=demands?
criticism: pp-of=rejects?
deadline: inf=demands pp-for=demands?
deal: inf=commits
decision: inf=commits pp-against=refuses? that=commits? pp-on=commits?
declaration: pp-of=commits that=commits?
decree: that=demands inf=demands
dedication: pp-to=commits inf=commits
demand: inf=demands that=demands pp-for=demands
deployment: pp-of=commits?
desire: inf=considers pp-for=considers?
determination: inf=commits
directive: inf=demands that=demands
duty: inf=demands?
effort: inf=commits? pp-against=rejects?
endorsement: pp-of=accepts?
favor: pp-of=accepts
favour: pp-of=accepts
goal: inf=commits pp-of=commits cop=commits
hope: inf=considers? that=demands? pp-for=demands?
idea: pp-of=offers?
importance: pp-of=demands?
initiative: inf=offers?
injunction: pp-against=demands
insistence: that=demands pp-on=demands
instruction: inf=demands that=demands
intent: inf=commits
intention: inf=commits pp-of=commits
interest: pp-in=considers
invitation: inf=offers pp-to=offers
lawsuit: pp-against=rejects
letter: pp-of=commits?
measure: inf=commits?
mission: inf=commits cop=commits
moratorium: pp-on=demands
motion: inf=demands that=demands
move: inf=commits?
need: inf=demands? pp-for=demands?
objection: pp-to=rejects
objective: inf=commits cop=commits
offer: inf=offers pp-of=offers
openness: pp-to=offers inf=offers
opponent: pp-of=rejects
opposition: pp-to=rejects
option: inf=considers? pp-of=considers?
order: inf=demands that=demands pp-for=demands
permission: inf=accepts
petition: inf=demands pp-for=demands
plan: inf=commits pp-for=commits pp-of=commits? that=commits?
platform: pp-of=commits? inf=commits?
plea: inf=demands pp-for=demands
pledge: inf=commits that=commits pp-of=commits
policy: inf=commits? pp-of=commits? cop=commits?
position: that=demands?
possibility: pp-of=considers?
preference: pp-for=considers?
pressure: on-inf=demands inf=demands
priority: inf=commits? cop=commits? pp-of=commits?
prohibition: pp-on=demands pp-against=demands
promise: inf=commits that=commits pp-of=commits
proponent: pp-of=accepts
proposal: inf=offers pp-for=offers that=offers pp-of=offers? cop=offers?
protest: pp-against=rejects pp-over=rejects
push: inf=demands pp-for=demands
readiness: inf=offers pp-for=offers
recommendation: inf=demands that=demands pp-of=demands? pp-for=demands?
refusal: inf=refuses
rejection: pp-of=rejects
reluctance: inf=refuses
request: inf=demands pp-for=demands that=demands np=demands?
resistance: pp-to=rejects
resolution: inf=demands that=demands
resolve: inf=commits
restriction: pp-on=demands
right: inf=demands?
rule: inf=demands? that=demands?
sanction: pp-on=demands? pp-against=demands?
solution: inf=offers?
stay: pp-on=commits?
step: inf=commits?
strategy: inf=commits? pp-of=commits?
subpoena: pp-for=demands
suggestion: that=demands pp-of=offers?
support: pp-for=accepts pp-of=accepts
supporter: pp-of=accepts
suspension: pp-of=commits?
talk: pp-of=considers?
threat: inf=threatens pp-of=threatens?
ultimatum: inf=demands that=demands
unwillingness: inf=refuses
urging: pp-of=demands?
veto: pp-of=rejects
vote: inf=commits? pp-for=accepts? pp-against=rejects
vow: inf=commits that=commits
warrant: pp-for=demands?
way: inf=commits?
willingness: inf=offers
wish: inf=considers that=demands
withdrawal: pp-of=commits? pp-from=commits?
word: that=commits?
`;

/** Adjectives and participles after a copula ("is ready to", "is opposed to"). */
export const ADJECTIVE_CUES = `
able: inf=offers?
acceptable: bare=accepts inf=accepts
adamant: that=demands pp-about=demands?
against: np=rejects
allowed: inf=accepts?
anxious: inf=considers
bound: inf=commits
committed: inf=commits pp-to=commits
compulsory: bare=demands? inf=demands?
crucial: inf=demands? that=demands
determined: inf=commits
disposed: inf=offers
due: inf=commits?
eager: inf=offers
eligible: inf=accepts?
essential: inf=demands? that=demands
favorable: pp-to=accepts
focused: pp-on=commits?
free: inf=accepts?
glad: inf=offers?
happy: inf=offers?
hesitant: inf=refuses?
hopeful: that=demands? inf=considers?
illegal: inf=demands?
imperative: inf=demands that=demands
important: inf=demands? that=demands?
inappropriate: inf=rejects? bare=rejects?
inclined: inf=considers
incumbent: inf=demands
interested: pp-in=considers inf=considers
keen: inf=considers
likely: inf=considers?
loath: inf=refuses
mandatory: bare=demands? inf=demands?
necessary: inf=demands? that=demands?
open: pp-to=offers inf=offers
opposed: pp-to=rejects
poised: inf=commits
prepared: inf=offers
ready: inf=offers pp-for=offers bare=offers?
reluctant: inf=refuses
resigned: pp-to=accepts
resolved: inf=commits
set: inf=commits?
supportive: pp-of=accepts
sure: that=commits? inf=commits?
time: inf=demands that=demands
unable: inf=refuses?
unacceptable: bare=rejects that=rejects
uninterested: pp-in=refuses
unwilling: inf=refuses
urgent: inf=demands that=demands
vital: that=demands inf=demands?
welcome: inf=offers? bare=accepts?
willing: inf=offers
wrong: inf=rejects?
`;

/** Modals and half-modals over a verb phrase, with the stance they show of subject or speaker. */
export const MODAL_CUES: ReadonlyMap<string, { stance: string; party: 'subject' | 'speaker' }> =
  new Map([
    ['will', { stance: 'commits', party: 'subject' }],
    ["'ll", { stance: 'commits', party: 'subject' }],
    ['’ll', { stance: 'commits', party: 'subject' }],
    ['wo', { stance: 'commits', party: 'subject' }],
    ['shall', { stance: 'commits', party: 'subject' }],
    ['would', { stance: 'commits', party: 'subject' }],
    ["'d", { stance: 'commits', party: 'subject' }],
    ['’d', { stance: 'commits', party: 'subject' }],
    ['may', { stance: 'considers', party: 'subject' }],
    ['might', { stance: 'considers', party: 'subject' }],
    ['could', { stance: 'considers', party: 'subject' }],
    ['can', { stance: 'offers', party: 'subject' }],
    ['ca', { stance: 'offers', party: 'subject' }],
    ['must', { stance: 'demands', party: 'speaker' }],
    ['should', { stance: 'demands', party: 'speaker' }],
    ['ought', { stance: 'demands', party: 'speaker' }],
  ] as const);

/** "going to", "need to", "have to", "got to": verbs whose infinitive they modify. */
export const HALF_MODALS: ReadonlyMap<string, { stance: string; party: 'subject' | 'speaker' }> =
  new Map([
    ['go', { stance: 'commits', party: 'subject' }],
    ['gon', { stance: 'commits', party: 'subject' }],
    ['gonna', { stance: 'commits', party: 'subject' }],
    ['need', { stance: 'demands', party: 'speaker' }],
    ['have', { stance: 'demands', party: 'speaker' }],
    ['got', { stance: 'demands', party: 'speaker' }],
    ['get', { stance: 'demands', party: 'speaker' }],
  ] as const);

/** Verbs that lend a subject to a stance noun ("reiterated its commitment", "made a pledge"). */
export const LIGHT_VERBS: ReadonlySet<string> = new Set(
  (
    'make have give issue announce express voice renew reaffirm reiterate repeat restate ' +
    'underscore underline stress emphasize confirm affirm declare signal show indicate convey ' +
    'highlight note offer extend present outline submit file launch lead join keep honor honour ' +
    'fulfil fulfill abandon drop break withdraw maintain hold take receive put introduce unveil ' +
    'adopt pass approve sign reach strike propose publish release support state lodge raise ' +
    'register face welcome include defend continue'
  ).split(' '),
);
