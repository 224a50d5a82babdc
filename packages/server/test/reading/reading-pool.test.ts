/** The pool of reading threads, with a worker that echoes. @module */
import { afterEach, expect, test } from 'vitest';
import { openReadingPool, type ReadingPool } from '../../src/reading/index.ts';

const workerUrl = new URL('./echo-worker.mjs', import.meta.url);
const pools: ReadingPool[] = [];
const openPool = (size: number) => {
  const pool = openReadingPool({ size, workerUrl });
  pools.push(pool);
  return pool;
};
afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close())));

const read = async (pool: ReadingPool, text: string) =>
  (await pool.read({ article: { text } })) as unknown as {
    text: string;
    threadId: number;
  };

test('threads: as many articles are read at once as there are threads, and no more threads start', async () => {
  const pool = openPool(2);
  const results = await Promise.all(['30', '20', '10', '5', '1'].map((text) => read(pool, text)));
  expect(results.map(({ text }) => text)).toEqual(['30', '20', '10', '5', '1']);
  expect(new Set(results.map(({ threadId }) => threadId)).size).toBe(2);
});

test('threads: the caller says whether it wants the record or its bytes', async () => {
  const pool = openPool(1);
  const record = await read(pool, 'a');
  const bytes = await pool.encode({ article: { text: 'a' } });
  expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual(record);
});

test('errors: a code crosses the thread with its remedy; a fault stays a fault', async () => {
  const pool = openPool(1);
  await expect(read(pool, 'refuse')).rejects.toMatchObject({ code: 'text-empty', remedy: 'write' });
  await expect(read(pool, 'fail')).rejects.toThrow('a fault');
  expect((await read(pool, 'on')).text).toBe('on');
});

test('errors: a thread that dies fails its own article and the next are read', async () => {
  const pool = openPool(1);
  const [first, second] = await Promise.allSettled([read(pool, 'die'), read(pool, 'after')]);
  expect(first).toMatchObject({ status: 'rejected', reason: { code: 'reading-failed' } });
  expect(second).toMatchObject({ status: 'fulfilled', value: { text: 'after' } });
});

test('end: what is under way is rejected, and so is what comes after', async () => {
  const pool = openPool(1);
  const under = expect(read(pool, '5000')).rejects.toMatchObject({ code: 'reading-stopped' });
  await pool.close();
  await under;
  await expect(read(pool, 'late')).rejects.toMatchObject({ code: 'reading-stopped' });
});

test('size: no pool without a thread', () => {
  expect(() => openReadingPool({ size: 0 })).toThrow(RangeError);
});
