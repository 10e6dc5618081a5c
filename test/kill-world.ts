// Salama under a gateway's load, killed part by part: eight times in a journey, two hundred times in a bench.
import type pg from 'pg';
import { createGatewayPost } from '../src/server/app/replay.ts';
import { callOut } from '../src/server/kit/fetch.ts';
import { dedupeKey, hmacSha256Hex } from '../src/server/rooms/protect/index.ts';
import { addGatewayTo, killParent, openOwner, readServeKeys } from './journeys/whole-process.ts';
import { type SalamaProcess, startSalamaProcess } from './salama-process.ts';
import { until } from './until.ts';

export type Part = Parameters<SalamaProcess['kill']>[0] | 'parent';

export type KillWorld = {
  /** `kill -9` under load; resolves with the milliseconds until so many more texts are acknowledged. */
  kill(part: Part, more: number): Promise<number>;
  /** Ends the load, waits for the work that is left, and counts. */
  settle(): Promise<Found>;
  stop(): Promise<void>;
};

/** What must be: as many texts stored, and stored with an end, as were acknowledged; the rest 0, and one postmaster. */
export type Found = {
  acknowledged: number;
  stored: number;
  ended: number;
  /** In the inbox, and acknowledged by nobody. */
  invented: number;
  understoodTwice: number;
  buried: number;
  postmasters: number;
};

const GATEWAY = 'carga';
const secret = 'um segredo de prova com trinta e dois ou mais';
const SENDERS = 4;
const MINUTE = 60_000;
const kinds = ['Roubo mota em Nantalika', 'zero', 'bom dia', 'precisamos de ajuda', 'Furto em Mirambela', 'PARAR'];

export async function openKillWorld(): Promise<KillWorld> {
  const whole = await startSalamaProcess();
  try {
    return await loadAndKill(whole);
  } catch (error) {
    await whole.stop();
    throw withItsWords(whole, error);
  }
}

/** A fault that says what Salama said: what a kill leads to is seldom told by who waited for it. */
const withItsWords = (whole: SalamaProcess, cause: unknown): Error =>
  new Error(`Salama said:\n${whole.printed().slice(-4_000)}`, { cause });

async function loadAndKill(whole: SalamaProcess): Promise<KillWorld> {
  const owner = openOwner(whole);
  const keys = await readServeKeys(whole.dataFolder);
  await addGatewayTo(owner, keys, { id: GATEWAY, channelId: 'http-gateway', settings: { secret }, sends: false });
  const acknowledged = new Set<string>();
  const load = startLoad(whole, acknowledged);
  const more = async (count: number, what: string): Promise<void> => {
    const from = acknowledged.size;
    const come = until(() => acknowledged.size >= from + count, what, 3 * MINUTE);
    await Promise.race([come, load.ended]).catch((error: unknown) => {
      throw withItsWords(whole, error);
    });
  };
  await more(SENDERS, 'the load to run');
  return {
    kill: async (part, count) => {
      const startedAt = performance.now();
      if (part === 'parent') killParent(whole);
      else whole.kill(part, 'SIGKILL');
      // Where nobody is left who could start it again, the operator does.
      if (part === 'parent' || part === 'all') await whole.start();
      await more(count, `texts to be acknowledged again after kill -9 of ${part}`);
      return performance.now() - startedAt;
    },
    settle: async () => {
      await load.stop();
      const keysOfAll = [...acknowledged].map((id) => dedupeKey(keys, GATEWAY, id));
      const found = await count(owner, keysOfAll);
      const postmasters = whole.processes().filter(({ command }) => command.includes('/bin/postgres')).length;
      return { acknowledged: acknowledged.size, ...found, postmasters };
    },
    stop: async () => {
      await owner.end();
      await whole.stop();
    },
  };
}

/** Texts from ever new numbers; each is sent again under its key until it is acknowledged, as a gateway does. */
function startLoad(whole: SalamaProcess, acknowledged: Set<string>) {
  let running = true;
  let next = 0;
  const post = (text: Parameters<ReturnType<typeof createGatewayPost>>[0]) =>
    createGatewayPost({
      url: `${whole.url()}/gateway/${GATEWAY}/texts`,
      secret,
      sign: hmacSha256Hex,
      send: callOut,
      now: Date.now,
    })(text);
  const send = async (): Promise<void> => {
    while (running) {
      next += 1;
      const externalId = `carga-${String(next).padStart(6, '0')}`;
      const text = {
        externalId,
        from: `+25880${String(3_000_000 + next)}`,
        text: kinds[next % kinds.length] ?? '',
        shortened: false,
      };
      await until(async () => (await post(text)).status === 200, `the acknowledgement of ${externalId}`, 5 * MINUTE);
      acknowledged.add(externalId);
    }
  };
  const ended = Promise.all(Array.from({ length: SENDERS }, send));
  return {
    stop: async () => {
      running = false;
      await ended;
    },
    ended,
  };
}

async function count(owner: pg.Pool, keys: Buffer[]): Promise<Omit<Found, 'acknowledged' | 'postmasters'>> {
  const one = async (query: string, values: unknown[] = []): Promise<number> =>
    (await owner.query<{ n: number }>(query, values)).rows[0]?.n ?? -1;
  const isDone = async () =>
    (await one(`select count(*)::int as n from task where run_at <= now() and state <> 'buried'`)) === 0;
  await until(isDone, 'the work that was left to be done', 10 * MINUTE);
  const known = 'from listen_inbound left join listen_outcome on message_id = id where dedupe_key = any($1)';
  return {
    stored: await one(`select count(distinct id)::int as n ${known}`, [keys]),
    ended: await one(`select count(message_id)::int as n ${known}`, [keys]),
    invented: await one('select count(*)::int as n from listen_inbound where dedupe_key <> all($1)', [keys]),
    understoodTwice: await one(
      `select count(*)::int as n from (select subject_id from journal where event = 'message.understood' group by subject_id having count(*) > 1) as twice`,
    ),
    buried: await one(`select count(*)::int as n from task where state = 'buried'`),
  };
}
