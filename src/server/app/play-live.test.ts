import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createLog } from '../kit/log.ts';
import { tellWhenBroken } from './play-live.ts';

async function play(hasEnded: boolean): Promise<string> {
  let written = '';
  const destination = new Writable({
    write: (chunk, _, done) => {
      written += String(chunk);
      done();
    },
  });
  const log = createLog({ level: 'info', destination });
  const breaks = () => Promise.reject(new Error('roubaram a mota de Fatima, 841234567'));
  await tellWhenBroken(breaks, { log, hasEnded: () => hasEnded });
  return written;
}

test('phones of the demonstration that fall silent say so in the log, without a word of what they would have said', async () => {
  const written = await play(false);
  expect(JSON.parse(written)).toMatchObject({ event: 'play.broken', level: 50 });
  expect(written).not.toMatch(/mota|Fatima|84123/);
});

test('a play that ends with its process is no news', async () => expect(await play(true)).toBe(''));
