// `npm start`: the console's bundle when it is stale, then the demonstration. The bundler runs in a process of its own, so that
// nothing of it stays in the parent's memory.
import { buildConsole } from './build-console.ts';

await buildConsole();
process.argv.splice(2, process.argv.length - 2, 'demo', ...process.argv.slice(2));
await import('../src/server/app/cli.ts');
