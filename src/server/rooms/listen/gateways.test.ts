// Gateways of one channel beside each other: what one of them used up is not the other's.
import { expect, onTestFinished, test } from 'vitest';
import { openScratchDatabase } from '../../../../test/database.ts';
import { getKeyRing } from '../../../../test/key-ring.ts';
import { asOwner } from '../../app/set-up.ts';
import { hmacSha256Hex, keepNonce, nonceHash, sameText } from '../protect/index.ts';
import { addGateway, openGateways } from './gateways.ts';

/** Gateways as serve opens them, over a scratch database of their own. */
async function openWorld(ids: readonly string[]) {
  const scratch = await openScratchDatabase();
  onTestFinished(() => scratch.close());
  const keys = (await getKeyRing()).serve;
  for (const id of ids)
    await asOwner({ owner: scratch.owner }, 'live', (ctx) =>
      addGateway(ctx, keys, { id, channelId: 'http-gateway', settings: { secret, nonce: true }, sends: false }),
    );
  const db = scratch.as('intake');
  return openGateways({
    db,
    keys,
    world: {
      verify: { hmacSha256Hex, sameText, freshNonce: (id, nonce) => keepNonce(db, nonceHash(id, nonce), new Date()) },
      now: () => new Date(),
      fetch: async () => ({ outcome: 'unreached' }),
      deliverToHandset: async () => false,
    },
    onBroken: () => undefined,
  });
}

const secret = 'um segredo de prova com trinta e dois ou mais';
const body = Buffer.from(JSON.stringify({ id: '1', from: '+258800000001', text: 'ola' }));

test('two gateways may use the same nonce; one gateway may use it once', async () => {
  const gateways = await openWorld(['agregador', 'telemovel']);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const call = async (id: string) =>
    (await gateways.get(id)).channel.receive({
      method: 'POST',
      path: `/gateway/${id}/texts`,
      headers: {
        'content-type': 'application/json',
        'x-salama-timestamp': timestamp,
        'x-salama-nonce': 'abcdefgh',
        'x-salama-signature': hmacSha256Hex(secret, `${timestamp}.abcdefgh.`, body),
      },
      query: {},
      body,
      source: '127.0.0.1',
      receivedAt: new Date(),
    });
  expect(await call('agregador')).toHaveLength(1);
  expect(await call('telemovel')).toHaveLength(1);
  await expect(call('agregador')).rejects.toMatchObject({ code: 'gateway.replayed' });
});

test('only the gateway of a replay brings history: a real one may have nearly its name and is answered', async () => {
  const gateways = await openWorld(['replay', 'replay-nampula']);
  expect((await gateways.get('replay')).origin).toBe('replay');
  expect((await gateways.get('replay-nampula')).origin).toBe('live');
});
