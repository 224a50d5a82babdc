/**
 * How much a commitment is about, as a range: "up to 3,000" sets no lower limit but nought, "at
 * least 20" no upper one. The words before the number decide, inside the quantity's span or just
 * before it.
 * @module
 */
import type { Amount, Quantity } from '@onrecord/record';
import { foldMatter } from './fold-matter.ts';

/** "up to 3,000 soldiers", "no more than twelve months" */
const UPPER =
  /\b(up to|as many as|as much as|no more than|not more than|at most|a maximum of|fewer than|less than)\s*$/i;
/** "at least 20 batteries", "more than 40 tanks" */
const LOWER = /\b(at least|no fewer than|no less than|more than|over|a minimum of)\s*$/i;
/** Letters looked at before the number: the longest of the phrases above has 16. */
const LOOK_BEHIND = 24;

/** Plurals that no ending tells. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    buses: 'bus',
    gases: 'gas',
    men: 'man',
    women: 'woman',
    children: 'child',
    aircraft: 'aircraft',
  }),
);

function cutPlural(word: string): string {
  if (/(ches|shes|xes|sses)$/.test(word)) return word.slice(0, -2);
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  return /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}

/** The unit in its singular, lower-case: "soldiers" and "soldier" add up. */
export function foldUnit(unit: string): string {
  const lower = unit.trim().toLowerCase();
  const last = lower.split(/\s+/).pop() ?? lower;
  if (lower === 'percent' || lower === 'per cent' || lower === '%') return 'per cent';
  const singular = IRREGULAR.get(last) ?? cutPlural(last);
  return lower.slice(0, lower.length - last.length) + singular;
}

/** What two units share that measure the same: troops are soldiers, crowns are no marks. */
export function unitKey(unit: string): string {
  const keys = [...foldMatter(unit.toLowerCase()).keys];
  return keys.length === 0 ? unit : keys.join(' ');
}

/** The range of a quantity as the text says it. */
export function describeAmount(text: string, quantity: Quantity): Amount {
  const [start, end] = quantity.span;
  const digits = text
    .slice(start, end)
    .search(
      /\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|million)\b/i,
    );
  const numberAt = start + Math.max(0, digits);
  const before = text.slice(Math.max(0, numberAt - LOOK_BEHIND), numberAt);
  const unit = foldUnit(quantity.unit);
  if (UPPER.test(before)) return { unit, from: 0, to: quantity.value };
  if (LOWER.test(before)) return { unit, from: quantity.value };
  return { unit, from: quantity.value, to: quantity.value };
}
