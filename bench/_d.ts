import { runLoad } from './load.ts';
import { sender, text } from './texts.ts';
import { startWorld } from './world.ts';
import { drained } from './intake.ts';
const world = await startWorld();
try {
  await world.sql.query("create extension if not exists pg_stat_statements").catch(()=>{});
  let n = 0;
  for (let r = 0; r < 4; r++) {
    const a = await runLoad({ port: world.port, senders: 32, calls: 300, accept: s => s === 200, make: i => world.call(`m-${n+i}`, sender((n+i)%500), text(n+i)) }); n += 300;
    const t = performance.now(); await drained(world);
    console.log('accept/s', a.perSecond.toFixed(0), 'p50', a.p50.toFixed(1), 'p99', a.p99.toFixed(1), 'failed', a.failed, 'drain/s', (300/((performance.now()-t)/1000)).toFixed(1));
    console.log((await world.sql.query("select hearing,state,attempts,last_problem,count(*)::int n from task group by 1,2,3,4 order by n desc limit 5")).rows);
  }
  console.log((await world.sql.query("select count(*)::int n, max(voices) v from respond_concern")).rows, (await world.sql.query("select event,count(*)::int from journal group by 1 order by 2 desc")).rows);
} finally { await world.stop(); }
