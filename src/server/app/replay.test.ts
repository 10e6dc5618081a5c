// Real files are broken in every way a table can be: nothing in them may stop a replay or change under its key.
import { createHmac } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openScratchDatabase } from '../../../test/database.ts';
import { findShared } from '../../../test/shared-data.ts';
import { systemTx } from '../db/tx.ts';
import { addArea, findArea, findRootArea, listAreaNames } from '../rooms/know/index.ts';
import { type ReplayMap, type ReplayRow, readReplay, readReplayMap } from './read-replay.ts';
import { createGatewayPost, type ReplayAnswer, type ReplayClock, readReplaySpeed, replay } from './replay.ts';
import { addReplayAreas, readReplayAreas } from './replay-areas.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'salama-replay-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function collect(rows: AsyncIterable<ReplayRow>): Promise<ReplayRow[]> {
  const all: ReplayRow[] = [];
  for await (const one of rows) all.push(one);
  return all;
}

async function rowsOf(csv: string, map: ReplayMap): Promise<ReplayRow[]> {
  const file = join(folder, 'reports.csv');
  await writeFile(file, csv);
  return collect(readReplay(file, { map }));
}

const whole = readReplayMap('text=text, title=title, at=when, place=where, id=id');

describe('reading', () => {
  test('a map names columns for known fields, and text among them', () => {
    expect(readReplayMap('text=mensagem,author=who')).toEqual({ text: 'mensagem', author: 'who' });
    for (const words of ['', 'title=a', 'text=', 'text=a,colour=b', 'text'])
      expect(() => readReplayMap(words)).toThrow('request.invalid');
  });

  test('quotes in cells, lines in cells, a mark at the beginning, Windows ends, missing and spare cells', async () => {
    const csv = [
      '\ufeffid,title,text,where,when',
      '1,Water,"no ""clean"" water\nsince Monday",Jacmel,2010-07-05T17:26:00',
      '2,,he said "help" twice,,2010-07-05 17:26',
      '3,Short row',
      '4,Title,text,Jacmel,2010-07-05,spare,cells',
      '',
      '5,,Água 💧 já,Léogâne,amanhã',
    ].join('\r\n');
    const rows = await rowsOf(csv, whole);
    expect(rows.map(({ text }) => text)).toEqual([
      'Water\nno "clean" water\nsince Monday\nJacmel',
      'he said "help" twice',
      'Short row',
      'Title\ntext\nJacmel',
      'Água 💧 já\nLéogâne',
    ]);
    expect(rows.map(({ sentAt }) => sentAt?.toISOString())).toEqual([
      '2010-07-05T17:26:00.000Z',
      '2010-07-05T17:26:00.000Z',
      undefined,
      '2010-07-05T00:00:00.000Z',
      undefined,
    ]);
  });

  test.each([
    ['2010-07-05T17:26:00+02:00', '2010-07-05T15:26:00.000Z'],
    ['2010-07-05T17:26:00Z', '2010-07-05T17:26:00.000Z'],
    ['2010-13-45T99:99:00', undefined],
    ['5 July', undefined],
    ['0', undefined],
  ])('the date %j is %s', async (words, iso) => {
    const [row] = await rowsOf(`id,title,text,where,when\n1,,a,,${words}`, whole);
    expect(row?.sentAt?.toISOString()).toBe(iso);
  });

  test('a title that the text repeats, or a place that it names, is not said twice', async () => {
    const rows = await rowsOf('id,title,text,where,when\n1,Fire,Fire in Jacmel,Jacmel,\n2,Fire,,,', whole);
    expect(rows.map(({ text }) => text)).toEqual(['Fire in Jacmel', 'Fire']);
  });

  test('an empty report is a text all the same; one that is too long is kept as far as it goes, and said so', async () => {
    const rows = await rowsOf(`id,title,text,where,when\n1,,,,\n2,,${'á😀"'.repeat(6000)},,`, whole);
    expect(rows[0]).toMatchObject({ text: '', shortened: false });
    expect(rows[1]?.shortened).toBe(true);
    const bytes = Buffer.byteLength(JSON.stringify(rows[1]));
    expect(bytes).toBeGreaterThan(15_000);
    expect(bytes).toBeLessThan(16 * 1024);
    expect(rows[1]?.text.isWellFormed()).toBe(true);
  });

  test('keys and senders are the same in every run; a repeated or missing id is a text of its own', async () => {
    const csv = 'id,text\n7,one\n7,two\n,three\n8,four';
    const first = await rowsOf(csv, { text: 'text', id: 'id' });
    expect(await rowsOf(csv, { text: 'text', id: 'id' })).toEqual(first);
    expect(new Set(first.map((row) => row.externalId)).size).toBe(4);
    expect(new Set(first.map((row) => row.from)).size).toBe(4);
    for (const row of first) expect(row.from).toMatch(/^\+25880[1-9]\d{6}$/);
  });

  test('rows of one author come from one number', async () => {
    const rows = await rowsOf('who,text\nana,one\nrui,two\nana,three\n,four\n,five', { text: 'text', author: 'who' });
    const [one, two, three, four, five] = rows.map((row) => row.from);
    expect(three).toBe(one);
    expect(new Set([one, two, four, five]).size).toBe(4);
  });

  test('what cannot be read is refused by row: an unknown column, a quote that never ends, a file that is not there', async () => {
    const refused = { code: 'request.invalid' };
    await expect(rowsOf('id,words\n1,a', { text: 'text' })).rejects.toMatchObject(refused);
    await expect(rowsOf('id,text\n1,"never ends\n2,b', { text: 'text' })).rejects.toMatchObject(refused);
    await expect(collect(readReplay(join(folder, 'none.csv'), { map: whole }))).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });
});

/** A clock that only a wait moves. */
function handClock(): ReplayClock & { waits: number[] } {
  let now = 1_800_000_000_000;
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    wait: async (ms) => {
      waits.push(ms);
      now += ms;
    },
  };
}

const row = (externalId: string, at?: string): ReplayRow => ({
  externalId,
  from: '+258801000001',
  text: `text ${externalId}`,
  shortened: false,
  ...(at === undefined ? {} : { sentAt: new Date(at) }),
});

async function* stream(rows: ReplayRow[]): AsyncGenerator<ReplayRow> {
  yield* rows;
}

describe('replaying', () => {
  test('what is away for a moment is asked again, what is refused is not, and every end is counted', async () => {
    const answers: Record<string, (ReplayAnswer | Error)[]> = {
      a: [{ status: 200 }],
      b: [{ status: 503 }, new Error('connection lost'), { status: 200 }],
      c: [{ status: 409, code: 'message.key-reused' }],
      d: Array.from({ length: 20 }, () => ({ status: 503 })),
      e: [{ status: 418 }],
    };
    const post = async ({ externalId }: ReplayRow): Promise<ReplayAnswer> => {
      const answer = answers[externalId]?.shift() ?? { status: 500 };
      if (answer instanceof Error) throw answer;
      return answer;
    };
    const rows = stream([...'abcd', 'e'].map((id) => row(id)));
    const counts = await replay({ rows, speed: { messagesPerSecond: 10 }, post, clock: handClock() });
    expect(counts).toEqual({
      sent: 5,
      accepted: 2,
      refused: { 'message.key-reused': 1, '418': 1 },
      failed: 1,
      retries: 2 + 7,
      shortened: 0,
    });
    expect(answers['d']).toHaveLength(12);
  });

  test('a speed is messages a second, or times real time; what is neither is refused', () => {
    expect(readReplaySpeed('50')).toEqual({ messagesPerSecond: 50 });
    expect(readReplaySpeed('0.5')).toEqual({ messagesPerSecond: 0.5 });
    expect(readReplaySpeed('60x')).toEqual({ timesReal: 60 });
    for (const words of ['', '0', '0x', 'x', '-5', '60 x', 'fast', '1e9', 'NaN'])
      expect(() => readReplaySpeed(words)).toThrow('times real time');
  });

  test('messages per second are kept', async () => {
    const clock = handClock();
    const post = async (): Promise<ReplayAnswer> => ({ status: 200 });
    await replay({ rows: stream([row('a'), row('b'), row('c')]), speed: { messagesPerSecond: 4 }, post, clock });
    expect(clock.waits).toEqual([250, 250]);
  });

  test('at a multiple of real time the file is told in the order of its moments', async () => {
    const clock = handClock();
    const told: string[] = [];
    const post = async ({ externalId }: ReplayRow): Promise<ReplayAnswer> => {
      told.push(externalId);
      return { status: 200 };
    };
    const rows = [
      row('undated'),
      row('late', '2010-01-12T12:00:00Z'),
      row('beside'),
      row('early', '2010-01-12T10:00:00Z'),
    ];
    await replay({ rows: stream(rows), speed: { timesReal: 3600 }, post, clock });
    expect(told).toEqual(['undated', 'early', 'late', 'beside']);
    expect(clock.waits).toEqual([2000]);
  });

  test('no more calls are under way at once than a small server bears', async () => {
    let open = 0;
    let most = 0;
    const post = async (): Promise<ReplayAnswer> => {
      open += 1;
      most = Math.max(most, open);
      await new Promise((done) => setImmediate(done));
      open -= 1;
      return { status: 200 };
    };
    const rows = stream(Array.from({ length: 100 }, (_, n) => row(String(n))));
    const counts = await replay({ rows, speed: { messagesPerSecond: 1e9 }, post, clock: handClock() });
    expect(counts.accepted).toBe(100);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(8);
  });

  test('a call is signed over its stamp, its nonce and the bytes that are sent', async () => {
    const calls: { url: string; headers: Record<string, string>; body: string }[] = [];
    const hmac = (secret: string, ...parts: string[]): string => {
      const mac = createHmac('sha256', secret);
      for (const part of parts) mac.update(part);
      return mac.digest('hex');
    };
    const gateway = {
      url: 'http://127.0.0.1:1/gateways/one',
      secret: 'a secret of the test',
      sign: hmac,
      now: () => 1_800_000_000_999,
      send: async (url: string, call: { headers: Record<string, string>; body: string }) => {
        calls.push({ url, ...call });
        return { outcome: 'answered' as const, status: 409, body: '{"code":"message.key-reused","detail":"words"}' };
      },
    };
    const answer = await createGatewayPost(gateway)(row('é', '2010-01-12T10:00:00Z'));
    await createGatewayPost({ ...gateway, nonce: () => 'nonce-0001' })(row('b'));
    expect(answer).toEqual({ status: 409, code: 'message.key-reused' });
    const [plain, nonced] = calls;
    expect(JSON.parse(plain?.body ?? '')).toEqual({
      id: 'é',
      from: '+258801000001',
      text: 'text é',
      sentAt: '2010-01-12T10:00:00.000Z',
    });
    expect(plain?.headers).toMatchObject({
      'x-salama-timestamp': '1800000000',
      'x-salama-signature': hmac(gateway.secret, `1800000000.${plain?.body}`),
    });
    expect(nonced?.headers).toMatchObject({
      'x-salama-nonce': 'nonce-0001',
      'x-salama-signature': hmac(gateway.secret, `1800000000.nonce-0001.${nonced?.body}`),
    });
  });
});

const haitiAreas = resolve(import.meta.dirname, '../../../data/replay/haiti-areas.csv');

test('places of a replay hang below the programme, marked, and a second time change nothing', async () => {
  const scratch = await openScratchDatabase();
  try {
    const settings = { hearings: {}, clock: { offsetMs: 0 }, origin: 'replay' as const };
    const areas = await readReplayAreas(haitiAreas);
    expect(areas.length).toBeGreaterThan(60);
    await systemTx(
      { db: scratch.as('owner'), tx: settings, actor: { id: 'us_setup', role: 'administrator' } },
      async (ctx) => {
        await addArea(ctx, { id: 'ar_mz', parentId: null, kind: 'country', name: 'Moçambique' });
        expect(await addReplayAreas(ctx, areas)).toBe(areas.length);
        expect(await addReplayAreas(ctx, areas)).toBe(0);
        expect(await findRootArea(ctx)).toMatchObject({ id: 'ar_mz' });
        const quarter = await findArea(ctx, 'ar_replay-bel-air');
        expect(quarter).toMatchObject({ kind: 'bairro', scopeId: 'ar_replay-port-au-prince' });
        expect(quarter?.lineage).toHaveLength(5);
        const names = await listAreaNames(ctx.tx);
        expect(names.find((area) => area.id === 'ar_replay-haiti')).toMatchObject({
          name: 'Haiti (replay)',
          aliases: ['Ayiti', 'Haïti'],
        });
      },
    );
  } finally {
    await scratch.close();
  }
});

const realFile = findShared('data/events/ushahidi_haiti_2010.csv');

test.runIf(realFile !== undefined)(
  'every one of the 3,593 real reports becomes a text with a key and a sender of its own',
  async () => {
    const map = readReplayMap('text=text,title=title,at=datetime,place=location,id=id');
    const rows = await collect(readReplay(realFile ?? '', { map }));
    expect(rows).toHaveLength(3593);
    expect(new Set(rows.map((one) => one.externalId)).size).toBe(3593);
    expect(new Set(rows.map((one) => one.from)).size).toBe(3593);
    expect(rows.filter((one) => one.sentAt === undefined)).toEqual([]);
    expect(rows.filter((one) => one.text === '' || one.shortened)).toEqual([]);
  },
);
