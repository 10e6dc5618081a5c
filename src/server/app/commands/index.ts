// Every word Salama understands on the command line.
import { addGatewayCommand } from './add-gateway.ts';
import type { Command } from './command.ts';
import { demoCommand } from './demo.ts';
import { initCommand } from './init.ts';
import { migrateCommand } from './migrate.ts';
import { replayCommand } from './replay.ts';
import { serveCommand } from './serve.ts';

export const commands: readonly Command[] = [demoCommand, initCommand, serveCommand, migrateCommand, addGatewayCommand, replayCommand];
