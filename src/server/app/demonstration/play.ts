// Plays the demonstration's texts through its simulated phones, as if people wrote them, and stops by itself.
import { beginning, type Line, live } from './play-script.ts';

export type Stage = {
  /** Sends through the handset's own door, the one the handset page uses. */
  send(handsetId: string, text: string): Promise<void>;
  handsets: readonly { id: string; label: string }[];
};

export type LiveStage = Stage & {
  wait(ms: number): Promise<void>;
  /** True when the process is ending: the play ends with it. */
  stopped(): boolean;
};

/** Once, when the demonstration is new. Returns how many texts were sent. */
export async function playBeginning(stage: Stage): Promise<number> {
  for (const line of beginning) await speak(stage, line);
  return beginning.length;
}

/**
 * Returns how many texts were sent before it ended or was stopped.
 * @example void playDemonstration({ send, handsets, wait: sleep, stopped: () => closing })
 */
export async function playDemonstration(stage: LiveStage): Promise<number> {
  let sent = 0;
  for (const line of live) {
    await stage.wait(line.pauseSeconds * 1000);
    if (stage.stopped()) break;
    await speak(stage, line);
    sent += 1;
  }
  return sent;
}

async function speak({ send, handsets }: Stage, line: Line): Promise<void> {
  const handset = handsets.find(({ label }) => label === line.from);
  // A phone that somebody has taken away says nothing.
  if (handset) await send(handset.id, line.text);
}
