// Opens and closes everything of the process `courier`: the only one that can turn a contact into a number.
import { openDb } from '../db/client.ts';
import { type ConnectionSettings, openPool } from '../db/pool.ts';
import type { Clock } from '../db/tx.ts';
import { callOut } from '../kit/fetch.ts';
import type { Logger } from '../kit/log.ts';
import { answerCalls, deliverToHandset, openGateways, sendDue, settleLost } from '../rooms/listen/courier-door.ts';
import { type CourierKeys, hmacSha256Hex, resealRoutes, sameText } from '../rooms/protect/index.ts';
import { hearings } from './hearings.ts';

export type CourierSettings = {
  connection: ConnectionSettings;
  keys: CourierKeys;
  log: Logger;
  clock: Clock;
  timeZone: string;
};

const IDLE_MS = 150;
const LOST_MS = 2_000;
const RESEAL_PIECE = 50;

/** However quickly texts follow each other, this is looked for no oftener. Returns 0 in between. */
function atMostEvery(ms: number, deed: () => Promise<number>): () => Promise<number> {
  let lookedAt = Number.NEGATIVE_INFINITY;
  return async () => {
    if (performance.now() - lookedAt < ms) return 0;
    lookedAt = performance.now();
    return deed();
  };
}

export type Courier = {
  /** Keys have changed: living routes are sealed to the newest. */ reseal(): void;
  stop(): Promise<void>;
};

/** Sends what is due, and opens what may be opened, until stopped. */
export function wireCourier({ connection, keys, log, clock, timeZone }: CourierSettings): Courier {
  const pool = openPool({
    ...connection,
    user: 'salama_courier',
    password: keys.login,
    max: 4,
    keepsStatements: true,
    onLost: (code) => log.warn({ event: 'database.lost', code }),
  });
  const db = openDb(pool);
  const gateways = openGateways({
    db,
    keys,
    world: {
      verify: { hmacSha256Hex, sameText, freshNonce: async () => false },
      now: () => new Date(),
      fetch: callOut,
      deliverToHandset: (message) => deliverToHandset(db, keys, message),
    },
    onBroken: () => log.error({ event: 'gateway.broken' }),
  });
  const tools = {
    db,
    tx: { hearings, clock, origin: 'live' as const },
    keys,
    gateways,
    noted: new Map(),
    timeZone,
    chance: Math.random,
    onFault: (err: unknown) => log.error({ event: 'courier.fault', err }),
  };
  const answer = atMostEvery(IDLE_MS, () => answerCalls(tools));
  const settle = atMostEvery(LOST_MS, () => settleLost(tools));
  const workOnce = async (): Promise<number> => {
    const settled = await settle();
    // A person waits before her page: numbers go before texts.
    return settled + (await answer()) + (await sendDue(tools));
  };
  let running = true;
  let wake = (): void => {};
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, IDLE_MS);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  // Also at the start: a rotation may have been made while this process was away.
  let resealing = true;
  const resealSome = async (): Promise<void> => {
    resealing = (await resealRoutes(db, keys, RESEAL_PIECE)) > 0;
  };
  const loop = async (): Promise<void> => {
    while (running) {
      if (resealing) await resealSome().catch(() => log.warn({ event: 'work.database-away' }));
      const taken = await workOnce().catch(() => {
        log.warn({ event: 'work.database-away' });
        return 0;
      });
      if (taken === 0 && !resealing) await pause();
    }
  };
  const ended = loop();
  return {
    reseal: () => {
      resealing = true;
      wake();
    },
    stop: async () => {
      running = false;
      wake();
      await ended;
      await pool.end();
    },
  };
}
