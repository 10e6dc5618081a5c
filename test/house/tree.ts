// What the house tests read: the files of the project and their code without comments.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSync } from 'vite';

export const root = join(import.meta.dirname, '..', '..');

const notOurs = new Set([
  'node_modules',
  '.git',
  'dist',
  'coverage',
  'test-results',
  '.salama',
  '.salama-install',
  '.vite',
]);

/** Paths from the root, `/` between folders, sorted. */
export function listFiles(...folders: string[]): string[] {
  const found: string[] = [];
  const visit = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (notOurs.has(entry.name)) continue;
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile()) found.push(relative(root, path));
    }
  };
  for (const folder of folders) visit(join(root, folder));
  return found.sort();
}

export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

export const isCode = (path: string): boolean => /\.tsx?$/.test(path) && !path.endsWith('.d.ts');
export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);
export const isGenerated = (path: string): boolean => path.endsWith('.gen.ts');

/** Product code: what a fence is about. */
export function listProductCode(): string[] {
  return listFiles('src').filter((path) => isCode(path) && !isTest(path) && !isGenerated(path));
}

/** The source with every comment blanked, line by line as before: a fence must not stumble over prose. */
export function withoutComments(path: string, source: string): string {
  let code = source;
  for (const { start, end } of parseSync(path, source).comments)
    code = code.slice(0, start) + code.slice(start, end).replace(/[^\n]/g, ' ') + code.slice(end);
  return code;
}

/** `path:line` of every match of a pattern. */
export function findMatches(path: string, text: string, pattern: RegExp): { where: string; text: string }[] {
  const global = new RegExp(pattern.source, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`);
  return [...text.matchAll(global)].map((match) => ({
    where: `${path}:${text.slice(0, match.index).split('\n').length}`,
    text: match[0],
  }));
}
