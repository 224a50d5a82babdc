/**
 * Builds an analysis from words with their tags and trees, one string a sentence: tokens are
 * `form/UPOS/head/deprel` with the head as its number in the sentence (0: root), lemmas by a small
 * table. Paragraphs are lists of sentences. Quotation marks are found by the reader's own code.
 * @module
 */
import {
  type Analysis,
  DEPRELS,
  type Deprel,
  type Sentences,
  type Structure,
  type Tokens,
  UPOS,
  type Upos,
} from '../../src/layers.ts';
import { findQuotes } from '../../src/tokenize/find-quotes.ts';

const LEMMAS: Record<string, string> = {
  said: 'say',
  says: 'say',
  saying: 'say',
  rejected: 'reject',
  plans: 'plan',
  vowed: 'vow',
  told: 'tell',
  declined: 'decline',
};
const GLUED = /^[,.!?:;”’]|^['’]s$/;

/** Build the layers of paragraphs of sentences. */
export function buildAnalysis(paragraphs: readonly (readonly string[])[]): Analysis {
  let text = '';
  const start: number[] = [];
  const end: number[] = [];
  const head: number[] = [];
  const rows: { upos: number; deprel: number; lemma: string }[] = [];
  const bounds: { start: number; end: number; part: number }[] = [];
  const parts: { start: number; end: number }[] = [];
  paragraphs.forEach((sentences, part) => {
    if (0 < part) text += '\n\n';
    const partStart = text.length;
    for (const sentence of sentences) {
      const base = start.length;
      for (const token of sentence.split(' ')) {
        const [form, upos, above, deprel] = token.split('/') as [string, Upos, string, Deprel];
        const isOpen = text === '' || /[\s“(]$/.test(text) || GLUED.test(form);
        if (!isOpen) text += ' ';
        start.push(text.length);
        text += form;
        end.push(text.length);
        head.push(above === '0' ? -1 : base + Number(above) - 1);
        const lemma = LEMMAS[form.toLowerCase()] ?? form.toLowerCase();
        rows.push({ upos: UPOS.indexOf(upos), deprel: DEPRELS.indexOf(deprel), lemma });
      }
      bounds.push({ start: base, end: start.length, part });
    }
    parts.push({ start: partStart, end: text.length });
  });
  const tokens: Tokens = {
    text,
    length: start.length,
    start: Uint32Array.from(start),
    end: Uint32Array.from(end),
    joined: new Uint8Array(start.length),
  };
  const sentences: Sentences = {
    length: bounds.length,
    start: Uint32Array.from(bounds, (bound) => bound.start),
    end: Uint32Array.from(bounds, (bound) => bound.end),
    of: Uint32Array.from(
      bounds.flatMap((bound, at) => new Array<number>(bound.end - bound.start).fill(at)),
    ),
    part: Uint32Array.from(bounds, (bound) => bound.part),
  };
  const structure: Structure = {
    parts: parts.map((part) => ({ kind: 'paragraph', span: [part.start, part.end] })),
  };
  return {
    text,
    structure,
    tokens,
    sentences,
    quotes: findQuotes(tokens, sentences, structure),
    tags: {
      upos: Uint8Array.from(rows, ({ upos }) => upos),
      xpos: new Uint8Array(rows.length),
      lemma: rows.map(({ lemma }) => lemma),
      feats: rows.map(() => '_'),
    },
    tree: { head: Int32Array.from(head), deprel: Uint8Array.from(rows, ({ deprel }) => deprel) },
  };
}

/** The words of spans, pieces joined by " … ". */
export function show(text: string, spans: readonly (readonly [number, number])[]): string {
  return spans.map(([from, to]) => text.slice(from, to)).join(' … ');
}
