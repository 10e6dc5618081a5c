// Intake through HTTP against the floor of the same machine in the same run: 32 senders, fsync on, follow-up drained afterwards.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Load, median, runLoad, spread } from './load.ts';
import { cpuMs, familyOf, memoryOf } from './process-cost.ts';
import { atLeast, never, type Report } from './report.ts';
import { sender, text } from './texts.ts';
import { startWorld, type World } from './world.ts';

const SENDERS = 32;
const CALLS = 2_000;
const RUNS = 5;
const WARM = 800;

export async function intake(): Promise<Report> {
  const world = await startWorld();
  try {
    const floor = await startFloor(world);
    const floors: Measured[] = [];
    const intakes: Measured[] = [];
    let next = 0;
    // Both are warm before they are measured, or the floor would look lower than it is.
    await floorLoad(floor.port, RUNS);
    await load(world, WARM, next);
    next += WARM;
    for (let run = 0; run < RUNS; run += 1) {
      await drained(world);
      floors.push(await measured([floor.pid, world.pid], () => floorLoad(floor.port, run)));
      const first = next;
      intakes.push(await measured([world.pid], () => load(world, CALLS, first)));
      next += CALLS;
    }
    const full = memoryOf(world.pid);
    const drainedIn = await timed(() => drained(world));
    floor.stop();
    const missing = await countMissing(world, next);
    const after = memoryOf(world.pid);
    const shares = intakes.map((one, index) => (100 * one.perSecond) / (floors[index]?.perSecond ?? 1));
    const failed = intakes.reduce((sum, one) => sum + one.failed, 0);
    const lines = [
      `| | messages/s | p50 ms | p99 ms |`,
      `|---|---|---|---|`,
      row('floor: one bare row', floors),
      row('intake', intakes),
      '',
      `Share of the floor: ${spread(shares)} %.`,
      `CPU of all Salama's processes and PostgreSQL while accepting: ${spread(
        intakes.map((one) => one.cpu),
        2,
      )} ms per message (follow-up that ran meanwhile included); of the floor's: ${spread(
        floors.map((one) => one.cpu),
        2,
      )} ms.`,
      `Refused or failed calls: ${failed}. Acknowledged and missing: ${missing}. Follow-up of the last run drained in ${drainedIn.toFixed(1)} s.`,
      `Memory (PSS) of parent, serve and courier: ${full.salama.toFixed(0)} MiB at the end of the load (RSS ${full.rss.toFixed(0)}), ${after.salama.toFixed(0)} MiB with the follow-up drained; of PostgreSQL ${after.postgres.toFixed(0)} MiB.`,
      `${RUNS} runs of ${CALLS} calls, ${SENDERS} senders on kept connections; median (range).`,
    ];
    return {
      lines,
      bars: [
        atLeast('share of the floor, median, %', median(shares), 50),
        never('calls refused or failed', failed),
        never('acknowledged and missing', missing),
      ],
    };
  } finally {
    await world.stop();
  }
}

type Measured = Load & { cpu: number };

const row = (name: string, loads: readonly Measured[]): string =>
  `| ${name} | ${spread(loads.map((one) => one.perSecond))} | ${spread(
    loads.map((one) => one.p50),
    1,
  )} | ${spread(
    loads.map((one) => one.p99),
    1,
  )} |`;

async function measured(roots: readonly number[], deed: () => Promise<Load>): Promise<Measured> {
  const cost = (): Map<number, number> =>
    new Map(roots.flatMap((root) => familyOf(root).map(({ pid }) => [pid, cpuMs([pid])])));
  const before = cost();
  const result = await deed();
  const used = [...cost()].reduce((sum, [pid, ms]) => sum + ms - (before.get(pid) ?? 0), 0);
  return { ...result, cpu: used / CALLS };
}

const floorLoad = (port: number, run: number): Promise<Load> =>
  runLoad({
    port,
    senders: SENDERS,
    calls: CALLS,
    accept: (status) => status === 200,
    make: (index) => ({
      path: '/row',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: `${run}-${index}`, text: text(index) }),
    }),
  });

const load = (world: World, calls: number, first: number): Promise<Load> =>
  runLoad({
    port: world.port,
    senders: SENDERS,
    calls,
    accept: (status) => status === 200,
    make: (index) => world.call(`m-${first + index}`, sender((first + index) % 500), text(first + index)),
  });

async function startFloor(world: World): Promise<{ port: number; pid: number; stop(): void }> {
  const { host, port } = world.sql.options;
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('./floor-server.ts', import.meta.url)), String(host), String(port)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const url = await new Promise<string>((resolve) =>
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim())),
  );
  return { port: Number(new URL(url).port), pid: child.pid ?? 0, stop: () => child.kill('SIGTERM') };
}

const LONGEST_DRAIN_MS = 5 * 60_000;

/** Until no work is due. A queue that does not come to its end is a fault, not a reason to wait. */
export async function drained(world: World): Promise<void> {
  const deadline = performance.now() + LONGEST_DRAIN_MS;
  for (;;) {
    const { rows } = await world.sql.query<{ due: number }>(
      "select count(*)::int as due from task where state = 'waiting' and run_at <= now()",
    );
    if (rows[0]?.due === 0) return;
    if (performance.now() > deadline) throw new Error(`${rows[0]?.due} pieces of work are left after five minutes`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function countMissing(world: World, sent: number): Promise<number> {
  const { rows } = await world.sql.query<{ n: number }>(
    "select count(*)::int as n from listen_inbound where channel = 'bench'",
  );
  return sent - (rows[0]?.n ?? 0);
}

export async function timed(deed: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await deed();
  return (performance.now() - startedAt) / 1000;
}
