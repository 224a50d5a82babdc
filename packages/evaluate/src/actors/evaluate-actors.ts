/**
 * The actors stage on marked text: speakers on `speakers/dev.jsonl`, from the marked sources (the
 * stage alone) and end to end; and coreference on GUM, on predicted mentions of raw text, news and
 * interviews apart.
 * @module
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Analysis,
  type Attribution,
  analyse,
  findAttributions,
  findMentions,
  type Models,
  readArticle,
  resolveActors,
} from '@onrecord/reader';
import {
  averageOf,
  type CoreferenceCounts,
  f1OfCount,
  makeCoreferenceCounts,
  scoreCoreference,
} from './coreference-metrics.ts';
import { type GumDocument, readGumEntities } from './gum-entities.ts';
import { type MarkedArticle, type SpeakerOutcome, scoreSpeakers } from './score-speakers.ts';
import { readSpeakerMarks } from './speaker-marks.ts';

/** What to score with. */
export interface ActorsOptions {
  readonly models: Models;
  /** Leave GUM's test part alone: for choosing. */
  readonly isDevOnly?: boolean;
}

/** Speakers in percent. */
export interface SpeakerFigures {
  readonly endToEnd: number;
  readonly whenFound: number;
  readonly whenAnswered: number;
  readonly marked: number;
  readonly found: number;
  readonly answered: number;
}

/** Coreference in percent. */
export interface CoreferenceFigures {
  readonly muc: number;
  readonly b3: number;
  readonly ceafe: number;
  readonly average: number;
  readonly mentions: number;
}

/** What leaving speakers open below a score gives, from the marked sources. */
export interface ThresholdRow {
  readonly least: number;
  readonly answered: number;
  readonly whenAnswered: number;
  readonly whenFound: number;
}

/** What `evaluate actors` prints. */
export interface ActorsScores {
  /** The sources as marked: the stage alone. */
  readonly fromMarks: Readonly<Record<string, SpeakerFigures>>;
  /** From raw text, as a user gets it. */
  readonly endToEnd: Readonly<Record<string, SpeakerFigures>>;
  /**
   * The same two on articles that the project marked; the rules were mended on their errors since.
   * The attribution weights were trained on these articles, so "found" flatters there.
   */
  readonly check: {
    readonly fromMarks: Readonly<Record<string, SpeakerFigures>>;
    readonly endToEnd: Readonly<Record<string, SpeakerFigures>>;
  };
  readonly thresholds: readonly ThresholdRow[];
  /** All of GUM's mentions, singletons included. */
  readonly gum: Readonly<Record<string, CoreferenceFigures>>;
  /** What mentions and actors take of the time of `readArticle` in this run, in percent. */
  readonly timeShare: number;
  /** Clusters of two mentions and more alone. */
  readonly gumWithoutSingletons: Readonly<Record<string, CoreferenceFigures>>;
}

const THRESHOLDS = [0, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9] as const;

/** Whether the corpora that this needs are there. */
export function hasActorsCorpora(corporaDir: string): boolean {
  return existsSync(join(corporaDir, 'speakers', 'dev.jsonl'));
}

/** Score the actors stage. */
export function evaluateActors(corporaDir: string, options: ActorsOptions): ActorsScores {
  const articles = readFileSync(join(corporaDir, 'speakers', 'dev.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as MarkedArticle);
  const { models } = options;
  const marked = articles.flatMap((article) => scoreMarked(article, models, undefined));
  const open = articles.flatMap((article) => scoreMarked(article, models, 0));
  const check = readSpeakerMarks(corporaDir);
  const gum = scoreGum(corporaDir, options);
  return {
    fromMarks: figuresOf(marked),
    endToEnd: figuresOf(articles.flatMap((article) => scoreWhole(article, models))),
    check: {
      fromMarks: figuresOf(check.flatMap((article) => scoreMarked(article, models, undefined))),
      endToEnd: figuresOf(check.flatMap((article) => scoreWhole(article, models))),
    },
    thresholds: THRESHOLDS.map((least) => thresholdRow(open, least)),
    gum: gum.all,
    gumWithoutSingletons: gum.several,
    timeShare: measureShare(articles, models),
  };
}

/** Passes over the articles; the first one compiles the code and is not counted. */
const PASSES = 5;

/** The stage's share of reading by processor time, over the same articles in one run. */
function measureShare(articles: readonly MarkedArticle[], models: Models): number {
  let [own, all] = [0, 0];
  for (let pass = 0; pass < PASSES; pass++) {
    const whole = spend(() => {
      for (const { text } of articles) readArticle(text, models);
    });
    const ready = articles.map(({ id, text }) => {
      const analysis = analyse(text, models.language);
      const attributions = findAttributions(analysis, models.attribution);
      return { analysis, attributions, articleId: id };
    });
    const stage = spend(() => {
      for (const input of ready)
        resolveActors({ ...input, mentions: findMentions(input.analysis) });
    });
    if (pass === 0) continue;
    own += stage;
    all += whole;
  }
  return percent(own, all);
}

/** Microseconds of processor time. */
function spend(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/** From raw text, as a user gets it. */
function scoreWhole(article: MarkedArticle, models: Models): SpeakerOutcome[] {
  return scoreSpeakers(article, readArticle(article.text, models), () => 1);
}

/** The stage alone: the marked sources and contents stand for the attribution stage. */
function scoreMarked(
  article: MarkedArticle,
  models: Models,
  leastScore: number | undefined,
): SpeakerOutcome[] {
  return answerMarks(article, models.language, leastScore).outcomes;
}

/** What the stage made of an article's marked sources. */
export interface MarkAnswers {
  readonly outcomes: SpeakerOutcome[];
  /** The features of each answer, by the marks' order; undefined where there was none. */
  readonly vectors: readonly (Float64Array | undefined)[];
}

/**
 * Resolve the marked sources of an article, and score them.
 * @param leastScore - leave speakers below it open; the reader's own threshold where absent.
 */
export function answerMarks(
  article: MarkedArticle,
  language: Models['language'],
  leastScore?: number,
): MarkAnswers {
  const analysis = analyse(article.text, language);
  const attributions = article.speakers.map((mark) => attributionOf(article, mark));
  const vectors: (Float64Array | undefined)[] = article.speakers.map(() => undefined);
  const cast = resolveActors({
    ...{ analysis, attributions, mentions: findMentions(analysis), articleId: article.id },
    ...(leastScore === undefined ? {} : { leastScore }),
    observeSpeaker: (at, vector) => {
      vectors[at] = vector;
    },
  });
  const statements = article.speakers.map(({ source, content }, at) => {
    const speaker = cast.speakers[at]?.actor;
    return { source, content, ...(speaker ? { speaker } : {}) };
  });
  const record = { actors: [...cast.actors], statements } as Parameters<typeof scoreSpeakers>[1];
  const outcomes = scoreSpeakers(article, record, (at) => cast.speakers[at]?.score ?? 0);
  return { outcomes, vectors };
}

function attributionOf(
  { text }: MarkedArticle,
  { source, content }: MarkedArticle['speakers'][number],
): Attribution {
  const words = content.map((span) => text.slice(...span)).join(' ');
  const isOpen = content.some(([start]) => /["“”]/.test(text[start - 1] ?? ''));
  const isDirect = isOpen || /^["“”]/.test(words);
  const kind = isDirect ? 'direct' : /["“”]/.test(words) ? 'mixed' : 'indirect';
  return { source, cue: [], content, kind, act: 'says', rule: 'marked', score: 1 };
}

const percent = (part: number, whole: number): number => (whole ? (100 * part) / whole : 0);

function figuresOf(outcomes: readonly SpeakerOutcome[]): Record<string, SpeakerFigures> {
  const rows = {
    named: outcomes.filter(({ isNamed }) => isNamed),
    other: outcomes.filter(({ isNamed }) => !isNamed),
    pronouns: outcomes.filter(({ isPronoun }) => isPronoun),
    all: outcomes,
  };
  return Object.fromEntries(
    Object.entries(rows).map(([name, row]) => {
      const found = row.filter(({ isFound }) => isFound).length;
      const answered = row.filter(({ given }) => given !== undefined).length;
      const right = row.filter(({ isRight }) => isRight).length;
      return [
        name,
        {
          endToEnd: percent(right, row.length),
          whenFound: percent(right, found),
          whenAnswered: percent(right, answered),
          ...{ marked: row.length, found, answered },
        },
      ];
    }),
  );
}

function thresholdRow(outcomes: readonly SpeakerOutcome[], least: number): ThresholdRow {
  const named = outcomes.filter(({ isNamed, isFound }) => isNamed && isFound);
  const answered = named.filter(({ given, score }) => given !== undefined && least <= score);
  const right = answered.filter(({ isRight }) => isRight).length;
  return {
    ...{ least, answered: answered.length, whenAnswered: percent(right, answered.length) },
    whenFound: percent(right, named.length),
  };
}

interface GumScores {
  all: Record<string, CoreferenceFigures>;
  several: Record<string, CoreferenceFigures>;
}

function scoreGum(corporaDir: string, { models, isDevOnly }: ActorsOptions): GumScores {
  const all = new Map<string, CoreferenceCounts>();
  const several = new Map<string, CoreferenceCounts>();
  for (const part of isDevOnly ? ['dev'] : ['dev', 'test']) {
    const file = join(corporaDir, 'ud', 'gum', `${part}.conllu.gz`);
    if (!existsSync(file)) continue;
    for (const document of readGumEntities(file)) {
      const gold = goldClusters(document);
      const found = foundClusters(analyse(document.text, models.language), document, models);
      const isNews = document.genre === 'news' || document.genre === 'interview';
      const groups = isNews ? [document.genre, 'news and interview'] : ['other genres'];
      for (const group of groups.map((name) => `${part}: ${name}`)) {
        scoreCoreference(gold, found, countsOf(all, group));
        const isSeveral = (cluster: readonly string[]): boolean => cluster.length > 1;
        scoreCoreference(gold.filter(isSeveral), found.filter(isSeveral), countsOf(several, group));
      }
    }
  }
  return { all: encodeCounts(all), several: encodeCounts(several) };
}

function countsOf(counts: Map<string, CoreferenceCounts>, name: string): CoreferenceCounts {
  const known = counts.get(name) ?? makeCoreferenceCounts();
  counts.set(name, known);
  return known;
}

function goldClusters({ mentions }: GumDocument): string[][] {
  const clusters = new Map<string, Set<string>>();
  for (const { start, end, cluster } of mentions) {
    const known = clusters.get(cluster) ?? new Set<string>();
    known.add(`${start}-${end}`);
    clusters.set(cluster, known);
  }
  return [...clusters.values()].map((cluster) => [...cluster]);
}

function foundClusters(analysis: Analysis, { id }: GumDocument, models: Models): string[][] {
  const cast = resolveActors({
    analysis,
    mentions: findMentions(analysis),
    attributions: findAttributions(analysis, models.attribution),
    articleId: id,
  });
  return cast.listClusters().map((spans) => spans.map(([start, end]) => `${start}-${end}`));
}

function encodeCounts(
  counts: ReadonlyMap<string, CoreferenceCounts>,
): Record<string, CoreferenceFigures> {
  return Object.fromEntries(
    [...counts].sort().map(([name, count]) => [
      name,
      {
        muc: f1OfCount(count.muc),
        b3: f1OfCount(count.b3),
        ceafe: f1OfCount(count.ceafe),
        average: averageOf(count),
        mentions: f1OfCount(count.mentions),
      },
    ]),
  );
}
