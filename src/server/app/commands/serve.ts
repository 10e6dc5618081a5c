// `salama serve`: the programme that `salama init` made.
import { readConfig } from '../config.ts';
import { say } from '../say.ts';
import { findProgramme } from '../set-up.ts';
import { stayUp } from '../stay-up.ts';
import type { Command } from './command.ts';

export const serveCommand: Command = {
  word: 'serve',
  usage: 'serve',
  does: 'web, intake, work and courier of the programme',
  options: {},
  run: () =>
    stayUp({
      config: readConfig({ data: '.salama/programme' }),
      kind: 'programme',
      play: false,
      prepare: async ({ database }) => {
        if (!(await findProgramme(database))) throw new Error('Ainda não há programa nesta pasta: comece com `salama init`. / There is no programme here yet: begin with `salama init`.');
      },
      onReady: (url) => say([`Salama: ${url}`]),
    }),
};
