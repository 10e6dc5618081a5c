// A route is declared once: the server binds to it, the web calls it, openapi.json is derived from it.
import type { z } from 'zod';

type Shape = z.ZodType;

export type Route<
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Body extends Shape = Shape,
  Response extends Shape = Shape,
> = {
  method: 'GET' | 'POST' | 'DELETE';
  /** Fastify form: `/api/concerns/:id`. */
  path: string;
  /** One line for openapi.json. */
  summary: string;
  /** `open` routes need no session; all others have a row in src/server/http/permissions.csv. */
  open?: true;
  /** A page asks it by itself, again and again: it is no sign of a person and keeps no session awake. */
  byItself?: true;
  /** Of the body; 64 KiB where nothing is said. */
  maxBytes?: number;
  /** What comes is long and is read before it is answered: no clock of an idle connection cuts it off. */
  takesTime?: true;
  /** What it tells can be narrowed to a part of the asker's area, by the header `x-salama-area`. */
  narrows?: true;
  params?: Params;
  query?: Query;
  body?: Body;
  response: Response;
};

/** @example export const listConcerns = route({ method: 'GET', path: '/api/concerns', summary: '…', response: ConcernPage }) */
export function route<P extends Shape, Q extends Shape, B extends Shape, R extends Shape>(
  declaration: Route<P, Q, B, R>,
): Route<P, Q, B, R> {
  return declaration;
}
