// The command line: `salama <word>`. Every word is one line of the table below.
import { parseArgs } from 'node:util';
import { Problem } from '../../shared/kit/problem.ts';
import { EmbeddedPostgresFault, FolderInUse } from '../db/embedded.ts';
import type { Command } from './commands/command.ts';
import { commands } from './commands/index.ts';
import { plainWords, say } from './say.ts';

async function main(): Promise<number> {
  const [word = 'help', ...rest] = process.argv.slice(2);
  const command = commands.find((one) => one.word === word);
  if (!command || rest.some(isHelp)) {
    say(['Salama', ...(command ? [command] : commands).flatMap(helpOf)]);
    return command || isHelp(word) ? 0 : 2;
  }
  const { values, positionals } = parseArgs({
    args: rest,
    options: command.options,
    allowPositionals: true,
    strict: true,
  });
  const { run } = await command.load();
  return run({ values, positionals });
}

function isHelp(word: string): boolean {
  return ['help', '--help', '-h'].includes(word);
}

function helpOf({ usage, does }: Command): string[] {
  return ['', `  salama ${usage}`, `      ${does.pt}`, `      ${does.en}`];
}

try {
  process.exitCode = await main();
} catch (error) {
  process.exitCode = exitCodeOf(error);
  process.stderr.write(`${plainWords(error)}\n`);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof FolderInUse) return 3;
  return error instanceof Problem || error instanceof EmbeddedPostgresFault ? 1 : 2;
}
