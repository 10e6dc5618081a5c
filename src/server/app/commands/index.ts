// Every word Salama understands on the command line.
import type { Command } from './command.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

export const commands: readonly Command[] = [
  {
    word: 'demo',
    usage: 'demo [--quiet] [--size small|full|10x] [--data FOLDER] [--seed [--report FILE]]',
    does: 'the marked demonstration, on an embedded PostgreSQL',
    options: { quiet: flag, size: text, data: text, seed: flag, report: text },
    load: () => import('./demo.ts'),
  },
  {
    word: 'init',
    usage: 'init --name "Programme"',
    does: 'makes keys, schema and a real, empty programme; prints the first three codes',
    options: { name: text },
    load: () => import('./init.ts'),
  },
  {
    word: 'serve',
    usage: 'serve',
    does: 'web, intake, work and courier of the programme',
    options: {},
    load: () => import('./serve.ts'),
  },
  {
    word: 'migrate',
    usage: 'migrate',
    does: 'brings the schema up to date (serve and demo do it too)',
    options: {},
    load: () => import('./migrate.ts'),
  },
  {
    word: 'gateway',
    usage: 'gateway ID --channel CHANNEL --settings FILE [--sends]',
    does: 'configures a gateway',
    options: { channel: text, settings: text, sends: flag },
    load: () => import('./gateway.ts'),
  },
  {
    word: 'import',
    usage:
      'import gazetteer FILE [--source NAME] [--map name=…,district=…] [--errors FILE] [--dry-run] | import list | import undo BATCH',
    does: 'takes in a list of settlements as places; or takes one import back',
    options: { source: text, map: text, errors: text, 'dry-run': flag },
    load: () => import('./import.ts'),
  },
  {
    word: 'replay',
    usage: 'replay FILE --map text=…,at=…,place=…,id=… [--areas FILE] [--speed N] [--report FILE] [--stay]',
    does: 'feeds a CSV of real reports through the generic gateway; sends nothing out',
    options: { map: text, areas: text, speed: text, report: text, stay: flag },
    load: () => import('./replay.ts'),
  },
];
