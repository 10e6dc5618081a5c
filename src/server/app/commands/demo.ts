// `npm start`: the marked demonstration, from nothing or from where it was.
import { readConfig } from '../config.ts';
import { signInPage } from '../demonstration/sign-in-page.ts';
import { say } from '../say.ts';
import { beginDemonstration, DEMONSTRATION_PASSWORD, findProgramme } from '../set-up.ts';
import { stayUp } from '../stay-up.ts';
import type { Command } from './command.ts';

export const demoCommand: Command = {
  word: 'demo',
  usage: 'demo',
  does: 'the marked demonstration, on an embedded PostgreSQL',
  options: { quiet: { type: 'boolean' } },
  run: ({ values }) =>
    stayUp({
      config: readConfig({ data: '.salama/demonstration' }),
      kind: 'demonstration',
      play: values['quiet'] !== true,
      prepare: async ({ database, keys }) => {
        if (!(await findProgramme(database))) await beginDemonstration(database, keys);
      },
      onReady: (url) => say(signInPage(url, DEMONSTRATION_PASSWORD)),
    }),
};
