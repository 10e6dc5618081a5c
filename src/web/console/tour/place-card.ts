// Where the tour's card stands: beside what it speaks of, never over it when there is room, never outside the window.
export type Box = { left: number; top: number; width: number; height: number };
export type Size = { width: number; height: number };

const GAP = 14;
const EDGE = 12;
/** On a phone the bar of screens lies below, and the thumb's place above it is the card's. */
const NARROW = 640;
const BAR = 62;

/** Below, else above, else beside the lower edge. Without a mark: the lower right corner. */
export function placeCard(mark: Box | undefined, card: Size, room: Size): { left: number; top: number } {
  const narrow = room.width <= NARROW;
  const lowest = Math.max(EDGE, room.height - card.height - EDGE - (narrow ? BAR : 0));
  const rightmost = Math.max(EDGE, room.width - card.width - EDGE);
  if (mark === undefined) return { left: rightmost, top: lowest };
  const below = mark.top + mark.height + GAP;
  const above = mark.top - card.height - GAP;
  const left = Math.min(Math.max(EDGE, mark.left), rightmost);
  if (below <= lowest) return { left, top: narrow ? lowest : below };
  if (above >= EDGE) return { left, top: above };
  return { left: rightmost, top: lowest };
}
