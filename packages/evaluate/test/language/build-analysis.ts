/**
 * Analyses out of CoNLL-U: what a reader would have found, had it found what the lines say.
 * @module
 */
import { type Analysis, DEPRELS, UPOS, XPOS } from '@onrecord/reader';
import { decodeTreebank, type TreebankDocument } from '../../src/language/treebank.ts';

/** CoNLL-U from short rows: "form upos head deprel", `~` before a form that is glued to the last. */
export function conlluOf(sentences: readonly (readonly string[])[]): string {
  const blocks = sentences.map((rows) =>
    rows
      .map((row, at) => {
        const [form, upos, head, deprel] = row.split(' ');
        const isGlued = rows[at + 1]?.startsWith('~') ?? false;
        const misc = isGlued ? 'SpaceAfter=No' : '_';
        return `${at + 1}\t${form!.replace('~', '')}\t_\t${upos}\tNN\t_\t${head}\t${deprel}\t_\t${misc}`;
      })
      .join('\n'),
  );
  return `# newdoc id = one\n${blocks.join('\n\n')}\n\n`;
}

/** A document and an analysis that agrees with it in everything. */
export function buildPair(content: string): { gold: TreebankDocument; analysis: Analysis } {
  const gold = decodeTreebank(content)[0]!;
  return { gold, analysis: buildAnalysis(gold) };
}

/** The analysis that agrees with a document; words of one token share it by halves. */
export function buildAnalysis({ text, sentences }: TreebankDocument): Analysis {
  const rows: { start: number; end: number; joined: number; word: Word; head: number }[] = [];
  const starts: number[] = [];
  const of: number[] = [];
  sentences.forEach((sentence, number) => {
    const first = rows.length;
    starts.push(first);
    let from = 0;
    sentence.words.forEach((word, at) => {
      const isJoined = 0 < at && sentence.words[at - 1]!.token === word.token;
      const [start, end] = sentence.tokens[word.token]!;
      from = isJoined ? from : start;
      const isLast = sentence.words[at + 1]?.token !== word.token;
      const to = isLast ? end : from + word.form.length;
      const head = word.head === 0 ? -1 : first + word.head - 1;
      rows.push({ start: from, end: to, joined: isJoined ? 1 : 0, word, head });
      of.push(number);
      from = to;
    });
  });
  const part = { kind: 'paragraph' as const, span: [0, text.length] as [number, number] };
  const ends = [...starts.slice(1), rows.length];
  return {
    text,
    structure: { parts: [part] },
    tokens: {
      text,
      length: rows.length,
      start: Uint32Array.from(rows, (row) => row.start),
      end: Uint32Array.from(rows, (row) => row.end),
      joined: Uint8Array.from(rows, (row) => row.joined),
    },
    sentences: {
      length: sentences.length,
      start: Uint32Array.from(starts),
      end: Uint32Array.from(ends),
      of: Uint32Array.from(of),
      part: new Uint32Array(sentences.length),
    },
    quotes: {
      side: new Uint8Array(rows.length),
      partner: new Int32Array(rows.length).fill(-1),
      depth: new Uint8Array(rows.length),
      continues: new Uint8Array(rows.length),
    },
    tags: {
      upos: Uint8Array.from(rows, ({ word }) => (UPOS as readonly string[]).indexOf(word.upos)),
      xpos: Uint8Array.from(rows, ({ word }) => (XPOS as readonly string[]).indexOf(word.xpos)),
      lemma: rows.map(({ word }) => word.lemma),
      feats: rows.map(() => '_'),
    },
    tree: {
      head: Int32Array.from(rows, (row) => row.head),
      deprel: Uint8Array.from(rows, ({ word }) =>
        (DEPRELS as readonly string[]).indexOf(word.deprel),
      ),
    },
  };
}

type Word = TreebankDocument['sentences'][number]['words'][number];
