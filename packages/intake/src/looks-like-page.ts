/**
 * Tells the source of a web page from plain text by how it opens.
 * @module
 */

const OPENING =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;

/** True when a text opens as HTML does: a doctype, or one of the outer elements. */
export function looksLikePage(text: string): boolean {
  return OPENING.test(text.slice(0, 4096));
}
