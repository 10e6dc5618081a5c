// Who holds a token. Asked once per request, so it is one statement; the database decides and keeps the session awake.
import { problem } from '../../../shared/kit/problem.ts';
import type { Db } from '../../db/client.ts';
import type { Tx } from '../../db/tx.ts';
import type { DoorCtx, Person } from '../../kit/handle.ts';
import { type Asked, touchSession } from './store-sessions.ts';
import { tokenHash } from './tokens.ts';

/** For http/bind.ts. Undefined when unknown, revoked, expired, idle for 30 minutes, or when user or grant have ended. */
export async function findPerson(db: Db | Tx, token: string, asked: Asked): Promise<Person | undefined> {
  if (!/^[\w-]{43}$/.test(token)) return undefined;
  const holder = await touchSession(db, tokenHash(token), asked);
  return holder && { ...holder, token };
}

/** The same at the door, for routes that end or change the very session they are asked with. Throws `session.missing`. */
export async function getPersonAtDoor(ctx: DoorCtx): Promise<Person> {
  const person =
    ctx.token === undefined ? undefined : await findPerson(ctx.tx, ctx.token, { now: ctx.now, byHand: true });
  if (!person) throw problem('session.missing');
  return person;
}
