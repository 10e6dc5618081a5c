// One signed-in person at Salama's own door: the contract's routes by name, over real HTTP, with cookie and header.
import { z } from 'zod';
import { type Contract, contract, type RouteName } from '../src/shared/contract/index.ts';
import type { Input, Output } from '../src/web/kit/api.ts';

export type Credentials = { login: string; password: string; secondFactor?: string };
type Given<N extends RouteName> = object extends Input<N> ? [input?: Input<N>] : [input: Input<N>];

export type Client = {
  /** Throws Refused for every answer that is not 2xx. */
  call<N extends RouteName>(name: N, ...input: Given<N>): Promise<Output<N>>;
  /** A raw request with this person's cookie, for what the contract does not allow to be said. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  cookie(): string;
};

/** A refusal in the server's own words (RFC 9457): `expect(deed).rejects.toMatchObject({ code: 'access.denied' })`. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: string;
  readonly status: number;
  constructor(code: string, status: number) {
    super(`${status} ${code}`);
    this.code = code;
    this.status = status;
  }
}

const ProblemJson = z.looseObject({ code: z.string() });
type Answers = { [N in RouteName]: z.output<Contract[N]['response']> };
const routes: { [N in RouteName]: Pick<Contract[N], 'method' | 'path'> & { response: z.ZodType<Answers[N]> } } =
  contract;

/** Somebody without a session. */
export function openClient(url: string): Client & { signIn(person: Credentials): Promise<void> } {
  let cookie = '';
  const send: Client['fetch'] = async (path, init = {}) => {
    const headers = new Headers(init.headers);
    if (!headers.has('x-salama')) headers.set('x-salama', '1');
    if (cookie !== '') headers.set('cookie', cookie);
    const answer = await fetch(new URL(path, url), { ...init, headers });
    const kept = answer.headers.getSetCookie().find((line) => line.startsWith('__Host-salama='));
    if (kept !== undefined) cookie = /^__Host-salama=;/.test(kept) ? '' : (kept.split(';')[0] ?? '');
    return answer;
  };
  const call: Client['call'] = async (name, ...[input]) => {
    const { method, path, response } = routes[name];
    const answer = await send(addressOf(path, input ?? {}), requestOf(method, input?.body));
    const body: unknown = await answer.json();
    if (answer.ok) return response.parse(body);
    throw new Refused(ProblemJson.safeParse(body).data?.code ?? 'unknown', answer.status);
  };
  const signIn = async (person: Credentials): Promise<void> => {
    cookie = '';
    await call('openSession', { body: person });
  };
  return { call, fetch: send, cookie: () => cookie, signIn };
}

function requestOf(method: string, body: unknown): RequestInit {
  if (method === 'GET') return { method };
  if (body === undefined) return { method };
  return { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function addressOf(path: string, { params, query }: { params?: unknown; query?: unknown }): string {
  const values = new Map(Object.entries(params ?? {}).map(([key, value]) => [key, String(value)]));
  const filled = path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(values.get(key) ?? ''));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) if (value !== undefined) search.set(key, String(value));
  return search.size > 0 ? `${filled}?${search}` : filled;
}
