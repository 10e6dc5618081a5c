// What a person may ask for about referring out: the directory of services, and a referral of a restricted concern.
import { newId } from '../../../src/shared/kit/ids.ts';
import { alone, type Objects, type Prepare, withBody } from './matrix-try.ts';
import { one, type ProtectionWorld } from './protection-world.ts';

const service = {
  name: 'Consulta de ensaio',
  kind: 'medical',
  areaIds: ['ar_mz'],
  reach: 'porta lateral',
  hours: '',
  children: true,
  survivors: true,
  from: '2020-01-01',
  to: null,
  confirmedOn: '2020-01-01',
};

type Rows = { ofConcern: Prepare; restricted(): Promise<string> };

export const referralObjects = (world: ProtectionWorld, { ofConcern, restricted }: Rows): Objects => ({
  listReferralServices: alone,
  addReferralService: withBody(service),
  changeReferralService: async () => ({ id: await enter(world), body: service }),
  listServicesOf: ofConcern,
  referConcern: async (asker) => ({
    ...(await ofConcern(asker)),
    body: { serviceId: await enter(world), send: true },
  }),
  // Every referral is the protection officers': there is no other's to hide from them.
  moveReferral: async ({ client }) => {
    const id = await restricted();
    await client.call('referConcern', { params: { id }, body: { serviceId: await enter(world), send: true } });
    const sent: string = await one(world.sql, 'select id as value from respond_referral where concern_id = $1', [id]);
    return { id: sent, body: { step: 'accepted' } };
  },
});

async function enter(world: ProtectionWorld): Promise<string> {
  const id = newId('referralService');
  await world.sql.query(
    `insert into know_referral_service (id, name, kind, area_ids, reach, hours, children, survivors, from_day, confirmed_on, changed_at, changed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now(), 'rule')`,
    [
      id,
      service.name,
      service.kind,
      service.areaIds,
      service.reach,
      service.hours,
      service.children,
      service.survivors,
      service.from,
      service.confirmedOn,
    ],
  );
  return id;
}
