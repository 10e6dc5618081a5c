// Lets the demonstration's phones speak: a beginning at once, then a few texts over some minutes, then silence.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../kit/log.ts';
import { listHandsets, sendFromHandset } from '../rooms/listen/index.ts';
import { playBeginning, playDemonstration } from './demonstration/play.ts';
import type { Serving } from './wire-serve.ts';

export function playLive(serving: Pick<Serving, 'intake' | 'runner'>, log: Logger): { stop(): void } {
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
  void tellWhenBroken(play, { log, hasEnded: () => ending.signal.aborted });
  return { stop: () => ending.abort() };
}

/** The play is decoration: nothing else stops with it. But who watches silent phones must know that it broke, unless the process ends. */
export async function tellWhenBroken(
  play: () => Promise<void>,
  { log, hasEnded }: { log: Pick<Logger, 'error'>; hasEnded(): boolean },
): Promise<void> {
  try {
    await play();
  } catch (err) {
    if (!hasEnded()) log.error({ event: 'play.broken', err });
  }
}
