// Behind a named proxy each visitor is counted by her own network: who tries codes without end stops herself and nobody else.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Salama, startSalama } from '../salama.ts';

let salama: Salama;
beforeAll(async () => {
  salama = await startSalama({ trustedProxies: ['127.0.0.1'] });
});
afterAll(() => salama?.close());

const tryCode = async (forwardedFor: string): Promise<number> => {
  const body = new URLSearchParams({ code: 'AAAA-AAA2' });
  const headers = { 'x-forwarded-for': forwardedFor };
  return (await fetch(new URL('/seguir', salama.url), { method: 'POST', headers, body })).status;
};

test('eleven wrong codes pause their own network, whatever address it claims; the neighbour goes on', async () => {
  const answers: number[] = [];
  // What stands before the proxy's own word was written by the visitor.
  for (let wrong = 0; wrong < 11; wrong += 1) answers.push(await tryCode(`10.${wrong}.0.1, 192.0.2.7`));
  expect(answers).toEqual([...Array.from({ length: 10 }, () => 404), 429]);
  expect(await tryCode('198.51.100.7')).toBe(404);
  expect(salama.logged()).not.toMatch(/192\.0\.2\.7|198\.51\.100\.7/);
});
