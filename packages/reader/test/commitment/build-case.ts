/**
 * Builds the analysis of a case from its rows: `form lemma UPOS XPOS head deprel`, heads counted
 * from 1 over the whole text, 0 at a root; offsets are found in the text from left to right.
 * @module
 */
import type { Analysis } from '../../src/layers.ts';
import { DEPRELS, UPOS, XPOS } from '../../src/layers.ts';

/** A text with its tree. */
export interface TreeCase {
  readonly text: string;
  readonly rows: readonly string[];
}

const indexIn = (names: readonly string[], name: string): number => {
  const index = names.indexOf(name);
  if (index < 0) throw new RangeError(`the case has the unknown name ${name}`);
  return index;
};

/** The layers of a case: one paragraph, one sentence, no quotation marks. */
export function buildCase({ text, rows }: TreeCase): Analysis {
  const fields = rows.map((row) => row.split(' '));
  const count = fields.length;
  const start = new Uint32Array(count);
  const end = new Uint32Array(count);
  const joined = new Uint8Array(count);
  let from = 0;
  for (const [i, [form = '']] of fields.entries()) {
    start[i] = text.indexOf(form, from);
    end[i] = start[i]! + form.length;
    from = end[i]!;
    joined[i] = i > 0 && end[i - 1] === start[i] ? 1 : 0;
  }
  return {
    text,
    structure: { parts: [{ kind: 'paragraph', span: [0, text.length] }] },
    tokens: { text, length: count, start, end, joined },
    sentences: {
      length: 1,
      start: Uint32Array.of(0),
      end: Uint32Array.of(count),
      of: new Uint32Array(count),
      part: Uint32Array.of(0),
    },
    quotes: {
      side: new Uint8Array(count),
      partner: new Int32Array(count).fill(-1),
      depth: new Uint8Array(count),
      continues: new Uint8Array(1),
    },
    tags: {
      upos: Uint8Array.from(fields, ([, , upos = '']) => indexIn(UPOS, upos)),
      xpos: Uint8Array.from(fields, ([, , , xpos = '']) => indexIn(XPOS, xpos)),
      lemma: fields.map(([, lemma = '']) => lemma),
      feats: fields.map(() => '_'),
    },
    tree: {
      head: Int32Array.from(fields, ([, , , , head = '0']) => Number(head) - 1),
      deprel: Uint8Array.from(fields, ([, , , , , deprel = '']) => indexIn(DEPRELS, deprel)),
    },
  };
}
