// What a process under the parent is: it starts, says that it is ready, and can be stopped; or it does its work and ends.
import type { ChildSettings, Config } from '../config.ts';

export type Running = { news: { ready: true; url?: string }; stop(): Promise<void> };
export type Process = (config: Config, child: ChildSettings) => Promise<Running | undefined>;
