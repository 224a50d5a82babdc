/** The server on a socket. @module */
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { serveApp } from '../src/index.ts';

const hello = { fetch: async () => new Response('hello') };

test('serve: answers on the loopback address until it is closed', async () => {
  const serving = await serveApp(hello, { port: 0 });
  expect(serving.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await (await fetch(serving.url)).text()).toBe('hello');
  await serving.close();
  await expect(fetch(serving.url)).rejects.toThrow();
});

test('serve: a request under way is finished before the end', async () => {
  let started = () => {};
  const asked = new Promise<void>((resolve) => {
    started = resolve;
  });
  const slow = {
    fetch: async () => {
      started();
      await new Promise((resolve) => setTimeout(resolve, 100));
      return new Response('late');
    },
  };
  const serving = await serveApp(slow, { port: 0 });
  const answer = fetch(serving.url).then((response) => response.text());
  await asked;
  await serving.close();
  expect(await answer).toBe('late');
});

test('serve: a port in use is told with a code and what to do', async () => {
  const taken = createServer();
  const port = await new Promise<number>((resolve) =>
    taken.listen(0, '127.0.0.1', () => resolve((taken.address() as { port: number }).port)),
  );
  await expect(serveApp(hello, { port })).rejects.toMatchObject({
    code: 'port-in-use',
    remedy: expect.stringContaining('--port'),
  });
  taken.close();
});
