/**
 * Seeded, made-up records for the benchmark and the killed processes: about 800 words and 25 statements an
 * article, five of them with a commitment, a few hundred actors, words with a long tail. The
 * sentences follow the samples' grammar: a source, a cue, what is said; a party, a pledge, a
 * condition. States, persons and words are invented.
 * @module
 */
import {
  actorId,
  articleId,
  commitmentId,
  conditionId,
  statementId,
  textHashOf,
} from '@onrecord/record';

const STANCES = [
  'commits',
  'offers',
  'considers',
  'refuses',
  'demands',
  'accepts',
  'rejects',
  'threatens',
];
const BASES = ['own-words', 'own-paraphrase', 'named-third-party', 'unnamed-source', 'reported'];
const TYPES = ['ceasefire', 'peace-agreement', 'approval-of', 'consent-of', 'funding', 'time'];
const SYLLABLES =
  'ba ca da dor fel gan hal ir jo kel lan mar nor or pel ran sel tor ur van wes yol zan'.split(' ');
const COMMON =
  'the of to in and a for on with by at from over their war talks border troops government ceasefire minister people'.split(
    ' ',
  );

/** Chance with a seed (mulberry32). */
export function seededRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let hash = Math.imul(state ^ (state >>> 15), 1 | state);
    hash = (hash + Math.imul(hash ^ (hash >>> 7), 61 | hash)) ^ hash;
    return ((hash ^ (hash >>> 14)) >>> 0) / 2 ** 32;
  };
}

const inventedWord = (random, syllables) =>
  Array.from({ length: syllables }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join(
    '',
  );

/** Names and words that all articles share. */
export function makeWorld(seed) {
  const random = seededRandom(seed);
  const capital = (word) => word[0].toUpperCase() + word.slice(1);
  const states = Array.from({ length: 40 }, () => `${capital(inventedWord(random, 2))}ia`);
  const persons = Array.from(
    { length: 600 },
    () => `${capital(inventedWord(random, 2))} ${capital(inventedWord(random, 3))}`,
  );
  const words = Array.from({ length: 20_000 }, () =>
    inventedWord(random, 2 + Math.floor(random() * 3)),
  );
  return { states, persons, words };
}

/** The n-th article of a seed: the same on every machine. */
export function makeArticle(world, { seed, index }) {
  const random = seededRandom(seed * 1_000_003 + index);
  const pick = (list) => list[Math.floor(random() * list.length)];
  // Zipf's law, roughly: the word of rank r is drawn in proportion to 1/r.
  const zipf = (list) => list[Math.floor(list.length ** random()) - 1] ?? list[0];
  const phrase = (length) =>
    Array.from({ length }, () => (random() < 0.45 ? pick(COMMON) : zipf(world.words))).join(' ');
  let text = '';
  const put = (words) => {
    const start = text.length;
    text += words;
    return [start, text.length];
  };
  const actors = new Map();
  const name = (who, kind) => {
    const span = put(who);
    const actor = actors.get(who) ?? { name: who, kind, roles: [], mentions: [] };
    actor.mentions.push({ span, form: 'name' });
    actors.set(who, actor);
    return span;
  };
  const cast = Array.from({ length: 7 }, () => zipf(world.persons));
  const states = Array.from({ length: 3 }, () => zipf(world.states));
  const statements = [];
  const commitments = [];
  const publishedOn = new Date(Date.UTC(2020, 0, 1 + Math.floor(random() * 2500)))
    .toISOString()
    .slice(0, 10);
  for (let sentence = 0; sentence < 25; sentence++) {
    const who = pick(cast);
    const source = [name(who, 'person')];
    put(' ');
    const cue = [put(pick(['said', 'told reporters', 'announced', 'warned']))];
    put(' that ');
    const content = [put(phrase(14 + Math.floor(random() * 10)))];
    put('. ');
    statements.push({
      who,
      kind: 'indirect',
      act: 'says',
      source,
      cue,
      content,
      hedges: [],
      rule: 'bench',
      score: 0.5 + random() / 2,
    });
    if (sentence % 5 === 0)
      commitments.push(
        pledge({ name, put, pick, phrase, states, who, random, statement: statements.length - 1 }),
      );
    put(`${phrase(8)}. `);
  }
  return assemble({
    text,
    actors,
    statements,
    commitments,
    publishedOn,
    index,
    publisher: `Paper ${Math.floor(random() * 60)}`,
  });
}

function pledge({ name, put, pick, phrase, states, who, random, statement }) {
  const state = pick(states);
  const party = [name(state, 'government')];
  put(' ');
  const cue = [put(pick(['pledged', 'offered', 'refused', 'demanded']))];
  put(' ');
  const action = [put(`to ${phrase(8)}`)];
  let condition;
  if (random() < 0.5) {
    put(' ');
    const type = pick(TYPES);
    condition = {
      trigger: type,
      connective: 'only-after',
      type,
      span: put(`only after ${phrase(3)}`),
    };
  }
  put('. ');
  return {
    state,
    who,
    statement,
    condition,
    stance: pick(STANCES),
    party,
    basis: pick(BASES),
    cue,
    action,
    counterparty: [],
    exceptions: [],
    hedges: [],
    repeated: false,
    rule: 'bench',
    score: 0.5 + random() / 2,
  };
}

function assemble({ text, actors, statements, commitments, publishedOn, index, publisher }) {
  const url = `https://paper.example/${index}`;
  const textHash = textHashOf(text);
  const id = articleId(textHash, url);
  const idOf = (who) => actorId(id, actors.get(who).kind, who);
  const said = statements.map(({ who, ...statement }) => ({
    id: statementId(id, statement),
    ...statement,
    speaker: idOf(who),
  }));
  return {
    schema: 'onrecord/1',
    article: {
      id,
      text,
      textHash,
      title: `Article ${index}`,
      publisher,
      url,
      publishedOn,
      language: 'en',
      parts: [{ kind: 'paragraph', span: [0, text.length] }],
    },
    actors: [...actors].map(([who, actor]) => ({ id: idOf(who), ...actor })),
    statements: said,
    commitments: commitments.map(({ state, who, statement, condition, ...commitment }) => {
      const ownId = commitmentId(id, commitment);
      return {
        id: ownId,
        ...commitment,
        parties: [idOf(state)],
        assertedBy: idOf(who),
        counterparties: [],
        statement: said[statement].id,
        conditions:
          condition === undefined ? [] : [{ id: conditionId(ownId, condition.span), ...condition }],
      };
    }),
    events: [],
    notes: [],
    reader: { version: 'bench', model: 'bench' },
  };
}
