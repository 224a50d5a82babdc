/**
 * Parties that the cast has no actor for: the "we" of a press release, the "I" of a transcript's
 * turn ("MR HOLT: …"), and nominals that nobody else needed ("some fundraisers"). Each becomes an
 * actor of its own, so that every commitment can say whom it binds.
 * @module
 */
import type { Actor, ActorKind, Span } from '@onrecord/record';
import { actorId } from '@onrecord/record';
import type { Cast } from '../coreference/cast.ts';
import type { Situation } from './candidate-features.ts';
import type { TokenRange } from './clause-view.ts';
import { spanOf } from './find-circumstances.ts';

/** What voices are found from. */
export interface VoicesInput {
  readonly situation: Situation;
  readonly cast: Pick<Cast, 'actors' | 'actorAt'>;
  readonly articleId: string;
}

/** Gives the id of a party's actor, making one where the cast has none. */
export interface Voices {
  /** @returns undefined for pronouns that stand for nobody known */
  idOf(range: TokenRange, span: Span): string | undefined;
  /** The actors made so far, in the order of the text that asked for them. */
  readonly made: readonly Actor[];
}

/** A paragraph of a transcript opens with who speaks: "MR HOLT:", "SECRETARY DALE:", "((Mira))". */
const TURN = /^(?:\(\(([^)\n]{2,40})\)\)|([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,4}):)/;

/** Open the voices of an article. */
export function openVoices({ situation, cast, articleId }: VoicesInput): Voices {
  const made = new Map<string, Actor>();
  let body: string | undefined | null = null;
  const findBody = (): string | undefined => {
    if (body === null) body = bodyBehind(situation, cast);
    return body;
  };
  const known = new Set(cast.actors.map(({ id }) => id));
  const add = (name: string, kind: ActorKind, span: Span): string => {
    const id = actorId(articleId, kind, name);
    if (known.has(id)) return id;
    const actor = made.get(id) ?? { id, name, kind, roles: [], mentions: [] };
    if (!actor.mentions.some((one) => one.span[0] === span[0]))
      actor.mentions.push({ span, form: kind === 'person' ? 'pronoun' : 'nominal' });
    made.set(id, actor);
    return id;
  };
  const idOf = (range: TokenRange, span: Span): string | undefined => {
    const { view } = situation;
    const word = view.words[range[0]]!;
    const isPronoun = range[1] - range[0] === 1 && /^(PRON|DET)$/.test(view.classes[range[0]]!);
    if (!isPronoun) return cast.actorAt(span) ?? addNominal(situation, range, span, add);
    if (!/^(i|we|my|our|us|me)$/.test(word)) return cast.actorAt(span);
    return voiceOf({ situation, cast, articleId }, { token: range[0], span, add, findBody });
  };
  return {
    idOf,
    get made() {
      return [...made.values()];
    },
  };
}

interface Voice {
  readonly token: number;
  readonly span: Span;
  readonly add: AddActor;
  readonly findBody: () => string | undefined;
}

type AddActor = (name: string, kind: ActorKind, span: Span) => string;

/** "I" and "we": the turn's speaker, the cast's speaker, the body behind a press release. */
function voiceOf(
  { situation, cast }: VoicesInput,
  { token, span, add, findBody }: Voice,
): string | undefined {
  const { view } = situation;
  const { text } = view.analysis;
  const isQuoted = (view.analysis.quotes.depth[token] ?? 0) > 0;
  const known = cast.actorAt(span);
  const actor = known === undefined ? undefined : cast.actors.find(({ id }) => id === known);
  const isNamed = actor !== undefined && !/^(i|we|my|our|us|me)$/i.test(actor.name);
  if (isNamed || (known !== undefined && isQuoted)) return known;
  const turn = turnAt(text, span[0]);
  if (turn !== null && !isQuoted) return add(turn, 'person', span);
  if (situation.isRelease && !isQuoted) {
    const body = findBody();
    if (body !== undefined) return body;
  }
  if (known !== undefined) return known;
  return view.words[token] === 'i' ? add('I', 'unnamed', span) : add('we', 'group', span);
}

/** The label of the turn of a transcript that an offset stands in, or null. */
function turnAt(text: string, offset: number): string | null {
  let end = offset;
  // Turns may run over paragraphs; fifty are enough for any answer.
  for (let i = 0; i < 50 && end >= 0; i++) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const found = TURN.exec(text.slice(start, start + 60));
    if (found) return (found[1] ?? found[2] ?? '').trim() || null;
    if (start === 0) return null;
    end = start - 1;
  }
  return null;
}

/** The first state or body that is a subject in the text ("The United States condemns …"). */
function bodyBehind({ view, kindAt }: Situation, cast: Pick<Cast, 'actorAt'>): string | undefined {
  for (let token = 0; token < view.words.length; token++) {
    if (view.tree.relation[token] !== 'nsubj') continue;
    if (!/^(government|organisation)$/.test(kindAt(token) ?? '')) continue;
    const id = cast.actorAt(spanOf(view, [token, token + 1]));
    if (id !== undefined) return id;
  }
  return undefined;
}

/**
 * A noun phrase as an actor: several are a group, one is an unnamed person or body. A name alone that
 * no rule knows ("Skarland will pay") is taken for a body, for it binds itself.
 */
function addNominal(
  { view }: Situation,
  [start, end]: TokenRange,
  span: Span,
  add: AddActor,
): string | undefined {
  let hasNoun = false;
  let isPlural = false;
  for (let token = start; token < end; token++) {
    if (!/^NN/.test(view.tags[token]!)) continue;
    hasNoun = true;
    if (/S$/.test(view.tags[token]!)) isPlural = true;
  }
  if (!hasNoun) return undefined;
  const name = view.analysis.text
    .slice(...span)
    .replace(/\s+/g, ' ')
    .replace(/^the /i, '');
  const isName = end === start + 1 && view.classes[start] === 'PROPN';
  return add(name, isPlural ? 'group' : isName ? 'organisation' : 'unnamed', span);
}
