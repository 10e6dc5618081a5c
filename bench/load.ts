// A bounded load over loopback: so many senders, each with one kept connection, until so many calls are answered.
import { Agent, request } from 'node:http';

export type Call = { path: string; headers: Record<string, string>; body: string };
export type Load = { perSecond: number; p50: number; p99: number; failed: number; seconds: number };

export async function runLoad(options: {
  port: number;
  senders: number;
  calls: number;
  make(index: number): Call;
  accept(status: number): boolean;
}): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: options.senders });
  const times: number[] = [];
  let next = 0;
  let failed = 0;
  const startedAt = performance.now();
  const sender = async (): Promise<void> => {
    while (next < options.calls) {
      const call = options.make(next);
      next += 1;
      const began = performance.now();
      const status = await send(agent, options.port, call);
      times.push(performance.now() - began);
      if (!options.accept(status)) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: options.senders }, sender));
  const seconds = (performance.now() - startedAt) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  return { perSecond: options.calls / seconds, p50: quantile(times, 0.5), p99: quantile(times, 0.99), failed, seconds };
}

export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

export function send(agent: Agent, port: number, call: Call): Promise<number> {
  return new Promise((resolve) => {
    const outgoing = request(
      {
        agent,
        host: '127.0.0.1',
        port,
        method: 'POST',
        path: call.path,
        headers: { ...call.headers, 'content-length': Buffer.byteLength(call.body) },
      },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode ?? 0));
      },
    );
    outgoing.on('error', () => resolve(0));
    outgoing.end(call.body);
  });
}

/** Median and range of several runs. */
export const median = (values: readonly number[]): number =>
  quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );

export function spread(values: readonly number[], digits = 0): string {
  const sorted = [...values].sort((a, b) => a - b);
  return `${(quantile(sorted, 0.5)).toFixed(digits)} (${(sorted[0] ?? 0).toFixed(digits)}-${(sorted.at(-1) ?? 0).toFixed(digits)}, n=${sorted.length})`;
}
