// `salama serve`: the programme that `salama init` made.
import { readConfig } from '../config.ts';
import { say } from '../say.ts';
import { stayUp } from '../stay-up.ts';
import type { Run } from './command.ts';

export const run: Run = () =>
  stayUp({
    config: readConfig({ data: '.salama/programme' }),
    kind: 'programme',
    play: false,
    onReady: (url) => say([`Salama: ${url}`]),
  });
