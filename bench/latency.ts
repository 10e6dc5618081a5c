// A message in → the rule-released brief routed and the receipt queued, at 50 messages a second. Asked of the journal's own times.
import { Agent } from 'node:http';
import { drained, timed } from './intake.ts';
import { quantile, send } from './load.ts';
import { atMost, never, type Report } from './report.ts';
import { MATTERS, matter, sender, text } from './texts.ts';
import { startWorld, type World } from './world.ts';

const PER_SECOND = 50;
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 300);
/** Enough that nobody is answered oftener than a person is within an hour: five texts each. */
const SENDERS = 3_000;
const CALLS = PER_SECOND * SECONDS;
const COLD_SECONDS = 30;
const COLD_CALLS = PER_SECOND * COLD_SECONDS;
/** One text in so many tells, by code, a matter that nobody told before: what a rule releases and a post gets. The rest joins or waits. */
const NEW_EVERY = Math.max(2, Math.ceil((COLD_CALLS + CALLS) / MATTERS));

export async function latency(): Promise<Report> {
  const world = await startWorld();
  try {
    const startedAt = await timeOf(world);
    await sendSteadily(world, { first: 0, calls: COLD_CALLS });
    await drained(world);
    const warmAt = await timeOf(world);
    const refused = await sendSteadily(world, { first: COLD_CALLS, calls: CALLS });
    const { rows: left } = await world.sql.query<{ due: number; late: number }>(LEFT_SQL);
    const drainedIn = await timed(() => drained(world));
    const cold = await measured(world, startedAt, warmAt);
    const warm = await measured(world, warmAt, await timeOf(world));
    const lines = [
      `${PER_SECOND} messages a second for ${SECONDS} s: ${CALLS} sent by ${SENDERS} people who had never written, ${refused} refused; every ${NEW_EVERY}th tells by code a matter of its own, which a rule may release. Before them, ${COLD_SECONDS} s of the same to a server that had started that moment.`,
      '',
      '| from the message to | n | p50 ms | p95 ms | p99 ms | longest ms |',
      '|---|---|---|---|---|---|',
      row('its receipt queued', warm.receipts),
      row('the rule-released brief routed', warm.briefs),
      row(`its receipt queued, in the first ${COLD_SECONDS} s after the start`, cold.receipts),
      row(`the rule-released brief routed, in the first ${COLD_SECONDS} s after the start`, cold.briefs),
      '',
      `When the last message was in: ${left[0]?.due ?? 0} pieces of work due, ${left[0]?.late ?? 0} of them for more than 2 s; all done after ${drainedIn.toFixed(1)} s.`,
    ];
    return {
      lines,
      bars: [
        atMost('p95 to the receipt queued, ms', quantile(warm.receipts, 0.95), 2_000),
        atMost('p95 to the rule-released brief routed, ms', quantile(warm.briefs, 0.95), 2_000),
        never('messages refused', refused),
        never('messages without a receipt', CALLS - warm.receipts.length),
        never('pieces of work due for more than 2 s at the end', left[0]?.late ?? 0),
      ],
    };
  } finally {
    await world.stop();
  }
}

/** Each message at its own moment, whatever became of those before. Returns how many were refused. */
async function sendSteadily(world: World, sent: { first: number; calls: number }): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  let refused = 0;
  const calls: Promise<void>[] = [];
  const startedAt = performance.now();
  for (let index = 0; index < sent.calls; index += 1) {
    const due = startedAt + (index * 1000) / PER_SECOND;
    const early = due - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    const nth = sent.first + index;
    const from = sender(sent.first + (index % SENDERS));
    calls.push(
      send(agent, world.port, world.call(`l-${nth}`, from, wordsOf(nth))).then((status) => {
        if (status !== 200) refused += 1;
      }),
    );
  }
  await Promise.all(calls);
  agent.destroy();
  return refused;
}

const timeOf = async ({ sql }: World): Promise<Date> =>
  (await sql.query<{ now: Date }>('select clock_timestamp() as now')).rows[0]?.now ?? new Date();

async function measured(world: World, from: Date, to: Date): Promise<{ receipts: number[]; briefs: number[] }> {
  const sortedMs = async (text: string): Promise<number[]> =>
    (await world.sql.query<{ ms: number }>(text, [from, to])).rows.map(({ ms }) => ms);
  return { receipts: await sortedMs(RECEIPT_SQL), briefs: await sortedMs(BRIEF_SQL) };
}

const wordsOf = (index: number): string => (index % NEW_EVERY === 0 ? matter(index / NEW_EVERY) : text(index));

const row = (name: string, ms: readonly number[]): string =>
  `| ${name} | ${ms.length} | ${[0.5, 0.95, 0.99, 1].map((share) => quantile(ms, share).toFixed(0)).join(' | ')} |`;

const LEFT_SQL = `
  select count(*)::int as due, count(*) filter (where run_at <= now() - interval '2 seconds')::int as late
  from task where state = 'waiting' and run_at <= now()`;
// The journal's `at` is each transaction's start: the commit follows within its own milliseconds, which are added by the next step.
const RECEIPT_SQL = `
  select extract(epoch from (o.created_at - i.received_at))::float8 * 1000 as ms
  from listen_outbound o join listen_report_message m on m.report_id = o.subject_id join listen_inbound i on i.id = m.message_id
  where i.channel = 'bench' and o.template like 'receipt%' and i.received_at >= $1 and i.received_at < $2 order by ms`;
const BRIEF_SQL = `
  select extract(epoch from (routed.at - i.received_at))::float8 * 1000 as ms
  from journal routed join journal opened on opened.event = 'concern.opened' and opened.payload ->> 'concernId' = routed.payload ->> 'concernId'
    join listen_report_message m on m.report_id = opened.payload ->> 'reportId' join listen_inbound i on i.id = m.message_id
  where routed.event = 'concern.routed' and i.channel = 'bench' and i.received_at >= $1 and i.received_at < $2 order by ms`;
