// A message in → the rule-released brief routed and the receipt queued, at 50 messages a second. Asked of the journal's own times.
import { Agent } from 'node:http';
import { drained, timed } from './intake.ts';
import { quantile, send } from './load.ts';
import { atMost, never, type Report } from './report.ts';
import { MATTERS, matter, sender, text } from './texts.ts';
import { startWorld } from './world.ts';

const PER_SECOND = 50;
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 300);
/** Enough that nobody is answered oftener than a person is within an hour: five texts each. */
const SENDERS = 3_000;
const CALLS = PER_SECOND * SECONDS;
/** One text in so many tells, by code, a matter that nobody told before: what a rule releases and a post gets. The rest joins or waits. */
const NEW_EVERY = Math.max(2, Math.ceil(CALLS / MATTERS));

export async function latency(): Promise<Report> {
  const world = await startWorld();
  try {
    const agent = new Agent({ keepAlive: true, maxSockets: 32 });
    let refused = 0;
    const calls: Promise<void>[] = [];
    const startedAt = performance.now();
    for (let index = 0; index < CALLS; index += 1) {
      const due = startedAt + (index * 1000) / PER_SECOND;
      const early = due - performance.now();
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
      calls.push(
        send(agent, world.port, world.call(`l-${index}`, sender(index % SENDERS), wordsOf(index))).then((status) => {
          if (status !== 200) refused += 1;
        }),
      );
    }
    await Promise.all(calls);
    agent.destroy();
    const { rows: left } = await world.sql.query<{ due: number; late: number }>(LEFT_SQL);
    const drainedIn = await timed(() => drained(world));
    const receipts = await sortedMs(world.sql, RECEIPT_SQL);
    const briefs = await sortedMs(world.sql, BRIEF_SQL);
    const lines = [
      `${PER_SECOND} messages a second for ${SECONDS} s: ${CALLS} sent, ${refused} refused; every ${NEW_EVERY}th tells by code a matter of its own, which a rule may release.`,
      '',
      '| from the message to | n | p50 ms | p95 ms | p99 ms | longest ms |',
      '|---|---|---|---|---|---|',
      row('its receipt queued', receipts),
      row('the rule-released brief routed', briefs),
      '',
      `When the last message was in: ${left[0]?.due ?? 0} pieces of work due, ${left[0]?.late ?? 0} of them for more than 2 s; all done after ${drainedIn.toFixed(1)} s.`,
    ];
    return {
      lines,
      bars: [
        atMost('p95 to the receipt queued, ms', quantile(receipts, 0.95), 2_000),
        atMost('p95 to the rule-released brief routed, ms', quantile(briefs, 0.95), 2_000),
        never('messages refused', refused),
        never('pieces of work due for more than 2 s at the end', left[0]?.late ?? 0),
      ],
    };
  } finally {
    await world.stop();
  }
}

const wordsOf = (index: number): string => (index % NEW_EVERY === 0 ? matter(index / NEW_EVERY) : text(index));

const row = (name: string, ms: readonly number[]): string =>
  `| ${name} | ${ms.length} | ${[0.5, 0.95, 0.99, 1].map((share) => quantile(ms, share).toFixed(0)).join(' | ')} |`;

async function sortedMs(
  sql: { query<T extends object>(text: string): Promise<{ rows: T[] }> },
  text: string,
): Promise<number[]> {
  const { rows } = await sql.query<{ ms: number }>(text);
  return rows.map((one) => one.ms);
}

const LEFT_SQL = `
  select count(*)::int as due, count(*) filter (where run_at <= now() - interval '2 seconds')::int as late
  from task where state = 'waiting' and run_at <= now()`;
// The journal's `at` is each transaction's start: the commit follows within its own milliseconds, which are added by the next step.
const RECEIPT_SQL = `
  select extract(epoch from (o.created_at - i.received_at))::float8 * 1000 as ms
  from listen_outbound o join listen_report_message m on m.report_id = o.subject_id join listen_inbound i on i.id = m.message_id
  where i.channel = 'bench' and o.template like 'receipt%' order by ms`;
const BRIEF_SQL = `
  select extract(epoch from (routed.at - i.received_at))::float8 * 1000 as ms
  from journal routed join journal opened on opened.event = 'concern.opened' and opened.payload ->> 'concernId' = routed.payload ->> 'concernId'
    join listen_report_message m on m.report_id = opened.payload ->> 'reportId' join listen_inbound i on i.id = m.message_id
  where routed.event = 'concern.routed' and i.channel = 'bench' order by ms`;
