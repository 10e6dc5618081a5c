// `npm start`: the marked demonstration, from nothing or from where it was.
import { type Config, demoSizes, readConfig } from '../config.ts';
import { DEMONSTRATION_PASSWORD, signInPage } from '../demonstration/sign-in-page.ts';
import { say } from '../say.ts';
import { stayUp } from '../stay-up.ts';
import type { Run } from './command.ts';

export const run: Run = async ({ values }) => {
  const config = configOf(values);
  if (values['seed'] === true) {
    const { report } = values;
    // Loaded only here: the parent that stays up carries nothing that understands a text.
    const { seedWhole } = await import('../demonstration/seed-whole.ts');
    return seedWhole(config, typeof report === 'string' ? report : undefined);
  }
  return stayUp({
    config,
    kind: 'demonstration',
    play: values['quiet'] !== true,
    onReady: (url) => say(signInPage(url, DEMONSTRATION_PASSWORD, { past: config.demo !== 'small' })),
  });
};

function configOf({ size, data }: Readonly<Record<string, unknown>>): Config {
  const config = readConfig({ data: typeof data === 'string' ? data : '.salama/demonstration' });
  if (size === undefined) return config;
  const demo = demoSizes.find((known) => known === size);
  if (!demo) throw new Error(`salama demo --size ${demoSizes.join('|')}`);
  return { ...config, demo };
}
