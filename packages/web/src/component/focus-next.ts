/**
 * Moving through a list of cards with j and k or the arrow keys. Fields that take text keep their
 * keys.
 * @module
 */

const STEPS: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** Tell whether a key was pressed in a field that takes text, or with a modifier. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (event.ctrlKey || event.metaKey || event.altKey) return true;
  return Boolean(target?.closest('input, textarea, select, [contenteditable], dialog'));
}

/** Find how far a key moves in a list; 0 for a key that does not. */
export function stepOf(event: KeyboardEvent): number {
  return isTyping(event) ? 0 : (STEPS[event.key] ?? 0);
}

/** Move the focus to the next or the previous card of a list. */
export function focusNextIn(event: KeyboardEvent): void {
  const list = event.currentTarget;
  const by = stepOf(event);
  if (by === 0 || !(list instanceof Element)) return;
  const cards = [...list.querySelectorAll<HTMLElement>('.entry-card')];
  const at = cards.findIndex((card) => card.contains(document.activeElement));
  const next = cards[Math.max(0, Math.min(cards.length - 1, at + by))];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
}
