// How a room offers its deeds to the web: a declared route and the function that answers it. http/bind.ts does the rest.
import type { z } from 'zod';
import type { Route } from '../../shared/contract/route.ts';
import type { Role } from '../../shared/domain/role.ts';
import { type Ctx, UNDO_SECONDS } from '../db/tx.ts';

export type Person = { userId: string; grantId: string; role: Role; token: string };

/** A deed's context with the person who asked. Row-level security has already narrowed what its transaction can see. */
export type WebCtx = Ctx & { person: Person };

/** A request of nobody yet: signing in, accepting an invitation. `network` is a keyed hash, never an address. */
export type DoorCtx = Ctx & {
  network: string;
  token?: string;
  keep(token: string, expiresAt: Date): void;
  forget(): void;
};

type In<S> = S extends z.ZodType ? z.output<S> : undefined;
type Input<P, Q, B> = { params: In<P>; query: In<Q>; body: In<B> };

export type Handling =
  | { kind: 'person'; route: Route; handle(ctx: WebCtx, input: never): Promise<unknown> }
  | { kind: 'door'; route: Route; handle(ctx: DoorCtx, input: never): Promise<unknown> };

/** @example handle(contract.seeBrief, (ctx, { params }) => seeBrief(ctx, params.id)) */
export function handle<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  route: Route<P, Q, B, R>,
  answer: (ctx: WebCtx, input: Input<P, Q, B>) => Promise<z.input<R>>,
): Handling {
  return { kind: 'person', route, handle: answer };
}

/** The same for routes that need no session, or that make one. Runs as database class `door`. */
export function handleAtDoor<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  route: Route<P, Q, B, R>,
  answer: (ctx: DoorCtx, input: Input<P, Q, B>) => Promise<z.input<R>>,
): Handling {
  return { kind: 'door', route, handle: answer };
}

/** What every deed on a screen answers: its journal id, and until when it can be taken back. */
export function toDeed(ctx: Ctx, deedId: string): { deedId: string; undoUntil: string } {
  return { deedId, undoUntil: new Date(ctx.now.getTime() + UNDO_SECONDS * 1000).toISOString() };
}
