// What nobody waits for yet is done once the page has been drawn and answers.

/** Longest wait on a page that never rests. */
const LATEST_MS = 5_000;

/** Returns how to leave it undone. Not every browser knows when it is idle. */
export function whenIdle(deed: () => void, latestMs = LATEST_MS): () => void {
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(deed, latestMs);
    return () => clearTimeout(timer);
  }
  const mark = globalThis.requestIdleCallback(deed, { timeout: latestMs });
  return () => globalThis.cancelIdleCallback(mark);
}
