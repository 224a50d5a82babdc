/**
 * Where the app is: the address bar is the state. Paths name screens, the query string names
 * filters, so that every view can be linked, bookmarked and gone back to.
 * @module
 */
import { computed, signal } from '@preact/signals';

/** A place in the app: the path in pieces, and the query. */
export interface Place {
  path: string[];
  query: URLSearchParams;
}

const placeOf = (): Place => ({
  path: location.pathname.split('/').filter(Boolean).map(decodeURIComponent),
  query: new URLSearchParams(location.search),
});

const current = signal<Place>(placeOf());

/** The place that is shown. */
export const place = computed(() => current.value);

/** Go to an address of the app and put it in the history. */
export function openPlace(href: string): void {
  history.pushState(null, '', href);
  current.value = placeOf();
  scrollTo(0, 0);
}

/** Change the query of the address bar without a step in the history. */
export function writeQuery(change: Record<string, string | readonly string[] | null>): void {
  const query = new URLSearchParams(location.search);
  for (const [key, value] of Object.entries(change)) {
    query.delete(key);
    for (const item of value === null ? [] : [value].flat())
      if (item !== '') query.append(key, item);
  }
  const search = query.toString();
  history.replaceState(null, '', `${location.pathname}${search ? `?${search}` : ''}`);
  current.value = placeOf();
}

/** Make the address of a screen from its pieces. */
export function pathOf(...pieces: string[]): string {
  return `/${pieces.map(encodeURIComponent).join('/')}`;
}

function followLink(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element | null)?.closest?.('a');
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin)
    return;
  if (link.hash && link.pathname === location.pathname) return;
  event.preventDefault();
  openPlace(link.pathname + link.search + link.hash);
}

/** Follow the links of the page and the back button inside the app. */
export function listenToPlaces(): void {
  addEventListener('popstate', () => {
    current.value = placeOf();
  });
  document.addEventListener('click', followLink);
}
