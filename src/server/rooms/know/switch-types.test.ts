// Who may turn a type on or off where, what is refused, and that a type which loses its last answerer becomes a person's task.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRespondWorld, type RespondWorld } from '../../../../test/respond-world.ts';
import { getTypeStates } from './list-type-states.ts';
import { lookAtTypes } from './look-at-types.ts';
import { insertReferralService } from './store-recipient.ts';
import { type Switching, switchTypes, takeBackSwitch } from './switch-types.ts';

const timeZone = 'Africa/Maputo';
let world: RespondWorld;
beforeAll(async () => {
  world = await openRespondWorld();
});
afterAll(() => world.close());

type Who = Parameters<RespondWorld['as']>[0];
const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date());
const turn = (who: Who, switching: Omit<Switching, 'from'>) =>
  world.as(who, (ctx) => switchTypes(ctx, { ...switching, from: today }, timeZone));
const tools = { timeZone, nameUsers: async () => new Map<string, string>() };
const stateOf = async (who: Who, areaId: string, code: string) =>
  (await world.as(who, (ctx) => getTypeStates(ctx, areaId, tools))).types.find((type) => type.code === code);
const tasks = async () =>
  (
    await world.scratch.owner.query(
      `select kind, role, subject_id, taken_by is not null as named from know_todo
     where kind in ('type-unanswered', 'service-gone') and state <> 'done' order by kind, subject_id`,
    )
  ).rows;
const look = () => world.asWorker((ctx) => lookAtTypes(ctx, timeZone));

test('a coordinator turns ordinary types of her own area, for a whole class at once, and takes it back', async () => {
  const switchId = await turn('coordinator', { areaId: 'ar_mueda', typeCodes: ['C01', 'C02'], word: 'off' });
  expect(await stateOf('coordinator', 'ar_mueda', 'C02')).toMatchObject({
    state: 'off',
    setIn: { id: 'ar_mueda' },
    said: { word: 'off' },
  });
  expect(await stateOf('coordinator', 'ar_mueda', 'C03')).toMatchObject({ state: 'on', setIn: null, answered: true });
  const { rows } = await world.scratch.owner.query(`select payload ->> 'switchId' as id from journal where id = $1`, [
    switchId,
  ]);
  expect(await world.as('coordinator', (ctx) => takeBackSwitch(ctx, rows[0].id))).toBe(true);
  expect(await stateOf('coordinator', 'ar_mueda', 'C02')).toMatchObject({ state: 'on', said: null });
});

test('what belongs to a restricted lane is the protection officer’s to turn, and ordinary types are not', async () => {
  const off = { areaId: 'ar_mueda', word: 'off' } as const;
  await expect(turn('coordinator', { ...off, typeCodes: ['D01'] })).rejects.toThrow('access.denied');
  await expect(turn('officer', { ...off, typeCodes: ['C02'] })).rejects.toThrow('access.denied');
  await turn('officer', { ...off, typeCodes: ['D03'] });
  expect(await stateOf('officer', 'ar_mueda', 'D03')).toMatchObject({ state: 'off', mayChange: true });
  expect(await stateOf('coordinator', 'ar_mueda', 'D03')).toMatchObject({ state: 'off', mayChange: false });
});

test('nothing is switched on where nobody answers, and the refusal says what is missing where', async () => {
  await expect(
    turn('coordinator', { areaId: 'ar_mueda', typeCodes: ['C02', 'F01'], word: 'on' }),
  ).rejects.toMatchObject({
    code: 'type.nobody-answers',
    details: { typeCode: 'F01', areaId: 'ar_mueda' },
  });
  await expect(turn('officer', { areaId: 'ar_mueda', typeCodes: ['D01'], word: 'on' })).rejects.toThrow(
    'type.nobody-answers',
  );
  await expect(turn('coordinator', { areaId: 'ar_mueda', typeCodes: ['G02'], word: 'on' })).rejects.toThrow(
    'type.not-to-police',
  );
  await expect(
    turn('coordinator', { areaId: 'ar_mueda', typeCodes: ['H05'], word: 'on-without-police' }),
  ).rejects.toThrow('type.nobody-answers');
  await turn('coordinator', { areaId: 'ar_mueda', typeCodes: ['H05'], word: 'on' });
  expect(await stateOf('coordinator', 'ar_mueda', 'H05')).toMatchObject({ state: 'on', answered: true });
});

test('a type that loses its last post or service is a named person’s task, until somebody answers or switches it off', async () => {
  const service = { name: 'Casa', kind: 'safety', reach: 'porta', hours: '' } as const;
  await world.as('officer', (ctx) =>
    insertReferralService(ctx, 'sv_house', {
      ...service,
      areaIds: ['ar_mueda'],
      ...{ children: true, survivors: true, from: '2020-01-01', to: null, confirmedOn: '2020-01-01' },
    }),
  );
  await look();
  expect(await tasks()).toEqual([]);
  await world.scratch.owner.query(`update know_referral_service set to_day = '2020-06-01' where id = 'sv_house'`);
  await world.scratch.owner.query(
    `update know_responsibility set valid_to = now() - interval '1 second' where post_id = 'po_mueda' and class_code = 'I'`,
  );
  await look();
  await look();
  expect(await tasks()).toEqual([
    { kind: 'service-gone', role: 'protection-officer', subject_id: 'ar_mueda', named: false },
    { kind: 'type-unanswered', role: 'coordinator', subject_id: 'ar_mueda', named: true },
  ]);
  expect(await stateOf('coordinator', 'ar_mueda', 'I01')).toMatchObject({
    answered: false,
    lostAt: expect.any(String),
  });
  await turn('coordinator', { areaId: 'ar_mueda', typeCodes: ['I01', 'I02', 'I03', 'I04'], word: 'off' });
  await look();
  expect((await tasks()).map(({ kind }) => kind)).toEqual(['service-gone']);
});
