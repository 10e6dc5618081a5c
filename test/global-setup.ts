// Once for a whole run: one PostgreSQL and one migrated template, which every scratch database is a copy of (house.md 4.8).
import type { TestProject } from 'vitest/node';
import { migrate } from '../src/server/db/migrate.ts';
import { openPool } from '../src/server/db/pool.ts';
import { newId } from '../src/shared/kit/ids.ts';
import { inMaintenance, openTestServer, type ServerConnection, testPasswords } from './postgres-server.ts';
import { type Baseline, readBaseline } from './used-databases.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Absent when a file is run without the setup. */
    testServer?: { connection: ServerConnection; template: string; baseline: Baseline };
    /** Files share their worker, and so its databases, one after the other. */
    sharesWorker?: boolean;
  }
}

export async function setup(project: Pick<TestProject, 'provide'>): Promise<() => Promise<void>> {
  const server = await openTestServer();
  const template = newId('deed').replace('de_', 'salama_template_');
  let baseline: Baseline;
  const clear = once(async () => {
    await inMaintenance(server.connection, `drop database if exists ${template} with (force)`).catch(() => undefined);
    await server.stop();
  });
  try {
    await inMaintenance(server.connection, `create database ${template} template template0`);
    const owner = openPool({ ...server.connection, database: template, max: 2, onLost: () => undefined });
    try {
      await migrate(owner, testPasswords);
      baseline = await readBaseline(owner);
    } finally {
      await owner.end();
    }
  } catch (error) {
    await clear();
    throw error;
  }
  // A run that is told to end must not leave a server behind: vitest itself clears nothing on these.
  for (const signal of ['SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void clear().finally(() => process.exit(1)));
  project.provide('testServer', { connection: server.connection, template, baseline });
  return clear;
}

function once(deed: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= deed();
    return done;
  };
}
