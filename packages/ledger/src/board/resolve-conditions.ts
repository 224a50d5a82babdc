/**
 * Which conditions of several commitments are one: by type, and within a type by what the trigger
 * is about. "If parliament approves" under two states are two conditions, though the words agree.
 * @module
 */
import type { Condition, ConditionState, ConditionType, Party } from '@onrecord/record';
import { foldMatter, type Matter } from '../matter/fold-matter.ts';
import { matchMatter } from '../matter/match-matter.ts';

/** One of these is the same event for everybody who waits for it. */
const SHARED_TYPES: ReadonlySet<ConditionType> = new Set([
  'ceasefire',
  'peace-agreement',
  'end-of-hostilities',
  'renewed-attack',
]);
/** Every state has its own parliament: "approval of parliament" belongs to the party bound by it. */
const OWN_TYPES: ReadonlySet<ConditionType> = new Set(['approval-of', 'funding']);

interface Known {
  key: string;
  type: ConditionType;
  actor: string | undefined;
  matter: Matter;
}

/** "Foreign soldiers arrive before a ceasefire" is another event than a ceasefire. */
const OTHER_EVENT = /\b(before|without|despite|instead of|breaks?|broken|violat\w+|collapses?)\b/i;

/** What is said about a condition beside its own words. */
export interface ConditionContext {
  owner: Party;
  actor: Party | null;
  /** The words of the condition, without its connective where the reader tells them apart. */
  quote: string;
}

const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\b(the|a|an)\b/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/** Keys for conditions: the same for the same condition, in the order in which they come. */
export class ConditionKeys {
  readonly #byType = new Map<string, Known[]>();
  readonly #seen = new Map<string, string>();

  /** The key of a condition. */
  resolve(condition: Condition, context: ConditionContext): string {
    const isOther = OTHER_EVENT.test(context.quote.replace(/^\s*before\b/i, ''));
    if (SHARED_TYPES.has(condition.type) && !isOther) return condition.type;
    const actor = context.actor?.key;
    const isOwn = OWN_TYPES.has(condition.type) && foldMatter(condition.trigger).names.size === 0;
    const scope = isOwn && actor === undefined ? context.owner.key : actor;
    const words = isOther ? context.quote : condition.trigger;
    const place = `${condition.type}|${scope ?? ''}|${words}`;
    const seen = this.#seen.get(place);
    if (seen !== undefined) return seen;
    const matter = foldMatter(words);
    const group = this.#byType.get(condition.type) ?? [];
    this.#byType.set(condition.type, group);
    const same = group.find((known) => isSame(known, scope, matter));
    const owner = isOwn ? `@${slugOf(context.owner.name)}` : '';
    const slug = slugOf(words);
    const key = same?.key ?? `${condition.type}:${slug}${owner}`;
    if (same === undefined) group.push({ key, type: condition.type, actor: scope, matter });
    this.#seen.set(place, key);
    return key;
  }
}

function isSame(known: Known, scope: string | undefined, matter: Matter): boolean {
  if (known.actor !== undefined && scope !== undefined && known.actor !== scope) return false;
  if (known.actor !== scope && OWN_TYPES.has(known.type)) return false;
  const match = matchMatter(known.matter, matter);
  return match.kind === 'same' && known.matter.isNegated === matter.isNegated;
}

/** What is needed of a condition to find it by a name that a person types. */
export interface NamedCondition {
  key: string;
  trigger: string;
  type: ConditionType;
}

/**
 * Whether a name that a person typed means a condition: its key, its type, or words of its trigger
 * ("parliament" means "approval of parliament").
 */
export function matchConditionName(name: string, condition: NamedCondition): boolean {
  const wanted = name.trim().toLowerCase();
  if (wanted === condition.key) return true;
  // "Soldiers arrive before a ceasefire" is of the type and is another event.
  if ([...SHARED_TYPES].some((type) => type === wanted)) return false;
  if (wanted === condition.type) return true;
  const words = foldMatter(wanted.replace(/-/g, ' ')).keys;
  const has = foldMatter(
    `${condition.trigger} ${condition.key.replace(/[-:@]/g, ' ')}`.toLowerCase(),
  ).keys;
  return words.size > 0 && [...words].every((word) => has.has(word));
}

/** States of conditions by key or by name, as the ledger or a person gives them. */
export type ConditionStates = Readonly<Record<string, ConditionState>>;

/** The state that the states give a condition, or null; an exact key beats a name. */
export function findState(
  states: ConditionStates,
  condition: NamedCondition,
): ConditionState | null {
  const exact = states[condition.key];
  if (exact !== undefined) return exact;
  for (const [name, state] of Object.entries(states))
    if (matchConditionName(name, condition)) return state;
  return null;
}
