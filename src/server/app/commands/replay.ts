// `salama replay`: real reports through the generic gateway into a marked demonstration. Nobody is texted (decisions.md 19).
import { setTimeout as sleep } from 'node:timers/promises';
import { openDb } from '../../db/client.ts';
import { countTasks } from '../../db/tasks.ts';
import { callOut } from '../../kit/fetch.ts';
import { createLog } from '../../kit/log.ts';
import { addGateway, REPLAY_GATEWAY } from '../../rooms/listen/index.ts';
import { createSessionToken, hmacSha256Hex } from '../../rooms/protect/index.ts';
import { checkNothingSends } from '../check-nothing-sends.ts';
import { readConfig } from '../config.ts';
import { DEMONSTRATION_PASSWORD, signInPage } from '../demonstration/sign-in-page.ts';
import { logWords } from '../log-words.ts';
import { type OpenDatabase, openDatabase } from '../open-database.ts';
import { raiseFamily } from '../parent.ts';
import { readReplay, readReplayMap } from '../read-replay.ts';
import { createGatewayPost, readReplaySpeed, replay } from '../replay.ts';
import { addReplayAreas, readReplayAreas } from '../replay-areas.ts';
import { replayCommand, replayReport, writeReplayReport } from '../replay-report.ts';
import { say } from '../say.ts';
import { asOwner, beginDemonstration, hasProgramme, type Keys, makeKeys, migrateDatabase } from '../set-up.ts';
import type { Run } from './command.ts';

/** Messages a second. */
const USUAL_SPEED = '50';

export const run: Run = async ({ values, positionals }) => {
  const [file] = positionals;
  const map = values['map'];
  if (!file || typeof map !== 'string') throw new Error('salama replay FILE --map text=…,at=…,place=…,id=…');
  const speed = readReplaySpeed(typeof values['speed'] === 'string' ? values['speed'] : USUAL_SPEED);
  const config = readConfig({ data: '.salama/replay' });
  const log = createLog({ level: config.logLevel, words: logWords });
  const database = await openDatabase(config, log);
  try {
    const secret = await prepare(database, (await makeKeys(config, 'demonstration')).keys, values['areas']);
    const family = await raiseFamily(config, { connection: database.connection, kind: 'demonstration' }, log);
    const post = createGatewayPost({
      url: `${family.url}/gateway/${REPLAY_GATEWAY}/texts`,
      secret,
      sign: hmacSha256Hex,
      send: callOut,
      now: Date.now,
    });
    const startedAt = performance.now();
    const counts = await replay({
      rows: readReplay(file, { map: readReplayMap(map) }),
      speed,
      post,
      clock: { now: () => performance.now(), wait: sleep },
      onProgress: progress,
    });
    await drained(database);
    const report = await replayReport(openDb(database.owner), {
      counts,
      seconds: (performance.now() - startedAt) / 1000,
    });
    say(['', ...report]);
    if (typeof values['report'] === 'string') {
      const command = replayCommand(file, { map, areas: values['areas'] });
      await writeReplayReport(values['report'], command, report);
    }
    if (values['stay'] === true) {
      say(signInPage(family.url, DEMONSTRATION_PASSWORD, { past: false }));
      await new Promise<void>((resolve) => process.once('SIGINT', () => resolve()));
    }
    await family.stop();
    return counts.failed === 0 ? 0 : 1;
  } finally {
    await database.close();
  }
};

/** The folder of the replay is a demonstration of its own; its gateway's secret is new for every run. */
async function prepare(database: OpenDatabase, keys: Keys, areas: unknown): Promise<string> {
  await migrateDatabase(database, keys);
  if (!(await hasProgramme(database))) await beginDemonstration(database, keys);
  await checkNothingSends(openDb(database.owner));
  const secret = createSessionToken().token;
  await asOwner(database, 'replay', async (ctx) => {
    await addGateway(ctx, keys.serve, {
      id: REPLAY_GATEWAY,
      channelId: 'http-gateway',
      settings: { secret, nonce: false },
      sends: false,
    });
    if (typeof areas === 'string') await addReplayAreas(ctx, await readReplayAreas(areas));
  });
  return secret;
}

async function drained(database: OpenDatabase): Promise<void> {
  const db = openDb(database.owner);
  while ((await countTasks(db)).due > 0) await sleep(500);
}

let shown = 0;
function progress({ accepted }: { accepted: number }): void {
  if (accepted - shown < 100) return;
  shown = accepted;
  process.stdout.write(`\r${accepted} …`);
}
