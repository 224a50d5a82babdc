/**
 * A growing list of tokens in typed columns: what the tokenizer writes to, with no object a token.
 * @module
 */
import type { Tokens } from '../layers.ts';

/** Columns that double when they are full. */
export class TokenList {
  length = 0;
  private start = new Uint32Array(256);
  private end = new Uint32Array(256);
  private joined = new Uint8Array(256);

  /** Add a token; `joined` 1 where it goes on inside the surface word of the token before. */
  add(start: number, end: number, joined = 0): void {
    if (this.length === this.start.length) this.grow();
    this.start[this.length] = start;
    this.end[this.length] = end;
    this.joined[this.length] = joined;
    this.length++;
  }

  /** The list as a layer over the text. */
  toTokens(text: string): Tokens {
    const { length } = this;
    return {
      text,
      length,
      start: this.start.slice(0, length),
      end: this.end.slice(0, length),
      joined: this.joined.slice(0, length),
    };
  }

  private grow(): void {
    const size = this.start.length * 2;
    const start = new Uint32Array(size);
    const end = new Uint32Array(size);
    const joined = new Uint8Array(size);
    start.set(this.start);
    end.set(this.end);
    joined.set(this.joined);
    this.start = start;
    this.end = end;
    this.joined = joined;
  }
}
