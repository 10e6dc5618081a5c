// `salama serve`: the programme that `salama init` made.
import { readConfig } from '../config.ts';
import { checkKeyFiles } from '../key-files.ts';
import { hasLan, lanUrls } from '../lan-files.ts';
import { say } from '../say.ts';
import { stayUp } from '../stay-up.ts';
import type { Run } from './command.ts';

export const run: Run = async () => {
  const config = readConfig({ data: '.salama/programme' });
  // Before a database is made for a programme that does not exist.
  await checkKeyFiles(config.keyFolder);
  const lan = (await hasLan(config)) ? lanUrls(config) : [];
  const onReady = (url: string): void => say([`Salama: ${url}`, ...lan.map((one) => `        ${one}`)]);
  return stayUp({ config, kind: 'programme', play: false, onReady });
};
