// How this browser may call its person for danger to life: nothing unless she said so here. Kept in the browser, because a computer
// in an office and a telephone in a pocket are not called alike.
import { makeStore, type Store } from '../../kit/store.ts';

type Choice = Store<boolean>;

function keptChoice(key: string): Choice {
  const store = makeStore(localStorage.getItem(key) === 'on');
  const set = (on: boolean): void => {
    localStorage.setItem(key, on ? 'on' : 'off');
    store.set(on);
  };
  return { ...store, set };
}

export const sound = keptChoice('salama.sound');
export const notices = keptChoice('salama.notices');

export const canNotify = (): boolean => 'Notification' in globalThis;

/** The browser asks its person, too; what she refused there stays off here. */
export async function allowNotices(): Promise<boolean> {
  const allowed = (await Notification.requestPermission()) === 'granted';
  notices.set(allowed);
  return allowed;
}
