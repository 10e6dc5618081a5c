// Binds the contract of signing in to its deeds. Whatever makes, changes or ends the browser's own session is bound at the door, where
// the cookie is.
import { contract } from '../../../shared/contract/index.ts';
import type { Reaches } from '../../../shared/domain/sight.ts';
import { type Handling, handle, handleAtDoor } from '../../kit/handle.ts';
import { endAbsence, listAbsences, listCovers, listTeam, setAbsence } from './absences.ts';
import { acceptInvitation, confirmSecondFactor } from './accept-invitation.ts';
import { chooseGrant } from './choose-grant.ts';
import { getPersonAtDoor } from './find-person.ts';
import { cancelInvitation, confirmInvitation, inviteUser } from './invite-user.ts';
import { listConfirmations, listInvitations, listPeople } from './list-people.ts';
import { confirmReset, lockUser, planLeaving } from './lock-user.ts';
import { endPhone, getPhone, givePhone, type PhoneTools, provePhone } from './own-phone.ts';
import { readJournal } from './read-journal.ts';
import { renewPassword, renewSecondFactor } from './renew-access.ts';
import { revokeUser } from './revoke-user.ts';
import { toSessionView } from './session-view.ts';
import { getSight } from './sight.ts';
import { openSession } from './sign-in.ts';
import { closeAllSessions, closeSession } from './sign-out.ts';
import { getProgramme, type Programme } from './store-sessions.ts';
import { addToured, setUserLocale } from './store-users.ts';
import type { DoorTools } from './throttle.ts';
import { tokenHash } from './tokens.ts';

export const protectRoutes = (tools: DoorTools & { permissions: Reaches; phones: PhoneTools }): readonly Handling[] => [
  handleAtDoor(contract.getProgramme, async (ctx) => toProgrammeView(await getProgramme(ctx))),
  handleAtDoor(contract.openSession, (ctx, { body }) => openSession(tools, ctx, body)),
  handleAtDoor(contract.getSession, async (ctx) => toSessionView(ctx, tokenHash((await getPersonAtDoor(ctx)).token))),
  handleAtDoor(contract.closeSession, (ctx) => nothing(closeSession(ctx))),
  handleAtDoor(contract.closeAllSessions, (ctx) => nothing(closeAllSessions(ctx))),
  handleAtDoor(contract.chooseGrant, (ctx, { body }) => chooseGrant(ctx, body.grantId)),
  handleAtDoor(contract.chooseLocale, async (ctx, { body }) => {
    const { userId } = await getPersonAtDoor(ctx);
    return nothing(setUserLocale(ctx, userId, body.locale));
  }),
  handleAtDoor(contract.leaveTour, async (ctx) => {
    const { userId, role } = await getPersonAtDoor(ctx);
    return nothing(addToured(ctx, userId, role));
  }),
  handleAtDoor(contract.acceptInvitation, (ctx, { body }) => acceptInvitation(tools, ctx, body)),
  handleAtDoor(contract.confirmSecondFactor, (ctx, { body }) => confirmSecondFactor(tools, ctx, body)),
  handleAtDoor(contract.renewPassword, (ctx, { body }) => renewPassword(tools, ctx, body)),
  handleAtDoor(contract.renewSecondFactor, (ctx, { body }) => renewSecondFactor(tools, ctx, body)),
  handle(contract.listUsers, (ctx, { query }) => listPeople(ctx, tools.timeZone, query)),
  handle(contract.readJournal, (ctx, { query }) => readJournal(ctx, query)),
  handle(contract.inviteUser, (ctx, { body }) => inviteUser(ctx, tools.keys, body)),
  handle(contract.confirmInvitation, (ctx, { params }) => nothing(confirmInvitation(ctx, params.id))),
  handle(contract.listInvitations, listInvitations),
  handle(contract.cancelInvitation, (ctx, { params }) => nothing(cancelInvitation(ctx, params.id))),
  handle(contract.listConfirmations, listConfirmations),
  handle(contract.lockUser, (ctx, { params, body }) => lockUser(ctx, tools.keys, { userId: params.id, ...body })),
  handle(contract.confirmReset, (ctx, { params }) => nothing(confirmReset(ctx, params.id))),
  handle(contract.planLeaving, (ctx, { params, body }) =>
    nothing(planLeaving(ctx, tools.timeZone, { userId: params.id, ...body })),
  ),
  handle(contract.getSight, (ctx) => getSight(ctx, tools.permissions)),
  handle(contract.listAbsences, (ctx) => listAbsences(ctx, tools.timeZone)),
  handle(contract.listTeam, (ctx, { query }) => listTeam(ctx, query.q)),
  handle(contract.listCovers, (ctx, { params }) => listCovers(ctx, params.id)),
  handle(contract.setAbsence, (ctx, { body }) => setAbsence(ctx, tools.timeZone, body)),
  handle(contract.endAbsence, (ctx, { params }) => nothing(endAbsence(ctx, params.id))),
  handle(contract.getPhone, getPhone),
  handle(contract.givePhone, (ctx, { body }) => nothing(givePhone(ctx, tools.phones, body.number))),
  handle(contract.provePhone, async (ctx, { body }) => ({ outcome: await provePhone(ctx, tools.keys, body.digits) })),
  handle(contract.endPhone, (ctx) => nothing(endPhone(ctx))),
  handle(contract.revokeUser, (ctx, { params }) => nothing(revokeUser(ctx, params.id))),
];

async function nothing(deed: Promise<void>): Promise<Record<string, never>> {
  await deed;
  return {};
}

/** Screens before sign-in speak the country's language of administration. */
const toProgrammeView = ({ name, country, demonstration }: Programme) => ({
  name,
  demonstration,
  locale: country === 'MZ' ? ('pt' as const) : ('en' as const),
});
