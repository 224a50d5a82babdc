/**
 * A reader for tests, without weights: "NAME will ACTION if CONDITION." is an offer in one's own
 * words, "NAME said CONTENT." a statement. What the server does with records is tested with these.
 * @module
 */

import { prepareArticle } from '@onrecord/ledger/prepare';
import {
  type Actor,
  type ArticleRecord,
  actorId,
  articleId,
  type Commitment,
  commitmentId,
  conditionId,
  encodeRecord,
  SCHEMA,
  type Span,
  type Statement,
  statementId,
  textHashOf,
} from '@onrecord/record';
import { resolveArticle } from '@onrecord/server/reading';
import type { ArticleReader, ReadingInput } from '../src/reading/index.ts';

const LINE = /^([A-Z]\w+) (?:(said) (.+?)|(will) (.+?)(?: (if (.+?)))?)\.$/dgm;

/** Reads by the grammar above. */
export const lineReader: ArticleReader = {
  read,
  encode: async (input) => new TextEncoder().encode(encodeRecord(await read(input))),
  prepare: async (input) => prepareArticle(await read(input)),
};

async function read(input: ReadingInput): Promise<ArticleRecord> {
  const { text, ...origin } =
    'article' in input ? input.article : await resolveArticle(input.source, input.origin);
  const id = articleId(textHashOf(text), origin.url);
  const actors = new Map<string, Actor>();
  const statements: Statement[] = [];
  const commitments: Commitment[] = [];
  for (const match of text.matchAll(LINE)) {
    const at = (group: number) => (match.indices?.[group] ?? [0, 0]) as Span;
    const name = match[1] ?? '';
    const speaker = actorId(id, 'person', name);
    const actor = actors.get(name) ?? {
      id: speaker,
      name,
      kind: 'person' as const,
      roles: [],
      mentions: [],
    };
    actors.set(name, actor);
    actor.mentions.push({ span: at(1), form: 'name' });
    if (match[2]) statements.push(statementOf(id, speaker, [at(1), at(2), at(3)]));
    else
      commitments.push(
        commitmentOf(id, speaker, { spans: [at(1), at(4), at(5)], condition: match[7], at: at(6) }),
      );
  }
  return {
    schema: SCHEMA,
    article: { id, text, textHash: textHashOf(text), ...origin, language: 'en', parts: [] },
    actors: [...actors.values()],
    statements,
    commitments,
    events: [],
    notes: [],
    reader: { version: 'test', model: 'lines' },
  };
}

function statementOf(article: string, speaker: string, spans: [Span, Span, Span]): Statement {
  const [source, cue, content] = spans.map((span) => [span]) as [Span[], Span[], Span[]];
  const parts = { kind: 'indirect' as const, source, cue, content };
  return {
    id: statementId(article, parts),
    ...parts,
    act: 'says',
    speaker,
    hedges: [],
    rule: 'line',
    score: 0.9,
  };
}

interface CommitmentPlace {
  spans: [Span, Span, Span];
  condition: string | undefined;
  at: Span;
}

function commitmentOf(article: string, party: string, place: CommitmentPlace): Commitment {
  const [who, cue, action] = place.spans.map((span) => [span]) as [Span[], Span[], Span[]];
  const parts = { stance: 'offers' as const, party: who, cue, action };
  const id = commitmentId(article, parts);
  const conditions = place.condition
    ? [
        {
          id: conditionId(id, place.at),
          trigger: place.condition,
          connective: 'if' as const,
          type: 'ceasefire' as const,
          span: place.at,
        },
      ]
    : [];
  return {
    id,
    ...parts,
    parties: [party],
    assertedBy: party,
    basis: 'own-words',
    counterparties: [],
    counterparty: [],
    conditions,
    exceptions: [],
    hedges: [],
    repeated: false,
    rule: 'line',
    score: 0.8,
  };
}
