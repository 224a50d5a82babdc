/**
 * Agencies that an article credits: in the dateline, in a line of its own at the end, in the
 * byline, or in a closing sentence. Found by their place, not by a list of names.
 * @module
 */
import type { Article } from '@onrecord/record';
import { nameWords } from '../actor/describe-actors.ts';

const PATTERNS: readonly RegExp[] = [
  // "PORT AMARA, April 12 (Meridian) - Twelve countries …"
  /^[^\n()]{2,80}\(([\p{Lu}][^()\n]{1,40})\)\s*[-–—]{1,2}\s/mu,
  // "(Meridian)" as the last line
  /^\s*[([]([\p{Lu}][^()[\]\n]{1,40})[)\]]\s*$/mu,
  // "By Jonas Tellerin, Meridian Wire"
  /^By [^\n,]{2,60}, ([\p{Lu}][^\n,]{1,40})$/mu,
  // "Source: Meridian Wire"; "With reporting by Meridian Wire."
  /^(?:Source|Credit): ([\p{Lu}][^\n.]{1,40})$/mu,
  /\b(?:[Ww]ith (?:reporting|files|material) (?:by|from)|[Ff]irst published by) (?:the )?([\p{Lu}][\w& ]{1,40})/u,
];

/** Only the beginning and the end of an article name its agency. */
const REACH = 600;

/** The folded names of the agencies that an article credits, its publisher among them. */
export function findCredits(article: Article): string[] {
  const { text } = article;
  const places = text.length < 2 * REACH ? text : `${text.slice(0, REACH)}\n${text.slice(-REACH)}`;
  const names = PATTERNS.map((pattern) => pattern.exec(places)?.[1]);
  const all = [...names, article.publisher].filter((name) => name !== undefined);
  return [...new Set(all.map((name) => nameWords(name).join(' ')))].filter((name) => name !== '');
}

/** The agency that both credit: "meridian" and "meridian wire" are one. */
export function findSharedCredit(one: readonly string[], other: readonly string[]): string | null {
  for (const name of one)
    for (const candidate of other)
      if (`${name} `.startsWith(`${candidate} `) || `${candidate} `.startsWith(`${name} `))
        return name.length < candidate.length ? candidate : name;
  return null;
}
