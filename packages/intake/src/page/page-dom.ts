/**
 * The few members of a DOM that reading a page needs, and the parser that makes one. linkedom runs
 * no script and loads nothing; its own types want the browser's globals, hence this seam.
 * @module
 */
import { parseHTML } from 'linkedom';

/** A node of a page. */
export interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly parentNode: PageNode | null;
  readonly textContent: string | null;
}

/** An element of a page. */
export interface PageElement extends PageNode {
  getAttribute(name: string): string | null;
}

/** A page, parsed. */
export interface PageDocument {
  readonly documentElement: PageElement | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

export const NodeType = { Element: 1, Text: 3 } as const;

/** Parse the source of a page; anything parses to something. */
export function parsePage(source: string): PageDocument {
  const wrapped = /<html[\s>]/i.test(source) ? source : `<html><body>${source}</body></html>`;
  return (parseHTML(wrapped) as unknown as { document: PageDocument }).document;
}

/**
 * Whether elements nest deeper than a bound, found without recursion and left at once when so.
 */
export function isDeeperThan(root: PageNode, bound: number): boolean {
  let depth = 0;
  let node: PageNode | null = root;
  while (node) {
    if (bound < depth) return true;
    if (node.firstChild) {
      node = node.firstChild;
      depth += 1;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      depth -= 1;
    }
    node = node === root || !node ? null : node.nextSibling;
  }
  return false;
}
