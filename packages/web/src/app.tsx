/**
 * The shell: the bar with the screens, the screen of the current address, and the line that tells
 * what was done. Screens other than the reader are loaded when they are first opened.
 * @module
 */
import type { ComponentType, VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { AskName } from './component/ask-name.tsx';
import { Later } from './component/later.tsx';
import { LoadingPanel, StatePanel } from './component/state-panel.tsx';
import { Toast } from './component/toast.tsx';
import { place } from './route.ts';
import { ReaderScreen } from './screen/reader/reader-screen.tsx';
import { THEMES, theme } from './theme.ts';
import { useTitle, writeTitle } from './title.ts';

const SCREENS = [
  { name: 'Read', path: '' },
  { name: 'Search', path: 'search' },
  { name: 'Dossiers', path: 'dossiers' },
  { name: 'Actors', path: 'actors' },
  { name: 'Conditions', path: 'conditions' },
  { name: 'Reports', path: 'utterances' },
  { name: 'Review', path: 'review' },
  { name: 'Decisions', path: 'decisions' },
  { name: 'Import', path: 'import' },
] as const;

/** A screen and its properties, loaded when it is needed. */
interface Opened<P> {
  load: () => Promise<ComponentType<P>>;
  props: P;
}

const later = <P,>(load: () => Promise<ComponentType<P>>, props: P): Opened<never> =>
  ({ load, props }) as unknown as Opened<never>;
const none = {};

/** What a path of two pieces opens. */
const SINGLE: Readonly<Record<string, (id: string) => Opened<never>>> = {
  articles: (id) =>
    later(() => import('./screen/article/article-screen.tsx').then((m) => m.ArticleScreen), { id }),
  dossiers: (id) =>
    later(() => import('./screen/dossier/dossier-screen.tsx').then((m) => m.DossierScreen), { id }),
  actors: (id) =>
    later(() => import('./screen/actor/actor-screen.tsx').then((m) => m.ActorScreen), { id }),
  conditions: (id) =>
    later(() => import('./screen/condition/condition-screen.tsx').then((m) => m.ConditionScreen), {
      conditionKey: id,
    }),
  utterances: (id) =>
    later(() => import('./screen/utterance/utterance-screen.tsx').then((m) => m.UtteranceScreen), {
      id,
    }),
  commitments: (id) =>
    later(
      () => import('./screen/commitment/commitment-screen.tsx').then((m) => m.CommitmentScreen),
      { id },
    ),
};

/** What a path of one piece opens. */
const WHOLE: Readonly<Record<string, () => Opened<never>>> = {
  search: () =>
    later(() => import('./screen/search/search-screen.tsx').then((m) => m.SearchScreen), none),
  dossiers: () =>
    later(() => import('./screen/dossier/dossiers-screen.tsx').then((m) => m.DossiersScreen), none),
  actors: () =>
    later(() => import('./screen/actor/actors-screen.tsx').then((m) => m.ActorsScreen), none),
  conditions: () =>
    later(
      () => import('./screen/condition/condition-screen.tsx').then((m) => m.ConditionsScreen),
      none,
    ),
  utterances: () =>
    later(
      () => import('./screen/utterance/utterance-screen.tsx').then((m) => m.UtterancesScreen),
      none,
    ),
  review: () =>
    later(() => import('./screen/review/review-screen.tsx').then((m) => m.ReviewScreen), none),
  decisions: () =>
    later(
      () => import('./screen/decision/decisions-screen.tsx').then((m) => m.DecisionsScreen),
      none,
    ),
  import: () =>
    later(() => import('./screen/import/import-screen.tsx').then((m) => m.ImportScreen), none),
};

function NoSuchPage() {
  useTitle('No such page');
  return (
    <StatePanel title="There is no such page" level={1}>
      <p>
        The address names no screen of On Record. <a href="/search">Search the record</a> or{' '}
        <a href="/">read an article</a>.
      </p>
    </StatePanel>
  );
}

const NOT_LOADED = (
  <StatePanel title="This screen did not load" urgency="alert" level={1}>
    <p>Check that “onrecord serve” is running, then reload the page.</p>
  </StatePanel>
);

function Screen(): VNode {
  const [first, second] = place.value.path;
  if (first === undefined) return <ReaderScreen />;
  const opened = second === undefined ? WHOLE[first]?.() : SINGLE[first]?.(second);
  if (!opened) return <NoSuchPage />;
  return (
    <Later
      key={second === undefined ? first : `${first} ${second}`}
      {...opened}
      waiting={<LoadingPanel what="Opening" />}
      failed={NOT_LOADED}
    />
  );
}

function ThemeSwitch() {
  const next = THEMES[(THEMES.indexOf(theme.value) + 1) % THEMES.length] ?? 'system';
  const names = { system: 'Auto', light: 'Light', dark: 'Dark' };
  return (
    <button
      type="button"
      class="quiet theme-switch"
      onClick={() => {
        theme.value = next;
      }}
      aria-label={`${names[theme.value]} theme. Change to ${names[next]}`}
    >
      {names[theme.value]} theme
    </button>
  );
}

function Bar() {
  const [first = ''] = place.value.path;
  return (
    <header class="bar">
      <a class="wordmark" href="/">
        On Record
      </a>
      <nav aria-label="Screens">
        {SCREENS.map(({ name, path }) => (
          <a key={name} href={`/${path}`} aria-current={first === path ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <ThemeSwitch />
    </header>
  );
}

/** Name the page after its screen, and put the focus at its beginning when the screen changes. */
function useArrival() {
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  const at = place.value.path.join('/');
  // Before the screen names what is open on it.
  useLayoutEffect(() => {
    const screen = SCREENS.find(({ path }) => path === (place.value.path[0] ?? ''));
    writeTitle(screen?.path ? screen.name : null);
  }, [at]);
  useEffect(() => {
    document
      .querySelector('.bar [aria-current]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (!isFirst.current) main.current?.focus({ preventScroll: true });
    isFirst.current = false;
  }, [at]);
  return main;
}

/** Draw the app. */
export function App() {
  const main = useArrival();
  return (
    <>
      <a class="skip" href="#main">
        Skip to the page
      </a>
      <Bar />
      <main id="main" tabIndex={-1} ref={main}>
        <Screen />
      </main>
      <AskName />
      <Toast />
    </>
  );
}
