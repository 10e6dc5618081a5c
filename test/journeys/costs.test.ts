// What sending costs, as it leaves: per gateway for those who pay for it, per council a day later, for them alone.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../client.ts';
import { type Salama, startSalama } from '../salama.ts';

let salama: Salama;
let administrator: Client;
beforeAll(async () => {
  salama = await startSalama();
  // A month is shown as it stands: what is told here and read the day after must lie in one.
  while (salama.now().getUTCDate() > 20) await salama.advance({ days: 1 });
  administrator = await salama.signIn('admin');
});
afterAll(() => salama.close());

const handsets = async () => {
  const { gateways } = await administrator.call('listGateways');
  const found = gateways.find(({ channel }) => channel === 'handset');
  if (!found) throw new Error('the demonstration has its handsets');
  return found;
};
const told = async (phone: string): Promise<void> => {
  await salama.handset(phone).send('Roubo mota em Nantalika ontem a noite');
  await salama.handset(phone).next();
  await salama.until(async () => (await leaving()) === 0, 'the receipt to have left');
};
const leaving = async (): Promise<number> =>
  (await salama.sql.query(`select 1 from listen_outbound where state in ('queued', 'sending')`)).rows.length;
/** The sums are brought up to date with each look at the clocks. */
const summed = () => salama.advance({ minutes: 1 });

test('a text that left before a price was known is counted, without inventing its cost', async () => {
  await told('Ponto focal, Nantalika');
  await summed();
  const { month } = await handsets();
  expect(month?.segments).toBeGreaterThan(0);
  expect(month).toMatchObject({ cost: 0, unpriced: month?.segments });
});

test('a gateway is called by the name that its channel gives itself', async () => {
  expect((await handsets()).label).toEqual({ pt: 'Telefones simulados', en: 'Simulated handsets' });
});

test('from the moment an administrator says the price, each segment costs that, and only from then', async () => {
  await told('Moradora');
  const { id } = await handsets();
  await administrator.call('priceGateway', { params: { id }, body: { price: 1250 } });
  await summed();
  const { month: before } = await handsets();
  expect(before).toMatchObject({ cost: 0, unpriced: before?.segments });
  await told('Ponto focal, Nantalika');
  await summed();
  const { price, month } = await handsets();
  expect(price).toBe(1250);
  const since = (month?.segments ?? 0) - (before?.segments ?? 0);
  expect(since).toBeGreaterThan(0);
  expect(month).toMatchObject({ cost: 1250 * since, unpriced: before?.segments });
  const said = (await salama.journal()).filter(({ event }) => event === 'gateway.priced');
  expect(said).toHaveLength(1);
});

const daysLater = async (days: number): Promise<void> => {
  await salama.advance({ days });
  administrator = await salama.signIn('admin');
};

test('what a council was texted is read the day after, and not counted out below five', async () => {
  await told('Moradora');
  expect((await administrator.call('listCosts')).councils).toEqual([]);
  await daysLater(1);
  const few = await administrator.call('listCosts');
  expect(few.councils.map(({ spent }) => spent)).toEqual([null]);
  expect(few.councils[0]?.name).toContain('Nantalika');
  await salama.sql.query('update listen_cost_day set texts = 5 where council_id is not null');
  const { councils } = await administrator.call('listCosts');
  expect(councils.map(({ spent }) => spent)).toMatchObject([{ texts: 5, cost: 1250 }]);
  // What a neighbour who speaks for no council got is on the gateway's account, and on no council's.
  const { rows } = await salama.sql.query('select 1 from listen_cost_day where council_id is null');
  expect(rows).toHaveLength(1);
});

test('who reads the ordinary lane cannot subtract it from what was sent: costs are closed to a coordinator', async () => {
  const coordinator = await salama.signIn('coordenadora');
  await expect(coordinator.call('listCosts')).rejects.toMatchObject({ code: 'access.denied' });
  await expect(coordinator.call('listGateways')).rejects.toMatchObject({ code: 'access.denied' });
});

test('next month begins at nothing; the month before stands beside it', async () => {
  const nothing = { texts: 0, segments: 0, cost: 0, unpriced: 0 };
  await salama.sql.query(`update listen_cost_day set day = (date_trunc('month', day) - interval '3 days')::date`);
  const { month, monthBefore } = await handsets();
  expect(month).toEqual(nothing);
  expect(monthBefore.segments).toBeGreaterThan(0);
  await daysLater(62);
  expect(await handsets()).toMatchObject({ month: nothing, monthBefore: nothing });
});

test('nobody but an administrator sets a price, and no gateway that is not there has one', async () => {
  const unknown = { params: { id: 'gw_nobody' }, body: { price: 1 } };
  await expect(administrator.call('priceGateway', unknown)).rejects.toMatchObject({ code: 'request.not-found' });
  const post = await salama.signIn('comandante');
  await expect(post.call('priceGateway', unknown)).rejects.toMatchObject({ code: 'access.denied' });
  await expect(post.call('listCosts')).rejects.toMatchObject({ code: 'access.denied' });
});
