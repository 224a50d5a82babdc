/**
 * Elements → plain text: one block element one paragraph, blank lines between, white space inside a
 * paragraph collapsed as a browser would. Walks with a pointer, not by recursion: pages nest deeply.
 * @module
 */
import { NodeType, type PageNode } from './page-dom.ts';

const BLOCKS = new Set(
  `ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM
  H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY THEAD TR UL`.split(
    /\s+/,
  ),
);
/** No words of the article: code, controls, and pictures' fallbacks. */
const SILENT = new Set(
  'BUTTON IFRAME NOSCRIPT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA'.split(' '),
);

/**
 * The plain text under a node.
 * @example
 * // <div><p>One.</p><p>Two.</p></div> → 'One.\n\nTwo.'
 */
export function pageText(root: PageNode): string {
  const blocks: string[] = [];
  let block = '';
  const close = () => {
    const text = block.replace(/[ \t\u00a0]*\n[ \t\u00a0]*/g, '\n').trim();
    if (text !== '') blocks.push(text);
    block = '';
  };
  walk(root, {
    enter(node) {
      if (node.nodeType === NodeType.Text)
        block += (node.nodeValue ?? '').replace(/[\s\u00a0]+/g, ' ');
      const name = node.nodeName.toUpperCase();
      if (name === 'BR') block += '\n';
      if (name === 'TD' || name === 'TH') block += ' ';
      if (BLOCKS.has(name)) close();
      return !SILENT.has(name);
    },
    leave(node) {
      if (BLOCKS.has(node.nodeName.toUpperCase())) close();
    },
  });
  close();
  return blocks.map((text) => text.replace(/ {2,}/g, ' ')).join('\n\n');
}

interface Visitor {
  /** Returns whether the children are visited. */
  enter(node: PageNode): boolean;
  leave(node: PageNode): void;
}

function walk(root: PageNode, visitor: Visitor): void {
  let node: PageNode | null = root;
  while (node) {
    const child: PageNode | null = visitor.enter(node) ? node.firstChild : null;
    if (child) {
      node = child;
      continue;
    }
    visitor.leave(node);
    node = nextNode(node, root, visitor);
  }
}

function nextNode(from: PageNode, root: PageNode, visitor: Visitor): PageNode | null {
  let node = from;
  while (node !== root && !node.nextSibling) {
    const parent = node.parentNode;
    if (!parent) return null;
    visitor.leave(parent);
    node = parent;
  }
  return node === root ? null : node.nextSibling;
}
