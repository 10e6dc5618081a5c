// The one way from a screen to the server: the contract's route by name, typed both ways. The server has parsed every answer
// before it left (http/bind.ts); to parse it again here would carry every schema of the house to every phone.
import type { z } from 'zod';
import type { Contract, RouteName } from '../../shared/contract/index.ts';
import { takeAhead } from './ahead.ts';
import { fieldsOf } from './fields.ts';
import { routes } from './routes.gen.ts';

type Part<Key extends string, Schema> = z.ZodType extends Schema
  ? unknown
  : Schema extends z.ZodType
    ? { [K in Key]: z.input<Schema> }
    : unknown;
type Loose = { params?: unknown; query?: unknown; body?: unknown };
type Shapes<N extends RouteName> = Required<Pick<Contract[N], 'params' | 'query' | 'body'>>;
export type Input<N extends RouteName> = Loose &
  Part<'params', Shapes<N>['params']> &
  Part<'query', Shapes<N>['query']> &
  Part<'body', Shapes<N>['body']>;
export type Output<N extends RouteName> = z.output<Contract[N]['response']>;

/** A refusal or fault in the server's own words (RFC 9457), or `network.away` when nothing answered. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: string;
  readonly status: number;
  readonly facts: Readonly<Record<string, unknown>>;
  constructor(code: string, status: number, facts: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.code = code;
    this.status = status;
    this.facts = facts;
  }
}

/** @example const page = await ask('listConcerns', { query: { state: 'waiting' } }) */
/** `within`: for this part of the asker's area alone, where the route can be narrowed. */
export async function ask<N extends RouteName>(name: N, input: Input<N>, within?: string): Promise<Output<N>> {
  const [method, path] = routes[name];
  const answer = await send(method, addressOf(path, input), { body: input.body, within });
  return (await answer.json()) as Output<N>;
}

function addressOf(path: string, { params, query }: Loose): string {
  const values = new Map(Object.entries(params ?? {}).map(([key, value]) => [key, String(value)]));
  const filled = path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(values.get(key) ?? ''));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) if (value !== undefined) search.set(key, String(value));
  return search.size > 0 ? `${filled}?${search}` : filled;
}

type Said = { body: unknown; within: string | undefined };

async function send(method: string, address: string, { body, within }: Said): Promise<Response> {
  // A custom header cannot be set by a foreign form, so the server takes it as proof that this page asks.
  const headers: Record<string, string> = { 'x-salama': '1', accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (within !== undefined) headers['x-salama-area'] = within;
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const asked =
    (method === 'GET' && within === undefined ? takeAhead(address) : undefined) ??
    fetch(address, { method, headers, credentials: 'same-origin', ...sent });
  const answer = await asked.catch((cause: unknown) => {
    throw new ApiProblem('network.away', 0, { cause: String(cause) });
  });
  if (answer.ok) return answer;
  const told = fieldsOf(await answer.json().catch(() => null));
  throw typeof told['code'] === 'string'
    ? new ApiProblem(told['code'], answer.status, told)
    : new ApiProblem('server.fault', answer.status);
}
