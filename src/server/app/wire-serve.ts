// Opens and closes everything of the process `serve`: pools, keys, intake, worker, web.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '../../shared/kit/ids.ts';
import { type Db, openDb } from '../db/client.ts';
import { type ConnectionSettings, openPool } from '../db/pool.ts';
import { findProgramme } from '../db/programme.ts';
import type { Clock, TxSettings } from '../db/tx.ts';
import type { GatewayDoor } from '../http/gateway-doors.ts';
import { type LanDoor, type LanSettings, openLanDoor } from '../http/lan-door.ts';
import { type Permissions, parsePermissions } from '../http/permissions.ts';
import { makeServer, SLOWEST_REQUEST_MS } from '../http/serve.ts';
import { callOut } from '../kit/fetch.ts';
import type { Handling } from '../kit/handle.ts';
import type { Logger } from '../kit/log.ts';
import { councilRoutes, knowRoutes } from '../rooms/know/index.ts';
import {
  channels,
  deliverToHandset,
  type FloodBook,
  findSendingGateway,
  type Gateways,
  type IntakeTools,
  listenRoutes,
  openFloodBook,
  openGateways,
  openHandsetMenu,
  openLastIn,
  openTextBook,
  REPLIES_AN_HOUR,
  receiveCall,
} from '../rooms/listen/index.ts';
import {
  createPasswords,
  createSessionToken,
  findPerson,
  hmacSha256Hex,
  keepNonce,
  nonceHash,
  openApart,
  openContactBook,
  protectRoutes,
  type ServeKeys,
  sameText,
  throttleKey,
} from '../rooms/protect/index.ts';
import { followTelling, listMatters, respondRoutes } from '../rooms/respond/index.ts';
import { type Crowd, openCrowd } from '../work/crowd.ts';
import { type Runner, startRunner } from '../work/runner.ts';
import { startTicks } from '../work/ticks.ts';
import { toCodeAnswer } from './code-answer.ts';
import { type Follow, openFollow } from './follow.ts';
import type { HearerTools } from './hear.ts';
import { makeHearers, tellBuried } from './hearers.ts';
import { hearings } from './hearings.ts';
import { makeImportTools } from './import-tools.ts';
import { makePublicPages } from './public-pages.ts';
import { makeRespondTools } from './respond-tools.ts';
import { openWorld } from './world.ts';

export type ServeSettings = {
  connection: ConnectionSettings;
  keys: ServeKeys;
  log: Logger;
  clock: Clock;
  timeZone: string;
  country: 'MZ';
  /** What is more than people who live here would send, and how many answers go out; ours where the installation says nothing. */
  floodLimits?: Parameters<typeof openFloodBook>[0];
  repliesAnHour?: number | undefined;
  /** From which hour on whoever works here and has given a telephone is told how much waits for her. */
  digestHour?: number;
  host: string;
  port: number;
  tls?: { key: string; cert: string };
  trustedProxies?: readonly string[];
  /** The second listener, for the local network. */
  lan?: LanSettings;
  /** Folder of the built console. */
  webFolder: string;
};

export type Serving = {
  url: string;
  server: Awaited<ReturnType<typeof makeServer>>;
  runner: Runner;
  intake: IntakeTools;
  demonstration: boolean;
  lan?: LanDoor;
  stop(): Promise<void>;
};

export async function wireServe(settings: ServeSettings): Promise<Serving> {
  const { keys, log, clock, timeZone, repliesAnHour = REPLIES_AN_HOUR, digestHour = DIGEST_HOUR } = settings;
  const pools = openPools(settings);
  const tx = (origin: TxSettings['origin']): TxSettings => ({ hearings, clock, origin });
  const demonstration = await isDemonstration(pools.door);
  const home = tx(demonstration ? 'demonstration' : 'live');
  const follow = openFollow(pools.entry, home, keys);
  const floods = openFloodBook(settings.floodLimits);
  const intake = openIntake(pools.intake, settings, { tx: home, follow, floods, onUrgent: () => runner.hurry() });
  const respondTools = makeRespondTools(keys, { timeZone, digestHour });
  const world = await openWorld(pools.worker);
  const { contacts } = intake;
  const hearerTools = { keys, timeZone, respond: respondTools, world, floods, repliesAnHour, contacts };
  const crowd = openCrowd();
  const runner = startRunner({
    db: pools.worker,
    tx: home,
    hearers: makeHearers(hearerTools),
    log,
    onBuried: tellBuried,
    isCrowded: crowd.isHere,
  });
  const ticks = startTicks({ db: pools.worker, clock, onAsked: runner.poke, log });
  const gateways = openIntakeGateways(pools.intake, settings);
  const apart = openApart(pools.apart, home);
  const passwords = await createPasswords();
  const permissions = await readPermissions();
  const server = await makeServer({
    bind: {
      db: pools.web,
      doorDb: pools.entry,
      tx: home,
      permissions,
      findPerson: (token, byHand) =>
        findPerson(pools.door, token, { now: new Date(Date.now() + clock.offsetMs), byHand }),
      networkOf: (ip) => throttleKey(keys, ip).toString('base64url'),
      onCommitted: runner.poke,
      log,
    },
    handlings: makeHandlings(
      { ...settings, passwords, permissions, demonstration, apart, intake, follow, runner, worker: pools.worker },
      hearerTools,
    ),
    gateways: makeGatewayDoor({ ...intake, gateways }, { crowd, onAccepted: runner.poke }),
    public: makePublicPages({ ...settings, entry: pools.entry, home, follow, intake, world, onAccepted: runner.poke }),
    demonstration,
    trustedProxies: settings.trustedProxies ?? [],
    webFolder: settings.webFolder,
    makeNonce: () => createSessionToken().token,
    log,
    isDatabaseHere: () => isHere(pools.door),
    ...(settings.tls ? { https: settings.tls } : {}),
    ...(settings.lan ? { authority: settings.lan.authority } : {}),
  });
  const url = await server.listen({ host: settings.host, port: settings.port });
  const lan = settings.lan && (await openLanDoor(server, settings.lan, { log, slowestMs: SLOWEST_REQUEST_MS }));
  const stop = async (): Promise<void> => {
    await lan?.close();
    await server.close();
    ticks.stop();
    await runner.stop();
    await pools.close();
  };
  return { url, server, runner, intake, demonstration, ...(lan ? { lan } : {}), stop };
}

const isHere = (db: Db): Promise<boolean> =>
  isDemonstration(db).then(
    () => true,
    () => false,
  );

function openIntake(
  db: Db,
  { keys, country, clock, timeZone }: ServeSettings,
  { tx, follow, floods, onUrgent }: { tx: TxSettings; follow: Follow; floods: FloodBook; onUrgent: () => void },
): IntakeTools {
  return {
    db,
    tx,
    keys,
    contacts: openContactBook({ db, keys, country }),
    texts: openTextBook({ db, hearings, onUrgent }),
    floods,
    timeZone,
    now: () => new Date(Date.now() + clock.offsetMs),
    noteIn: openLastIn(db),
    findAnswer: async (asked) => toCodeAnswer(await follow(asked)),
  };
}

/** Before the day's work begins. */
const DIGEST_HOUR = 7;

type Wired = Pick<ServeSettings, 'country'> & {
  passwords: Awaited<ReturnType<typeof createPasswords>>;
  demonstration: boolean;
  apart: ReturnType<typeof openApart>;
  intake: IntakeTools;
  follow: Follow;
  runner: Runner;
  worker: Db;
  permissions: Permissions;
};

const readPermissions = async (): Promise<Permissions> =>
  parsePermissions(await readFile(new URL('../http/permissions.csv', import.meta.url), 'utf8'));

const makeHandlings = (
  { country, passwords, permissions, demonstration, apart, intake, follow, runner, worker }: Wired,
  tools: HearerTools & { timeZone: string },
): readonly Handling[] => [
  ...protectRoutes({
    keys: tools.keys,
    passwords,
    permissions,
    demonstration,
    apart,
    timeZone: tools.timeZone,
    phones: { ...intake, country, sendingGateway: () => findSendingGateway(intake.db) },
  }),
  ...councilRoutes({ nameUsers: tools.respond.nameUsers, timeZone: tools.timeZone }),
  ...knowRoutes({ listMatters, nameUsers: tools.respond.nameUsers, timeZone: tools.timeZone }),
  ...listenRoutes({
    intake,
    demonstration,
    timeZone: tools.timeZone,
    menu: openHandsetMenu(intake, {
      secret: createSessionToken().token,
      verify: { hmacSha256Hex, sameText, freshNonce: async () => false },
    }),
    inventNumber,
    onAccepted: runner.poke,
    follow,
    followTelling,
    imports: makeImportTools(worker, tools),
    world: tools.world,
  }),
  ...respondRoutes(tools.respond),
];

type DoorWatch = { crowd: Crowd; onAccepted: () => void };

function makeGatewayDoor(tools: IntakeTools & { gateways: Gateways }, { crowd, onAccepted }: DoorWatch): GatewayDoor {
  return {
    maxBodyBytes: Math.max(...channels.map((channel) => channel.maxBodyBytes)),
    receive: async ({ gatewayId, ip, ...call }) => {
      crowd.comes();
      try {
        return await receiveCall(tools, gatewayId, { ...call, source: ip, receivedAt: new Date() });
      } finally {
        crowd.goes();
        onAccepted();
      }
    },
  };
}

type Pools = { intake: Db; web: Db; worker: Db; door: Db; entry: Db; apart: Db; close(): Promise<void> };

function openPools({ connection, keys, log }: ServeSettings): Pools {
  const opened: { end(): Promise<void> }[] = [];
  const open = (login: 'intake' | 'web' | 'worker', max: number, startAs?: string): Db => {
    const pool = openPool({
      ...connection,
      user: `salama_${login}`,
      password: keys.logins[login],
      max,
      keepsStatements: login !== 'web',
      ...(startAs ? { startAs } : {}),
      onLost: (code) => log.warn({ event: 'database.lost', code }),
    });
    opened.push(pool);
    return openDb(pool);
  };
  return {
    intake: open('intake', 8),
    web: open('web', 8),
    worker: open('worker', 6),
    door: open('web', 3, 'salama_door'),
    entry: open('web', 4, 'salama_door'),
    apart: open('web', 2, 'salama_door'),
    close: async () => {
      await Promise.all(opened.map((pool) => pool.end()));
    },
  };
}

function openIntakeGateways(db: Db, { keys, log }: ServeSettings): Gateways {
  return openGateways({
    db,
    keys,
    world: {
      verify: {
        hmacSha256Hex,
        sameText,
        freshNonce: (gateway, nonce) => keepNonce(db, nonceHash(gateway, nonce), new Date()),
      },
      now: () => new Date(),
      fetch: callOut,
      deliverToHandset: (message) => deliverToHandset(db, keys, message),
    },
    onBroken: () => log.error({ event: 'gateway.broken' }),
  });
}

async function isDemonstration(db: Db): Promise<boolean> {
  const programme = await findProgramme(db);
  if (!programme) throw new Error('no programme has begun in this database');
  return programme.demonstration;
}

/** +258 80 is assigned to nobody. The letters of a random id serve as digits. */
const inventNumber = (): string =>
  `+25880${[...newId('handset').slice(-7)].map((letter) => letter.charCodeAt(0) % 10).join('')}`;

export const webFolderOf = (root: string): string => join(root, 'dist', 'web');
