// tmp
import { expect, test } from 'vitest';
import { startSalama } from '../salama.ts';
test('harness', async () => {
  let t = performance.now(); const lap = (w: string) => { process.stderr.write(`${w} ${Math.round(performance.now() - t)}\n`); t = performance.now(); };
  const s = await startSalama(); lap('start');
  const c = await s.signIn('coordenadora'); lap('signin');
  await s.handset('Ponto focal, Nantalika').send('Roubo de gado em Nantalika ontem'); 
  await s.drained().catch(async (e: Error) => { process.stderr.write(s.logged() + JSON.stringify((await s.sql.query(`select template,state,attempts,not_before,expires_at,lease_until,last_problem, now() from listen_outbound`)).rows)); throw e; }); lap('drained');
  process.stderr.write(JSON.stringify(await s.handset('Ponto focal, Nantalika').texts()) + '\n');
  process.stderr.write(JSON.stringify(await c.call('listConcerns', { query: { } } as never)).slice(0, 600) + '\n');
  process.stderr.write((await s.journal()).map((f) => `${f.event} ${f.role} ${JSON.stringify(f.payload)}`).join('\n') + '\n');
  await s.advance({ hours: 3, steps: 3 }); lap('advance');
  await c.call('listTodos', { query: {} } as never); lap('again');
  const c2 = await s.signIn('comandante');
  await expect(c2.call('listConcerns', { query: {} } as never)).rejects.toMatchObject({ code: 'access.denied' });
  process.stderr.write(s.logged());
  await s.close(); lap('close');
});
