// The past as it lies in the database: by the same rules as what is told today. Three weeks of it, and the generator over all.
import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateWeek } from '../../src/server/app/demonstration/history/generate.ts';
import { openStage } from '../../src/server/app/demonstration/history/open-stage.ts';
import { type Stage, WEEKS } from '../../src/server/app/demonstration/history/stage.ts';
import { writeWeek } from '../../src/server/app/demonstration/history/write-history.ts';
import { inventNames } from '../../src/server/app/demonstration/invented-names.ts';
import { planWorld } from '../../src/server/app/demonstration/plan-world.ts';
import { writeWeeks } from '../../src/server/app/demonstration/write-weeks.ts';
import { asOwner, beginDemonstration, type Keys } from '../../src/server/app/set-up.ts';
import type { Ctx } from '../../src/server/db/tx.ts';
import { listAreaNames } from '../../src/server/rooms/know/index.ts';
import { fold } from '../../src/shared/kit/text.ts';
import { openScratchDatabase, type ScratchDatabase, testPasswords } from '../database.ts';
import { getKeyRing } from '../key-ring.ts';
import { findShared } from '../shared-data.ts';

let scratch: ScratchDatabase;
let keys: Keys;
let stage: Stage;
let districts: Awaited<ReturnType<typeof listAreaNames>>;

beforeAll(async () => {
  scratch = await openScratchDatabase();
  const ring = await getKeyRing();
  keys = {
    serve: { ...ring.serve, logins: testPasswords },
    courier: { ...ring.courier, login: testPasswords.courier },
  };
  await beginDemonstration(scratch, keys, 'full');
  await writeWeeks(scratch, keys, { most: 1 });
  // As after a kill: another process goes on.
  await writeWeeks(scratch, keys, { most: 1 });
  await writeWeek({ keys: keys.serve, asOwner: patiently }, {});
  const { rows } = await scratch.owner.query<{ until: Date }>('select history_until as until from programme');
  stage = await asOwner(scratch, 'demonstration', (ctx) =>
    openStage(ctx, { until: rows[0]?.until ?? new Date(), scale: 1 }),
  );
  districts = await asOwner(scratch, 'demonstration', (ctx) => listAreaNames(ctx.tx));
}, 120_000);
afterAll(() => scratch.close());

/** How long the database would wait for the next statement of the week that was written. */
let patience: string | undefined;
const patiently = <T>(deed: (ctx: Ctx) => Promise<T>): Promise<T> =>
  asOwner(scratch, 'demonstration', async (ctx) => {
    const done = await deed(ctx);
    const { rows } = await sql<{
      wait: string;
    }>`select current_setting('idle_in_transaction_session_timeout') as wait`.execute(ctx.tx);
    patience = rows[0]?.wait;
    return done;
  });

test('a slow computer may think about a week for as long as it needs', () => {
  expect(patience).toBe('0');
});

/** How many rows break the rule. */
async function count(sql: string): Promise<number> {
  const { rows } = await scratch.owner.query<{ n: number }>(`select count(*)::int as n from (${sql}) as broken`);
  return rows[0]?.n ?? -1;
}

const rules: readonly (readonly [rule: string, broken: string])[] = [
  [
    'every message has exactly one end',
    'select from listen_inbound i left join listen_outcome o on o.message_id = i.id where o.message_id is null',
  ],
  [
    'every telling was read from a message and has a reading',
    `select from listen_report r where not exists (select from listen_report_message m where m.report_id = r.id)
      or (not zero and not exists (select from listen_interpretation t where t.report_id = r.id and t.version = r.version))`,
  ],
  [
    'every telling that is no zero belongs to one matter of its lane',
    `select from listen_report r left join respond_telling t on t.report_id = r.id left join respond_concern c on c.id = t.concern_id
      where not r.zero and (c.id is null or c.lane <> r.lane or t.lane <> r.lane)`,
  ],
  [
    'no brief without a release, and none of a restricted lane',
    `select from respond_brief b join respond_concern c on c.id = b.concern_id
      where b.state <> 'withdrawn' and (c.released_at is null or c.lane <> 'ordinary')`,
  ],
  [
    'what is closed has an end and a reason, what is answered an answer',
    `select from respond_concern where (state = 'closed') <> (closed_at is not null and close_reason is not null)
      or (state = 'answered' and (answer_code is null or answered_at is null))`,
  ],
  [
    'a decided brief says when, an undecided one does not',
    `select from respond_brief where (state in ('done', 'cannot')) <> (decided_at is not null) and state not in ('withdrawn', 'handed-over')`,
  ],
  [
    'nothing has happened after the day of init',
    `select from journal where at > (select history_until + interval '1 minute' from programme) and event in ('message.received', 'concern.answered', 'concern.closed')
      and seq < (select min(seq) from journal where event = 'programme.begun')`,
  ],
  [
    'a clock that ran out was told of',
    `select from respond_brief, programme p where state = 'new' and seen_due_at < p.history_until and seen_missed_at is null
      union all select from respond_brief, programme p where state in ('new', 'seen', 'going') and decide_due_at < p.history_until and decide_missed_at is null`,
  ],
  [
    'states agree with the journal: closed',
    `select from respond_concern c where (state = 'closed') <> coalesce((select j.event = 'concern.closed' from journal j
      where j.subject_id = c.id and j.event in ('concern.closed', 'concern.reopened') order by seq desc limit 1), false)`,
  ],
  [
    'states agree with the journal: answered once more than reopened by "no"',
    `select from respond_concern c where state = 'answered' and not exists (select from journal j where j.subject_id = c.id and j.event = 'concern.answered')`,
  ],
  [
    'who waits for triage is somebody’s task',
    `select from respond_concern c where state = 'triage' and not exists (select from know_todo t where t.subject_id = c.id and t.state = 'open')`,
  ],
  [
    'a closed matter leaves no task',
    `select from respond_concern c join know_todo t on t.subject_id = c.id where c.state = 'closed' and t.state <> 'done'`,
  ],
  [
    'an open question ends by a task, an ended one has its answer or its end',
    `select from listen_question q where (state = 'answered') <> (answer is not null)
      or (state = 'open' and not exists (select from task t where t.hearing = 'expire-question' and t.payload ->> 'questionId' = q.id))`,
  ],
  [
    'what was answered and waits has its closing ahead',
    `select from respond_concern c where state = 'answered' and not exists (select from task t where t.hearing = 'close-silent' and t.payload ->> 'concernId' = c.id)`,
  ],
  [
    'nothing waits to be sent, and nothing was due before init',
    `select from listen_outbound where state <> 'sent' union all
      select from task, programme p where run_at < p.history_until`,
  ],
  [
    'everything is marked',
    `select from listen_inbound where origin <> 'demonstration' union all select from respond_concern where origin <> 'demonstration'
      union all select from journal where origin <> 'demonstration' union all select from know_todo where origin <> 'demonstration'
      union all select from know_post where name not like '%(demonstração)' or origin <> 'demonstration'
      union all select from know_council where name not like '%(demonstração)' or origin <> 'demonstration'`,
  ],
  [
    'texts of restricted lanes are sealed only',
    `select from listen_report where lane <> 'ordinary' and (masked is not null or masked_ct is null)
      union all select from respond_concern where lane <> 'ordinary' and (narrative is not null or narrative_ct is null)`,
  ],
  [
    'voices are the tellings that joined',
    `select from respond_concern c where voices <> (select count(*) from respond_telling t where t.concern_id = c.id)`,
  ],
  [
    'the journal says of a matter nothing before it was opened',
    `select from respond_concern c join journal j on j.subject_id = c.id where j.at < c.opened_at - interval '5 seconds'`,
  ],
];

test.each(rules)('%s', async (_rule, broken) => {
  expect(await count(broken)).toBe(0);
});

test('every text of the past is in what sending cost, by council where a member got it', async () => {
  const { rows } =
    await scratch.owner.query(`select (select count(*)::int from listen_outbound) = sum(texts)::int as all,
    sum(cost) = 1200 * sum(segments) as priced, count(distinct council_id) > 100 as councils from listen_cost_day`);
  expect(rows).toEqual([{ all: true, priced: true, councils: true }]);
});

test('a post sees none of the restricted lanes, not even in the journal', async () => {
  const seen = await count(
    `select from journal j where j.post_id is not null and (j.lane <> 'ordinary' or j.subject_id in
      (select c.id from respond_concern c where c.lane <> 'ordinary'))`,
  );
  expect(seen).toBe(0);
});

test('districts add up to the whole', async () => {
  const { rows } = await scratch.owner.query<{ same: boolean }>(`
    select (select count(*) from respond_concern) = (select sum(n) from (
      select count(*) as n from respond_concern c join know_area a on a.id = c.scope_id and a.kind = 'district' group by a.id) d) as same`);
  expect(rows[0]?.same).toBe(true);
});

test('three weeks hold every kind of end: done, cannot, late, reopened, handed over, protection, oversight, praise', async () => {
  const { rows } = await scratch.owner.query<Record<string, number>>(`select
    (select count(*)::int from respond_brief where state = 'done') as done, (select count(*)::int from respond_brief where cannot_reason is not null) as cannot,
    (select count(*)::int from respond_brief where seen_missed_at is not null) as late, (select count(*)::int from respond_concern where reopened > 0) as reopened,
    (select count(*)::int from respond_brief where state = 'handed-over') as handed, (select count(*)::int from respond_concern where lane = 'protection') as protection,
    (select count(*)::int from respond_concern where lane = 'oversight') as oversight, (select count(*)::int from respond_concern where type_code = 'J05') as praise,
    (select count(*)::int from respond_telling where clear = 'yes') as clear, (select count(*)::int from respond_telling where clear = 'no') as unclear`);
  for (const [what, n] of Object.entries(rows[0] ?? {})) expect(n, what).toBeGreaterThan(0);
});

test('250 councils work, 100 are planned, 56 commands stand; a second week came after a restart', async () => {
  const { rows } =
    await scratch.owner.query(`select (select count(*)::int from know_council where status <> 'proposed') as councils,
    (select count(*)::int from know_council where status = 'proposed') as planned, (select history_weeks_left from programme) as left,
    (select count(*)::int from know_post where name like 'Comando Distrital%') as commands`);
  expect(rows[0]).toEqual({ councils: 250, planned: 100, commands: 56, left: WEEKS - 3 });
});

const settlements = findShared('data/gazetteer/settlements_north.csv');

test.skipIf(settlements === undefined)(
  'invented places are nowhere: no name stands in the settlement list',
  async () => {
    const list = await readFile(settlements ?? '', 'utf8');
    const known = new Set(list.split('\n').map((line) => fold(line.split(',')[0] ?? '')));
    expect(inventNames(3300).filter((name) => known.has(fold(name)))).toEqual([]);
  },
);

test.each([1, 10])('every place, council, post and person of %i× is another one', (scale) => {
  const { places, councils, posts, contacts, cast } = planWorld({ now: stage.until, scale, districts });
  for (const rows of [places, councils, posts, contacts, cast])
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  expect(new Set(contacts.map(({ number }) => number)).size).toBe(contacts.length);
  expect(cast).toHaveLength(250 * scale);
});

test('two programmes begun at the same moment have the same past, to the last word', async () => {
  const facts = (from: Stage): unknown => JSON.parse(JSON.stringify([...generateWeek(from, 7)]));
  const first = facts(stage);
  expect(first).toHaveProperty('length', expect.closeTo(2_700, -3));
  const again = await asOwner(scratch, 'demonstration', (ctx) => openStage(ctx, { until: stage.until, scale: 1 }));
  expect(facts(again)).toEqual(first);
});

test('nobody tells as much at night as by day', () => {
  const hours = [...generateWeek(stage, 7)].map(({ at }) => (at.getUTCHours() + 2) % 24);
  const night = hours.filter((hour) => hour < 5).length;
  expect(night).toBeGreaterThan(0);
  expect(night / hours.length).toBeLessThan(0.06);
});

test('attacks travel: within a month one cluster strikes several districts, and silence follows it', () => {
  const struck = new Set<string>();
  let most = 0;
  for (let week = 0; week < WEEKS; week += 1) {
    const now = new Set<string>();
    for (const fact of generateWeek(stage, week))
      if (fact.kind === 'matter' && fact.theme === 'attacks' && fact.typeCode === 'A02')
        now.add(fact.council.districtId);
    for (const district of now) struck.add(district);
    most = Math.max(most, now.size);
  }
  expect(struck.size).toBeGreaterThan(8);
  expect(most).toBeLessThan(8);
}, 60_000);

test('an old week is written as it would stand: without the words that the day would forget at once', async () => {
  await scratch.owner.query('update programme set history_weeks_left = 10');
  await writeWeeks(scratch, keys, { most: 1 });
  const old = "< now() - interval '181 days'";
  expect(await count(`select from listen_inbound where received_at ${old}`)).toBeGreaterThan(100);
  expect(await count(`select from listen_inbound where received_at ${old} and text_ct is not null`)).toBe(0);
  expect(await count(`select from listen_outbound where created_at ${old}`)).toBeGreaterThan(100);
  expect(await count(`select from listen_outbound where created_at ${old} and params_ct is not null`)).toBe(0);
});
