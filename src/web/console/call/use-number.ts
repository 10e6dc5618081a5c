// Her number on this page: asked for once, waited for, opened with the page's own key, and gone after its quarter of an hour.
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Output } from '../../kit/api.ts';
import { ask } from '../../kit/api.ts';
import { useNow } from '../../kit/now.ts';
import { makePageKey, type PageKey } from '../../kit/page-key.ts';

type Held = { callId: string; key: PageKey };
type State = Output<'getNumber'>['state'] | 'broken';
export type HerNumber = {
  /** Undefined before anything was asked. */
  state: State | undefined;
  /** The last call that could be made: its end can be written down, also when the number has gone since. */
  opened: string | undefined;
  number: string | undefined;
  until: string | undefined;
  asking: boolean;
  ask: () => void;
};

const WAITING_MS = 700;
const SHOWN_MS = 30_000;

export function useNumber(todoId: string, onRefused: (error: Error) => void): HerNumber {
  const asked = useMutation({ mutationFn: () => askFor(todoId), onError: onRefused });
  const now = useNow();
  const held = asked.data;
  const answer = useQuery({
    queryKey: ['getNumber', held?.callId],
    queryFn: () => (held === undefined ? undefined : openNumber(held)),
    enabled: held !== undefined,
    refetchInterval: ({ state: { data } }) => (data === undefined || data.state === 'waiting' ? WAITING_MS : SHOWN_MS),
    // Nothing of it outlives the page that asked.
    gcTime: 0,
  }).data;
  const over = answer?.until !== undefined && Date.parse(answer.until) <= now.getTime();
  const shown = answer !== undefined && answer.state === 'open' && !over;
  const [opened, setOpened] = useState<string>();
  if (shown && held && opened !== held.callId) setOpened(held.callId);
  return {
    state: over ? 'gone' : (answer?.state ?? (held === undefined ? undefined : 'waiting')),
    opened,
    number: shown ? answer.number : undefined,
    until: shown ? answer.until : undefined,
    asking: asked.isPending,
    ask: () => asked.mutate(),
  };
}

async function askFor(todoId: string): Promise<Held> {
  const key = await makePageKey();
  const { callId } = await ask('askNumber', { params: { id: todoId }, body: { pageKey: key.publicKey } });
  return { callId, key };
}

type Answer = { state: State; number?: string; until?: string };

async function openNumber({ callId, key }: Held): Promise<Answer> {
  const { state, sealed, until } = await ask('getNumber', { params: { id: callId } });
  if (sealed === null || until === null) return { state };
  try {
    return { state, number: await key.open(sealed, callId), until };
  } catch {
    return { state: 'broken' };
  }
}
