// The deeds of the present screen, told to the command palette while the screen is open.
import { useEffect, useRef } from 'react';
import { makeStore } from './store.ts';

export type Command = { id: string; label: string; key?: string; run: () => void };
export const commands = makeStore<Readonly<Record<string, readonly Command[]>>>({});

/** `owner` names the part of the screen; its commands go when it goes. What is run is always the newest. */
export function useCommands(owner: string, offered: readonly Command[]): void {
  const newest = useRef(offered);
  useEffect(() => {
    newest.current = offered;
  });
  const told = offered.map(({ id, label, key = '' }) => `${id}\n${label}\n${key}`).join('\n\n');
  useEffect(() => {
    const lasting = told.split('\n\n').flatMap((line): Command[] => {
      const [id = '', label = '', key = ''] = line.split('\n');
      if (id === '') return [];
      const run = (): void => newest.current.find((one) => one.id === id)?.run();
      return [{ id, label, ...(key === '' ? {} : { key }), run }];
    });
    commands.set({ ...commands.get(), [owner]: lasting });
    return () => {
      const { [owner]: _, ...others } = commands.get();
      commands.set(others);
    };
  }, [owner, told]);
}
