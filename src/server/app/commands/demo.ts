// `npm start`: the marked demonstration, from nothing or from where it was.
import { readConfig } from '../config.ts';
import { DEMONSTRATION_PASSWORD, signInPage } from '../demonstration/sign-in-page.ts';
import { say } from '../say.ts';
import { stayUp } from '../stay-up.ts';
import type { Run } from './command.ts';

export const run: Run = ({ values }) =>
  stayUp({
    config: readConfig({ data: '.salama/demonstration' }),
    kind: 'demonstration',
    play: values['quiet'] !== true,
    onReady: (url) => say(signInPage(url, DEMONSTRATION_PASSWORD)),
  });
