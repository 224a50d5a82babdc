/**
 * Joins what grammar says is one: appositions ("Ana Kova, the finance minister"; "the judge, Ben
 * Ruiz"), short forms in brackets ("Border Trade Council (BTC)") and "X is the president of Y".
 * @module
 */
import type { Mention } from '../layers.ts';
import { Lexical } from '../mention/lexicon.ts';
import {
  addCluster,
  addHead,
  addMention,
  addRole,
  type Cluster,
  clusterAt,
  mergeClusters,
  type Resolution,
} from './cluster.ts';

/** Join appositions and predicates to the names that they tell of. */
export function joinAppositions(resolution: Resolution): void {
  joinBesideCommas(resolution);
  joinBehindCommas(resolution);
  const { mentions, words } = resolution;
  const { deprel, child, sibling } = words.phrases;
  for (let index = 0; index < mentions.length; index++) {
    const mention = mentions[index] as Mention;
    if (mention.form === 'pronoun') continue;
    const token = mention.headWord;
    const relation = deprel[token] as string;
    if (relation === 'appos') {
      const other = appositionOf(resolution, mention);
      // "the envoy at the time, Ben Ruiz": whose role is known is not the time.
      const hasRole = 0 < (clusterAt(resolution, index)?.roles.length ?? 0);
      if (hasRole && mention.kind === 'person' && mentions[other]?.kind === 'thing') continue;
      if (other >= 0 && other !== index) joinPair(resolution, other, index);
      continue;
    }
    if (mention.form === 'name') {
      const called = calledBy(resolution, mention);
      if (called >= 0 && called !== index) joinPair(resolution, called, index);
      continue;
    }
    // "Kova, a developer and spokeswoman for the club": the second role is hers too.
    if (relation === 'conj') joinSecondRole(resolution, index);
    // "Kova is the finance minister": the predicate is the head, its subject hangs below it.
    if (!hasCopula(resolution, token)) continue;
    for (let at = child[token] as number; 0 <= at; at = sibling[at] as number) {
      if (deprel[at] !== 'nsubj') continue;
      const subject = resolution.mentionAt[at] as number;
      // Whom "she" means in "she is the minister" is not known yet.
      if (subject < 0 || mentions[subject]?.form === 'pronoun') continue;
      if (subject !== index && isDefiniteRole(resolution, mention))
        joinPair(resolution, subject, index);
    }
  }
}

/**
 * "An attorney for the miners, Ben Ruiz, said": a person described and then named between commas
 * is one, whatever the tree makes of it.
 */
function joinBesideCommas(resolution: Resolution): void {
  const { mentions, words } = resolution;
  const byEnd = new Map<number, number>();
  for (let index = 0; index < mentions.length; index++) {
    const mention = mentions[index] as Mention;
    const isPerson = mention.kind === 'person' || mention.kind === 'unnamed';
    if (isPerson && !mention.name && !mention.isPlural && mention.form !== 'pronoun')
      byEnd.set(mention.end, index);
  }
  for (let index = 0; index < mentions.length; index++) {
    const { kind, name, start, end, title } = mentions[index] as Mention;
    if (kind !== 'person' || !name || title || name[1] - name[0] < 2) continue;
    if (words.form[start - 1] !== ',' || !/^[,.]$/.test(words.form[end] ?? '')) continue;
    const role = byEnd.get(endOfRole(words, start)) ?? cutBefore(resolution, start, byEnd.get(end));
    if (role !== undefined && resolution.clusterOf[role] === -1) joinPair(resolution, index, role);
  }
}

/** Where the role before a comma ends: "the envoy at the time, Ben Ruiz," is the envoy. */
function endOfRole(words: Resolution['words'], nameStart: number): number {
  const isThen = words.lower[nameStart - 4] === 'at' && words.lower[nameStart - 2] === 'time';
  return isThen ? nameStart - 4 : nameStart - 1;
}

/**
 * "Our Harbour PAC, a group set up in May, raised": a name and what it is, said with "a", whatever
 * the tree makes of it; but "according to Vale, a clerk resigned" goes on without a comma.
 */
function joinBehindCommas(resolution: Resolution): void {
  const { mentions, words } = resolution;
  const { deprel } = words.phrases;
  for (let index = 0; index < mentions.length; index++) {
    const { kind, name, form } = mentions[index] as Mention;
    if (!name || form !== 'name' || kind === 'place' || words.form[name[1]] !== ',') continue;
    const role = indefiniteAt(resolution, index, name[1] + 1);
    if (role < 0 || resolution.clusterOf[role] !== -1) continue;
    const other = mentions[role] as Mention;
    const isSubject = (deprel[other.headWord] as string).startsWith('nsubj');
    if (isSubject && words.form[other.end] !== ',') continue;
    // "Vale Front, a group of farmers": one body, though many persons.
    const bits = words.bits[other.headWord] as number;
    if ((bits & (Lexical.Body | Lexical.Collective)) !== 0 && kind !== 'person')
      mentions[role] = { ...other, kind: 'organisation' };
    else if (other.kind === 'thing' && kind !== 'thing') continue;
    joinPair(resolution, index, role);
    // The name's phrase ends before its apposition.
    const named = mentions[index] as Mention;
    if (name[1] + 1 < named.end) mentions[index] = { ...named, end: name[1] };
  }
}

/** The description with "a" that begins at a token behind mention `index`, -1 where none does. */
function indefiniteAt({ mentions, words }: Resolution, index: number, token: number): number {
  if (words.lower[token] !== 'a' && words.lower[token] !== 'an') return -1;
  for (let at = index + 1; at < mentions.length; at++) {
    const { start, name, form, isPlural } = mentions[at] as Mention;
    if (token < start) return -1;
    if (start === token && !name && !isPlural && form !== 'pronoun') return at;
  }
  return -1;
}

/**
 * The tree may hang the name below the role's own noun, so that the role's phrase ends with it:
 * the phrase is cut at the comma.
 */
function cutBefore(
  { mentions }: Resolution,
  nameStart: number,
  role: number | undefined,
): number | undefined {
  const around = role === undefined ? undefined : mentions[role];
  if (role === undefined || !around || nameStart - 1 <= around.headWord) return undefined;
  mentions[role] = { ...around, end: nameStart - 1 };
  return role;
}

/**
 * The mention that an apposition stands beside. "A lawyer for the news outlets, Ben Ruiz": the tree
 * often hangs the name on the nearest noun; a person's name belongs to the person above it.
 */
function appositionOf(resolution: Resolution, mention: Mention): number {
  const { head } = resolution.words.phrases;
  const first = resolution.mentionAt[head[mention.headWord] as number] as number;
  if (mention.kind !== 'person' || mention.form !== 'name') return first;
  let at = head[mention.headWord] as number;
  // Two phrases up: "the lawyer for the owner of the ship, Ben Ruiz".
  for (let step = 0; 0 <= at && step < 3; step++, at = head[at] as number) {
    const index = resolution.mentionAt[at] as number;
    const other = resolution.mentions[index];
    if (other && !other.name && isSameKind(other, mention)) return index;
    if (other && resolution.words.upos[at] === 'VERB') break;
  }
  return first;
}

/** "a scheme called Vale-5", "the group known as the Nine": what is called so, or -1. */
function calledBy(resolution: Resolution, mention: Mention): number {
  const { words, mentionAt } = resolution;
  const { head, deprel } = words.phrases;
  const verb = head[mention.headWord] as number;
  if (verb < 0 || deprel[verb] !== 'acl') return -1;
  // "called Vale-5", "known as the Nine": the name follows at once.
  if (mention.start - verb > 2 || mention.start <= verb) return -1;
  const lemma = words.analysis.tags.lemma[verb];
  if (lemma !== 'call' && lemma !== 'name' && lemma !== 'know' && lemma !== 'dub') return -1;
  return mentionAt[head[verb] as number] as number;
}

function hasCopula(resolution: Resolution, token: number): boolean {
  const { child, sibling, deprel } = resolution.words.phrases;
  let isPredicate = false;
  for (let at = child[token] as number; 0 <= at; at = sibling[at] as number) {
    if (deprel[at] === 'cop') isPredicate = true;
    // "is not the president", "may be the next one": nothing is said to be so.
    if (resolution.words.lower[at] === 'not' || resolution.words.lower[at] === "n't") return false;
  }
  return isPredicate;
}

function isDefiniteRole(resolution: Resolution, mention: Mention): boolean {
  const { words } = resolution;
  if (mention.kind !== 'person' && mention.kind !== 'organisation' && mention.kind !== 'unnamed')
    return false;
  const first = words.lower[mention.start] as string;
  return first !== 'no' && !mention.isPlural;
}

/** Whether two kinds can be one entity's. */
function isSameKind(a: Mention, b: Mention): boolean {
  const isPlace = (m: Mention): boolean => m.kind === 'place';
  if (isPlace(a) || isPlace(b))
    return [a.kind, b.kind].every((one) => one === 'place' || one === 'thing');
  const isPerson = (m: Mention): boolean => m.kind === 'person' || m.kind === 'unnamed';
  const isBody = (m: Mention): boolean => m.kind === 'organisation' || m.kind === 'government';
  if (!a.isPlural !== !b.isPlural) return false;
  // A noun that the lexicon does not know as a person's may still be one beside a name.
  const mayBePerson = (m: Mention): boolean => isPerson(m) || (m.kind === 'thing' && !m.name);
  if (isPerson(a) || isPerson(b)) return mayBePerson(a) && mayBePerson(b);
  if (isBody(a) || isBody(b)) return a.kind !== 'group' && b.kind !== 'group';
  return true;
}

function joinPair(resolution: Resolution, first: number, second: number): void {
  const { mentions } = resolution;
  const [a, b] = [mentions[first] as Mention, mentions[second] as Mention];
  // "VALE CITY — A program": a dash parts a dateline from the story.
  if (!isSameKind(a, b) || /^(?:—|–|--?)$/.test(resolution.words.form[a.end] ?? '')) return;
  const [one, other] = [clusterAt(resolution, first), clusterAt(resolution, second)];
  if (one && other) {
    // Two names side by side are two persons ("Ruiz, Kova") unless one is a short form.
    if (
      one.namedAt >= 0 &&
      other.namedAt >= 0 &&
      (a.kind === 'person' || !isInBrackets(resolution, b))
    )
      return;
    if (one.namedAt >= 0) mergeClusters(resolution, one, other);
    else mergeClusters(resolution, other, one);
    return;
  }
  const cluster = one ?? other ?? addCluster(resolution, first, 0.95);
  for (const index of [first, second])
    if (resolution.clusterOf[index] === -1) addMention(resolution, cluster, index, 0.95);
  noteRole(resolution, cluster, a);
  noteRole(resolution, cluster, b);
  if (cluster.kind === 'thing' || cluster.kind === 'unnamed')
    cluster.kind = kindOfBoth(a, b, cluster);
}

function kindOfBoth(a: Mention, b: Mention, cluster: Cluster): Cluster['kind'] {
  if (cluster.namedAt >= 0 && (a.kind === 'unnamed' || b.kind === 'unnamed')) return 'person';
  return a.kind === 'thing' || a.kind === 'unnamed'
    ? b.kind === 'unnamed'
      ? a.kind
      : b.kind
    : a.kind;
}

function isInBrackets(resolution: Resolution, mention: Mention): boolean {
  const before = resolution.words.form[mention.start - 1];
  return before === '(' || before === '-LRB-' || before === '[';
}

function joinSecondRole(resolution: Resolution, index: number): void {
  const { head, deprel } = resolution.words.phrases;
  const mention = resolution.mentions[index] as Mention;
  const first = head[mention.headWord] as number;
  if (deprel[first] !== 'appos' || mention.isPlural) return;
  const cluster = clusterAt(resolution, resolution.mentionAt[first] as number);
  const isPerson = mention.kind === 'person' || mention.kind === 'unnamed';
  if (cluster?.kind !== 'person' || !isPerson || clusterAt(resolution, index)) return;
  addMention(resolution, cluster, index, 0.9);
  noteRole(resolution, cluster, mention);
}

/** A nominal beside a person's name is his role ("the Republican attorney general of Vale"). */
function noteRole(resolution: Resolution, cluster: Cluster, mention: Mention): void {
  if (mention.form === 'name' || mention.form === 'metonym' || cluster.namedAt < 0) return;
  const { words } = resolution;
  if (((words.bits[mention.headWord] as number) & Lexical.Person) === 0) return;
  const first = words.upos[mention.start] === 'DET' ? mention.start + 1 : mention.start;
  addRole(cluster, { start: first, end: mention.end, headWord: mention.headWord });
  addHead(words, cluster, mention.headWord);
}
