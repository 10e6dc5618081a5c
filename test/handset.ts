// A simulated phone in a test's hand: texts typed on it go through the same intake as any other, and it shows what reached it.

import { asOwner, type Keys } from '../src/server/app/set-up.ts';
import { addHandset, type IntakeTools, listHandsets, sendFromHandset } from '../src/server/rooms/listen/index.ts';
import { until } from './until.ts';

export type Handset = {
  send(text: string): Promise<void>;
  /** What reached it so far, oldest first. */
  texts(): Promise<string[]>;
  /** The next text after those that `next` gave before. */
  next(): Promise<string>;
};

type Phones = { intake: IntakeTools; poke(): void; database: Parameters<typeof asOwner>[0]; keys: Keys['serve'] };
type Known = readonly { label: string; number: string }[];

export function openHandsets(phones: Phones, known: Known): (labelOrNumber: string) => Handset {
  const opened = new Map<string, Handset>();
  return (name) => {
    const label = known.find((one) => one.number === name)?.label ?? name;
    const handset = opened.get(label) ?? openHandset(phones, label);
    opened.set(label, handset);
    return handset;
  };
}

function openHandset({ intake, poke, database, keys }: Phones, label: string): Handset {
  let id: Promise<string> | undefined;
  let given = 0;
  const find = async (): Promise<string> => {
    const all = await listHandsets(intake.db, keys);
    const found = all.find((one) => one.label === label) ?? all.find((one) => one.label.startsWith(label));
    if (found) return found.id;
    if (!/^\+\d+$/.test(label)) throw new Error(`no handset ${label}`);
    return asOwner(database, 'demonstration', (ctx) =>
      addHandset(ctx.tx, keys, { label, number: label, now: ctx.now }),
    );
  };
  const idOf = (): Promise<string> => {
    id ??= find();
    return id;
  };
  const texts = async (): Promise<string[]> => {
    const own = await idOf();
    const shown = (await listHandsets(intake.db, keys)).find((one) => one.id === own)?.texts ?? [];
    const received = shown.filter((text) => text.direction === 'out');
    return received.toSorted((a, b) => a.at.localeCompare(b.at)).map((one) => one.text);
  };
  return {
    send: async (text) => {
      await sendFromHandset(intake, await idOf(), text);
      poke();
    },
    texts,
    next: async () => {
      const text = await until(async () => (await texts())[given], `the next text on ${label}`);
      given += 1;
      return text;
    },
  };
}
