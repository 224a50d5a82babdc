/**
 * Speakers after the project's judge: each marked speaker is looked for at the statement whose
 * content shares most words with the mark (F1 of at least 0.5); the names agree without case,
 * titles, articles and possessives, a person's also by first and last word, those of the unnamed
 * when more than half of their words do, the last among them.
 * @module
 */
import type { ArticleRecord, Span } from '@onrecord/record';
import { listWords, setF1, wordsIn } from '../commitments/score-commitments.ts';

/** One marked source. */
export interface MarkedSpeaker {
  readonly source: Span[];
  readonly content: Span[];
  readonly speaker: string;
  readonly kind: string;
  readonly represents: string | null;
}

/** One marked article. */
export interface MarkedArticle {
  readonly id: string;
  readonly text: string;
  readonly speakers: readonly MarkedSpeaker[];
}

/** How one mark fared. */
export interface SpeakerOutcome {
  readonly isNamed: boolean;
  readonly isFound: boolean;
  /** The name given, absent where the speaker was left open. */
  readonly given?: string;
  readonly isRight: boolean;
  /** How sure the reader was, where it says so. */
  readonly score: number;
  /** The mark's source is a pronoun. */
  readonly isPronoun: boolean;
}

const TITLE =
  /^(?:the|a|an|mr|mrs|ms|dr|sen|rep|gov|president|secretary|senator|representative|governor|former|sir|lord|prime|minister)\.?$/;
const NAMED: ReadonlySet<string> = new Set(['person', 'organisation', 'government']);

function foldName(name: string): string[] {
  const all = name
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .replace(/[^\p{L}\p{N}\s.-]/gu, ' ')
    .split(/\s+/)
    .filter(Boolean);
  const kept = all.filter((word) => !TITLE.test(word));
  return kept.length > 0 ? kept : all;
}

/** Whether an actor of these names, its own name first, is the marked one. */
export function isSameSpeaker(
  mark: { readonly speaker: string; readonly kind: string },
  names: readonly string[],
): boolean {
  const wanted = [mark.speaker, ...mark.speaker.split(' and ')]
    .map(foldName)
    .filter((w) => w.length);
  const isBody = mark.kind === 'organisation' || mark.kind === 'government';
  return (isBody ? names : names.slice(0, 1))
    .map(foldName)
    .some((given) => given.length > 0 && wanted.some((gold) => isSameName(gold, given, mark.kind)));
}

function isSameName(gold: readonly string[], given: readonly string[], kind: string): boolean {
  if (gold.join(' ') === given.join(' ')) return true;
  if (kind === 'person') return gold[0] === given[0] && gold.at(-1) === given.at(-1);
  const common = new Set(gold.filter((word) => given.includes(word))).size;
  const f1 = (2 * common) / (new Set(gold).size + new Set(given).size);
  return !NAMED.has(kind) && gold.at(-1) === given.at(-1) && f1 >= 0.5;
}

/** The part of a record that is scored. */
export type SpeakerRecord = Pick<ArticleRecord, 'actors' | 'statements'>;

/** Score one article's record; `scoreOf` tells how sure a statement's speaker is. */
export function scoreSpeakers(
  article: MarkedArticle,
  record: SpeakerRecord,
  scoreOf: (statement: number) => number,
): SpeakerOutcome[] {
  const words = listWords(article.text);
  const names = new Map(
    record.actors.map((actor) => [
      actor.id,
      [
        actor.name,
        ...actor.mentions
          .filter(({ form }) => form !== 'pronoun')
          .map(({ span }) => article.text.slice(...span)),
      ],
    ]),
  );
  const statements = record.statements.map(({ speaker, content, source }) => ({
    speaker,
    content: wordsIn(content, words),
    source: wordsIn(source, words),
  }));
  return article.speakers.map((mark) => {
    const content = wordsIn(mark.content, words);
    const source = wordsIn(mark.source, words);
    let best = -1;
    let most = 0;
    for (const [at, one] of statements.entries()) {
      const likeness = setF1(one.content, content) + 0.1 * setF1(one.source, source);
      if (likeness > most) [best, most] = [at, likeness];
    }
    const found = statements[best];
    const isFound = found !== undefined && setF1(found.content, content) >= 0.5;
    const given = isFound && found.speaker ? names.get(found.speaker) : undefined;
    const said = mark.source.map((span) => article.text.slice(...span)).join(' ');
    return {
      isNamed: NAMED.has(mark.kind),
      isFound,
      ...(given?.[0] === undefined ? {} : { given: given[0] }),
      isRight: given !== undefined && isSameSpeaker(mark, given),
      score: isFound ? scoreOf(best) : 0,
      isPronoun: /^(?:he|she|it|they|him|her|his|their|its|i|we|who|which|that|me|us)$/i.test(said),
    };
  });
}
