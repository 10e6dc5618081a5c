// The floor: the same HTTP stack, one bare row, commit. Run as a process of its own; prints its port.
import { fastify } from 'fastify';
import pg from 'pg';

const [host = '', port = '5432'] = process.argv.slice(2);
const pool = new pg.Pool({ host, port: Number(port), user: 'salama', database: 'salama', max: 8 });
await pool.query('create table if not exists bench_floor (id text primary key, body text not null)');
const server = fastify({ logger: false });
server.removeAllContentTypeParsers();
server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
server.post('/row', async (request) => {
  const { id, text } = JSON.parse(String(request.body));
  await pool.query('insert into bench_floor (id, body) values ($1, $2)', [id, text]);
  return '{}';
});
const url = await server.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`${url}\n`);
process.on('SIGTERM', () => process.exit(0));
