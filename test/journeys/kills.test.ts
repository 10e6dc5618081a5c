// kill -9, eight times, of every part and of all, while gateways bring texts: it comes back by itself, and what was acknowledged is there once.
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createGatewayPost } from '../../src/server/app/replay.ts';
import { callOut } from '../../src/server/kit/fetch.ts';
import { dedupeKey, hmacSha256Hex } from '../../src/server/rooms/protect/index.ts';
import { type SalamaProcess, startSalamaProcess } from '../salama-process.ts';
import { until } from '../until.ts';
import { addGatewayTo, killParent, openOwner, readServeKeys } from './whole-process.ts';

const GATEWAY = 'carga';
const secret = 'um segredo de prova com trinta e dois ou mais';
const SENDERS = 4;
/** Acknowledged between two kills: the load runs before, during and after each. */
const BETWEEN = 12;
const MINUTE = 60_000;

const kills = ['serve', 'courier', 'postgres', 'parent', 'all', 'serve', 'postgres', 'all'] as const;

let whole: SalamaProcess;
let owner: pg.Pool;

beforeAll(async () => {
  whole = await startSalamaProcess();
  owner = openOwner(whole);
}, 2 * MINUTE);
afterAll(async () => {
  await owner?.end();
  await whole?.stop();
});

const kinds = ['Roubo mota em Nantalika', 'zero', 'bom dia', 'precisamos de ajuda', 'Furto em Mirambela', 'PARAR'];

/** Texts from ever new numbers; each is sent again under its key until it is acknowledged, as a gateway does. */
function startLoad(acknowledged: Set<string>) {
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
      await until(async () => (await post(text)).status === 200, `the acknowledgement of ${externalId}`, 2 * MINUTE);
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

const row = async <T extends Record<string, unknown>>(query: string, values: unknown[] = []): Promise<T | undefined> =>
  (await owner.query<T>(query, values)).rows[0];

test('after eight kills every acknowledged text is there exactly once, with exactly one end', {
  timeout: 4 * MINUTE,
}, async () => {
  const keys = await readServeKeys(whole.dataFolder);
  await addGatewayTo(owner, keys, { id: GATEWAY, channelId: 'http-gateway', settings: { secret }, sends: false });
  const acknowledged = new Set<string>();
  const load = startLoad(acknowledged);
  const more = async (what: string): Promise<void> => {
    const from = acknowledged.size;
    await Promise.race([until(() => acknowledged.size >= from + BETWEEN, what, MINUTE), load.ended]);
  };
  await more('the load to run');
  for (const part of kills) {
    const startedAt = performance.now();
    if (part === 'parent') killParent(whole);
    else whole.kill(part, 'SIGKILL');
    // Where nobody is left who could start it again, the operator does.
    if (part === 'parent' || part === 'all') await whole.start();
    await more(`texts to be acknowledged again after kill -9 of ${part}`);
    process.stdout.write(`kill -9 ${part}: ${Math.round(performance.now() - startedAt)} ms until ${BETWEEN} more\n`);
  }
  await load.stop();
  await until(
    async () => (await row<{ n: number }>(`select count(*)::int as n from task where run_at <= now()`))?.n === 0,
    'the work that was left to be done',
    MINUTE,
  );
  const hashes = [...acknowledged].map((id) => dedupeKey(keys, GATEWAY, id));
  const stored = await row<{ texts: number; ends: number }>(
    `select count(distinct id)::int as texts, count(message_id)::int as ends
     from listen_inbound left join listen_outcome on message_id = id where dedupe_key = any($1)`,
    [hashes],
  );
  expect(acknowledged.size).toBeGreaterThanOrEqual(BETWEEN * (kills.length + 1));
  expect(stored).toEqual({ texts: acknowledged.size, ends: acknowledged.size });
  // Nothing was invented, no fact was told twice, no work was buried, and no text went out twice.
  expect(await row(`select count(*)::int as n from listen_inbound`)).toEqual({ n: acknowledged.size });
  expect(
    await row(
      `select count(*)::int as n from (select subject_id from journal where event = 'message.understood' group by subject_id having count(*) > 1) as twice`,
    ),
  ).toEqual({ n: 0 });
  expect(await row(`select count(*)::int as n from task where state = 'buried'`)).toEqual({ n: 0 });
  const families = whole.processes().filter(({ command }) => command.includes('/bin/postgres'));
  expect(families).toHaveLength(1);
});
