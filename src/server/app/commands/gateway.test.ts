// What an operator may not name a gateway: texts by it would be taken for a replay's or for play, and nobody would be answered.
import { expect, test } from 'vitest';
import { run } from './gateway.ts';

test.each([
  ['replay', 'http-gateway'],
  ['replay-nampula', 'http-gateway'],
  ['handset', 'http-gateway'],
  ['telefones', 'handset'],
])('%s by the channel %s is refused before anything is opened', async (id, channel) => {
  const values = { channel, settings: '/nowhere/settings.json', sends: true };
  await expect(run({ values, positionals: [id] })).rejects.toThrow('Kept for replays');
});
