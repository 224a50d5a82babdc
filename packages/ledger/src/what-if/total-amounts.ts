/**
 * Totals under each outcome: one range a unit, with the entries that nobody put a number on said
 * apart. Different numbers for one thing by one party widen its range; they are not added.
 * @module
 */
import type { AmountTotal, BoardEntry, Stance, WhatIf, WhatIfOutcome } from '@onrecord/record';
import { unitKey } from '../matter/describe-amount.ts';
import { foldMatter, type Matter } from '../matter/fold-matter.ts';
import { matchMatter } from '../matter/match-matter.ts';

/** What is promised: demands, threats and refusals promise nothing. */
const PROMISES: ReadonlySet<Stance> = new Set(['commits', 'offers', 'accepts', 'considers']);

/** Lengths, times and shares say how, not how much: "guns above 120 millimetres", "for 30 days". */
const NO_AMOUNT =
  /\b(?:(?:kilo|centi|milli)?metres?|(?:kilo|centi|milli)?meters?|miles?|feet|hours?|days?|weeks?|months?|years?|minutes?|per cent|degrees?)$/i;

interface Range {
  party: string;
  unit: string;
  matter: Matter;
  from: number;
  to: number;
  ids: string[];
}

/** Total the amounts of the entries under each outcome. */
export function totalAmounts(
  entries: readonly { entry: BoardEntry; outcome: WhatIfOutcome }[],
): Pick<WhatIf, 'totals' | 'unknown'> {
  const ranges = new Map<string, Range[]>();
  const unknown = new Map<WhatIfOutcome, string[]>();
  for (const { entry, outcome } of entries) {
    if (!PROMISES.has(entry.stance) || outcome === 'void' || outcome === 'refused') continue;
    if (entry.amount !== undefined && NO_AMOUNT.test(entry.amount.unit)) continue;
    if (entry.amount === undefined) {
      unknown.set(outcome, [...(unknown.get(outcome) ?? []), entry.id]);
      continue;
    }
    const place = `${outcome}|${unitKey(entry.amount.unit)}`;
    const group = ranges.get(place) ?? [];
    ranges.set(place, group);
    addRange(group, entry);
  }
  return {
    totals: [...ranges].map(([place, group]) => totalOf(place, group)),
    unknown: [...unknown].map(([outcome, entryIds]) => ({ outcome, entryIds })),
  };
}

function addRange(group: Range[], entry: BoardEntry): void {
  const { from = 0, to = Number.POSITIVE_INFINITY } = entry.amount ?? {};
  const matter = foldMatter(entry.action);
  const same = group.find(
    (range) => range.party === entry.party.key && matchMatter(range.matter, matter).kind === 'same',
  );
  if (same === undefined)
    group.push({
      party: entry.party.key,
      unit: entry.amount?.unit ?? '',
      matter,
      from,
      to,
      ids: [entry.id],
    });
  else {
    same.from = Math.min(same.from, from);
    same.to = Math.max(same.to, to);
    same.ids.push(entry.id);
  }
}

function totalOf(place: string, group: readonly Range[]): AmountTotal {
  const [outcome = 'live'] = place.split('|') as [WhatIfOutcome];
  const unit = group[0]?.unit ?? '';
  const to = group.reduce((sum, range) => sum + range.to, 0);
  const total: AmountTotal = {
    outcome,
    unit,
    from: group.reduce((sum, range) => sum + range.from, 0),
    entryIds: group.flatMap((range) => range.ids),
  };
  if (to !== Number.POSITIVE_INFINITY) total.to = to;
  return total;
}
