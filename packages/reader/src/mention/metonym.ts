/**
 * Places that stand for governments: a capital or a seat is a metonym where its grammar makes it
 * speak, act or be dealt with ("Moscow rejected", "guarantees for Kyiv", "talks with Tehran"), and
 * a place where it does not ("at the White House", "in Moscow", "flew to Kyiv").
 * @module
 */
import { PLACE_VERBS } from '../lang/en/data/actor-words.ts';
import type { GazetteerEntry } from './gazetteer.ts';
import { Lexical } from './lexicon.ts';
import type { Words } from './words.ts';

const STATIVE = new Set(PLACE_VERBS.split(' '));
/** Verbs whose object stays a place: "visited Moscow", "hit Kyiv with missiles". */
const PLACE_OBJECTS = new Set(
  'visit leave reach hit strike bomb shell tour enter capture seize surround evacuate approach liberate occupy cross abandon storm'.split(
    ' ',
  ),
);
/** Words of movement before "to": "flew to Kyiv", "a trip to Moscow". */
const MOVES = new Set(
  'go come fly travel return head drive move trip visit journey flight rush arrive bring send back way'.split(
    ' ',
  ),
);
/** Prepositions that make a government a party: "pressure on Moscow" is not among them. */
const PARTY_CASES = new Set('for with against between by to among despite without'.split(' '));

/** Whether the name at `head` of a capital, seat or region acts as a government. */
export function isMetonym(words: Words, head: number, entry: GazetteerEntry): boolean {
  const { sentences, structure } = words.analysis;
  const part = structure.parts[sentences.part[sentences.of[head] as number] as number]?.kind;
  if (part === 'dateline' || part === 'caption' || part === 'credit') return false;
  const { deprel, head: heads } = words.phrases;
  const relation = deprel[head] as string;
  const governor = heads[head] as number;
  if (relation === 'conj' && 0 <= governor) return isMetonymByCase(words, head, governor);
  if (relation.startsWith('nsubj')) return isActing(words, governor, entry);
  if (relation === 'obl:agent') return true;
  if (relation === 'nmod:poss') return entry.role !== 'region';
  if (relation === 'compound') return entry.role === 'seat';
  if (entry.role === 'region') return false;
  if (relation === 'obj' || relation === 'iobj')
    return !PLACE_OBJECTS.has(words.analysis.tags.lemma[governor] as string);
  return isMetonymByCase(words, head, governor);
}

/** A subject acts unless its verb only locates it, and a region only where the verb is speech-like. */
function isActing(words: Words, verb: number, entry: GazetteerEntry): boolean {
  if (verb < 0) return false;
  const lemma = words.analysis.tags.lemma[verb] as string;
  if (words.upos[verb] !== 'VERB') return false;
  return entry.role !== 'region' ? !STATIVE.has(lemma) : !STATIVE.has(lemma);
}

function isMetonymByCase(words: Words, head: number, governor: number): boolean {
  const { child, sibling, deprel } = words.phrases;
  for (let at = child[head] as number; 0 <= at && at < head; at = sibling[at] as number) {
    if (deprel[at] !== 'case') continue;
    const form = words.lower[at] as string;
    if (((words.bits[at] as number) & Lexical.Locative) !== 0) return false;
    if (form === 'to' && 0 <= governor)
      return !MOVES.has(words.analysis.tags.lemma[governor] as string);
    return PARTY_CASES.has(form);
  }
  const { head: heads } = words.phrases;
  if (deprel[head] !== 'conj' || governor < 0) return false;
  // "between Moscow and Kyiv": the second one's preposition stands at the first.
  const above = deprel[governor] as string;
  if (above.startsWith('nsubj')) return words.upos[heads[governor] as number] === 'VERB';
  return isMetonymByCase(words, governor, heads[governor] as number);
}
