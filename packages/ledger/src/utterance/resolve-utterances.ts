/**
 * Reports of one act of speech, gathered across outlets and compared field by field. Reports are
 * looked up by speaker and by shared words, so that the work grows with what meets, not with all
 * pairs. Reports and independent origins are counted apart.
 * @module
 */
import type { ArticleRecord, Statement, Utterance, UtteranceReport } from '@onrecord/record';
import { moveDate } from '../matter/move-date.ts';
import { describeEvidence } from '../party/describe-evidence.ts';
import { latestVersions } from '../party/latest-versions.ts';
import { resolveOrigins } from '../party/resolve-origins.ts';
import { type PartyOptions, resolveParties } from '../party/resolve-parties.ts';
import { describeFields } from './describe-fields.ts';
import { describeReports, type Report } from './describe-report.ts';
import { findDifferences } from './find-differences.ts';
import { matchReports } from './match-reports.ts';

/** Options of `resolveUtterances`. */
export interface UtteranceOptions extends PartyOptions {
  /** Leave out utterances with fewer reports; 1 keeps all. Default 2: what can be compared. */
  leastReports?: number;
}

/** Acts of speech; a thought or a feeling has no occasion on which it was said. */
const SPOKEN: ReadonlySet<Statement['act']> = new Set(['says', 'decides', 'intends']);

interface Cluster {
  reports: Report[];
  score: number;
}

/** Gather the reports of each act of speech, earliest first. */
export function resolveUtterances(
  all: readonly ArticleRecord[],
  options: UtteranceOptions = {},
): Utterance[] {
  const records = latestVersions(all);
  const originOf = options.originOf ?? resolveOrigins(records);
  const parties = resolveParties(records, { ...options, originOf });
  const reports: Report[] = [];
  for (const record of records)
    for (const statement of record.statements) {
      if (statement.speaker === undefined || !SPOKEN.has(statement.act)) continue;
      const speaker = parties.find(record, statement.speaker);
      if (speaker !== null) reports.push(...describeReports(record, statement, speaker));
    }
  const least = options.leastReports ?? 2;
  return clusterReports(reports)
    .filter(({ reports: own }) => least <= new Set(own.map((one) => one.record.article.id)).size)
    .map((cluster) => assembleUtterance(cluster, originOf))
    .sort((left, right) => compareStarts(left, right));
}

function compareStarts(left: Utterance, right: Utterance): number {
  const [a, b] = [left.saidOn?.from ?? '', right.saidOn?.from ?? ''];
  return a < b ? -1 : a > b ? 1 : left.id < right.id ? -1 : 1;
}

/** A report joins the cluster that it matches best, when no member speaks against it. */
function clusterReports(reports: readonly Report[]): Cluster[] {
  const clusters: Cluster[] = [];
  const places = new Places();
  for (const report of reports) {
    const candidates = places.count(report);
    let best: { cluster: Cluster; score: number } | null = null;
    for (const [cluster, shared] of candidates) {
      // Unnamed speakers are matched by long runs only: two words are the least of one.
      if (shared < 2 && report.speaker.kind === 'unnamed') continue;
      const score = scoreMember(report, cluster);
      if (score !== null && (best === null || best.score < score)) best = { cluster, score };
    }
    const cluster = best?.cluster ?? { reports: [], score: 1 };
    if (best === null) clusters.push(cluster);
    else cluster.score = Math.min(cluster.score, best.score);
    cluster.reports.push(report);
    places.keep(report, cluster);
  }
  return clusters;
}

const UNNAMED = 'unnamed';
const ANYBODY = 'anybody';
const UNDATED = 'undated';

/** The months in which a report may have been made; a longer time is as good as none. */
function monthsOf({ saidOn }: Report): string[] {
  if (saidOn === null) return [UNDATED];
  const [from, to] = [saidOn.from.slice(0, 7), saidOn.to.slice(0, 7)];
  if (from === to) return [from];
  return moveDate(saidOn.from, LONGEST_DAYS) < saidOn.to ? [UNDATED] : [from, to];
}
/** Two months' names hold a range of so many days. */
const LONGEST_DAYS = 28;

/** Under whom a report is kept: its speaker and everybody, or the unnamed. */
const scopesOf = ({ speaker }: Report): string[] =>
  speaker.kind === 'unnamed' ? [UNNAMED] : [speaker.key, ANYBODY];

/** Under whom others like it are: its speaker and the unnamed; for these everybody. */
const soughtFor = ({ speaker }: Report): string[] =>
  speaker.kind === 'unnamed' ? [UNNAMED, ANYBODY] : [speaker.key, UNNAMED];

/** Clusters by who speaks, there by month, and there by content word. */
class Places {
  readonly #byScope = new Map<string, Map<string, Map<string, Set<Cluster>>>>();

  /** How many content words each cluster that may be meant shares with a report. */
  count(report: Report): Map<Cluster, number> {
    const counts = new Map<Cluster, number>();
    const months = monthsOf(report);
    for (const scope of soughtFor(report)) {
      const byMonth = this.#byScope.get(scope);
      if (byMonth === undefined) continue;
      // Without a day it may have been said in any month.
      const sought = months[0] === UNDATED ? byMonth.keys() : [...months, UNDATED];
      for (const month of sought) countWords(report, byMonth.get(month), counts);
    }
    return counts;
  }

  keep(report: Report, cluster: Cluster): void {
    for (const scope of scopesOf(report)) {
      const byMonth = this.#byScope.get(scope) ?? new Map<string, Map<string, Set<Cluster>>>();
      this.#byScope.set(scope, byMonth);
      for (const month of monthsOf(report)) {
        const byWord = byMonth.get(month) ?? new Map<string, Set<Cluster>>();
        byMonth.set(month, byWord);
        for (const key of report.matter.keys) {
          const holders = byWord.get(key);
          if (holders === undefined) byWord.set(key, new Set([cluster]));
          else holders.add(cluster);
        }
      }
    }
  }
}

function countWords(
  report: Report,
  byWord: ReadonlyMap<string, ReadonlySet<Cluster>> | undefined,
  counts: Map<Cluster, number>,
): void {
  if (byWord === undefined) return;
  for (const key of report.matter.keys)
    for (const cluster of byWord.get(key) ?? [])
      counts.set(cluster, (counts.get(cluster) ?? 0) + 1);
}

/** Members that must match: at least half, so that a chain of likenesses does not run away. */
function scoreMember(report: Report, cluster: Cluster): number | null {
  let matched = 0;
  let score = 1;
  for (const member of cluster.reports) {
    const match = matchReports(report, member);
    if (match.kind === 'same') {
      matched += 1;
      score = Math.min(score, match.score);
    }
  }
  return matched * 2 >= cluster.reports.length && matched > 0 ? score : null;
}

function assembleUtterance(cluster: Cluster, originOf: ReadonlyMap<string, string>): Utterance {
  const reports = cluster.reports.map((report): UtteranceReport => {
    const { record, statement } = report;
    const spans = [...statement.source, ...statement.cue, ...report.spans];
    const origin = originOf.get(record.article.id) ?? record.article.id;
    return {
      evidence: describeEvidence(record, origin, { spans, statementId: statement.id }),
      kind: statement.kind,
      fields: describeFields(report),
    };
  });
  // The speaker's own words before a paraphrase, the longer before the shorter.
  const own = (one: Report) => (one.direct.length > 0 ? 1 : 0);
  const [spoken] = [...cluster.reports].sort(
    (left, right) => own(right) - own(left) || right.content.length - left.content.length,
  );
  const named = cluster.reports.find((one) => one.speaker.kind !== 'unnamed') ?? cluster.reports[0];
  const first = cluster.reports[0] as Report;
  const utterance: Utterance = {
    // One statement can hold several acts of speech: its words tell them apart.
    id: `u~${first.statement.id}~${first.spans[0]?.[0] ?? 0}`,
    speaker: (named ?? first).speaker,
    quote: spoken?.content ?? '',
    reports,
    reportCount: new Set(reports.map((one) => one.evidence.articleId)).size,
    originCount: new Set(reports.map((one) => one.evidence.originId)).size,
    differences: findDifferences(reports),
    score: cluster.score,
  };
  const dated = cluster.reports.find((one) => one.isDated) ?? first;
  if (dated.saidOn !== null) utterance.saidOn = dated.saidOn;
  return utterance;
}
