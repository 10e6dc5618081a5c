// S16: SIGKILL of Node alone, of PostgreSQL alone, of both, under load. Nothing acknowledged is lost, nothing is there twice.
import { Agent } from 'node:http';
import { drained, timed } from './intake.ts';
import { quantile, send } from './load.ts';
import { familyOf } from './process-cost.ts';
import { sender, text } from './texts.ts';
import { startWorld, type World } from './world.ts';

const KILLS = Number(process.env['BENCH_KILLS'] ?? 200);
const MESSAGES_A_KILL = 50;

export async function kills(): Promise<string[]> {
  let world = await startWorld();
  const { folder } = world;
  const acknowledged = new Set<string>();
  const back: number[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    const load = sendSome(world, kill, acknowledged);
    killSome(world, kill);
    await load;
    back.push(
      await timed(async () => {
        world = await alive(world, folder);
      }),
    );
  }
  await drained(world);
  const stored = await world.sql.query<{ n: number; apart: number }>(
    "select count(*)::int as n, count(distinct dedupe_key)::int as apart from listen_inbound where channel = 'bench'",
  );
  const ends = await world.sql.query<{ n: number }>(
    "select count(*)::int as n from listen_inbound i where i.channel = 'bench' and not exists (select from listen_outcome o where o.message_id = i.id)",
  );
  await world.stop();
  const { n = 0, apart = 0 } = stored.rows[0] ?? {};
  const sorted = back.toSorted((a, b) => a - b);
  return [
    `${KILLS} kills (in turn: serve, PostgreSQL, both, the whole family), ${KILLS * MESSAGES_A_KILL} messages, ${acknowledged.size} acknowledged.`,
    `Stored ${n}, of which distinct ${apart}; acknowledged and missing: ${Math.max(0, acknowledged.size - n)}; stored without an end: ${ends.rows[0]?.n ?? 0}.`,
    `Back by itself within: median ${quantile(sorted, 0.5).toFixed(1)} s, longest ${(sorted.at(-1) ?? 0).toFixed(1)} s.`,
  ];
}

async function sendSome(world: World, kill: number, acknowledged: Set<string>): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  await Promise.all(
    Array.from({ length: MESSAGES_A_KILL }, async (_, index) => {
      const id = `k-${kill}-${index}`;
      if ((await send(agent, world.port, world.call(id, sender(index), text(index)))) === 200) acknowledged.add(id);
    }),
  );
  agent.destroy();
}

function killSome(world: World, kill: number): void {
  const family = familyOf(world.pid);
  const serve = family.find((one) => one.command.endsWith('child.ts serve '));
  const postmaster = family.find((one) => one.command.includes('postgres -D'));
  const turn = kill % 4;
  const victims = [[serve], [postmaster], [serve, postmaster], family][turn] ?? [];
  for (const victim of victims) {
    try {
      if (victim) process.kill(victim.pid, 'SIGKILL');
    } catch {
      // It fell with one of the others.
    }
  }
}

/** The parent brings its children and PostgreSQL back; when the parent itself was killed, it is started again as its owner would. */
async function alive(world: World, folder: string): Promise<World> {
  const gone = !familyOf(world.pid).some((one) => one.pid === world.pid && one.command !== '');
  const current = gone ? await startWorld(folder) : world;
  const agent = new Agent();
  for (;;) {
    const status = await send(agent, current.port, current.call(`alive-${performance.now()}`, sender(0), 'zero'));
    if (status === 200) return current;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
