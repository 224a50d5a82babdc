/**
 * Progress of long work: a line on the error stream, where that is a terminal, with count, rate and
 * the time left where the end is known. Nothing is shown for work that ends within a second.
 * @module
 */
import type { World } from '../world.ts';

/** Shows how far work has come. */
export interface Progress {
  /** One more is done; `share` of the whole, from 0 to 1, where it is known. */
  add(share?: number): void;
  /** Ends the line; @returns the closing words ("1,000 articles in 12.3 s, 81/s"). */
  end(): string;
}

const SHOW_AFTER_MS = 1_000;
const EVERY_MS = 200;

/** Open a progress line; `clock` counts milliseconds. */
export function openProgress(
  world: World,
  unit: string,
  clock: () => number = () => performance.now(),
): Progress {
  const startMs = clock();
  const isShown = world.stderr.isTTY === true;
  let count = 0;
  let shownMs = startMs + SHOW_AFTER_MS - EVERY_MS;
  let hasLine = false;
  return {
    add(share) {
      count += 1;
      const nowMs = clock();
      if (!isShown || nowMs < shownMs + EVERY_MS) return;
      shownMs = nowMs;
      hasLine = true;
      world.stderr.write(
        `\r\x1b[K${describeProgress({ count, share, spentMs: nowMs - startMs }, unit)}`,
      );
    },
    end() {
      if (hasLine) world.stderr.write('\r\x1b[K');
      const spentMs = clock() - startMs;
      return `${countOf(count, unit)} in ${(spentMs / 1000).toFixed(1)} s, ${rateOf(count, spentMs)}`;
    },
  };
}

interface Standing {
  count: number;
  share: number | undefined;
  spentMs: number;
}

/** "1,234 articles · 56/s · 12 s left" */
export function describeProgress({ count, share, spentMs }: Standing, unit: string): string {
  const parts = [countOf(count, unit), rateOf(count, spentMs)];
  if (share !== undefined && 0 < share)
    parts.push(`${leftOf((spentMs / share) * (1 - Math.min(1, share)))} left`);
  return parts.join(' · ');
}

function countOf(count: number, unit: string): string {
  return `${String(count).replace(/\B(?=(\d{3})+$)/g, ',')} ${unit}${count === 1 ? '' : 's'}`;
}

function rateOf(count: number, spentMs: number): string {
  const rate = count / Math.max(spentMs / 1000, 0.001);
  return `${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s`;
}

function leftOf(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
