// Who is signed in, in which role; and what happens to the page when the session ends under it.
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { SessionView } from '../../shared/contract/session.ts';
import { forgetAhead } from './ahead.ts';
import { ApiProblem, ask } from './api.ts';
import { areaInView } from './area.ts';
import { speak } from './i18n.ts';
import { queryClient } from './query.ts';

const KEY = ['session'] as const;

const question = { queryKey: KEY, queryFn: findSession, staleTime: 60_000 };

/** `null` = nobody. */
export function useSessionQuery(): UseQueryResult<SessionView | null> {
  return useQuery<SessionView | null>({ ...question, refetchOnWindowFocus: true });
}

/** Before the page is drawn: whether somebody is signed in. A fault is shown by the page, which asks again. */
export async function readSession(): Promise<boolean> {
  await queryClient.prefetchQuery<SessionView | null>({ ...question, retry: false });
  return queryClient.getQueryData(KEY) !== null;
}

async function findSession(): Promise<SessionView | null> {
  return ask('getSession', {}).catch((error: unknown) => {
    if (error instanceof ApiProblem && error.status === 401) return null;
    throw error;
  });
}

/** A new person or role must not see what the one before had asked. */
export async function beginSession(session: SessionView): Promise<void> {
  forgetAhead();
  areaInView.set(undefined);
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== KEY[0] });
  queryClient.setQueryData(KEY, session);
  await speak(session.locale);
}

/** The same person came back after her session ran out: the page and its forms stay. */
export async function resumeSession(session: SessionView): Promise<void> {
  queryClient.setQueryData(KEY, session);
  await queryClient.invalidateQueries({ predicate: (query) => query.queryKey[0] !== KEY[0] });
}

export function markSessionLost(): void {
  queryClient.setQueryData(KEY, null);
}

export function endSession(): void {
  queryClient.clear();
  globalThis.location.assign('/');
}

export const SessionContext = createContext<SessionView | null>(null);

export function useSession(): SessionView {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('a screen was shown without a session');
  return session;
}

// Any answer that says "no session" raises the sign-in over the page, wherever it was asked.
queryClient.getQueryCache().subscribe((event) => {
  if (event.type === 'updated' && event.action.type === 'error') noticeLoss(event.action.error);
});

export function noticeLoss(error: unknown): void {
  if (error instanceof ApiProblem && error.code === 'session.missing') markSessionLost();
}
