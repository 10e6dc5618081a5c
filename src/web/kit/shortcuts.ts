// Single-key shortcuts of a screen. They can be switched off (WCAG 2.1.4) and never act while somebody types.
import { useEffect, useRef } from 'react';
import { makeStore } from './store.ts';

const KEY = 'salama.shortcuts';

export const shortcutsOn = makeStore(localStorage.getItem(KEY) !== 'off');

export function switchShortcuts(on: boolean): void {
  localStorage.setItem(KEY, on ? 'on' : 'off');
  shortcutsOn.set(on);
}

export function useShortcuts(keys: Readonly<Record<string, () => void>>): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const deed = current.current[nameOf(event)];
      if (deed === undefined || !mayAct(event)) return;
      event.preventDefault();
      deed();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

/** `j`, `shift+j`, `?`, `Escape`: the shift of a letter is said, that of a sign is not. */
function nameOf({ key, shiftKey }: KeyboardEvent): string {
  if (key.length !== 1) return key;
  const letter = key.toLowerCase();
  return shiftKey && letter !== key.toUpperCase() ? `shift+${letter}` : letter;
}

function mayAct(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || !shortcutsOn.get()) return false;
  if (document.querySelector('[role="dialog"]') !== null) return false;
  return !(event.target instanceof HTMLElement && takesLetters(event.target));
}

/** A box that is ticked takes no letters: after a click on one, the keys still work. */
const takesLetters = (target: HTMLElement): boolean =>
  target.isContentEditable || target.matches('textarea, select, input:not([type="checkbox"])');
