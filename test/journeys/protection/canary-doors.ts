// The three doors by which tellings come in: a simulated phone, the signed generic gateway, Kannel's post-url.
import type { GatewayGiven } from '../../salama.ts';
import { type Canary, textOf } from './canaries.ts';
import type { ProtectionWorld } from './protection-world.ts';
import { door, signatureOf } from './signed-call.ts';

const TOKEN = 'q'.repeat(40);

export const canariesByDoor = {
  gateways: (road: string, secret: string): GatewayGiven[] => [
    { id: 'agregador', channelId: 'http-gateway', settings: { secret, sendUrl: `${road}/send` }, sends: true },
    {
      id: 'operador',
      channelId: 'kannel',
      settings: {
        token: TOKEN,
        sendsmsUrl: `${road}/cgi-bin/sendsms`,
        username: 'salama',
        password: 'palavra',
        from: '1490',
        callbackUrl: `${road}/gateway/operador`,
      },
      sends: true,
    },
  ],
};

/** A tenth on phones, half through the gateway, the rest through Kannel. */
export async function tellAll(world: ProtectionWorld, canaries: readonly Canary[]): Promise<void> {
  const [phones, half] = [canaries.length / 10, canaries.length * 0.6];
  for (const canary of canaries.slice(0, phones)) await world.text(canary.from, canary.text);
  for (let at = phones; at < half; at += 50) await bySignedCall(world.url, canaries.slice(at, Math.min(half, at + 50)));
  for (const [n, canary] of canaries.slice(half).entries()) await byKannel(world.url, canary, n);
}

async function bySignedCall(url: string, canaries: readonly Canary[]): Promise<void> {
  const body = JSON.stringify(canaries.map(textOf));
  await mustTake(await fetch(new URL(door, url), { method: 'POST', body, headers: signatureOf(body) }));
}

async function byKannel(url: string, canary: Canary, n: number): Promise<void> {
  const headers = { 'content-type': 'text/plain; charset=UTF-8', 'x-kannel-from': canary.from, 'x-kannel-to': '1490' };
  const id = `canario-${String(n).padStart(6, '0')}`;
  const at = new URL(`/gateway/operador/${TOKEN}?id=${id}`, url);
  await mustTake(await fetch(at, { method: 'POST', body: canary.text, headers }));
}

async function mustTake(answer: Response): Promise<void> {
  if (!answer.ok) throw new Error(`not taken: ${answer.status} ${await answer.text()}`);
}
