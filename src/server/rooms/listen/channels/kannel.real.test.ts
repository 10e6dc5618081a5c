// The channel against the real Kannel, run from the configuration that operators get: what it posts, takes, sends and logs.
import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type KannelNetwork, missingKannelPrograms, openKannelNetwork } from '../../../../../test/kannel-network.ts';
import { Problem } from '../../../../shared/kit/problem.ts';
import {
  type CallInit,
  type CallOutcome,
  type DeliveryReport,
  type Inbound,
  type InboundRequest,
  type InboundText,
  type OpenChannel,
  openChannel,
} from '../channel.ts';
import { kannel } from './kannel.ts';

const token = 'a-token-for-this-test-0123456789abcdef';
const missing = missingKannelPrograms();

describe.skipIf(missing.length > 0)(
  `real Kannel${missing.length > 0 ? ` (not installed: ${missing.join(', ')})` : ''}`,
  () => {
    const received: Inbound[] = [];
    const seenUrls: string[] = [];
    let refusals = 0;
    let refuse: ((request: InboundRequest) => boolean) | undefined;
    let server: Server;
    let network: KannelNetwork;
    let channel: OpenChannel;

    beforeAll(async () => {
      server = createServer((incoming, response) => {
        void readRequest(incoming).then(async (request) => {
          seenUrls.push(incoming.url ?? '');
          const reply = await answer(request);
          response.writeHead(reply.status, { 'content-type': reply.contentType }).end(reply.body);
        });
      });
      const callbackUrl = `http://127.0.0.1:${await listen(server)}/gateways/kannel`;
      network = await openKannelNetwork({ moUrl: `${callbackUrl}/${token}`, combineSeconds: 1 });
      const { sendsmsUrl, username, password, from } = network;
      channel = openChannel(kannel, { token, sendsmsUrl, username, password, from, callbackUrl }, world);
    });

    afterAll(async () => {
      await network?.close();
      server?.closeAllConnections();
      server?.close();
    });

    async function answer(request: InboundRequest) {
      if (refuse?.(request) === true) {
        refusals += 1;
        return { status: 503, contentType: 'text/plain', body: '' };
      }
      try {
        const inbound = await channel.receive(request);
        received.push(...inbound);
        return channel.acknowledge(inbound, []);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        refusals += 1;
        return { status: 422, contentType: 'text/plain', body: '' };
      }
    }

    const texts = () => received.filter((one): one is InboundText => one.kind === 'text');
    const textsFrom = (number: string) => texts().filter((one) => one.from === number);
    const arrival = (number: string, count = 1) => expect.poll(() => textsFrom(number).length, patience).toBe(count);
    const states = (outboundId: string) =>
      received
        .filter((one): one is DeliveryReport => one.kind === 'delivery' && one.providerId === outboundId)
        .map((one) => one.state);

    test('a text arrives with its number, its time and a key, and none of the first two in a URL', async () => {
      await network.handset('258841000001').send('Disparos perto do mercado');
      await arrival('258841000001');
      const [text] = textsFrom('258841000001');
      expect(text).toMatchObject({ from: '258841000001', to: '82000', text: 'Disparos perto do mercado' });
      expect(text?.externalId).toMatch(/^[0-9a-f-]{36}$/);
      expect(text?.sentAt?.getTime()).toBeGreaterThan(performance.timeOrigin - 60_000);
      expect(seenUrls.join(' ')).not.toMatch(/258841000001|Disparos/i);
    });

    test('accents, a dash and a picture arrive whole', async () => {
      await network.handset('258841000002').send('não há água à noite — só às 6h 😀');
      await arrival('258841000002');
      expect(textsFrom('258841000002')[0]?.text).toBe('não há água à noite — só às 6h 😀');
    });

    test('a long text arrives as one', async () => {
      const long = 'Chegaram muitas familias esta noite e nao ha agua nem tendas para todas. '.repeat(5).trim();
      await network.handset('258841000003').send(long);
      await arrival('258841000003');
      expect(textsFrom('258841000003')).toMatchObject([{ text: long }]);
      expect(textsFrom('258841000003')[0]).not.toHaveProperty('part');
    });

    test('half of a long text whose rest never comes is handed over, and says which half', async () => {
      await network.handset('258841000004').sendRaw('udh-text %05%00%03%2A%02%01 Disparos perto');
      await network.handset('258841000004').sendRaw('udh-text %06%08%04%01%02%03%02 do meio');
      await arrival('258841000004', 2);
      expect(textsFrom('258841000004').map(({ text, part }) => ({ text, part }))).toEqual(
        expect.arrayContaining([
          { text: 'Disparos perto', part: { reference: '3-42', number: 1, of: 2 } },
          { text: 'do meio', part: { reference: '4-1.2', number: 2, of: 3 } },
        ]),
      );
    });

    test('parts that a line marks as 8-bit are still read as text', async () => {
      await network.handset('258841000005').sendRaw('udh-data %05%00%03%07%02%01 um ');
      await network.handset('258841000005').sendRaw('udh-data %05%00%03%07%02%02 dois');
      await arrival('258841000005');
      expect(textsFrom('258841000005')[0]?.text).toBe('um dois');
    });

    test('a blank text arrives, blank', async () => {
      await network.handset('258841000006').send('');
      await arrival('258841000006');
      expect(textsFrom('258841000006')[0]?.text).toBe('');
    });

    test('refused, it comes again under the same key until it is taken', async () => {
      const keys: string[] = [];
      refuse = (request) => {
        const hers = request.headers['x-kannel-from'] === '258841000007';
        if (hers) keys.push(request.query['id'] ?? '');
        return hers && keys.length < 3;
      };
      await network.handset('258841000007').send('ainda aqui');
      await arrival('258841000007');
      refuse = undefined;
      expect(keys).toHaveLength(3);
      expect(new Set(keys)).toEqual(new Set([textsFrom('258841000007')[0]?.externalId]));
    });

    test('a picture notice is refused, and nobody is answered in English', async () => {
      const before = refusals;
      await network.handset('258841000008').sendRaw('data %00%01%ff%fe');
      await expect.poll(() => refusals, patience).toBeGreaterThan(before + 1);
      await channel.send({ outboundId: 'ou_after', to: '258841000008', text: 'Obrigado.', coding: 'gsm-7' });
      expect(await network.receivedBy('258841000008')).toBe('Obrigado.');
    });

    test.each([
      ['ou_plain', 'Recebido. Obrigado. [a] {b} à é 5 €', 'gsm-7', 'Recebido. Obrigado. [a] {b} à é 5 €'],
      ['ou_trap', 'ação', 'gsm-7', 'acao'],
      ['ou_wide', 'não há ação — 😀', 'ucs-2', 'não há ação — 😀'],
      ['ou_long', 'Sobre a sua mensagem. '.repeat(20), 'gsm-7', 'Sobre a sua mensagem. '.repeat(20)],
      ['ou_long_wide', 'Não há. '.repeat(30), 'ucs-2', 'Não há. '.repeat(30)],
    ] as const)('%s reaches the handset as it was written', async (...[outboundId, text, coding, expected]) => {
      const number = `2588420000${outboundId.length + 10}`;
      const sent = await channel.send({ outboundId, to: `+${number}`, text, coding });
      expect(sent).toEqual({ outcome: 'accepted', providerId: outboundId });
      expect(await network.receivedBy(number)).toBe(expected);
      await expect.poll(() => states(outboundId), patience).toContain('delivered');
    });

    test('a wrong password is refused, and may be tried again once mended', async () => {
      const { sendsmsUrl, username, from } = network;
      const callbackUrl = 'http://127.0.0.1:9/gateways/kannel';
      const wrong = openChannel(kannel, { token, sendsmsUrl, username, from, callbackUrl, password: 'wrong' }, world);
      const sent = await wrong.send({ outboundId: 'ou_w', to: '258841000009', text: 'a', coding: 'gsm-7' });
      expect(sent).toEqual({ outcome: 'refused', retryable: true, code: 'http-403' });
    });

    test('no number and no word of a text stands in anything that Kannel wrote', async () => {
      const written = await network.written();
      expect(written).not.toMatch(/25884\d{7}/);
      expect(written).not.toMatch(/Disparos|mercado|Obrigado|familias/i);
    });
  },
);

const patience = { timeout: 20_000, interval: 20 };

const world = {
  verify: {
    hmacSha256Hex: () => '',
    sameText: (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b)),
    freshNonce: async () => true,
  },
  deliverToHandset: async () => true,
  now: () => new Date(performance.timeOrigin + performance.now()),
  fetch: async (url: string, { timeoutMs, ...init }: CallInit): Promise<CallOutcome> => {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) });
    return { outcome: 'answered', status: response.status, body: await response.text() };
  },
};

async function readRequest(incoming: IncomingMessage): Promise<InboundRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    headers: Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)])),
    query: Object.fromEntries(url.searchParams),
    body: new Uint8Array(Buffer.concat(chunks)),
    source: incoming.socket.remoteAddress ?? '',
    receivedAt: world.now(),
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
