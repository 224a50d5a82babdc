/**
 * Actors that may be the same as another, each with the reasons: a person decides. Candidates
 * share a surname's sounds or an organisation's initials; reasons for and against are then
 * weighed on what the articles say.
 * @module
 */
import type { Store } from '../store/open-store.ts';
import { initialsFit, nameWords } from './describe-actors.ts';
import type { ActorCandidate, LedgerActor } from './ledger-actor.ts';
import { getActor, getActorSeq } from './list-actors.ts';

/** Below this, what speaks for it is chance. */
const LEAST = 0.3;
/** The most that are weighed; a surname shared by more is no reason. */
const WEIGHED = 50;

interface Reason {
  weight: number;
  reason: string;
}

/** Candidates for merging, best first. @throws CodedError `not-in-ledger` */
export async function findMergeCandidates(
  store: Store,
  actorId: string,
): Promise<ActorCandidate[]> {
  const seq = await getActorSeq(store, actorId);
  const own = await getActor(store, actorId);
  const keys = store.db
    .selectFrom('actor as own')
    .select('own.likeness_key')
    .where('own.canonical_seq', '=', seq)
    .where('own.likeness_key', '<>', '');
  const rows = await store.db
    .selectFrom('actor')
    .innerJoin('actor as canonical', 'canonical.seq', 'actor.canonical_seq')
    .select('canonical.id')
    .distinct()
    .where('actor.likeness_key', 'in', keys)
    .where('canonical.seq', '<>', seq)
    .orderBy('canonical.id')
    .limit(WEIGHED)
    .execute();
  const candidates: ActorCandidate[] = [];
  for (const { id } of rows) {
    const other = await getActor(store, id);
    const reasons = other.articleCount === 0 ? null : compareActors(own, other);
    if (reasons === null) continue;
    // Reasons are taken as independent: what is left of the doubt after each.
    const doubt = reasons.reduce((left, { weight }) => left * (1 - weight), 1);
    const likeness = Math.round((1 - doubt) * 100) / 100;
    if (likeness < LEAST) continue;
    const { id: otherId, name, kind, country, wikidata, articleCount } = other;
    const optional = {
      ...(country === undefined ? {} : { country }),
      ...(wikidata === undefined ? {} : { wikidata }),
    };
    candidates.push({
      actor: { id: otherId, name, kind, ...optional, articleCount },
      likeness,
      reasons: reasons.map(({ reason }) => reason),
    });
  }
  return candidates.sort((one, other) => other.likeness - one.likeness);
}

/** What speaks for two actors being one; null where something speaks against it. */
export function compareActors(one: LedgerActor, other: LedgerActor): Reason[] | null {
  if (one.wikidata !== undefined && other.wikidata !== undefined)
    return one.wikidata === other.wikidata
      ? [{ weight: 0.99, reason: `same Wikidata item ${one.wikidata}` }]
      : null;
  if (one.country !== undefined && other.country !== undefined && one.country !== other.country)
    return null;
  const names = one.kind === 'person' ? comparePersons(one, other) : compareBodies(one, other);
  if (names === null) return null;
  const offices = new Set(one.offices.map(({ name }) => name.toLowerCase()));
  const office = other.offices.find(({ name }) => offices.has(name.toLowerCase()));
  if (office !== undefined) names.push({ weight: 0.5, reason: `same office: ${office.name}` });
  const represented = new Set(one.represents.map(({ id }) => id));
  const both = other.represents.find(({ id }) => represented.has(id));
  if (both !== undefined) names.push({ weight: 0.4, reason: `both speak for ${both.name}` });
  return names;
}

/** "Maretti" and "Ilva Maretti", "I. Maretti"; not "Ilva" and "Joren". */
function comparePersons(one: LedgerActor, other: LedgerActor): Reason[] | null {
  if (other.kind !== 'person') return null;
  const [left, right] = [nameWords(one.name), nameWords(other.name)];
  const isSame = left.at(-1) === right.at(-1);
  const reasons: Reason[] = [
    isSame
      ? { weight: 0.3, reason: `same surname: ${left.at(-1)}` }
      : { weight: 0.2, reason: `surnames that sound alike: ${left.at(-1)}, ${right.at(-1)}` },
  ];
  const given = [left.slice(0, -1), right.slice(0, -1)] as const;
  if (given[0].length === 0 || given[1].length === 0) {
    reasons.push({ weight: 0.1, reason: 'one is named by the surname alone' });
    return reasons;
  }
  if (given[0].join(' ') === given[1].join(' ')) {
    reasons.push({ weight: 0.7, reason: `same given name: ${given[0].join(' ')}` });
    return reasons;
  }
  if (!initialsFit(given[0], given[1])) return null;
  reasons.push({ weight: 0.4, reason: 'given names that fit' });
  return reasons;
}

/** "ONS" and "Organisation for the Northern Sea"; a name that another actor goes by. */
function compareBodies(one: LedgerActor, other: LedgerActor): Reason[] | null {
  if (other.kind === 'person') return null;
  const reasons: Reason[] = [];
  const folded = (name: string) => nameWords(name).join(' ');
  const namesOf = (actor: LedgerActor) =>
    [actor.name, ...actor.aliases.map(({ name }) => name)].map(folded);
  const shared = namesOf(one).find((name) => namesOf(other).includes(name));
  if (shared !== undefined) reasons.push({ weight: 0.5, reason: `both go by "${shared}"` });
  const [left, right] = [nameWords(one.name), nameWords(other.name)];
  if ((left.length === 1) !== (right.length === 1))
    reasons.push({ weight: 0.5, reason: `"${one.name}" and "${other.name}" share initials` });
  return reasons.length === 0 ? null : reasons;
}
