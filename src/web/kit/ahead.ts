// The first questions of a page, asked while the console's code is still on its way: on a slow computer that takes longer than the
// answers. Opened by main.tsx before anything else, so it may open nothing itself.

/** Longer than any computer needs to ask for what was asked ahead; what nobody took by then would be old. */
const KEPT_MS = 20_000;
const under = new Map<string, Promise<Response>>();

export function askAhead(addresses: readonly string[]): void {
  for (const address of addresses) {
    const answer = fetch(address, { headers: ahead, credentials: 'same-origin' });
    // Whoever takes it hears of the failure; what nobody takes fails for nobody.
    answer.catch(() => undefined);
    under.set(address, answer);
  }
  setTimeout(forgetAhead, KEPT_MS);
}

const ahead = { 'x-salama': '1', accept: 'application/json' };

/** The answer to this address, once; undefined when it was not asked ahead. */
export function takeAhead(address: string): Promise<Response> | undefined {
  const answer = under.get(address);
  under.delete(address);
  return answer;
}

/** What one person was answered is nobody else's. */
export function forgetAhead(): void {
  under.clear();
}
