// What may be asked for about people who sign in.
import { newId } from '../../../src/shared/kit/ids.ts';
import { dayAhead } from '../../day.ts';
import { type Asker, alone, type Objects, withBody } from './matrix-try.ts';
import { one, type ProtectionWorld } from './protection-world.ts';

async function copyOfPerson(world: ProtectionWorld, state?: 'active'): Promise<string> {
  const id = await one<string>(world.sql, `select id as value from protect_user where login = 'escuta.dois'`);
  const login = `copia.${newId('deed').slice(3, 20)}`;
  return world.copy('protect_user', id, { login, ...(state === undefined ? {} : { state }) });
}

/** A further role of the asker's own, and somebody new in the same one. */
async function absenceBody(world: ProtectionWorld, { client, userId }: Asker) {
  const { grant } = await client.call('getSession');
  const cover = await world.copy('protect_user', userId, { login: `copia.${newId('deed').slice(3, 20)}` });
  const day = dayAhead(2);
  return {
    grantId: await world.copy('protect_grant', grant.id, {}),
    coverGrantId: await world.copy('protect_grant', grant.id, { user_id: cover }),
    from: day,
    to: day,
  };
}

export const peopleObjects = (world: ProtectionWorld): Objects => ({
  listUsers: alone,
  inviteUser: withBody({ role: 'auditor' }),
  confirmInvitation: async () => {
    const colleague = await world.signIn('admin.dois');
    const { invitationId } = await colleague.call('inviteUser', { body: { role: 'auditor' } });
    return { id: invitationId };
  },
  listInvitations: alone,
  listConfirmations: alone,
  getSight: alone,
  getPhone: alone,
  givePhone: withBody({ number: '+258800000981' }),
  provePhone: withBody({ digits: '0000' }),
  endPhone: alone,
  listAbsences: alone,
  listTeam: alone,
  listCovers: async ({ client }) => ({ id: (await client.call('getSession')).grant.id }),
  setAbsence: async (asker) => ({ body: await absenceBody(world, asker) }),
  endAbsence: async (asker) => {
    const { absenceId } = await asker.client.call('setAbsence', { body: await absenceBody(world, asker) });
    return { id: absenceId };
  },
  cancelInvitation: async () => {
    const colleague = await world.signIn('admin.dois');
    const { invitationId } = await colleague.call('inviteUser', { body: { role: 'auditor' } });
    return { id: invitationId };
  },
  revokeUser: async () => ({ id: await copyOfPerson(world) }),
  lockUser: async () => ({ id: await copyOfPerson(world, 'active'), body: { lost: 'password' } }),
  planLeaving: async () => ({ id: await copyOfPerson(world, 'active'), body: { on: '2099-01-01' } }),
  confirmReset: async () => {
    const colleague = await world.signIn('admin.dois');
    const id = await copyOfPerson(world, 'active');
    const grant = await one<string>(world.sql, `select id as value from protect_grant where role = 'auditor' limit 1`);
    await world.copy('protect_grant', grant, { user_id: id });
    const { resetId } = await colleague.call('lockUser', { params: { id }, body: { lost: 'password' } });
    return { id: resetId };
  },
});
