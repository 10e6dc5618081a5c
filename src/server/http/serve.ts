// The web server: limits, headers, the error edge, gateways' doors, the API, and the console's files.
import cookie from '@fastify/cookie';
import { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import { getHealth } from '../../shared/contract/work.ts';
import { problem } from '../../shared/kit/problem.ts';
import type { Handling } from '../kit/handle.ts';
import type { Logger } from '../kit/log.ts';
import { type BindSettings, bindRoutes } from './bind.ts';
import { serveConsole } from './files.ts';
import { type GatewayDoor, openGatewayDoors } from './gateway-doors.ts';
import { handOutAuthority } from './lan-door.ts';
import { openPublicDoor } from './public-door.ts';
import type { PublicTools } from './public-tools.ts';
import { cutSlowBodies, refuseNameless, refuseRaw, secure } from './refuse-raw.ts';
import { sendProblem } from './send-problem.ts';

export type ServeSettings = {
  bind: BindSettings;
  handlings: readonly Handling[];
  gateways: GatewayDoor;
  /** What anybody may look up or tell. */
  public: PublicTools;
  demonstration: boolean;
  /** Folder of the built console. */
  webFolder: string;
  /** A fresh value for each page's content-security policy. */
  makeNonce(): string;
  log: Logger;
  isDatabaseHere(): Promise<boolean>;
  /** Whose word for where a visitor comes from is taken: addresses and networks. Nobody else's header is read. */
  trustedProxies: readonly string[];
  https?: { key: string; cert: string };
  /** Of the local network, to be downloaded on this machine. */
  authority?: string;
};

const API_BODY_BYTES = 64 * 1024;
export const SLOWEST_REQUEST_MS = 10_000;
/** Node looks for the too slow every 30 s by itself: they would hold on four times as long as they may. */
const watch = { connectionsCheckingInterval: 1_000, requireHostHeader: false } as const;
const limits = {
  logger: false,
  bodyLimit: API_BODY_BYTES,
  requestTimeout: SLOWEST_REQUEST_MS,
  connectionTimeout: SLOWEST_REQUEST_MS * 3,
  keepAliveTimeout: 72_000,
  return503OnClosing: true,
  forceCloseConnections: true,
  routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
} as const;

export async function makeServer(settings: ServeSettings): Promise<FastifyInstance> {
  const { log } = settings;
  const options = {
    ...limits,
    trustProxy: [...settings.trustedProxies],
    // An address that cannot be decoded reaches no route, no hook and no error handler.
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(error, { request, reply: secure(reply), log }),
    clientErrorHandler: (error: Error & { code?: string }, socket: FastifyRequest['raw']['socket']) =>
      refuseRaw(error, socket, log),
  };
  const server: FastifyInstance = settings.https
    ? fastify({ ...options, https: { ...settings.https, ...watch } })
    : fastify({ ...options, http: watch });
  refuseNameless(server, log);
  cutSlowBodies(server, SLOWEST_REQUEST_MS, log);
  await server.register(cookie);
  server.addHook('onSend', async (_request, reply) => {
    secure(reply);
  });
  server.setErrorHandler((error: FastifyError, request, reply) =>
    sendProblem(error, { request, reply, log: settings.log }),
  );
  server.setNotFoundHandler((request, reply) =>
    sendProblem(problem('request.not-found'), { request, reply, log: settings.log }),
  );
  bindRoutes(server, settings.handlings, settings.bind);
  await openGatewayDoors(server, settings.gateways, settings.log);
  await openPublicDoor(server, settings);
  server.get(getHealth.path, async (_request, reply) => {
    const here = await settings.isDatabaseHere();
    return reply
      .status(here ? 200 : 503)
      .send(getHealth.response.parse({ ok: here, database: here ? 'here' : 'away' }));
  });
  if (settings.authority !== undefined) handOutAuthority(server, settings.authority);
  await serveConsole(server, settings.webFolder, settings.makeNonce);
  return server;
}
