/**
 * Sentences that tell of a deed on a pledge: they name its party, speak of its matter, and hold a
 * word for a status or the pledge's own verb in the past. Careful rather than complete: what is
 * planned, conditional or denied is no deed.
 * @module
 */
import type { ArticleRecord, CommitmentStatus, Span } from '@onrecord/record';
import { foldMatter, foldWord, type Matter } from '../matter/fold-matter.ts';
import { findExclusion } from '../matter/match-matter.ts';
import { DEED_CUES, NOT_YET, PAST_FORMS } from './lang/en/data/deed-cues.ts';

/** A deed, and where it is told. */
export interface Deed {
  status: CommitmentStatus;
  record: ArticleRecord;
  span: Span;
  /** The words that tell it. */
  cue: string;
}

/** What a deed must be about. */
export interface Pledge {
  matter: Matter;
  /** The first word of the action, lower-case: "release". */
  verb: string;
  /** Names of the party, and of who speaks for it. */
  names: readonly string[];
  /** The number that was promised. */
  most?: number | undefined;
}

/** Share of the pledge's own words that the sentence must have. */
const LEAST_SHARE = 0.6;
/** Letters before a verb in which "will" or "promised to" makes it no deed. */
const LOOK_BEHIND = 28;
const SENTENCE = /[^\s.!?][^.!?\n]*(?:[.!?](?=\d|\w\.)[^.!?\n]*)*[.!?]?/g;

/** Find the deeds that an article tells. */
export function findDeeds(record: ArticleRecord, pledge: Pledge): Deed[] {
  const { text } = record.article;
  const deeds: Deed[] = [];
  for (const match of text.matchAll(SENTENCE)) {
    const sentence = match[0];
    if (!isAbout(sentence, pledge)) continue;
    const found = findCue(sentence, pledge);
    if (found === null) continue;
    deeds.push({ ...found, record, span: [match.index, match.index + sentence.length] });
  }
  return deeds;
}

function isAbout(sentence: string, pledge: Pledge): boolean {
  const isNamed = pledge.names.some((name) => sentence.includes(name));
  if (!isNamed) return false;
  const matter = foldMatter(sentence);
  if (findExclusion(pledge.matter, matter) !== null) return false;
  const partyWords = new Set(pledge.names.flatMap((name) => [...foldMatter(name).keys]));
  const wanted = [...pledge.matter.keys].filter((key) => !partyWords.has(key));
  const shared = wanted.filter((key) => matter.keys.has(key)).length;
  // "accepts the date": one word is no matter.
  return wanted.length > 1 && shared > 0 && shared >= LEAST_SHARE * wanted.length;
}

const isPlanned = (sentence: string, at: number): boolean =>
  NOT_YET.test(sentence.slice(Math.max(0, at - LOOK_BEHIND), at));

function findCue(sentence: string, pledge: Pledge): Pick<Deed, 'status' | 'cue'> | null {
  for (const { status, says } of DEED_CUES) {
    const match = says.exec(sentence);
    if (match === null) continue;
    const isAgainst = status === 'broken' || status === 'withdrawn';
    if (!isAgainst && isPlanned(sentence, match.index)) continue;
    return { status: partOf(status, sentence, pledge), cue: match[0] };
  }
  for (const match of sentence.matchAll(/[\p{L}-]+/gu)) {
    const word = match[0].toLowerCase();
    if (!isPastOf(word, pledge.verb) || isPlanned(sentence, match.index)) continue;
    return { status: partOf('delivered', sentence, pledge), cue: match[0] };
  }
  return null;
}

function isPastOf(word: string, verb: string): boolean {
  if (Object.hasOwn(PAST_FORMS, verb) && PAST_FORMS[verb]?.includes(word)) return true;
  return word.endsWith('ed') && word !== verb && foldWord(word) === foldWord(verb);
}

/** "The first battery was handed over": a part of six is being delivered. */
function partOf(status: CommitmentStatus, sentence: string, pledge: Pledge): CommitmentStatus {
  if (status !== 'delivered') return status;
  if (/\b(first|second|third|part|some|half)\b/i.test(sentence)) return 'delivering';
  const { numbers } = foldMatter(sentence);
  const isLess =
    pledge.most !== undefined && numbers.length > 0 && Math.max(...numbers) < pledge.most;
  return isLess ? 'delivering' : status;
}
