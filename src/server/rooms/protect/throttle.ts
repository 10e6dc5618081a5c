// Slows whoever guesses, by account and by network, up to a minute; never locks. Every try is counted before it is judged and
// given back when it was right, so that a hundred parallel guesses are a hundred tries. What is written here must outlive the
// refusal that rolls its deed back: it runs `apart`, in a transaction of its own.
import type { ProblemCode } from '../../../shared/domain/problems.ts';
import { type Problem, problem } from '../../../shared/kit/problem.ts';
import type { Db } from '../../db/client.ts';
import { type Ctx, personTx, type TxSettings } from '../../db/tx.ts';
import type { DoorCtx } from '../../kit/handle.ts';
import { hmac } from './cipher.ts';
import type { ServeKeys } from './keys.ts';
import type { Passwords } from './passwords.ts';
import { forgetTries, forgetTriesBefore, lockTries, setTries, type Tries, takeBackTry } from './store-sessions.ts';

/** Runs a deed as class `door` and commits it, whatever becomes of the deed that asked. */
export type Apart = <T>(deed: (ctx: Ctx) => Promise<T>) => Promise<T>;

/**
 * Give it a pool of its own (two connections): its caller holds one of the web's already, and all callers waiting for a second one
 * from the same pool would wait for each other.
 */
export function openApart(db: Db, settings: TxSettings): Apart {
  const door = { actor: { id: 'door', role: 'door' as const }, databaseClass: 'door' as const, token: '' };
  return (deed) => personTx({ db, tx: settings, person: door }, deed);
}

export type DoorTools = {
  keys: Pick<ServeKeys, 'codes' | 'totp' | 'throttle'>;
  passwords: Passwords;
  /** Whether this server was started as a demonstration. The database must say so too before anything is relaxed. */
  demonstration: boolean;
  apart: Apart;
  /** Whose days count: a last day ends at midnight there. */
  timeZone: string;
};

export type Attempt = { account: Buffer; network: Buffer };

/** Counts one try for this account and network. Throws `session.slow-down` with `seconds` when it comes too soon; that is not counted. */
export async function beginAttempt(tools: DoorTools, ctx: DoorCtx, login: string): Promise<Attempt> {
  const attempt = {
    account: hmac(tools.keys.throttle, `v1|account|${login}`),
    network: hmac(tools.keys.throttle, `v1|network|${ctx.network}`),
  };
  const seconds = await tools.apart((apart) => takeTry(apart, attempt));
  if (seconds > 0) throw problem('session.slow-down', { seconds });
  return attempt;
}

/** The whole sign-in was right: the account starts afresh; its network loses this one try only, others may sit there. */
export async function forgiveAttempt(ctx: Ctx, attempt: Attempt): Promise<void> {
  await takeBackTry(ctx, [attempt.network]);
  await forgetTries(ctx, attempt.account);
}

/** Neither right nor wrong (a second step is asked for): as if it had not been. */
export async function releaseAttempt(tools: DoorTools, attempt: Attempt): Promise<void> {
  await tools.apart((apart) => takeBackTry(apart, [attempt.account, attempt.network]));
}

export type RefusalCause = 'password' | 'second-factor' | 'no-grant' | 'invitation' | 'reset';

/** Writes the refusal down and returns the Problem to throw: the same one for every cause a stranger may not tell apart. */
export async function refuse(
  tools: DoorTools,
  refusal: { cause: RefusalCause; userId?: string | undefined },
  code: ProblemCode = 'session.refused',
): Promise<Problem> {
  await tools.apart((apart) =>
    apart.emit('session.refused', { subjectId: refusal.userId ?? 'door' }, { cause: refusal.cause }),
  );
  return problem(code);
}

const LONGEST_SECONDS = 60;
/** Free of delay: a person's slips, and those of an office behind one address. */
const FREE = { account: 3, network: 20 } as const;
const FORGOTTEN_AFTER_MS = 3_600_000;

async function takeTry(ctx: Ctx, attempt: Attempt): Promise<number> {
  const tries = await lockTries(ctx, [attempt.account, attempt.network]);
  const counted = tries.map((entry) => {
    const failures = ctx.now.getTime() - entry.lastAt.getTime() > FORGOTTEN_AFTER_MS ? 0 : entry.failures;
    return { ...entry, failures, free: entry.keyHash.equals(attempt.account) ? FREE.account : FREE.network };
  });
  const seconds = Math.max(...counted.map((entry) => waitSeconds(entry, ctx.now)));
  if (seconds > 0) return seconds;
  for (const entry of counted) await setTries(ctx, entry.keyHash, entry.failures + 1);
  await forgetTriesBefore(ctx, new Date(ctx.now.getTime() - 24 * FORGOTTEN_AFTER_MS));
  return 0;
}

/** After the free tries 1, 2, 4 … 60 seconds from the last counted try. */
function waitSeconds(entry: Tries & { free: number }, now: Date): number {
  if (entry.failures < entry.free) return 0;
  const delay = Math.min(LONGEST_SECONDS, 2 ** (entry.failures - entry.free));
  const elapsed = (now.getTime() - entry.lastAt.getTime()) / 1000;
  return Math.max(0, Math.ceil(delay - elapsed));
}
