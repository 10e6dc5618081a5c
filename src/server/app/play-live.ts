// Lets the demonstration's phones speak: a beginning at once, then a few texts over some minutes, then silence.
import { setTimeout as sleep } from 'node:timers/promises';
import { listHandsets, sendFromHandset } from '../rooms/listen/index.ts';
import { playBeginning, playDemonstration } from './demonstration/play.ts';
import type { Serving } from './wire-serve.ts';

export function playLive(serving: Pick<Serving, 'intake' | 'runner'>): { stop(): void } {
  const ending = new AbortController();
  const { intake, runner } = serving;
  const send = async (handsetId: string, text: string): Promise<void> => {
    await sendFromHandset(intake, handsetId, text);
    runner.poke();
  };
  const play = async (): Promise<void> => {
    const handsets = await listHandsets(intake.db, intake.keys);
    if (handsets.every((handset) => handset.texts.length === 0)) await playBeginning({ send, handsets });
    await playDemonstration({
      send,
      handsets,
      wait: (ms) => sleep(ms, undefined, { signal: ending.signal }),
      stopped: () => ending.signal.aborted,
    });
  };
  // The play is decoration: when the database goes away or the process ends in the middle of it, it simply stops.
  play().catch(() => undefined);
  return { stop: () => ending.abort() };
}
