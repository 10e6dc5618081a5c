// Whether texts are pouring in: then taking them safely comes before everything that follows from them.

/** From so many gateway calls under way at once it is a crowd, */
const CROWDED_CALLS = 12;
/** and for so long after: between two of its waves it has not gone. */
const LINGERS_MS = 250;

export type Crowd = {
  /** A call begins; a call has ended. */
  comes(): void;
  goes(): void;
  isHere(): boolean;
};

export function openCrowd(now: () => number = performance.now.bind(performance)): Crowd {
  let underWay = 0;
  let seenAt = Number.NEGATIVE_INFINITY;
  return {
    comes: () => {
      underWay += 1;
      if (underWay >= CROWDED_CALLS) seenAt = now();
    },
    goes: () => {
      if (underWay >= CROWDED_CALLS) seenAt = now();
      underWay -= 1;
    },
    isHere: () => underWay >= CROWDED_CALLS || now() - seenAt < LINGERS_MS,
  };
}
