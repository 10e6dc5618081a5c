// What a process under the parent is: it starts, says that it is ready, and can be stopped; or it does its work and ends.
import type { ChildSettings, Config } from '../config.ts';

export type Running = {
  news: { ready: true; url?: string };
  /** Its key file was written anew: everything goes on with the new keys. Of those that stay for good. */
  renewKeys?(): Promise<void>;
  stop(): Promise<void>;
};
export type Process = (config: Config, child: ChildSettings) => Promise<Running | undefined>;
