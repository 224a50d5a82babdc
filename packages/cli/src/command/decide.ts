/**
 * `onrecord decide`: what a person makes of what the machine found. Every decision carries a name
 * and is only ever added; `undo` is a further one.
 * @module
 */
import type { Decided, Decision, Evidence, Ledger } from '@onrecord/ledger';
import { COMMITMENT_STATUSES, CodedError, type CommitmentStatus } from '@onrecord/record';
import { type DatabaseFlags, withLedger } from '../input/ledger-place.ts';
import { prettyJson, writeOut } from '../output/write-out.ts';
import { ExitCode, type World } from '../world.ts';
import { actorIds } from './search.ts';

/** The flags of `decide`. */
export interface DecideFlags extends DatabaseFlags {
  as?: string;
  reason?: string;
  on?: string;
  evidenceUrl?: string;
  evidenceEntry?: string;
  note?: string;
  name?: string;
  format: 'table' | 'json';
}

/** What each kind takes after its name, for help and for messages. */
export const DECISION_FORMS: { readonly [kind: string]: string } = {
  accept: 'ENTRY',
  reject: 'ENTRY --reason WORDS',
  edit: 'ENTRY FIELD JSON',
  condition: 'CONDITION open|met|failed|disputed [--on DATE] [--evidence-url ADDRESS]',
  status: 'ENTRY STATUS [--on DATE] [--evidence-url ADDRESS]',
  evidence: 'ENTRY --evidence-url ADDRESS | --evidence-entry ENTRY',
  merge: 'ACTOR OTHER…',
  split: 'ACTOR ARTICLE… --name NAME',
  rename: 'ACTOR --name NAME',
  move: 'DECISION TARGET',
  undo: 'DECISION',
};

/** Decide. */
export function decideCommand(
  [kind, targets]: readonly [string, readonly string[]],
  flags: DecideFlags,
  world: World,
): Promise<ExitCode> {
  const as = (flags.as ?? world.env.ONRECORD_AS ?? '').trim();
  if (as === '')
    throw new CodedError('name-missing', 'a decision needs a name', {
      remedy: 'say who decides with --as NAME',
    });
  const read = kind === 'undo' ? null : decisionOf(kind, targets, flags);
  return withLedger(flags, world, async (ledger) => {
    const decision = read && (await resolveNames(read, ledger));
    const reason = flags.reason === undefined ? {} : { reason: flags.reason };
    const decided = decision
      ? await told(ledger.decide(decision, { as }))
      : await told(ledger.undo(need(kind, targets[0]), { as, ...reason }));
    if (flags.format === 'json') await writeOut(world, `${prettyJson(decided)}\n`);
    else await writeOut(world, `${decided.id}  ${decided.decision.kind} by ${decided.by}\n`);
    return ExitCode.Done;
  });
}

/** Actors may be named as well as given by id, and conditions by what `--if` takes. */
async function resolveNames(decision: Decision, ledger: Ledger): Promise<Decision> {
  if (decision.kind === 'set-condition') {
    const conditionId = await conditionIdOf(decision.conditionId, ledger);
    return { ...decision, conditionId };
  }
  if (!('actorId' in decision)) return decision;
  const actorId = await oneActor(decision.actorId, ledger);
  if (decision.kind !== 'merge-actors') return { ...decision, actorId };
  const otherIds = await Promise.all(decision.otherIds.map((name) => oneActor(name, ledger)));
  return { ...decision, actorId, otherIds };
}

async function oneActor(name: string, ledger: Ledger): Promise<string> {
  const found = await actorIds(name, ledger);
  const [id] = found;
  if (id !== undefined && found.length === 1) return id;
  throw new CodedError('actor-unknown', `${name} may be any of ${found.join(', ')}`, {
    remedy: 'give the id; `onrecord actors NAME` shows whose it is',
  });
}

/** A state that is set on one condition holds for all of its key. */
async function conditionIdOf(name: string, ledger: Ledger): Promise<string> {
  if (/^[a-z]_[0-9a-f]{20}$/.test(name)) return name;
  const { matchConditionName } = await import('@onrecord/ledger');
  const { conditions } = await ledger.getBoard({});
  const exact = conditions.filter(({ key }) => key === name);
  const found =
    exact.length > 0 ? exact : conditions.filter((one) => matchConditionName(name, one));
  const [id] = found[0]?.conditionIds ?? [];
  if (id !== undefined && found.length === 1) return id;
  const keys = found.map(({ key }) => key).join(', ');
  throw new CodedError(
    'condition-unknown',
    keys === '' ? `no position hangs on ${name}` : `${name} may be any of ${keys}`,
    { remedy: 'see the conditions with `onrecord conditions`' },
  );
}

/** A decision that does not fit its target is told with a code. */
async function told(deciding: Promise<Decided>): Promise<Decided> {
  try {
    return await deciding;
  } catch (cause) {
    if (!(cause instanceof RangeError || cause instanceof TypeError)) throw cause;
    throw new CodedError('decision-invalid', cause.message, {
      cause,
      remedy: 'look at the entry again with `onrecord search --ids`',
    });
  }
}

function decisionOf(kind: string, targets: readonly string[], flags: DecideFlags): Decision {
  const [first, second, third] = targets;
  const reason = flags.reason === undefined ? {} : { reason: flags.reason };
  const on = flags.on === undefined ? {} : { on: flags.on };
  const evidence = evidenceOf(flags);
  const proven = evidence === undefined ? {} : { evidence };
  switch (kind) {
    case 'accept':
      return { kind, entryId: need(kind, first), ...reason };
    case 'reject':
      return { kind, entryId: need(kind, first), reason: need(kind, flags.reason) };
    case 'edit':
      return {
        kind,
        entryId: need(kind, first),
        field: need(kind, second),
        value: jsonOf(need(kind, third)),
        ...reason,
      };
    case 'condition':
      return {
        kind: 'set-condition',
        conditionId: need(kind, first),
        state: stateOf(need(kind, second)),
        ...on,
        ...proven,
        ...reason,
      };
    case 'status':
      return {
        kind: 'set-status',
        entryId: need(kind, first),
        status: statusOf(need(kind, second)),
        ...on,
        ...proven,
        ...reason,
      };
    case 'evidence':
      return {
        kind: 'link-evidence',
        entryId: need(kind, first),
        evidence: need(kind, evidence),
        ...reason,
      };
    case 'merge':
      need(kind, second);
      return {
        kind: 'merge-actors',
        actorId: need(kind, first),
        otherIds: targets.slice(1),
        ...reason,
      };
    case 'split':
      need(kind, second);
      return {
        kind: 'split-actor',
        actorId: need(kind, first),
        articleIds: targets.slice(1),
        name: need(kind, flags.name),
        ...reason,
      };
    case 'rename':
      return {
        kind: 'rename-actor',
        actorId: need(kind, first),
        name: need(kind, flags.name),
        ...reason,
      };
    case 'move':
      return { kind, decisionId: need(kind, first), targetId: need(kind, second), ...reason };
    default:
      throw new CodedError('decision-unknown', `there is no decision called ${kind}`, {
        remedy: `one of ${Object.keys(DECISION_FORMS).join(', ')}`,
      });
  }
}

function evidenceOf(flags: DecideFlags): Evidence | undefined {
  const { evidenceUrl, evidenceEntry, note } = flags;
  if (evidenceUrl === undefined && evidenceEntry === undefined) return undefined;
  return {
    ...(evidenceUrl === undefined ? {} : { url: evidenceUrl }),
    ...(evidenceEntry === undefined ? {} : { entryId: evidenceEntry }),
    ...(note === undefined ? {} : { note }),
  };
}

function need<T>(kind: string, value: T | undefined): T {
  if (value !== undefined && value !== '') return value;
  throw new CodedError('decision-incomplete', `"decide ${kind}" needs more words`, {
    remedy: `onrecord decide ${kind} ${DECISION_FORMS[kind] ?? ''}`,
  });
}

/** JSON where it is some, else the words themselves: `decide edit ID stance offers`. */
function jsonOf(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function statusOf(value: string): CommitmentStatus {
  const status = COMMITMENT_STATUSES.find((known) => known === value);
  if (status !== undefined) return status;
  throw new CodedError('decision-incomplete', `${value} is no status of a commitment`, {
    remedy: COMMITMENT_STATUSES.join(', '),
  });
}

function stateOf(value: string): 'open' | 'met' | 'failed' | 'disputed' {
  if (value === 'open' || value === 'met' || value === 'failed' || value === 'disputed')
    return value;
  throw new CodedError('decision-incomplete', `${value} is no state of a condition`, {
    remedy: 'open, met, failed or disputed',
  });
}
