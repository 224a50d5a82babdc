/**
 * The attribution stage on PolNeAR dev: the judge's figures with bootstrap intervals over
 * articles, recall by how often training saw the cue, F1 by publisher, how far scores can be
 * trusted; and sources and cues on GUM's attributions, other genres, marked by other rules.
 * @module
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type AttributionModel,
  analyse,
  findAttributions,
  type LanguageModel,
} from '@onrecord/reader';
import type { Span } from '@onrecord/record';
import { addCauses, type Causes } from './find-causes.ts';
import {
  add,
  matchAttributions,
  ratesOf,
  type Tallies,
  type Tally,
  type Triple,
} from './match-attributions.ts';

/** What to score with. */
export interface AttributionOptions {
  readonly language: LanguageModel;
  /** `null`: the rules alone. */
  readonly attribution: AttributionModel | null;
  /** Bootstrap samples; the interval holds 95 of 100. */
  readonly samples?: number;
}

/** A figure: percentages, and the interval of F1. */
export interface Figure {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly low?: number;
  readonly high?: number;
  readonly marked: number;
}

/** What `evaluate attribution` prints. */
export interface AttributionScores {
  readonly dev: Record<string, Figure>;
  readonly byCue: Record<string, { recall: number; marked: number }>;
  readonly byPublisher: Record<string, Figure>;
  readonly reliability: readonly { from: number; to: number; count: number; right: number }[];
  readonly causes: Causes;
  readonly gum: Record<string, Figure>;
}

interface MarkedArticle {
  id: string;
  publisher?: string;
  text: string;
  annotations: { attributions: Triple[] }[];
}

/** Whether the corpora that this needs are there. */
export function hasAttributionCorpora(corporaDir: string): boolean {
  return existsSync(join(corporaDir, 'polnear', 'dev.jsonl'));
}

/** Score the attribution stage. */
export function evaluateAttribution(
  corporaDir: string,
  options: AttributionOptions,
): AttributionScores {
  const articles = readRows<MarkedArticle>(join(corporaDir, 'polnear', 'dev.jsonl'));
  const counts = countCues(readRows<MarkedArticle>(join(corporaDir, 'polnear', 'train.jsonl')));
  const rows: { publisher: string; tallies: Tallies }[] = [];
  const byCue: Record<string, { found: number; marked: number }> = {};
  const causes: Causes = {};
  const bins = Array.from({ length: 10 }, () => ({ count: 0, right: 0 }));
  for (const article of articles) {
    const predicted = findAttributions(
      analyse(article.text, options.language),
      options.attribution,
    );
    const tallies: Tallies = {};
    for (const { attributions } of article.annotations) {
      const matching = matchAttributions(article.text, attributions, predicted);
      for (const [name, tally] of Object.entries(matching.tallies)) add(tallies, name, tally);
      addCauses(causes, { marked: attributions, predicted }, matching);
      attributions.forEach((mark, at) => {
        const rank = rankOf(counts, cueOf(article.text, mark));
        const row = byCue[rank] ?? { found: 0, marked: 0 };
        byCue[rank] = row;
        row.marked++;
        if (0 <= matching.partnerOf[at]!) row.found++;
      });
      predicted.forEach(({ score }, at) => {
        const bin = bins[Math.min(9, Math.floor(score * 10))]!;
        bin.count++;
        bin.right += matching.isRight[at]!;
      });
    }
    rows.push({ publisher: article.publisher ?? 'unknown', tallies });
  }
  return {
    dev: figuresOf(rows, options.samples ?? 1000),
    byCue: Object.fromEntries(
      Object.entries(byCue)
        .sort()
        .map(([rank, row]) => [
          rank,
          { recall: (100 * row.found) / row.marked, marked: row.marked },
        ]),
    ),
    byPublisher: figuresByPublisher(rows),
    reliability: bins.map(({ count, right }, at) => ({
      from: at / 10,
      to: (at + 1) / 10,
      count,
      right: count ? right / count : 0,
    })),
    causes,
    gum: evaluateGum(corporaDir, options),
  };
}

/** Read JSON lines. */
function readRows<Row>(file: string): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
}

function cueOf(text: string, { cue }: Triple): string {
  return cue
    .map(([start, end]) => text.slice(start, end))
    .join(' ')
    .toLowerCase();
}

function countCues(articles: readonly MarkedArticle[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text, annotations } of articles)
    for (const mark of annotations[0]?.attributions ?? []) {
      const cue = cueOf(text, mark);
      counts.set(cue, (counts.get(cue) ?? 0) + 1);
    }
  return counts;
}

function rankOf(counts: ReadonlyMap<string, number>, cue: string): string {
  const count = counts.get(cue) ?? 0;
  if (count === 0) return 'never in train';
  return count < 10 ? 'rare (1 to 9)' : 'often (10 and more)';
}

type Row = { publisher: string; tallies: Tallies };

function sumRows(rows: readonly Row[]): Tallies {
  const total: Tallies = {};
  for (const { tallies } of rows)
    for (const [name, tally] of Object.entries(tallies)) add(total, name, tally);
  return total;
}

/** Figures over all articles; intervals by drawing articles with replacement. */
function figuresOf(rows: readonly Row[], samples: number): Record<string, Figure> {
  const total = sumRows(rows);
  const draws = new Map<string, number[]>(Object.keys(total).map((name) => [name, []]));
  const random = makeRandom(1);
  for (let sample = 0; sample < samples; sample++) {
    const drawn = rows.map(() => rows[Math.floor(random() * rows.length)]!);
    for (const [name, tally] of Object.entries(sumRows(drawn)))
      draws.get(name)?.push(ratesOf(tally).f1);
  }
  return Object.fromEntries(
    Object.entries(total).map(([name, tally]) => {
      const sorted = draws.get(name)!.sort((a, b) => a - b);
      const low = sorted[Math.floor(sorted.length * 0.025)]!;
      const high = sorted[Math.ceil(sorted.length * 0.975) - 1]!;
      return [name, { ...ratesOf(tally), low, high, marked: tally.marked }];
    }),
  );
}

function figuresByPublisher(rows: readonly Row[]): Record<string, Figure> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.publisher, [...(groups.get(row.publisher) ?? []), row]);
  return Object.fromEntries(
    [...groups].sort().map(([publisher, group]) => {
      const tally = sumRows(group).attribution!;
      return [publisher, { ...ratesOf(tally), marked: tally.marked }];
    }),
  );
}

/** Mulberry32: the same draws on every machine. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

interface GumRow {
  licence: string;
  text: string;
  genre: string;
  attributions: { source?: Span[]; cue_signal?: Span[] }[];
}

/** Sources and cues that overlap with GUM's, in documents whose licence lets us use them. */
function evaluateGum(corporaDir: string, options: AttributionOptions): Record<string, Figure> {
  const file = join(corporaDir, 'ud', 'gum', 'attribution_erst.jsonl');
  if (!existsSync(file)) return {};
  const tallies: Tallies = {};
  for (const { licence, genre, text, attributions } of readRows<GumRow>(file)) {
    if (/NC/i.test(licence)) continue;
    const predicted = findAttributions(analyse(text, options.language), options.attribution);
    for (const [role, key] of [
      ['source', 'source'],
      ['cue', 'cue_signal'],
    ] as const) {
      const marked = attributions.map((row) => row[key] ?? []).filter((spans) => 0 < spans.length);
      const found = predicted.map((row) => row[role]).filter((spans) => 0 < spans.length);
      const tally = countTouching(marked, found);
      add(tallies, `${role}, all genres`, tally);
      if (genre === 'news') add(tallies, `${role}, news`, tally);
    }
  }
  return Object.fromEntries(
    Object.entries(tallies).map(([name, tally]) => [
      name,
      { ...ratesOf(tally), marked: tally.marked },
    ]),
  );
}

/** How many of the marked have one of the found that touches it, and the other way round. */
function countTouching(
  marked: readonly (readonly Span[])[],
  found: readonly (readonly Span[])[],
): Tally {
  const touches = (a: readonly Span[], b: readonly Span[]) =>
    a.some((x) => b.some((y) => x[0] < y[1] && y[0] < x[1]));
  return {
    found: marked.filter((spans) => found.some((other) => touches(spans, other))).length,
    right: found.filter((spans) => marked.some((other) => touches(spans, other))).length,
    predicted: found.length,
    marked: marked.length,
  };
}
