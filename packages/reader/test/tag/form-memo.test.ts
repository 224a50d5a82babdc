/**
 * Rows of words: two words that share a place in the memo within one block keep a row each.
 * @module
 */
import { expect, test } from 'vitest';
import { openModel } from '../../src/model/model-file.ts';
import { FormMemo, MEMO_CAPACITY } from '../../src/tag/form-memo.ts';
import { openNetwork } from '../../src/tag/network.ts';
import { LANGUAGE_FEATURES } from '../../src/tag/word-features.ts';
import type { WordForm } from '../../src/tokenize/word-forms.ts';
import { encodeTinyModel } from './tiny-network.ts';

const bytes = encodeTinyModel('Tavria keeps its border posts open', 1);

function openMemo() {
  const network = openNetwork(
    openModel(bytes, { stage: 'language', features: LANGUAGE_FEATURES }),
    8,
  );
  const memo = new FormMemo(network);
  const read = (row: number) => [...network.kernel.shorts(row, network.first.m)];
  return { memo, read };
}

const wordOf = (form: string, number: number) => ({ form, number }) as WordForm;

test('the memo: words that share a place keep a row each within a block, and find it again', () => {
  const words = [wordOf('border', 5), wordOf('posts', 5 + MEMO_CAPACITY), wordOf('keeps', 6)];
  const alone = words.map((word) => {
    const { memo, read } = openMemo();
    memo.open();
    const row = memo.find(word);
    memo.flush();
    return read(row);
  });
  expect(alone[0]).not.toEqual(alone[1]);
  const { memo, read } = openMemo();
  for (const order of [
    [0, 1, 2, 0, 1],
    [1, 0, 1, 2],
  ]) {
    memo.open();
    const rows = order.map((at) => memo.find(words[at]!));
    memo.flush();
    expect(rows.map(read)).toEqual(order.map((at) => alone[at]));
  }
});
