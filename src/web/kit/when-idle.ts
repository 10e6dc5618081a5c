// What nobody waits for yet is done once the page has been drawn and answers.

/** Longest wait on a page that never rests. */
const LATEST_MS = 5_000;

/** Not every browser knows when it is idle. */
export function whenIdle(deed: () => void): void {
  if ('requestIdleCallback' in globalThis) globalThis.requestIdleCallback(deed, { timeout: LATEST_MS });
  else setTimeout(deed, LATEST_MS);
}
