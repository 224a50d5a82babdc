/**
 * Words of the actors stage: honorifics, offices, bodies, documents, pronouns, seats of
 * governments, standing organisations. Offices and bodies only, never the names of their holders.
 * @module
 */

/** Honorifics before a name, with the gender that they tell. */
export const HONORIFICS = {
  male: 'mr mr. mister sir lord',
  female: 'mrs mrs. ms ms. miss madam dame lady',
  either: 'dr dr. prof prof. rev rev. hon hon. fr. st. the',
} as const;

/** Abbreviated titles before a name ("Sen.", "Gen."); spelt titles are person nouns. */
export const TITLES =
  'sen sen. sens sens. rep rep. reps reps. del del. gov gov. govs. gen gen. lt lt. col col. maj maj. capt capt. sgt sgt. cmdr cmdr. adm adm. pres pres. amb amb. insp. det. supt. atty. justice judge president premier chancellor king queen prince princess pope emperor sheikh emir sultan ayatollah cardinal mayor rabbi imam speaker general major colonel captain admiral secretary minister senator representative governor ambassador commissioner director chairman chairwoman chair leader chief spokesman spokeswoman spokesperson congressman congresswoman lieutenant sergeant detective officer sheriff deputy attorney professor doctor reverend bishop archbishop';

/** Nouns for persons beside WordNet's: WordNet counts another sense of the word first. */
export const MORE_PERSON_NOUNS =
  'moderator billionaire millionaire tycoon mogul magnate commenter fact-checker poster novice contender impostor blogger vlogger lookalike look-alike favourite favorite president minister secretary official officials source chair chairman chief head leader spokesman spokeswoman spokesperson expert critic supporter opponent lawyer attorney aide adviser advisor ambassador envoy negotiator mediator diplomat candidate nominee voter lawmaker senator congressman congresswoman congressperson governor mayor judge justice prosecutor investigator officer soldier general colonel admiral commander trooper resident villager witness survivor victim widow wife husband father mother son daughter brother sister man woman boy girl child kid person friend colleague partner founder co-founder co-director owner boss executive ceo cfo president-elect member delegate host anchor correspondent reporter journalist editor columnist author writer blogger analyst economist scientist scholar researcher professor physicist historian engineer doctor nurse physician teacher student pupil worker employee employer farmer fisherman driver pilot captain coach player fan activist protester protestor demonstrator organizer organiser campaigner insider veteran refugee migrant immigrant citizen neighbor neighbour politician democrat republican conservative liberal socialist communist moderate independent strategist pollster consultant lobbyist donor backer ally rival foe detective sheriff deputy constable inspector guard agent operative spy hacker developer investor banker trader broker manager director administrator commissioner coordinator representative agent sultan emir king queen prince princess pope bishop archbishop cardinal priest pastor rabbi imam cleric monk nun sheikh ayatollah premier chancellor speaker whip counsel counselor solicitor barrister magistrate juror defendant plaintiff suspect inmate prisoner hostage rebel militant fighter insurgent terrorist gunman attacker hunter singer actor actress artist musician designer photographer filmmaker producer star celebrity customer consumer client patient passenger tourist visitor guest speaker participant attendee applicant parent grandparent grandmother grandfather uncle aunt cousin ex-wife ex-husband fiance girlfriend boyfriend spouse twin teenager adult pensioner retiree trustee regulator watcher observer monitor successor predecessor incumbent challenger frontrunner front-runner contender hopeful running-mate peacekeeper interpreter translator quartermaster marshal surveyor';

/** Nouns that name a person's gender. */
export const FEMALE_NOUNS =
  'woman girl mother wife widow daughter sister aunt grandmother niece queen princess actress spokeswoman chairwoman congresswoman businesswoman saleswoman policewoman councilwoman assemblywoman stateswoman lady duchess countess empress nun bride girlfriend ex-wife mom mum mrs heroine waitress hostess housewife grandma lady';
export const MALE_NOUNS =
  'man boy father husband widower son brother uncle grandfather nephew king prince spokesman chairman congressman businessman salesman policeman councilman assemblyman statesman lord duke emperor monk groom boyfriend ex-husband dad gentleman pope priest anchorman gunman cameraman fisherman grandpa hero waiter sheikh emir sultan ayatollah guy';

/** Nouns for bodies that can speak or be bound: the last word of most organisations' names. */
export const BODY_NOUNS =
  'administration agency academy alliance army assembly association authority bank bar board body bloc brigade broadcaster bureau cabinet campaign center centre chain chamber charity church circuit city club coalition college command commission committee community company conference confederation congress consortium consulate cooperative corporation council country court delegation department directorate district division embassy factory federation fellowship firm force foundation front fund government group guard guild hospital house industry inspectorate institute institution judiciary junta kingdom laboratory league legislature legion magazine maker mayoralty militia ministry mission monarchy mosque movement museum nation navy network newspaper office operator opposition order organisation organization outlet pac panel parliament partnership party patrol police presidency presidium press publisher regiment regime registry republic residency retailer school secretariat senate service society squad staff startup state station store studio subcommittee supplier synagogue syndicate team temple think-tank treasury tribunal troupe trust union unit university utility website';

/** Last words and marks of organisations' names that are not bodies as common nouns. */
export const BODY_NAMES =
  'times post herald tribune gazette journal chronicle news press guardian independent observer telegraph mail mirror sun star globe today week post-gazette review standard examiner monitor inc inc. corp corp. co co. ltd ltd. llc plc gmbh ag sa group holdings partners airlines airways motors pharmaceuticals systems technologies industries enterprises media radio tv television records pictures studios solutions strategies ventures labs productions communications resources stores consulting logistics brothers sons services affairs investigations relations nations states democrats republicans greens labour conservatives politico courier dispatch echo sentinel register bulletin reuters wire';

/** Nouns for what is written, measured or enacted and can be a source ("the report shows"). */
export const DOCUMENT_NOUNS =
  'accord account ad advertisement affidavit agreement amendment analysis announcement appeal article audit average bill biography blog book brief briefing broadcast budget bulletin cable case census chapter charge charter chart clause code column commentary communique communiqué complaint constitution contract data database decision declaration decree deposition diary dispatch document documentary dossier draft edict editorial email e-mail essay estimate evidence excerpt exhibit feature figure filing film finding footage forecast form guideline headline index indictment indicator interview inquiry invoice judgment judgement law lawsuit leaflet leak legislation letter line lyric manifesto manual manuscript map measure memo memoir memorandum message minutes motion note notice notification number opinion op-ed ordinance outline page pamphlet paper passage petition photo photograph piece plan platform play pledge poll post posting post-mortem prediction proclamation program proposal protocol provision questionnaire readout record recording regulation release report resolution result review roadmap rule ruling sample schedule scorecard script sign statement statistic statute story strategy study submission subpoena suit summary survey table tape template testimony text title transcript translation treaty tweet verdict video warrant website will writing';

/** Nouns for unidentified persons who speak: an actor of kind `unnamed`, with this class. */
export const UNNAMED_CLASSES =
  'official source aide diplomat insider adviser advisor expert analyst spokesman spokeswoman spokesperson officer investigator prosecutor lawyer attorney witness resident doctor friend colleague staffer strategist operative person executive agent negotiator minister judge historian scholar scientist researcher economist economists employee man woman';

/** Collective nouns: singular in form, many in kind. */
export const COLLECTIVES =
  'majority minority number percent % lot handful group crowd dozen pair couple half most many several some few public people police press';

/** Offices whose holder speaks for his state when the title, or the text, says which one. */
export const STATE_OFFICES =
  'president vice-president premier chancellor prime-minister minister foreign-minister king queen emperor emir sultan secretary ambassador envoy spokesman spokeswoman spokesperson negotiator pm';

/** The highest offices: a bare "the president" means one of these. */
export const HEADS_OF_STATE =
  'president premier chancellor prime-minister king queen emperor emir sultan pope taoiseach';

/** Roles whose holder speaks for somebody named beside them ("spokesman for the ministry"). */
export const SPEAKS_FOR =
  'spokesman spokeswoman spokesperson representative secretary press-secretary manager lawyer attorney counsel ambassador envoy director chairman chairwoman chair chairperson president ceo chief head leader founder co-founder minister general commissioner governor mayor delegate negotiator premier chancellor pm king queen';

/** Verbs that make a place act: a subject of one of these speaks or acts as a government. */
export const PLACE_VERBS = 'lie sit stand be become have see remain host fall rise grow wake shut';

/** Prepositions that leave a place a place ("at the White House", "in Moscow", "near Paris"). */
export const LOCATIVES =
  'in at near outside around through across inside into throughout within along above below beyond off toward towards via on past';

/** Seats and quarters that stand for a government: name, state. */
export const SEATS = `White House|US
Oval Office|US
Kremlin|RU
Downing Street|GB
10 Downing Street|GB
Number 10|GB
Whitehall|GB
Élysée|FR
Elysee|FR
Élysée Palace|FR
Elysee Palace|FR
Quai d'Orsay|FR
Quai d’Orsay|FR
Blue House|KR
Foggy Bottom|US
Bankova|UA
Palazzo Chigi|IT
Moncloa|ES
Zhongnanhai|CN`;

/** Standing organisations and regions: name, kind, Wikidata id where known for sure, other names. */
export const STANDING = `NATO|organisation|Q7184|North Atlantic Treaty Organization,North Atlantic Treaty Organisation,Nato
European Union|organisation|Q458|EU,E.U.,Brussels
European Commission|organisation|Q8880|
European Parliament|organisation|Q8889|
United Nations|organisation|Q1065|UN,U.N.
United Nations Security Council|organisation|Q37470|U.N. Security Council,UN Security Council,Security Council
International Monetary Fund|organisation|Q7804|IMF,I.M.F.
World Bank|organisation|Q7164|
World Health Organization|organisation|Q7817|WHO,W.H.O.,World Health Organisation
World Trade Organization|organisation|Q7825|WTO,W.T.O.
International Atomic Energy Agency|organisation|Q41984|IAEA,I.A.E.A.
International Criminal Court|organisation|Q47488|ICC,I.C.C.
Organization for Security and Co-operation in Europe|organisation|Q81299|OSCE
African Union|organisation|Q7159|
Association of Southeast Asian Nations|organisation|Q7768|ASEAN
Council of Europe|organisation|Q8908|
Arab League|organisation|Q7172|
Group of Seven|organisation||G7,G-7
Group of 20|organisation||G20,G-20
Congress|government||
Capitol Hill|government||
House of Representatives|government||
Pentagon|government||
GOP|organisation||G.O.P.,Grand Old Party
FBI|government||F.B.I.,Federal Bureau of Investigation
CIA|government||C.I.A.,Central Intelligence Agency
Wall Street|group||
Europe|group||
Africa|group||
Asia|group||
Latin America|group||
Middle East|group||
Scandinavia|group||
Baltics|group||
Western Europe|group||
Eastern Europe|group||
Central Europe|group||
West|group||
Islamic State|organisation||ISIS,ISIL,IS,Daesh
Twitter|organisation||
Facebook|organisation||
Google|organisation||`;

/** Adjectives and nouns of regions, for "European leaders" and "Europeans". */
export const REGION_WORDS = 'European African Asian Western Arab Baltic Nordic Scandinavian';

/** Parts of states and large cities that speak as bodies when a verb makes them. */
export const REGIONS =
  'Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Hawaii,Idaho,Illinois,Indiana,Iowa,Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana,Nebraska,Nevada,New Hampshire,New Jersey,New Mexico,New York,North Carolina,North Dakota,Ohio,Oklahoma,Oregon,Pennsylvania,Rhode Island,South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,West Virginia,Wisconsin,Wyoming,New York City,Los Angeles,Chicago,Miami,Boston,Philadelphia,San Francisco,Manhattan,Brooklyn,Detroit,Houston,Dallas,Atlanta,Seattle,Las Vegas,Scotland,Wales,England,Northern Ireland,Crimea,Donbas,Catalonia,Bavaria,Quebec,Ontario,Hong Kong,Gaza,West Bank,Aleppo,Mosul,Geneva,Istanbul,Mumbai,Shanghai,Sydney,Toronto,Frankfurt,Munich,Milan,Barcelona,Kharkiv,Odesa,Mariupol,Benghazi,Silicon Valley,Hollywood';

/** Short first names and the long ones that they stand for. */
export const NICKNAMES =
  'bill:william,will:william,billy:william,bob:robert,rob:robert,bobby:robert,mike:michael,mick:michael,joe:joseph,jim:james,jimmy:james,tom:thomas,tommy:thomas,dick:richard,rick:richard,rich:richard,ted:edward,ted:theodore,ed:edward,eddie:edward,dan:daniel,danny:daniel,dave:david,steve:steven,steve:stephen,chris:christopher,matt:matthew,nick:nicholas,tony:anthony,andy:andrew,drew:andrew,ben:benjamin,sam:samuel,greg:gregory,jeff:jeffrey,ken:kenneth,larry:lawrence,pat:patrick,pete:peter,phil:philip,ron:ronald,don:donald,tim:timothy,chuck:charles,charlie:charles,alex:alexander,fred:frederick,harry:henry,jack:john,jerry:gerald,liz:elizabeth,beth:elizabeth,kate:katherine,kathy:katherine,katie:katherine,cathy:catherine,jen:jennifer,jenny:jennifer,sue:susan,debbie:deborah,barb:barbara,meg:margaret,maggie:margaret,peggy:margaret,nancy:ann,vicky:victoria,val:valerie,gabe:gabriel,zach:zachary,josh:joshua,nate:nathan,doug:douglas,walt:walter,al:albert,al:alan,bernie:bernard,gus:august,abe:abraham,leo:leonard,lou:louis,max:maximilian,ray:raymond,stan:stanley,vlad:vladimir,sasha:alexander,vova:volodymyr,misha:mikhail';

/** First or last words of places: "Port Selm", "Lake Orr", "Harrow Street". */
export const PLACE_WORDS =
  'port lake mount river fort cape island islands valley bay county street avenue road bridge square beach springs hills heights gulf strait sea ocean desert peninsula province region mountain mountains park airport canal';

/** Nouns of bodies that as common nouns are mostly things: "a press conference", "the front". */
export const NOT_COMMON_BODIES =
  'conference front circuit house mission order bar service unit trust division center centre station store factory mosque temple synagogue church laboratory league district city chamber museum';

/** Small number words, for counted groups ("twenty-seven states", "a dozen senators"). */
export const NUMBER_WORDS =
  'two:2,three:3,four:4,five:5,six:6,seven:7,eight:8,nine:9,ten:10,eleven:11,twelve:12,dozen:12,thirteen:13,fourteen:14,fifteen:15,sixteen:16,seventeen:17,eighteen:18,nineteen:19,twenty:20,thirty:30,forty:40,fifty:50,sixty:60,seventy:70,eighty:80,ninety:90,hundred:100,thousand:1000,million:1000000';

/**
 * Words by which one head may be taken up again: each row's first word stands for all. Titles'
 * short forms go to the full ones.
 */
export const HEAD_SYNONYMS =
  'senator sen sen. sens.,representative rep rep. reps. congressman congresswoman,governor gov gov.,general gen gen.,judge justice magistrate,lawyer attorney counsel solicitor barrister atty.,committee panel subcommittee,candidate nominee contender hopeful,spokesman spokeswoman spokesperson,chairman chairwoman chair chairperson,newspaper paper daily,firm company corporation maker,poll survey,report study,agreement deal accord pact,reporter journalist correspondent,adviser advisor aide,prime-minister premier pm,bill legislation measure,organization organisation';

/** Wider words that take up narrower ones: "the lawmaker" for a senator. */
export const WIDER_HEADS =
  'lawmaker:senator representative congressman deputy legislator,official:spokesman secretary minister director commissioner administrator ambassador,leader:president premier chancellor chairman speaker prime-minister minister,politician:senator representative governor mayor minister president,officer:sheriff captain sergeant detective,diplomat:ambassador envoy,businessman:developer investor executive ceo,author:writer novelist historian,scholar:professor historian fellow,newspaper:times post journal tribune herald gazette,agency:bureau administration commission office investigations service services department,court:circuit tribunal,party:democrats republicans';

/** Last words of what newspapers, agencies and stations are called. */
export const OUTLETS: ReadonlySet<string> = new Set(
  (
    'post times herald courier news journal tribune globe gazette star sun chronicle observer ' +
    'telegraph mirror wire press radio television magazine review record examiner inquirer'
  ).split(' '),
);
