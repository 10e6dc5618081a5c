// Posts, their responsibilities and their switch, for every class of person.
import { newId } from '../../../src/shared/kit/ids.ts';
import { dayAhead } from '../../day.ts';
import { alone, type Objects, type Prepare } from './matrix-try.ts';
import { MACOMIA, PEMBA, POST, type ProtectionWorld } from './protection-world.ts';

export function postObjects(world: ProtectionWorld): Objects {
  const post = (scope: string) => world.copy('know_post', POST, { contact_id: null, scope_id: scope });
  const ofPost =
    (body?: object): Prepare =>
    async ({ role }) => ({
      id: await post(PEMBA),
      others: role === 'administrator' ? [] : [await post(MACOMIA)],
      ...(body ? { body } : {}),
    });
  const closed = async (scope: string, asked: boolean): Promise<string> => {
    const id = newId('closure');
    await world.sql.query(
      `insert into know_closure (id, post_id, scope_id, reason, closed_at, closed_by, opening_asked_at, opening_asked_by)
       values ($1, $2, $3, 'other', now(), 'us_colleague', $4, $5)`,
      [id, await post(scope), scope, asked ? new Date() : null, asked ? 'us_colleague' : null],
    );
    return id;
  };
  const ofClosure =
    (asked: boolean): Prepare =>
    async ({ role }) => ({
      id: await closed(PEMBA, asked),
      others: role === 'administrator' ? [] : [await closed(MACOMIA, asked)],
    });
  /** A district of its own below Pemba: nobody else's work is closed with it. */
  const district = async (): Promise<string> => {
    const id = newId('area');
    await world.sql.query(
      `insert into know_area (id, parent_id, kind, name, folded, lineage, scope_id)
       select $1, id, 'district', name, folded, lineage || $1::text, $1 from know_area where id = $2`,
      [id, PEMBA],
    );
    return id;
  };
  return {
    listPostStates: alone,
    getPostState: ofPost(),
    giveResponsibility: async (asker) => {
      const from = dayAhead(2);
      return ofPost({ areaId: PEMBA, what: { typeCode: 'C05' }, from })(asker);
    },
    endResponsibility: async () => {
      const duty = async (areaId: string): Promise<string> => {
        const id = newId('responsibility');
        await world.sql.query(
          `insert into know_responsibility (id, post_id, area_id, type_code, valid_from) values ($1, $2, $3, 'C05', now())`,
          [id, await post(areaId), areaId],
        );
        return id;
      };
      const from = dayAhead(2);
      return { id: await duty(PEMBA), others: [await duty(MACOMIA)], body: { from } };
    },
    closePost: ofPost({ reason: 'overrun' }),
    closeDistrict: async ({ role }) => ({
      id: await district(),
      others: role === 'administrator' ? [] : [MACOMIA],
      body: { reason: 'overrun' },
    }),
    listClosures: alone,
    askOpening: ofClosure(false),
    agreeOpening: ofClosure(true),
  };
}
