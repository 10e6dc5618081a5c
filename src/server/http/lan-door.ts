// The second listener, for the building's own network: the same server behind TLS, while this machine keeps its plain one.
// No HSTS: a browser that was told once would refuse the plain one on the same name for ever.
import { createServer, type Server } from 'node:https';
import { type AddressInfo, Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Logger } from '../kit/log.ts';
import { refuseRaw } from './refuse-raw.ts';

export type LanSettings = {
  host: string;
  port: number /** Key and certificate. */;
  server: string /** To hand out. */;
  authority: string;
};
export type LanDoor = { port: number; renew(server: string): void; close(): Promise<void> };

const limits = { connectionsCheckingInterval: 1_000, requireHostHeader: false, keepAliveTimeout: 72_000 } as const;

/** After the plain one listens. */
export async function openLanDoor(
  server: FastifyInstance,
  { host, port, server: pem }: LanSettings,
  { log, slowestMs }: { log: Logger; slowestMs: number },
): Promise<LanDoor> {
  const door: Server = createServer(
    { key: pem, cert: pem, minVersion: 'TLSv1.2', requestTimeout: slowestMs, headersTimeout: slowestMs, ...limits },
    (request, response) => server.routing(request, response),
  );
  door.on('clientError', (error, socket) => {
    if (socket instanceof Socket) refuseRaw(error, socket, log);
    else socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    door.once('error', reject);
    door.listen(port, host, () => resolve());
  });
  return {
    port: portOf(door.address()),
    renew: (fresh) => door.setSecureContext({ key: fresh, cert: fresh, minVersion: 'TLSv1.2' }),
    close: async () => {
      door.closeAllConnections();
      await new Promise((resolve) => door.close(resolve));
    },
  };
}

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address ? address.port : 0;

const HERE = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/** The authority as a download, on this machine alone: whoever takes it over a network cannot know whose it is. */
export function handOutAuthority(server: FastifyInstance, authority: string): void {
  server.get('/lan/salama-lan.crt', (request, reply) => {
    if (!HERE.includes(request.socket.remoteAddress ?? '')) return reply.callNotFound();
    return reply
      .header('content-type', 'application/x-x509-ca-cert')
      .header('content-disposition', 'attachment; filename="salama-lan.crt"')
      .send(authority);
  });
}
