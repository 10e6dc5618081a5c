// Binds a declared route to the room's function: parse what comes in, one transaction, parse what goes out (house.md D7).
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { contract, type RouteName } from '../../shared/contract/index.ts';
import type { Route } from '../../shared/contract/route.ts';
import { Id } from '../../shared/contract/shapes.ts';
import { roleFacts } from '../../shared/domain/role.ts';
import { problem } from '../../shared/kit/problem.ts';
import type { Db } from '../db/client.ts';
import { personTx, type TxSettings } from '../db/tx.ts';
import type { DoorCtx, Handling, Person } from '../kit/handle.ts';
import type { Logger } from '../kit/log.ts';
import { mayCall, type Permissions } from './permissions.ts';
import { fieldsOf, refusedInput } from './problem-json.ts';
import { forgetCookie, keepCookie, readCookie } from './session-cookie.ts';

export type BindSettings = {
  /** Pool of the login `web`, which has no rights until a transaction takes on a class. */
  db: Db;
  /** A pool of its own for requests of nobody yet: hashing a password holds a connection, and must starve no post. */
  doorDb: Db;
  tx: TxSettings;
  permissions: Permissions;
  /** Who holds this token, or undefined. Refreshes the session's idle time when somebody asked by hand. */
  findPerson(token: string, byHand: boolean): Promise<Person | undefined>;
  /** Keyed hash of the network a request came from, for throttling. The address itself goes nowhere. */
  networkOf(ip: string): string;
  /** Called after a commit that may have set off work. */
  onCommitted(): void;
  log: Logger;
};

export function bindRoutes(server: FastifyInstance, handlings: readonly Handling[], settings: BindSettings): void {
  for (const handling of handlings) {
    const { method, path, maxBytes, takesTime } = handling.route;
    server.route({
      method,
      url: path,
      ...(maxBytes === undefined ? {} : { bodyLimit: maxBytes }),
      ...(takesTime ? { preHandler: stopIdleClock } : {}),
      handler: async (request, reply) => {
        const answer =
          handling.kind === 'person'
            ? await asPerson(handling, request, settings)
            : await atDoor(handling, { request, reply }, settings);
        if (method !== 'GET') settings.onCommitted();
        return reply.header('cache-control', 'no-store').send(parseAnswer(handling.route, answer, settings.log));
      },
    });
  }
}

/** The body is here; while it is read nothing passes over the connection. Node winds the clock again with the answer. */
export async function stopIdleClock({ raw }: FastifyRequest): Promise<void> {
  raw.socket.setTimeout(0);
}

const names = new Map<Route, RouteName>(Object.entries(contract).map(([name, route]) => [route, name as RouteName]));

async function asPerson(
  handling: Extract<Handling, { kind: 'person' }>,
  request: FastifyRequest,
  settings: BindSettings,
): Promise<unknown> {
  refuseForgery(request);
  const token = readCookie(request);
  const person = token ? await settings.findPerson(token, handling.route.byItself !== true) : undefined;
  if (!person) throw problem('session.missing');
  const name = names.get(handling.route);
  if (!name || !mayCall(settings.permissions, name, person.role)) throw problem('access.denied');
  const input = parseInput(handling.route, request);
  const as = {
    actor: { id: person.userId, role: person.role },
    databaseClass: roleFacts[person.role].databaseClass,
    token: person.token,
    within: handling.route.narrows === true ? areaOf(request) : undefined,
  };
  return personTx({ db: settings.db, tx: settings.tx, person: as }, (ctx) =>
    handling.handle({ ...ctx, person }, input as never),
  );
}

/** Throws `request.invalid` for what is no area's id. */
function areaOf({ headers }: FastifyRequest): string | undefined {
  const said = headers['x-salama-area'];
  if (said === undefined) return undefined;
  const read = Id.safeParse(said);
  if (!read.success) throw problem('request.invalid', { field: 'x-salama-area' });
  return read.data;
}

async function atDoor(
  handling: Extract<Handling, { kind: 'door' }>,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  settings: BindSettings,
): Promise<unknown> {
  refuseForgery(request);
  const input = parseInput(handling.route, request);
  const token = readCookie(request);
  let keep = (): void => {};
  const answer = await personTx(
    {
      db: settings.doorDb,
      tx: settings.tx,
      person: { actor: { id: 'door', role: 'door' }, databaseClass: 'door', token: '' },
    },
    (ctx) => {
      const door: DoorCtx = {
        ...ctx,
        network: settings.networkOf(request.ip),
        ...(token ? { token } : {}),
        keep: (fresh, expiresAt) => {
          keep = () => keepCookie(reply, fresh, expiresAt);
        },
        forget: () => {
          keep = () => forgetCookie(reply);
        },
      };
      return handling.handle(door, input as never);
    },
  );
  // Only after the commit: a cookie for a session that was rolled back would be a lie.
  keep();
  return answer;
}

/** A page of another origin can send cookies, but neither this header nor a same-origin mark. */
function refuseForgery(request: FastifyRequest): void {
  if (request.method === 'GET') return;
  const site = request.headers['sec-fetch-site'];
  if (request.headers['x-salama'] !== '1' || (site !== undefined && site !== 'same-origin' && site !== 'none'))
    throw problem('request.forged');
}

function parseInput(route: Route, request: FastifyRequest): { params: unknown; query: unknown; body: unknown } {
  return {
    params: parsePart(route.params, request.params),
    query: parsePart(route.query, request.query),
    body: parsePart(route.body, request.body),
  };
}

/** Only here is what does not fit the caller's fault. */
function parsePart(shape: z.ZodType = Empty, given: unknown): unknown {
  const parsed = shape.safeParse(given ?? {});
  if (parsed.success) return parsed.data;
  throw refusedInput(parsed.error);
}

const Empty = z.strictObject({});

/** A stray key means something left that nobody decided to show: the answer is withheld and an alarm is written. */
function parseAnswer(route: Route, answer: unknown, log: Logger): unknown {
  const parsed = route.response.safeParse(answer);
  if (parsed.success) return parsed.data;
  log.error({ event: 'response.withheld', route: route.path, method: route.method, fields: fieldsOf(parsed.error) });
  throw problem('server.fault', { route: route.path });
}
