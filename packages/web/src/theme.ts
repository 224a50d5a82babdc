/**
 * Light, dark, or as the system has it; remembered on this machine where storage is allowed.
 * @module
 */
import { effect, signal } from '@preact/signals';

/** The themes in the order of the switch. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'onrecord.theme';

function readTheme(): Theme {
  try {
    const stored = localStorage.getItem(KEY);
    return THEMES.find((theme) => theme === stored) ?? 'system';
  } catch {
    return 'system';
  }
}

/** The theme in force. */
export const theme = signal<Theme>(readTheme());

/** Keep the page in the chosen theme. */
export function applyTheme(): void {
  effect(() => {
    if (theme.value === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme.value;
    try {
      localStorage.setItem(KEY, theme.value);
    } catch {
      // A browser that allows no storage keeps the theme for this visit.
    }
  });
}
