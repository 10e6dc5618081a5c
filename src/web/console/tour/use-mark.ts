// Follows a marked element of the page as it loads, scrolls and changes its place.
import { useEffect, useState } from 'react';
import type { Box } from './place-card.ts';

const LOOK_AGAIN_MS = 250;

export function useMark(mark: string): Box | undefined {
  const [box, setBox] = useState<Box>();
  useEffect(() => {
    let shown: Element | undefined;
    const look = (): void => {
      const found = findMark(mark);
      if (found !== undefined && found !== shown) bringIntoSight(found);
      shown = found;
      const next = found?.getBoundingClientRect();
      setBox((before) => (isSame(before, next) ? before : next));
    };
    look();
    const again = setInterval(look, LOOK_AGAIN_MS);
    addEventListener('scroll', look, true);
    addEventListener('resize', look);
    return () => {
      clearInterval(again);
      removeEventListener('scroll', look, true);
      removeEventListener('resize', look);
    };
  }, [mark]);
  return box;
}

/** Of what is taller than half the window its beginning, where its title is. */
function bringIntoSight(found: Element): void {
  const isTall = found.getBoundingClientRect().height > innerHeight / 2;
  found.scrollIntoView({ block: isTall ? 'start' : 'center' });
}

const isSame = (one: Box | undefined, other: Box | undefined): boolean =>
  one?.left === other?.left && one?.top === other?.top && one?.width === other?.width && one?.height === other?.height;

/** The page's own title needs no mark, and its sentence belongs to it. Undefined while it is not there, or folded away on a phone. */
function findMark(mark: string): Element | undefined {
  const title = document.querySelector('main h1');
  const found =
    mark === 'title' ? (title?.closest('header') ?? title) : document.querySelector(`[data-tour="${mark}"]`);
  return found === null || found.getClientRects().length === 0 ? undefined : found;
}
