/**
 * Loops of mutual waiting: A acts only after B, B only after A. An entry waits for another when its
 * condition speaks of what the other would do. Rings are the strongly connected parts of that
 * graph (Tarjan, 1972), found in linear time.
 * @module
 */
import type { BoardEntry, ConditionChip, WaitingLoop } from '@onrecord/record';
import { foldMatter, type Matter } from '../matter/fold-matter.ts';
import { scoreOverlap } from '../matter/match-matter.ts';

/** One entry waits for another through a condition. */
export interface WaitLink {
  from: BoardEntry;
  to: BoardEntry;
  condition: ConditionChip;
}

/** A waiting entry, with the conditions that it waits for. */
export interface Waiting {
  entry: BoardEntry;
  matter: Matter;
  waitsFor: readonly ConditionChip[];
}

/** Share of the shorter's words: "Tavria lifts the blockade" and "lift the blockade of Port Selm". */
const LEAST_SHARE = 0.5;

/** Letters of a name that its other forms share: "Tavria", "Tavrian". */
const NAME_START = 5;

const startsOf = (name: string): string[] =>
  [...foldMatter(name).names].map((word) => word.slice(0, NAME_START));

/** A condition with what it speaks of, ready to be looked up. */
interface Wanted {
  condition: ConditionChip;
  trigger: Matter;
  names: readonly string[];
}

/** What is to be done, without the name of who is to do it. */
function withoutNames(trigger: Matter, starts: readonly string[]): Matter {
  const words = trigger.words.filter(
    (word) => !(word.isName && starts.some((start) => word.key.startsWith(start))),
  );
  return { ...trigger, words, keys: new Set(words.map((word) => word.key)) };
}

/** Whether an entry would bring a condition about; `starts` are those of its party's names. */
function brings({ condition, trigger, names }: Wanted, by: Waiting, starts: readonly string[]) {
  const isActor = condition.actor?.key === by.entry.party.key;
  if (condition.actor !== undefined && !isActor) return false;
  const isByName = names.some((name) => starts.some((start) => name.startsWith(start)));
  const isNamed = isActor || isByName;
  const thing = isByName ? withoutNames(trigger, starts) : trigger;
  if (thing.words.length === 0) return false;
  const { overlap, jaccard } = scoreOverlap(thing, by.matter);
  // Without the actor's name more of the words must agree.
  return isNamed ? overlap >= LEAST_SHARE : overlap === 1 && jaccard >= LEAST_SHARE;
}

/** Every link from a waiting entry to one that would bring its condition about. */
export function findLinks(waiting: readonly Waiting[], all: readonly Waiting[]): WaitLink[] {
  const byWord = new Map<string, Waiting[]>();
  const starts = new Map<string, string[]>();
  for (const one of all) {
    const { key, name } = one.entry.party;
    if (!starts.has(key)) starts.set(key, startsOf(name));
    for (const word of one.matter.keys) {
      const holders = byWord.get(word);
      if (holders === undefined) byWord.set(word, [one]);
      else holders.push(one);
    }
  }
  const links: WaitLink[] = [];
  for (const from of waiting)
    for (const condition of from.waitsFor) {
      const trigger = foldMatter(`${condition.trigger} ${condition.quote}`);
      const wanted = { condition, trigger, names: [...trigger.names] };
      const candidates = new Set<Waiting>();
      for (const key of trigger.keys) for (const by of byWord.get(key) ?? []) candidates.add(by);
      for (const by of candidates) {
        const { party } = by.entry;
        if (party.key === from.entry.party.key) continue;
        if (brings(wanted, by, starts.get(party.key) ?? []))
          links.push({ from: from.entry, to: by.entry, condition });
      }
    }
  return links;
}

/** The rings among the links, each as a walk that comes back to its start. */
export function findLoops(links: readonly WaitLink[]): WaitingLoop[] {
  const outOf = new Map<string, WaitLink[]>();
  for (const link of links) {
    const known = outOf.get(link.from.id);
    if (known === undefined) outOf.set(link.from.id, [link]);
    else known.push(link);
  }
  const partOf = findParts(outOf);
  const loops: WaitingLoop[] = [];
  const told = new Set<number>();
  for (const start of outOf.keys()) {
    const part = partOf.get(start) ?? -1;
    if (told.has(part)) continue;
    const walk = findWalk(start, outOf, (id) => partOf.get(id) === part);
    if (walk === null) continue;
    told.add(part);
    loops.push({
      links: walk.map(({ from, to, condition }) => ({
        entryId: from.id,
        condition,
        waitsForEntryId: to.id,
      })),
    });
  }
  return loops;
}

/** The shortest walk from an entry back to itself inside its part, breadth first. */
function findWalk(
  start: string,
  outOf: ReadonlyMap<string, readonly WaitLink[]>,
  isInside: (id: string) => boolean,
): WaitLink[] | null {
  const cameBy = new Map<string, WaitLink>();
  const queue = [start];
  for (let at = queue.shift(); at !== undefined; at = queue.shift())
    for (const link of outOf.get(at) ?? []) {
      if (!isInside(link.to.id)) continue;
      if (link.to.id === start) return [...walkBack(at, start, cameBy), link];
      if (cameBy.has(link.to.id)) continue;
      cameBy.set(link.to.id, link);
      queue.push(link.to.id);
    }
  return null;
}

function walkBack(end: string, start: string, cameBy: ReadonlyMap<string, WaitLink>): WaitLink[] {
  const walk: WaitLink[] = [];
  for (let at = end; at !== start; ) {
    const link = cameBy.get(at);
    if (link === undefined) break;
    walk.unshift(link);
    at = link.from.id;
  }
  return walk;
}

/** Tarjan's strongly connected parts, without recursion: the number of each entry's part. */
function findParts(outOf: ReadonlyMap<string, readonly WaitLink[]>): Map<string, number> {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const partOf = new Map<string, number>();
  const open: string[] = [];
  let parts = 0;
  const enter = (id: string) => {
    low.set(id, order.size);
    order.set(id, order.size);
    open.push(id);
    return { id, next: 0 };
  };
  for (const root of outOf.keys()) {
    if (order.has(root)) continue;
    const path = [enter(root)];
    for (let top = path[path.length - 1]; top !== undefined; top = path[path.length - 1]) {
      const to = outOf.get(top.id)?.[top.next]?.to.id;
      top.next += 1;
      if (to === undefined) {
        path.pop();
        const up = path[path.length - 1];
        const lowest = low.get(top.id) ?? 0;
        if (up !== undefined) low.set(up.id, Math.min(low.get(up.id) ?? 0, lowest));
        if (lowest === order.get(top.id)) closePart(top.id, open, partOf, parts++);
      } else if (!order.has(to)) path.push(enter(to));
      else if (!partOf.has(to)) low.set(top.id, Math.min(low.get(top.id) ?? 0, order.get(to) ?? 0));
    }
  }
  return partOf;
}

function closePart(root: string, open: string[], partOf: Map<string, number>, part: number): void {
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    partOf.set(id, part);
    if (id === root) return;
  }
}
