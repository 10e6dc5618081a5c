// A long table may be read for longer than an idle connection is kept: whoever brought it gets the answer.
import { fastify } from 'fastify';
import { expect, test } from 'vitest';
import { stopIdleClock } from './bind.ts';

const IDLE_MS = 60;

test('an answer that takes its time arrives, where the route says that it may', async () => {
  const server = fastify({ connectionTimeout: IDLE_MS });
  const thinks = () => new Promise((resolve) => setTimeout(() => resolve({ read: true }), IDLE_MS * 4));
  server.post('/long', { preHandler: stopIdleClock }, thinks);
  server.post('/short', thinks);
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  await expect(fetch(`${url}/short`, { method: 'POST' })).rejects.toThrow();
  expect(await (await fetch(`${url}/long`, { method: 'POST' })).json()).toEqual({ read: true });
  await server.close();
});
