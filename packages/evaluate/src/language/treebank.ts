/**
 * Treebanks in CoNLL-U: documents with their raw text put together again from the words, the words
 * with their tags and heads, and the surface tokens. Reading only; scores stand in `score-parse.ts`.
 * @module
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A syntactic word; several may share one surface token ("do" and "n't" in "don't"). */
export interface TreebankWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly feats: string;
  /** The number of the head in its sentence, from 1; 0 at the root. */
  readonly head: number;
  readonly deprel: string;
  /** The surface token that it belongs to, by index into `TreebankSentence.tokens`. */
  readonly token: number;
}

/** One sentence; token spans are UTF-16 offsets into the document's text. */
export interface TreebankSentence {
  readonly words: TreebankWord[];
  readonly tokens: [start: number, end: number][];
}

/** One document: its text, paragraphs apart by an empty line. */
export interface TreebankDocument {
  readonly text: string;
  readonly sentences: TreebankSentence[];
}

/** Read a file of CoNLL-U, packed with gzip or not. */
export function readTreebank(path: string): TreebankDocument[] {
  const bytes = readFileSync(path);
  return decodeTreebank((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
}

/** Decode CoNLL-U; the text of a document is its tokens with the white space that they tell of. */
export function decodeTreebank(content: string): TreebankDocument[] {
  const reader = new TreebankReader();
  for (const line of content.split('\n'))
    reader.add(line.endsWith('\r') ? line.slice(0, -1) : line);
  return reader.end();
}

class TreebankReader {
  readonly #documents: TreebankDocument[] = [];
  #text = '';
  #sentences: TreebankSentence[] = [];
  #words: TreebankWord[] = [];
  #tokens: [number, number][] = [];
  #isGlued = true;
  #rangeEnd = 0;

  add(line: string): void {
    if (line === '') this.#closeSentence();
    else if (line.startsWith('# newdoc')) this.#closeDocument();
    else if (line.startsWith('# newpar')) this.#breakParagraph();
    else if (!line.startsWith('#')) this.#addRow(line.split('\t'));
  }

  end(): TreebankDocument[] {
    this.#closeSentence();
    this.#closeDocument();
    return this.#documents;
  }

  #addRow(columns: string[]): void {
    const number = columns[0]!;
    if (number.includes('.')) return;
    const form = columns[1]!;
    const isLastGlued = columns[9]!.includes('SpaceAfter=No');
    if (number.includes('-')) {
      this.#rangeEnd = Number(number.slice(number.indexOf('-') + 1));
      this.#addToken(form, isLastGlued);
      return;
    }
    if (this.#rangeEnd < Number(number)) this.#addToken(form, isLastGlued);
    this.#words.push({
      form,
      lemma: columns[2]!,
      upos: columns[3]!,
      xpos: columns[4]!,
      feats: columns[5]!,
      head: Number(columns[6]),
      deprel: columns[7]!,
      token: this.#tokens.length - 1,
    });
  }

  #addToken(form: string, isGlued: boolean): void {
    if (!this.#isGlued) this.#text += ' ';
    this.#tokens.push([this.#text.length, this.#text.length + form.length]);
    this.#text += form;
    this.#isGlued = isGlued;
  }

  #breakParagraph(): void {
    if (this.#text !== '') this.#text += '\n\n';
    this.#isGlued = true;
  }

  #closeSentence(): void {
    if (this.#words.length > 0) this.#sentences.push({ words: this.#words, tokens: this.#tokens });
    this.#words = [];
    this.#tokens = [];
    this.#rangeEnd = 0;
  }

  #closeDocument(): void {
    if (this.#sentences.length > 0)
      this.#documents.push({ text: this.#text, sentences: this.#sentences });
    this.#sentences = [];
    this.#text = '';
    this.#isGlued = true;
  }
}
