/**
 * The states of a screen that has nothing to show: empty, loading, failed with its remedy, offline,
 * nothing found with what was searched.
 * @module
 */
import type { ComponentChildren } from 'preact';

interface StatePanelProps {
  title: string;
  children?: ComponentChildren;
  /** `alert` is read out at once, `status` when the reader is idle. */
  urgency?: 'alert' | 'status';
  /** 1 where the panel is the whole page. */
  level?: 1 | 2;
}

/** Say what state a screen is in and what can be done. */
export function StatePanel({ title, children, urgency = 'status', level = 2 }: StatePanelProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <section class="state-panel" role={urgency}>
      <Heading>{title}</Heading>
      {children}
    </section>
  );
}

/** Say that something is on its way; appears only after a moment, so that quick answers stay calm. */
export function LoadingPanel({ what }: { what: string }) {
  return (
    <p class="loading-panel" role="status">
      {what} …
    </p>
  );
}
