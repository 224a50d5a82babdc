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

/** What the history remembers of a place. */
interface Seen {
  /** How far the page, and a table in it, are scrolled. */
  page?: number;
  table?: { top: number; left: number };
  /** How much of its lists is shown, by the list. */
  counts?: Readonly<Record<string, number>>;
}

const seen = (): Seen => (history.state as Seen | null) ?? {};

/** A page that is drawn anew is as long as it was after a while; then nobody waits any more. */
const RETURN_MS = 3000;
/** Scrolling has come to rest after so long. */
const SETTLED_MS = 150;

let returning = 0;

const findTable = () => document.querySelector('[data-keeps-scroll]');

function remember(): void {
  const { scrollTop: top, scrollLeft: left } = findTable() ?? {};
  const table = top === undefined || left === undefined ? {} : { table: { top, left } };
  history.replaceState({ ...seen(), page: scrollY, ...table } satisfies Seen, '');
}

/** Remember how much of a list is shown, for who goes away and comes back, or loads the page anew. */
export function keepCount(list: string, count: number): void {
  const { counts, ...others } = seen();
  const state: Seen = { ...others, counts: { ...counts, [list]: count } };
  history.replaceState(state, '');
}

/** How much of a list was shown when this place was left; undefined on the first visit. */
export const findCount = (list: string): number | undefined => seen().counts?.[list];

/** Scroll to where a place was left, once the page is long enough again. */
function returnTo({ page = 0, table }: Seen): void {
  const turn = ++returning;
  const until = performance.now() + RETURN_MS;
  const step = () => {
    if (turn !== returning) return;
    scrollTo(0, page);
    const inner = table && findTable();
    inner?.scrollTo(table);
    const isThere =
      Math.abs(scrollY - page) < 2 &&
      (!table || Math.abs((inner?.scrollTop ?? -9) - table.top) < 2);
    if (!isThere && performance.now() < until) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}

/** Go to an address of the app and put it in the history. */
export function openPlace(href: string): void {
  remember();
  returning += 1;
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
  history.replaceState(history.state, '', `${location.pathname}${search ? `?${search}` : ''}`);
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
  history.scrollRestoration = 'manual';
  let timer: ReturnType<typeof setTimeout>;
  const settle = () => {
    clearTimeout(timer);
    timer = setTimeout(remember, SETTLED_MS);
  };
  document.addEventListener('scroll', settle, { capture: true, passive: true });
  // Who scrolls by hand while the page is drawn is not pulled away.
  for (const kind of ['wheel', 'touchmove', 'keydown'])
    addEventListener(kind, () => (returning += 1), { passive: true });
  addEventListener('popstate', () => {
    current.value = placeOf();
    returnTo(seen());
  });
  returnTo(seen());
  document.addEventListener('click', followLink);
}
