// The sign-in side over its real edge: a server with cookies, bound routes, real keys and passwords, and a database of its own.
import { readFile } from 'node:fs/promises';
import cookie from '@fastify/cookie';
import { type FastifyInstance, fastify } from 'fastify';
import { generateSync } from 'otplib';
import { z } from 'zod';
import { openDb } from '../src/server/db/client.ts';
import { openPool } from '../src/server/db/pool.ts';
import { type Ctx, personTx, systemTx, type TxSettings } from '../src/server/db/tx.ts';
import { bindRoutes } from '../src/server/http/bind.ts';
import { parsePermissions } from '../src/server/http/permissions.ts';
import { sendProblem } from '../src/server/http/send-problem.ts';
import { createLog } from '../src/server/kit/log.ts';
import { createGate } from '../src/server/rooms/protect/gate.ts';
import {
  createFirstInvitations,
  createPasswords,
  findPerson,
  makeUser,
  openApart,
  protectRoutes,
  throttleKey,
} from '../src/server/rooms/protect/index.ts';
import type { Role, roleFacts } from '../src/shared/domain/role.ts';
import { openScratchDatabase, type ScratchDatabase, testPasswords } from './database.ts';
import { getKeyRing } from './key-ring.ts';

export const password = 'quatro mangas verdes caem';
export type Answer = {
  status: number;
  code: string | undefined;
  body: Record<string, unknown>;
  cookie: string | undefined;
};
export type Member = { userId: string; login: string; secret: string; recoveryCodes: string[]; cookie: string };
type Call = { body?: object; cookie?: string | undefined; ip?: string };

export type SignInWorld = {
  scratch: ScratchDatabase;
  /** How many argon2 works have begun. */
  hashes(): number;
  /** Moves the server's clock on, against the database's. */
  later(minutes: number): void;
  call(line: `${'GET' | 'POST' | 'DELETE'} ${string}`, given?: Call): Promise<Answer>;
  /** A deed of the owner, as at set-up. */
  asOwner<T>(deed: (ctx: Ctx) => Promise<T>): Promise<T>;
  /** SQL as a class with this token, whatever the token is worth. */
  asClass<T>(
    databaseClass: (typeof roleFacts)[Role]['databaseClass'] | 'door',
    token: string,
    deed: (ctx: Ctx) => Promise<T>,
  ): Promise<T>;
  person(token: string): ReturnType<typeof findPerson>;
  firstCodes(): Promise<Record<string, string>>;
  /** Invites by this cookie and returns the code and id. */
  invite(
    by: string,
    wanted: { role: Role; areaId?: string; postId?: string; language?: string },
  ): Promise<{ id: string; code: string }>;
  accept(code: string, login: string, given?: { password?: string }): Promise<Answer>;
  /** Accepts and proves: a whole new person with an open session. */
  join(code: string, login: string): Promise<Member>;
  /** The digits the app shows in this half-minute or, by `ahead`, in another. */
  digits(secret: string, ahead?: number): string;
  /** A user of the demonstration. */
  seed(login: string, role: Role, scope?: { areaId?: string; postId?: string }): Promise<string>;
  close(): Promise<void>;
};

export async function openSignInWorld(demonstration: boolean): Promise<SignInWorld> {
  const house = await openHouse(demonstration);
  const { scratch, server, settings, keys, passwords } = house;
  const db = scratch.as('web');
  const call = callOn(server);
  const asOwner: SignInWorld['asOwner'] = (deed) =>
    systemTx({ db: scratch.as('owner'), tx: settings, actor: { id: 'us_setup', role: 'administrator' } }, deed);
  const digits: SignInWorld['digits'] = (secret, ahead = 0) =>
    generateSync({ secret, epoch: Math.floor(house.now().getTime() / 1000) + ahead * 30 });
  const accept: SignInWorld['accept'] = (code, login, given = {}) =>
    call('POST /api/invitations/accept', {
      body: { code, login, name: 'Pessoa de Prova', password: given.password ?? password, locale: 'pt' },
    });
  return {
    scratch,
    hashes: house.hashes,
    later: house.later,
    call,
    asOwner,
    asClass: (databaseClass, token, deed) =>
      personTx({ db, tx: settings, person: { actor: { id: 'us_tester', role: 'door' }, databaseClass, token } }, deed),
    person: (token) => findPerson(db, token, { now: house.now(), byHand: true }),
    firstCodes: async () => {
      const made = await asOwner((ctx) => createFirstInvitations(ctx, keys));
      return Object.fromEntries(made.map(({ role, code }) => [role, code]));
    },
    invite: async (by, wanted) => {
      const made = await call('POST /api/invitations', { cookie: by, body: wanted });
      const { invitationId, code } = z.looseObject({ invitationId: z.string(), code: z.string() }).parse(made.body);
      return { id: invitationId, code };
    },
    accept,
    join: async (code, login) => {
      const { userId, totpUri, recoveryCodes } = SetUp.parse((await accept(code, login)).body);
      const secret = secretOf(totpUri);
      const body = { login, password, secondFactor: digits(secret) };
      const confirmed = await call('POST /api/invitations/confirm', { body });
      if (confirmed.cookie === undefined) throw new Error(`not confirmed: ${confirmed.code}`);
      return { userId, login, secret, recoveryCodes, cookie: confirmed.cookie };
    },
    digits,
    seed: (login, role, scope = {}) =>
      asOwner((ctx) => makeUser(ctx, { login, name: `Pessoa ${login}`, role, password, ...scope }, passwords)),
    close: house.close,
  };
}

/** The server and all it stands on. */
async function openHouse(demonstration: boolean) {
  const scratch = await openScratchDatabase();
  const clock = { offsetMs: 0 };
  const settings: TxSettings = { hearings: {}, clock, origin: 'live' };
  const now = (): Date => new Date(Date.now() + clock.offsetMs);
  const keys = (await getKeyRing()).serve;
  const gate = createGate(4, 64);
  let hashes = 0;
  const passwords = await createPasswords((work) => {
    hashes++;
    return gate(work);
  });
  await fill(scratch, demonstration);
  const apart = openPool({
    ...scratch.connection,
    user: 'salama_web',
    password: testPasswords.web,
    max: 2,
    onLost: () => undefined,
  });
  const tools = {
    keys,
    passwords,
    demonstration,
    apart: openApart(openDb(apart), settings),
    timeZone: 'Africa/Maputo',
    phones: {
      db: scratch.as('intake'),
      tx: settings,
      keys,
      country: 'MZ',
      sendingGateway: async () => undefined,
    } as const,
  };
  const server = fastify();
  await server.register(cookie);
  const log = createLog({ level: 'silent' });
  server.setErrorHandler((error, request, reply) => sendProblem(error, { request, reply, log }));
  const permissions = parsePermissions(
    await readFile(new URL('../src/server/http/permissions.csv', import.meta.url), 'utf8'),
  );
  bindRoutes(server, protectRoutes({ ...tools, permissions }), {
    db: scratch.as('web'),
    doorDb: scratch.as('web'),
    tx: settings,
    permissions,
    findPerson: (token, byHand) => findPerson(scratch.as('web'), token, { now: now(), byHand }),
    networkOf: (ip) => throttleKey(keys, ip).toString('hex'),
    onCommitted: () => undefined,
    log,
  });
  const later = (minutes: number): void => {
    clock.offsetMs += minutes * 60_000;
  };
  const close = async (): Promise<void> => {
    await server.close();
    await apart.end();
    await scratch.close();
  };
  return { scratch, server, settings, keys, passwords, now, later, close, hashes: () => hashes };
}

async function fill({ owner }: ScratchDatabase, demonstration: boolean): Promise<void> {
  await owner.query(
    `insert into programme (name, country, demonstration, epoch, created_at) values ('Cabo Delgado', 'MZ', $1, 'e1', now())`,
    [demonstration],
  );
  await owner.query(`insert into know_area (id, parent_id, kind, name, folded, lineage, scope_id) values
    ('ar_here', null, 'district', 'Distrito Aqui', 'distrito aqui', '{ar_here}', 'ar_here')`);
  await owner.query(`insert into know_post (id, service, name, area_id, scope_id) values
    ('po_here', 'police', 'Posto Aqui', 'ar_here', 'ar_here')`);
}

export const SetUp = z.strictObject({ userId: z.string(), totpUri: z.string(), recoveryCodes: z.array(z.string()) });
export const secretOf = (uri: string): string => new URL(uri).searchParams.get('secret') ?? '';

const Body = z.record(z.string(), z.unknown());

function callOn(server: FastifyInstance): SignInWorld['call'] {
  return async (line, { body, cookie: token, ip = '192.0.2.1' } = {}) => {
    const [verb, url = ''] = line.split(' ');
    const answer = await server.inject({
      method: z.enum(['GET', 'POST', 'DELETE']).parse(verb),
      url,
      remoteAddress: ip,
      headers: { 'x-salama': '1' },
      ...(token === undefined ? {} : { cookies: { '__Host-salama': token } }),
      ...(body === undefined ? {} : { payload: body }),
    });
    const parsed = Body.parse(answer.json());
    const kept = answer.cookies.find(({ name }) => name === '__Host-salama')?.value;
    return {
      status: answer.statusCode,
      code: z.string().optional().parse(parsed['code']),
      body: parsed,
      cookie: kept === '' ? undefined : kept,
    };
  };
}
