/**
 * The title of the page, in the browser's tab, its history and its bookmarks: what is open, then the
 * name of the app.
 * @module
 */
import { useEffect } from 'preact/hooks';
import { spellUnseen } from './words/split-control.ts';

const APP = 'On Record';

/** Write the title; without a name it is the app's. */
export function writeTitle(name: string | null): void {
  document.title = name === null ? APP : `${spellUnseen(name)} · ${APP}`;
}

/** Name the page after what is open on it, as long as it is; null leaves the name of the screen. */
export function useTitle(name: string | null): void {
  useEffect(() => {
    if (name === null) return;
    const before = document.title;
    writeTitle(name);
    const own = document.title;
    return () => {
      // The next screen may have named the page already.
      if (document.title === own) document.title = before;
    };
  }, [name]);
}
