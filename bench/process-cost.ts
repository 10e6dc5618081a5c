// What processes cost, from /proc: CPU time and proportional memory (PSS), summed over a tree.
import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

export type Family = { pid: number; command: string };

/** The process and all its descendants. */
export function familyOf(root: number): Family[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readOne(Number(name)));
  const found = new Set([root]);
  for (let grew = true; grew; ) {
    const before = found.size;
    for (const one of all) if (found.has(one.parent)) found.add(one.pid);
    grew = found.size > before;
  }
  return all.filter((one) => found.has(one.pid)).map(({ pid, command }) => ({ pid, command }));
}

/** Those of them that are Node: PostgreSQL's programs lie below node_modules, so the path alone does not tell. */
export const nodesOf = (family: readonly Family[]): number[] =>
  family.filter((one) => /(^|\/)node$/.test(one.command.split(' ')[0] ?? '')).map((one) => one.pid);

/** Children that do one thing and end: they prepare the database, or write the demonstration's past. */
const passing = /child\.ts (history|prepare|rotate)/;

/** Memory of parent, serve and courier; of a child that is about to end; and of PostgreSQL apart. */
export function memoryOf(root: number): { salama: number; passing: number; rss: number; postgres: number } {
  const family = familyOf(root);
  const nodes = nodesOf(family);
  const ending = nodesOf(family.filter(({ command }) => passing.test(command)));
  const lasting = nodes.filter((pid) => !ending.includes(pid));
  const others = family.map((one) => one.pid).filter((pid) => !nodes.includes(pid));
  return {
    salama: sumMiB('Pss', lasting),
    passing: sumMiB('Pss', ending),
    rss: sumMiB('Rss', lasting),
    postgres: sumMiB('Pss', others),
  };
}

function readOne(pid: number): { pid: number; parent: number; command: string }[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    return [{ pid, parent, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') }];
  } catch {
    return [];
  }
}

/** Milliseconds of CPU that these processes have used so far. */
export function cpuMs(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return sum + ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND;
    } catch {
      return sum;
    }
  }, 0);
}

/** Proportional or whole set size in MiB; summed, the whole one counts shared pages once for each process. */
function sumMiB(which: 'Pss' | 'Rss', pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    try {
      const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
      const [, kib = '0'] = new RegExp(`^${which}:\\s+(\\d+)`, 'm').exec(rollup) ?? [];
      return sum + Number(kib) / 1024;
    } catch {
      return sum;
    }
  }, 0);
}
