/**
 * Mentions: every name, pronoun and noun phrase of an article, with what its own words tell of it.
 * Names come from their letters (`name-run.ts`), the rest from the tree (`noun-phrase.ts`). What a
 * mention refers to is not asked here.
 * @module
 */
import type { Analysis, Mention } from '../layers.ts';
import { nameMention } from './name-mention.ts';
import { findNameUnits } from './name-run.ts';
import { findModifiers, nominalMention } from './nominal-mention.ts';
import { classifyPronoun } from './pronoun.ts';
import { readWords, type Words } from './words.ts';

/**
 * Find all mentions, in the order of their first word, longer ones first.
 * @returns `[]` for a text without nouns.
 */
export function findMentions(analysis: Analysis): Mention[] {
  const words = readWords(analysis);
  const claimed = new Uint8Array(words.length);
  const mentions: Mention[] = [];
  for (const unit of findNameUnits(words)) {
    if (unit.isTitle) continue;
    const mention = nameMention(words, unit, claimed);
    if (mention) mentions.push(mention);
  }
  for (let token = 0; token < words.length; token++) {
    if (claimed[token] === 1) continue;
    const mention = pronounMention(words, token) ?? nominalMention(words, token);
    if (mention) mentions.push(mention);
  }
  findModifiers(words, claimed, mentions);
  return mentions.sort((a, b) => a.start - b.start || b.end - a.end);
}

function pronounMention(words: Words, token: number): Mention | undefined {
  if (words.upos[token] !== 'PRON' && words.upos[token] !== 'DET') return undefined;
  const pronoun = classifyPronoun(words.lower[token] as string);
  if (!pronoun || words.phrases.deprel[token] === 'expl') return undefined;
  // Mentions have all fields in one order wherever they are made: code that reads one shape is fast.
  return {
    start: token,
    end: token + 1,
    headWord: token,
    form: 'pronoun',
    kind: pronoun.kind,
    name: undefined,
    title: undefined,
    gender: pronoun.gender,
    isPlural: pronoun.isPlural,
    count: undefined,
    country: undefined,
  };
}
