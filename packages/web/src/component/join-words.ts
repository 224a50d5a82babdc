/**
 * Joining words and cards: what is hovered or focused on one side is lit on the other. Works on the
 * elements themselves, not through a redraw, so that it costs the same in a text of any length.
 * @module
 */
import { FIELD_LABELS, type Field } from '../words/field.ts';

interface Lit {
  element: HTMLElement;
  idle: string | undefined;
}

const isField = (name: string | undefined): name is Field =>
  name !== undefined && name in FIELD_LABELS;

function fieldOf(element: HTMLElement, entry: number): Field | null {
  for (const mark of element.dataset.entries?.split(' ') ?? []) {
    const [index, field] = mark.split(':');
    if (index === String(entry) && isField(field)) return field;
  }
  return null;
}

/** The join of one article's words with its cards. */
export interface Join {
  /** Light an entry's words and card, and nothing else; null lights nothing. */
  light(entry: number | null): void;
  /** The entry lit now. */
  readonly lit: number | null;
}

/** Light the segments of one entry, with a label on the first of each field. */
function lightSegments(root: HTMLElement, entry: number): Lit[] {
  const lit: Lit[] = [];
  const labelled = new Set<Field>();
  for (const element of root.querySelectorAll<HTMLElement>(`[data-entries*="${entry}:"]`)) {
    const field = fieldOf(element, entry);
    if (!field) continue;
    lit.push({ element, idle: element.dataset.field });
    element.dataset.field = field;
    element.dataset.lit = '';
    if (!labelled.has(field)) element.dataset.label = FIELD_LABELS[field];
    labelled.add(field);
  }
  return lit;
}

/** An average character of a label, in pixels: half of its size, and the room around it. */
const LABEL_CHARACTER_PX = 6.2;

/** Put a label below its word where the label before it on the line needs the room above. */
export function spreadLabels(root: ParentNode): void {
  let before = { top: Number.NaN, end: 0 };
  for (const element of root.querySelectorAll<HTMLElement>('[data-label]')) {
    const [box] = element.getClientRects();
    if (!box) continue;
    const isOnLine = Math.abs(box.top - before.top) < box.height / 2;
    const isLow = isOnLine && box.left < before.end;
    element.toggleAttribute('data-label-low', isLow);
    const end = box.left + (element.dataset.label ?? '').length * LABEL_CHARACTER_PX + 8;
    if (!isLow) before = { top: box.top, end };
  }
}

function dim(lit: readonly Lit[]): void {
  for (const { element, idle } of lit) {
    if (idle !== undefined) element.dataset.field = idle;
    delete element.dataset.lit;
    delete element.dataset.label;
    delete element.dataset.labelLow;
  }
}

/** Join the words and cards under one element. */
export function makeJoin(root: HTMLElement): Join {
  let lit: Lit[] = [];
  let current: number | null = null;
  return {
    get lit() {
      return current;
    },
    light(entry) {
      dim(lit);
      root.querySelector('[data-card-lit]')?.removeAttribute('data-card-lit');
      lit = entry === null ? [] : lightSegments(root, entry);
      spreadLabels(root);
      current = entry;
      if (entry !== null)
        root.querySelector(`[data-card="${entry}"]`)?.setAttribute('data-card-lit', '');
    },
  };
}

/** Find the entry that an element belongs to: a card's own, or the winning one of a word. */
export function findEntryAt(
  target: EventTarget | null,
): { entry: number; on: 'card' | 'words' } | null {
  const element = target instanceof Element ? target : null;
  const card = element?.closest<HTMLElement>('[data-card]');
  if (card) return { entry: Number(card.dataset.card), on: 'card' };
  const words = element?.closest<HTMLElement>('[data-entries]');
  if (!words) return null;
  const begins = words.dataset.begins;
  const entry = begins ?? words.dataset.entries?.split(':')[0];
  return { entry: Number(entry), on: 'words' };
}
