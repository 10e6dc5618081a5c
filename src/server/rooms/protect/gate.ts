// So many at a time, so many waiting, the rest are asked to come later: one argon2 takes 19 MiB, and a crowd at the sign-in
// must not take the memory that intake needs.
import { problem } from '../../../shared/kit/problem.ts';

export type Gate = <T>(work: () => Promise<T>) => Promise<T>;

export function createGate(places: number, waitingPlaces: number): Gate {
  let taken = 0;
  const waiting: (() => void)[] = [];

  const enter = async (): Promise<void> => {
    if (taken < places) {
      taken++;
      return;
    }
    if (waiting.length >= waitingPlaces) throw problem('request.too-many');
    await new Promise<void>((resolve) => waiting.push(resolve));
  };
  // The place is handed on, not freed and taken again: nobody can slip in between.
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else taken--;
  };

  return async (work) => {
    await enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
}
