// Keeps what PostgreSQL says about itself in two files of bounded size. Statements and values never reach it: see settings.ts.
import { closeSync, constants, fstatSync, openSync, renameSync, writeSync } from 'node:fs';
import { errorCode } from './processes.ts';

export type LogFile = { write(chunk: Buffer): void; close(): void };

const maxBytes = 1_000_000;

export function openLogFile(path: string, onFault: (code: string) => void): LogFile {
  let file = openForAppend(path);
  let size = fstatSync(file).size;
  let silent = false;
  let open = true;
  return {
    write(chunk) {
      if (!open) return;
      try {
        if (size > maxBytes) {
          closeSync(file);
          renameSync(path, `${path}.1`);
          file = openForAppend(path);
          size = 0;
        }
        size += writeSync(file, chunk);
        silent = false;
      } catch (error) {
        // A full disk must not take the supervisor down with its log; it is told once, not per line.
        if (!silent) onFault(errorCode(error));
        silent = true;
      }
    },
    close() {
      if (open) closeSync(file);
      open = false;
    },
  };
}

function openForAppend(path: string): number {
  const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW;
  return openSync(path, flags, 0o600);
}
