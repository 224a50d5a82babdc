/**
 * From what a person selected on the page to a span of the article's text. Elements that draw a
 * stretch of text carry where it begins (`data-at`); a sign for an unseen character stands for it.
 * @module
 */
import type { Span } from '@onrecord/record';

function lengthOf(node: Node): number {
  if (node instanceof Element && node.classList.contains('unseen'))
    return String.fromCodePoint(Number.parseInt(node.textContent?.slice(2) ?? '0', 16)).length;
  if (node.nodeType === Node.TEXT_NODE) return node.textContent?.length ?? 0;
  return [...node.childNodes].reduce((sum, child) => sum + lengthOf(child), 0);
}

/** Count the characters of the text that come before a place inside an element. */
function countBefore(root: Node, node: Node, offset: number): number {
  if (root === node)
    return root.nodeType === Node.TEXT_NODE
      ? offset
      : [...root.childNodes].slice(0, offset).reduce((sum, child) => sum + lengthOf(child), 0);
  let count = 0;
  for (const child of root.childNodes) {
    if (!child.contains(node)) {
      count += lengthOf(child);
      continue;
    }
    const isSign = child instanceof Element && child.classList.contains('unseen');
    return count + (isSign ? 0 : countBefore(child, node, offset));
  }
  return count;
}

function findOffset(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const drawn = element?.closest<HTMLElement>('[data-at]');
  if (drawn) return Number(drawn.dataset.at) + countBefore(drawn, node, offset);
  // Between two drawn stretches: the one that follows, else the end of the one before.
  const next = node.childNodes[offset];
  const inner =
    next instanceof Element ? (next.closest('[data-at]') ?? next.querySelector('[data-at]')) : null;
  if (inner instanceof HTMLElement) return Number(inner.dataset.at);
  const all = element?.querySelectorAll<HTMLElement>('[data-at]');
  const last = all?.[all.length - 1];
  return last ? Number(last.dataset.at) + lengthOf(last) : null;
}

/** Find the span of the article's text that is selected inside an element, without blanks around. */
export function findSelection(root: Element, text: string): Span | null {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (range.collapsed || !root.contains(range.commonAncestorContainer)) return null;
  let start = findOffset(range.startContainer, range.startOffset);
  let end = findOffset(range.endContainer, range.endOffset);
  if (start === null || end === null) return null;
  while (start < end && /\s/.test(text[start] ?? '')) start += 1;
  while (start < end && /\s/.test(text[end - 1] ?? '')) end -= 1;
  return start < end ? [start, end] : null;
}
