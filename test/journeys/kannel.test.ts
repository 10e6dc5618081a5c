// The whole circle over a real telephone network: Kannel's bearerbox and smsbox, and fakesmsc as the handset in her hand.
import { createServer } from 'node:net';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMONSTRATION_PASSWORD } from '../../src/server/app/demonstration/sign-in-page.ts';
import { type Client, openClient } from '../client.ts';
import { type KannelNetwork, missingKannelPrograms, openKannelNetwork } from '../kannel-network.ts';
import { type SalamaProcess, startSalamaProcess } from '../salama-process.ts';
import { until } from '../until.ts';
import { newestConcern, say } from './journey-world.ts';
import { addGatewayTo, openOwner, readServeKeys } from './whole-process.ts';

const missing = missingKannelPrograms();
const name = missing.length === 0 ? 'with a real Kannel' : `with a real Kannel (not installed: ${missing.join(', ')})`;
const token = 'k'.repeat(40);

describe.skipIf(missing.length > 0)(name, { timeout: 90_000 }, () => {
  let whole: SalamaProcess;
  let owner: pg.Pool;
  let network: KannelNetwork;
  let coordinator: Client;
  let post: Client;

  beforeAll(async () => {
    whole = await startSalamaProcess({ SALAMA_PORT: String(await freePort()) });
    owner = openOwner(whole);
    const door = `${whole.url()}/gateway/operador`;
    network = await openKannelNetwork({ moUrl: `${door}/${token}` });
    const { sendsmsUrl, username, password, from } = network;
    const settings = { token, sendsmsUrl, username, password, from, callbackUrl: door };
    const keys = await readServeKeys(whole.dataFolder);
    await addGatewayTo(owner, keys, { id: 'operador', channelId: 'kannel', settings, sends: true });
    coordinator = await signIn('coordenadora');
    post = await signIn('comandante');
  }, 120_000);
  afterAll(async () => {
    await network?.close();
    await owner?.end();
    await whole?.stop();
  });

  async function signIn(login: string): Promise<Client> {
    const client = openClient(whole.url());
    await client.signIn({ login, password: DEMONSTRATION_PASSWORD });
    return client;
  }
  const count = async (query: string): Promise<number> =>
    (await owner.query<{ n: number }>(`select count(*)::int as n from ${query}`)).rows[0]?.n ?? 0;
  const narrativeOf = async (): Promise<string> => (await newestConcern(coordinator)).narrative ?? '';

  test('a short text is thanked on her own handset', async () => {
    await network.handset('258841234501').send('Roubo mota em Nantalika');
    expect(await network.receivedBy('258841234501')).toBe(say('receipt.first'));
  });

  test('the network’s delivery report ends the text as delivered', async () => {
    await until(() => count(`listen_outbound where state = 'delivered' and template = 'receipt.first'`), 'the report');
  });

  test('the post answers, and the neutral answer and its question reach her in this order', async () => {
    const brief = await until(async () => (await post.call('listBriefs', { query: {} })).briefs[0], 'the brief');
    expect(brief).toMatchObject({ typeCode: 'C03', postId: 'po_demo-police-nantalika' });
    await post.call('finishBrief', { params: { id: brief.id } });
    expect(await network.receivedBy('258841234501')).toBe(say('answer.done'));
    expect(await network.receivedBy('258841234501')).toBe(say('ask.clear'));
    await network.handset('258841234501').send('1');
    expect(await network.receivedBy('258841234501')).toBe(say('thanks'));
  });

  test('a long text that travels in parts is one telling, with every word', async () => {
    const words = 'levaram o painel, os cabos e a bateria da bomba de agua do bairro '.repeat(4).trim();
    await network.handset('258841234502').send(`Vandalismo em Mirambela ${words}`);
    await network.receivedBy('258841234502');
    await until(async () => (await narrativeOf()).includes('Vandalismo'), 'the concern');
    expect(await narrativeOf()).toBe(`Vandalismo em Mirambela ${words}`);
    expect(await count('listen_inbound')).toBe(3);
  });

  test('a text in UCS-2 arrives with its accents', async () => {
    await network.handset('258841234503').send('Arrombamento em Napulubi, não há polícia à noite 😟');
    await network.receivedBy('258841234503');
    await until(async () => (await narrativeOf()).includes('Arrombamento'), 'the concern');
    expect(await narrativeOf()).toBe('Arrombamento em Napulubi, não há polícia à noite 😟');
  });

  test('what she writes while Salama is down waits in Kannel, and is stored once when it is back', async () => {
    const before = await count('listen_inbound');
    whole.kill('all', 'SIGKILL');
    await network.handset('258841234504').send('Burla em Nantalika');
    await whole.start();
    expect(await network.receivedBy('258841234504')).toBe(say('receipt.first'));
    expect(await count('listen_inbound')).toBe(before + 1);
    expect(await count(`listen_outbound where template = 'receipt.first'`)).toBe(4);
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
