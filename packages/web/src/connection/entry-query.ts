/**
 * The filters of search, review and boards: read from the address bar, written back to it, and
 * handed to the client as they are.
 * @module
 */
import type { EntryFilter } from '@onrecord/api/client';

/** The filters that may be given many times. */
export const LIST_FILTERS = [
  'actor',
  'stance',
  'form',
  'act',
  'basis',
  'conditionType',
  'conditionState',
  'outlet',
  'review',
  'status',
  'rule',
] as const;
export type ListFilter = (typeof LIST_FILTERS)[number];

/** The filters that are given once. */
export const SINGLE_FILTERS = ['q', 'kind', 'from', 'to', 'minScore', 'article', 'part'] as const;

/** Read the filters out of an address. What the server does not know it refuses with a remedy. */
export function readFilters(query: URLSearchParams): EntryFilter {
  const filters: Record<string, unknown> = {};
  for (const key of LIST_FILTERS) {
    const values = query.getAll(key);
    if (0 < values.length) filters[key] = values;
  }
  for (const key of SINGLE_FILTERS) {
    const value = query.get(key);
    if (value) filters[key] = key === 'minScore' ? Number(value) : value;
  }
  return filters as EntryFilter;
}

/** Tell whether any filter besides the words is set. */
export function hasFilters(query: URLSearchParams): boolean {
  return [...LIST_FILTERS, ...SINGLE_FILTERS].some((key) => key !== 'q' && query.has(key));
}
