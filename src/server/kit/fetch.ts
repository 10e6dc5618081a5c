// The only way out to the network. Never throws for the network: whether a call may be repeated hangs on whether it left us.
export type CallInit = { method: string; headers: Record<string, string>; body: string; timeoutMs: number };
export type CallOutcome =
  | { outcome: 'answered'; status: number; body: string }
  | { outcome: 'unreached' }
  | { outcome: 'unanswered' };

const MOST_BYTES = 64 * 1024;
/** Codes of a connection that was never made: nothing of the call reached the other side. */
const unreached = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** No redirects, at most 64 KiB of answer, bounded in time. */
export async function callOut(url: string, init: CallInit): Promise<CallOutcome> {
  try {
    const answer = await fetch(url, {
      method: init.method,
      headers: init.headers,
      body: init.body,
      redirect: 'manual',
      signal: AbortSignal.timeout(init.timeoutMs),
    });
    return { outcome: 'answered', status: answer.status, body: (await answer.text()).slice(0, MOST_BYTES) };
  } catch (error) {
    return { outcome: unreached.has(codeOf(error)) ? 'unreached' : 'unanswered' };
  }
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof AggregateError) return codeOf(new Error('', { cause: cause.errors[0] }));
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
}
