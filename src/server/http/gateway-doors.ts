// Doors of the gateways: raw, bounded bodies, read whole before anything is asked of the database.
import type { FastifyInstance } from 'fastify';
import type { Logger } from '../kit/log.ts';
import { sendProblem } from './send-problem.ts';

export type GatewayCall = {
  gatewayId: string;
  method: string;
  path: string;
  headers: Readonly<Record<string, string | undefined>>;
  query: Readonly<Record<string, string | undefined>>;
  body: Uint8Array;
  ip: string;
};
export type GatewayAnswer = { status: number; contentType: string; body: string };

export type GatewayDoor = {
  /** Largest body of any channel, bytes. */
  maxBodyBytes: number;
  receive(call: GatewayCall): Promise<GatewayAnswer>;
};

export async function openGatewayDoors(server: FastifyInstance, door: GatewayDoor, log: Logger): Promise<void> {
  await server.register((gateways, _options, registered) => {
    gateways.removeAllContentTypeParsers();
    gateways.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: door.maxBodyBytes }, (_request, body, done) =>
      done(null, body),
    );
    gateways.setErrorHandler((error, request, reply) => sendProblem(error, { request, reply, log }));
    gateways.route<{ Params: { gateway: string } }>({
      method: ['GET', 'POST'],
      // Whoever only asks for the head of an answer brings nothing.
      exposeHeadRoute: false,
      url: '/gateway/:gateway/*',
      bodyLimit: door.maxBodyBytes,
      handler: async (request, reply) => {
        const answer = await door.receive({
          gatewayId: request.params.gateway,
          method: request.method,
          path: request.url.split('?')[0] ?? '',
          headers: single(request.headers),
          query: single(request.query),
          body: Buffer.isBuffer(request.body) ? request.body : new Uint8Array(),
          ip: request.ip,
        });
        return reply.status(answer.status).header('content-type', answer.contentType).send(answer.body);
      },
    });
    registered();
  });
}

/** A name given twice is an attack on somebody's parser: it counts as absent. */
function single(values: unknown): Record<string, string | undefined> {
  if (typeof values !== 'object' || values === null) return {};
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name.toLowerCase(), typeof value === 'string' ? value : undefined]),
  );
}
