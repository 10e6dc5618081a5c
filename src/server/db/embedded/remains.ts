// What a killed parent or a killed postmaster leaves behind, dealt with before a new start: never two on one folder.
// An orphan is stopped, not adopted: an adopted one has no parent to hear its end, maybe older settings, and open work of the dead.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgresFault } from './fault.ts';
import {
  becomesTrue,
  type EndStep,
  endProcess,
  errorCode,
  isNumberTaken,
  listProcesses,
  type ProcessSeen,
} from './processes.ts';

/** How many were found. Command line and owner are checked: a number alone proves nothing. */
export async function clearRemains(place: { cluster: string; name: string; uid: number }): Promise<number> {
  const isOurs = (seen: ProcessSeen): boolean =>
    seen.uid === place.uid &&
    (seen.command.includes(toMark(place.cluster)) || seen.command.startsWith(`postgres: ${place.name}: `));
  const pidFile = join(place.cluster, 'postmaster.pid');
  const named = readPid(pidFile);
  const list = (): ProcessSeen[] => listProcesses().filter(isOurs);
  const found = list();
  const postmaster = found.find(({ pid, command }) => pid === named && command.includes(toMark(place.cluster)));
  if (postmaster) await end(postmaster, stopPostmaster);
  // Backends notice their postmaster's death by themselves; one deep in work is told.
  if (found.length > 0 && !(await becomesTrue(() => list().length === 0, 2000))) {
    for (const seen of list()) await end(seen, stopBackend);
  }
  if (named !== undefined) removeIfMisleading(pidFile, named);
  return found.length;
}

const stopPostmaster: readonly EndStep[] = [
  { signal: 'SIGINT', waitMs: 10_000 },
  { signal: 'SIGQUIT', waitMs: 5000 },
  { signal: 'SIGKILL', waitMs: 2000 },
];

const stopBackend: readonly EndStep[] = [
  { signal: 'SIGQUIT', waitMs: 3000 },
  { signal: 'SIGKILL', waitMs: 2000 },
];

async function end(seen: ProcessSeen, steps: readonly EndStep[]): Promise<void> {
  if (!(await endProcess(seen, steps))) throw new EmbeddedPostgresFault('remains.alive', { about: seen.pid });
}

// The postmaster, its children before they have a title of their own, and the program that changes the account for it.
function toMark(cluster: string): string {
  return `postgres -D ${cluster} `;
}

/**
 * A number that nobody has is PostgreSQL's own business. One that another program has now, or a zombie that a careless
 * container never reaps, is not: PostgreSQL asks only whether the number answers to its user, and would refuse for ever.
 * By now no living process of this cluster is left.
 */
function removeIfMisleading(pidFile: string, named: number): void {
  if (readPid(pidFile) === named && isNumberTaken(named)) rmSync(pidFile, { force: true });
}

function readPid(pidFile: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
    return Number.isSafeInteger(pid) && pid > 0 ? pid : undefined;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
