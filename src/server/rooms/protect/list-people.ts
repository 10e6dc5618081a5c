// The people as administration and audit see them: what they may, since when they were not here, and the codes that are out.
import { z } from 'zod';
import type { InvitationView, UserView } from '../../../shared/contract/people.ts';
import type { Ctx } from '../../db/tx.ts';
import { readCursor, writeCursor } from '../../kit/cursor.ts';
import {
  type InvitationRow,
  listConfirmable,
  listInvitationRows,
  type PeoplePage,
  type PersonRow,
  pagePeople,
} from './store-people.ts';

const IDLE_MS = 30 * 60_000;
const WEEK_MS = 7 * 86_400_000;
const Keyset = z.tuple([z.string().max(100), z.string().max(70)]);
type Asked = Pick<PeoplePage, 'q' | 'role' | 'area' | 'state' | 'limit'> & { cursor?: string | undefined };

export async function listPeople(
  ctx: Ctx,
  timeZone: string,
  asked: Asked,
): Promise<{ users: z.input<typeof UserView>[]; next: string | null }> {
  const { cursor, limit, ...narrow } = asked;
  const keys = cursor === undefined ? undefined : readCursor(cursor, Keyset);
  const after = keys && { name: keys[0], id: keys[1] };
  const seenAfter = new Date(ctx.now.getTime() - IDLE_MS);
  const rows = await pagePeople(ctx, { ...narrow, after, limit: limit + 1, timeZone, seenAfter });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    users: shown.map((row) => toUserView(row, ctx.now)),
    next: last && rows.length > limit ? writeCursor([last.name, last.id]) : null,
  };
}

export async function listInvitations(ctx: Ctx): Promise<{ invitations: z.input<typeof InvitationView>[] }> {
  const rows = await listInvitationRows(ctx, new Date(ctx.now.getTime() - WEEK_MS));
  return {
    invitations: rows.map((row) => ({
      id: row.id,
      role: row.role,
      scope: scopeWords(row),
      invitedBy: row.inviter,
      state: stateOf(row, ctx.now),
      expiresAt: row.expiresAt.toISOString(),
    })),
  };
}

export async function listConfirmations(ctx: Ctx) {
  const rows = await listConfirmable(ctx);
  return { confirmations: rows.map((row) => ({ ...row, expiresAt: row.expiresAt.toISOString() })) };
}

function toUserView(row: PersonRow, now: Date): z.input<typeof UserView> {
  const { id, login, name, signedIn, lastSeenOn, leavesOn } = row;
  const left = row.state === 'revoked' || (row.leavesAt !== null && row.leavesAt <= now);
  return {
    id,
    login,
    name,
    signedIn,
    lastSeenOn,
    leavesOn,
    state: left || row.state === 'revoked' ? 'left' : row.state,
    grants: row.grants.map((grant) => ({ id: grant.id, role: grant.role, scope: scopeWords(grant) })),
  };
}

/** A name, a language's code (screens have its word), or nothing where the role is over the whole programme. */
const scopeWords = (over: { scope: string | null; language: string | null }): string =>
  over.scope ?? over.language ?? '';

function stateOf(row: InvitationRow, now: Date): z.input<typeof InvitationView>['state'] {
  if (row.expiresAt <= now) return 'expired';
  if (row.begun) return 'begun';
  return row.waits ? 'second-person' : 'open';
}
