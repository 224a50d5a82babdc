/**
 * From entries to points of a timeline: a lane a stance, a day a place, points of one day and lane
 * stacked. Pure, so that it can be tested without drawing.
 * @module
 */
import { STANCES, type Stance } from '@onrecord/record';
import { describeDate } from '../../words/date.ts';
import type { LedgerEntry } from '../../words/ledger-entry.ts';

/** The lanes: the stances, and below them what was only said. */
export const LANES = [...STANCES, 'says'] as const;
export type Lane = Stance | 'says';

/** One entry on the timeline. */
export interface PlotPoint {
  entry: LedgerEntry;
  lane: Lane;
  /** Days since 1970-01-01. */
  day: number;
  /** How many points of the same day and lane lie below it. */
  level: number;
  /** How many points that day and lane have. */
  stack: number;
}

const DAY_MS = 86_400_000;

/** Find the day of an ISO date, counted from 1970-01-01; null for what is no date. */
export function findDay(iso: string | undefined): number | null {
  if (!iso) return null;
  const at = Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(at) ? null : Math.round(at / DAY_MS);
}

/** The ISO date of a day counted from 1970-01-01. */
export function dateOfDay(day: number): string {
  return new Date(Math.round(day) * DAY_MS).toISOString().slice(0, 10);
}

/** Find the lane of an entry. */
export function laneOf(entry: LedgerEntry): Lane {
  return entry.kind === 'commitment' ? entry.commitment.stance : 'says';
}

/** Make the points of a timeline; entries without any date are left out. */
export function assemblePoints(entries: readonly LedgerEntry[]): PlotPoint[] {
  const levels = new Map<string, number>();
  const points: PlotPoint[] = [];
  for (const entry of entries) {
    const day = findDay(entry.saidFrom ?? entry.article.publishedOn);
    if (day === null) continue;
    const lane = laneOf(entry);
    const place = `${lane} ${day}`;
    const level = levels.get(place) ?? 0;
    levels.set(place, level + 1);
    points.push({ entry, lane, day, level, stack: 0 });
  }
  for (const point of points) point.stack = levels.get(`${point.lane} ${point.day}`) ?? 0;
  return points;
}

/** Find the first day of each month (or of each year, over long spans) between two days. */
export function findTicks(from: number, to: number): { day: number; label: string }[] {
  const years = (to - from) / 365;
  const step = years < 0.2 ? 7 : 0;
  const ticks: { day: number; label: string }[] = [];
  if (0 < step) {
    for (let day = Math.ceil(from / step) * step; day <= to; day += step)
      ticks.push({ day, label: describeDate(dateOfDay(day)).replace(/ \d{4}$/, '') });
    return ticks;
  }
  const months = years < 2 ? 1 : years < 6 ? 3 : 12;
  const first = new Date(dateOfDay(from));
  let month = first.getUTCFullYear() * 12 + Math.ceil(first.getUTCMonth() / months) * months;
  for (; ; month += months) {
    const iso = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
    const day = findDay(iso) ?? to + 1;
    if (to < day) return ticks;
    if (from <= day)
      ticks.push({ day, label: describeDate(months === 12 ? iso.slice(0, 4) : iso.slice(0, 7)) });
  }
}
