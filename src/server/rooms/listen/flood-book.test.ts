// Whose text is one of a flood: counts of ten minutes, by number, neighbourhood, likeness and altogether.
import { expect, test } from 'vitest';
import { turns } from '../../db/turn.ts';
import { type Arrival, openFloodBook, type Weighed } from './flood-book.ts';
import { FLOOD_LIMITS } from './flood-gate.ts';

const start = Date.parse('2026-03-02T08:00:00Z');
const key = (name: string | number): Buffer => Buffer.from(String(name).padStart(16, '0'));
/** One text a second unless `at` says otherwise; every number a new one, far from all others, who says something of her own. */
function aGateway() {
  const book = openFloodBook();
  let nth = 0;
  return (over: Partial<Omit<Arrival, 'at'>> & { minute?: number } = {}): Weighed => {
    nth += 1;
    const { minute = nth / 60, ...rest } = over;
    const at = new Date(start + minute * 60_000);
    const own = {
      sender: key(nth),
      range: key(`r${nth}`),
      isNew: true,
      text: `Palavra${word(nth)} outra${word(nth * 7)}`,
    };
    return book.weigh({ gatewayId: 'sms-1', origin: 'live', via: 'text', ...own, ...rest, at });
  };
}
const word = (n: number): string => [...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
const causes = (weighed: readonly Weighed[]): (string | undefined)[] => weighed.map(({ flood }) => flood?.cause);
const times = <T>(n: number, deed: (at: number) => T): T[] => Array.from({ length: n }, (_, at) => deed(at));

test('a council that writes down a whole meeting is no flood; the same number over its bound is', () => {
  const arrive = aGateway();
  const told = times(FLOOD_LIMITS.oneSender + 2, () => arrive({ sender: key('her'), isNew: false }));
  expect(causes(told)).toEqual([...times(FLOOD_LIMITS.oneSender, () => undefined), 'one-sender', 'one-sender']);
  expect(arrive({ sender: key('neighbour') }).flood).toBeUndefined();
});

test('the same words from many numbers are one group, though number, order and a place change', () => {
  const arrive = aGateway();
  const places = ['Nantalika', 'Mirambela', 'Mwalani'];
  const told = times(FLOOD_LIMITS.alike + 30, (at) =>
    arrive({ isNew: false, text: `Roubo de gado ontem ${places[at % 3]} levaram bois todos, caso ${at}` }),
  );
  const marked = told.flatMap(({ flood }) => flood ?? []);
  expect(new Set(marked.map(({ cause }) => cause))).toEqual(new Set(['alike']));
  expect(marked.length).toBeGreaterThanOrEqual(30);
  expect(new Set(marked.map(({ groupId }) => groupId)).size).toBe(1);
});

test('answers of one word and choices of a menu are alike by nature', () => {
  const arrive = aGateway();
  expect(causes(times(200, () => arrive({ isNew: false, text: '1' })))).toEqual(times(200, () => undefined));
  const menu = { isNew: false, via: 'menu', text: 'told pt taken today nantalika' } as const;
  expect(causes(times(200, () => arrive(menu)))).toEqual(times(200, () => undefined));
});

test('a page weighs more among all, one network is one neighbourhood, and the same words are the same from anywhere', () => {
  const arrive = aGateway();
  const page = { via: 'page' } as const;
  const most = FLOOD_LIMITS.allAtOnce / 5;
  expect(causes(times(most + 2, () => arrive(page))).slice(most - 1)).toEqual([
    undefined,
    'all-at-once',
    'all-at-once',
  ]);
  const other = aGateway();
  const near = times(FLOOD_LIMITS.oneRange + 1, () => other({ ...page, range: key('network') }));
  expect(causes(near).at(-1)).toBe('one-range');
  const third = aGateway();
  const alike = times(FLOOD_LIMITS.alike + 1, () => third({ ...page, text: 'Levaram todas as redes de pesca' }));
  expect(causes(alike).at(-1)).toBe('alike');
});

test('a ring has no words and is nobody alike; of strangers it is one more', () => {
  const arrive = aGateway();
  const ring = { via: 'call', text: '' } as const;
  expect(causes(times(200, () => arrive({ ...ring, isNew: false })))).toEqual(times(200, () => undefined));
  expect(causes(times(FLOOD_LIMITS.oneRange + 1, () => arrive({ ...ring, range: key('near') }))).at(-1)).toBe(
    'one-range',
  );
});

test('neighbouring numbers whom nobody had met are a flood; those who wrote before are not', () => {
  const arrive = aGateway();
  const near = { range: key('near') };
  const known = times(FLOOD_LIMITS.oneRange + 5, () => arrive({ ...near, isNew: false }));
  expect(causes(known)).toEqual(known.map(() => undefined));
  const strangers = times(FLOOD_LIMITS.oneRange + 5, () => arrive(near));
  expect(causes(strangers).slice(FLOOD_LIMITS.oneRange)).toEqual(times(5, () => 'one-range'));
});

test('everything at once: who was met before is not held, whoever is new is', () => {
  const arrive = aGateway();
  times(FLOOD_LIMITS.allAtOnce, () => arrive());
  expect(arrive().flood?.cause).toBe('all-at-once');
  expect(arrive({ isNew: false }).flood).toBeUndefined();
});

test('one flood at a time by gateway; ten quiet minutes later everything is as ever, and a new flood is another', () => {
  const arrive = aGateway();
  const loud = { sender: key('loud'), isNew: false };
  const first = times(30, () => arrive(loud)).at(-1)?.flood;
  times(100, () => arrive({ isNew: false, text: 'Isto diz toda gente igual aqui' }));
  const alike = arrive({ isNew: false, text: 'Isto diz toda gente igual aqui' }).flood;
  expect(alike?.floodId).toBe(first?.floodId);
  expect(alike?.groupId).not.toBe(first?.groupId);
  expect(arrive({ ...loud, gatewayId: 'sms-2' }).flood).toBeUndefined();
  expect(arrive({ ...loud, minute: 40 }).flood).toBeUndefined();
  const second = times(30, () => arrive({ ...loud, minute: 41 })).at(-1)?.flood;
  expect(second?.cause).toBe('one-sender');
  expect(second?.floodId).not.toBe(first?.floodId);
});

test('danger goes first, a flood last, and danger of a flood with everybody', () => {
  const arrive = aGateway();
  const shots = 'Homens armados atacaram a aldeia, as familias fogem';
  expect(arrive({ text: shots }).turn).toBe(turns.first);
  expect(arrive({ text: 'Sem luz no mercado' }).turn).toBe(turns.usual);
  const loud = { sender: key('loud'), isNew: false };
  times(FLOOD_LIMITS.oneSender, () => arrive(loud));
  expect(arrive({ ...loud, text: 'Sem luz no mercado' }).turn).toBe(turns.last);
  expect(arrive({ ...loud, text: shots }).turn).toBe(turns.usual);
});

test('what is replayed is no flood, at whatever speed', () => {
  const arrive = aGateway();
  const replayed = times(500, () =>
    arrive({ sender: key('one'), origin: 'replay', text: 'Sempre o mesmo texto aqui' }),
  );
  expect(causes(replayed)).toEqual(replayed.map(() => undefined));
});
