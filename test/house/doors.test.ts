// Who may open whose door: every wall is shown to stand by running into it. The real tree runs into them in the check's own step.
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { fenceFaults, law } from './law.ts';
import { plantTree, runTool } from './run-tool.ts';
import { isCode, listFiles, listProductCode, read } from './tree.ts';

const cruised = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

async function listViolations(folder: string): Promise<string[]> {
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src', 'locales'];
  const { out } = await runTool('.bin/depcruise', args, folder);
  const { violations } = cruised.parse(JSON.parse(out)).summary;
  return violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).sort();
}

test('what only one place may do is done nowhere else', () => {
  expect(listProductCode().flatMap((path) => fenceFaults(path, read(path)))).toEqual([]);
});

test('kits are closed lists: what has no home does not go there', () => {
  for (const [folder, allowed] of Object.entries(law.kit)) {
    const present = listFiles('src').filter((path) => path.startsWith(`${folder}/`) && isCode(path));
    const names = present.map((path) => basename(path).replace(/(\.test)?\.tsx?$/, ''));
    expect(allowed).toEqual(expect.arrayContaining(names));
  }
});

// A small lawful house: every wall has something on both sides.
const lawful: Record<string, string> = {
  'house.json': read('house.json'),
  '.dependency-cruiser.cjs': read('.dependency-cruiser.cjs'),
  'package.json': read('package.json'),
  'tsconfig.json': '{}',
  'locales/index.ts': 'export const locales = ["pt"];\n',
  'src/shared/kit/ids.ts': 'export const id = 1;\n',
  'src/shared/domain/lane.ts':
    "import { z } from 'zod';\nimport { id } from '../kit/ids.ts';\nexport const lane = z.literal(id);\n",
  'src/server/kit/fetch.ts': 'export const out = fetch;\n',
  'src/server/db/client.ts':
    "import pg from 'pg';\nimport { Kysely } from 'kysely';\nexport const client = [pg, Kysely];\n",
  'src/server/http/serve.ts':
    "import fastify from 'fastify';\nimport { seal } from '../rooms/protect/index.ts';\nexport const serve = [fastify, seal];\n",
  'src/server/http/files.ts': "import { readFile } from 'node:fs/promises';\nexport const files = readFile;\n",
  'src/server/rooms/protect/index.ts': "export { seal } from './seal.ts';\n",
  'src/server/rooms/protect/seal.ts': "import { createHmac } from 'node:crypto';\nexport const seal = createHmac;\n",
  'src/server/rooms/know/index.ts': "import { seal } from '../protect/index.ts';\nexport const know = seal;\n",
  'src/server/rooms/respond/index.ts': "export { concerns } from './store.ts';\n",
  'src/server/rooms/respond/store.ts':
    "import { sql } from 'kysely';\nimport { client } from '../../db/client.ts';\nexport const concerns = [sql, client];\n",
  'src/server/rooms/listen/index.ts':
    "import { channels } from './channels/index.ts';\nimport { grammar } from './grammars/index.ts';\nimport { know } from '../know/index.ts';\nexport const listen = [channels, grammar, know];\n",
  'src/server/rooms/listen/channel.ts':
    "import type { lane } from '../../../shared/domain/lane.ts';\nexport type Channel = { lane: typeof lane };\n",
  'src/server/rooms/listen/channels/index.ts':
    "import { kannel } from './kannel.ts';\nexport const channels = [kannel];\n",
  'src/server/rooms/listen/channels/kannel.ts':
    "import { z } from 'zod';\nimport type { Channel } from '../channel.ts';\nexport const kannel: Channel[] = z.array(z.any()).parse([]);\n",
  'src/server/rooms/listen/grammars/index.ts':
    "import { francAll } from 'franc-all';\nexport const grammar = francAll;\n",
  'src/server/rooms/listen/inbox.test.ts':
    "import { readFileSync } from 'node:fs';\nimport { test } from 'vitest';\nimport { listen } from './index.ts';\ntest('reads', () => [listen, readFileSync]);\n",
  'src/server/app/main.ts':
    "import { locales } from '../../../locales/index.ts';\nimport { out } from '../kit/fetch.ts';\nimport { serve } from '../http/serve.ts';\nimport { files } from '../http/files.ts';\nimport { listen } from '../rooms/listen/index.ts';\nimport { concerns } from '../rooms/respond/index.ts';\nexport const main = [locales, out, serve, files, listen, concerns];\n",
  'src/web/kit/api.ts': "import { lane } from '../../shared/domain/lane.ts';\nexport const api = lane;\n",
  'src/web/console/main.tsx':
    "import { createRoot } from 'react-dom/client';\nimport { api } from '../kit/api.ts';\nimport('./screens/home.tsx');\nexport const main = [createRoot, api];\n",
  'src/web/console/screens/home.tsx': 'export const Home = () => null;\n',
  'src/web/field/main.tsx': 'export const field = 1;\n',
};

// Where it is planted, its code, and the rule that must catch it.
const faults: [path: string, code: string, rule: string][] = [
  ['src/server/rooms/listen/sibling.ts', "import '../respond/index.ts';", 'room-listen'],
  ['src/server/rooms/detect/teller.ts', "import '../protect/index.ts';", 'room-detect'],
  ['src/server/rooms/know/by-window.ts', "import '../protect/seal.ts';", 'room-know'],
  ['src/server/rooms/share/whole-room.ts', "import '../respond/index.ts';", 'room-share'],
  ['src/server/rooms/respond/up.ts', "import '../../http/serve.ts';", 'room-respond'],
  ['src/server/http/other-door.ts', "import '../rooms/respond/index.ts';", 'zone-server-http'],
  ['src/server/db/upwards.ts', "import '../app/main.ts';", 'zone-server-db'],
  ['src/shared/kit/above.ts', "import '../domain/lane.ts';", 'zone-shared-kit'],
  ['src/server/app/by-window.ts', "import '../rooms/respond/store.ts';", 'zone-server-app'],
  ['src/web/console/to-server.ts', "import '../../server/db/client.ts';", 'zone-web-console'],
  ['src/web/console/to-field.ts', "import '../field/main.tsx';", 'zone-web-console'],
  ['src/web/console/to-pg.ts', "import 'pg';", 'web-no-server-package'],
  ['src/web/console/to-node.ts', "import 'node:path';", 'web-no-node'],
  ['src/server/rooms/respond/hash.ts', "import 'node:crypto';", 'core-crypto'],
  ['src/server/rooms/respond/write.ts', "import 'node:fs/promises';", 'core-fs'],
  ['src/server/kit/shell.ts', "import 'node:child_process';", 'core-child-process'],
  ['src/server/rooms/listen/channels/direct.ts', "import 'node:https';", 'core-https'],
  ['src/server/rooms/listen/channels/stores.ts', "import '../../../db/client.ts';", 'port-listen-channels'],
  ['src/server/rooms/listen/channels/vault.ts', "import '../../protect/index.ts';", 'port-listen-channels'],
  ['src/server/rooms/listen/grammars/numbers.ts', "import 'libphonenumber-js';", 'npm-listen-grammars'],
  ['src/server/rooms/detect/methods/schema.ts', "import 'zod';", 'npm-detect-methods'],
  ['src/server/rooms/respond/query.ts', "import 'kysely';", 'npm-respond'],
  ['src/server/http/deep.ts', "import 'pg';", 'npm-server-http'],
  ['src/server/app/bundler.ts', "import 'vite';", 'server-no-dev'],
  ['src/server/app/tests.ts', "import '../rooms/listen/inbox.test.ts';", 'no-test-in-product'],
  ['src/server/rooms/listen/gone.ts', "import './nowhere.ts';", 'resolvable'],
  ['src/server/reports/new.ts', "import '../kit/fetch.ts';", 'known-place'],
  ['src/server/rooms/listen/channels/unlisted.ts', "import 'zod';", 'listed'],
  ['src/server/rooms/respond/one.ts', "import './two.ts';", 'no-cycle'],
];

test('every planted fault runs into its own wall, and the small lawful house round it stands', async () => {
  const planted = Object.fromEntries(faults.map(([path, code]) => [path, `${code}\nexport const planted = 1;\n`]));
  planted['src/server/rooms/respond/two.ts'] = "import './one.ts';\n";
  const house = plantTree({ ...lawful, ...planted });
  try {
    const caught = await listViolations(house.folder);
    for (const [path, , rule] of faults)
      expect(caught, `${rule} lets ${path} pass`).toContainEqual(expect.stringContaining(`${rule}: ${path} → `));
    expect(caught.filter((fault) => !Object.keys(planted).some((path) => fault.includes(`: ${path} → `)))).toEqual([]);
  } finally {
    house.remove();
  }
});

test.each([
  [
    'src/server/rooms/listen/channels/direct.ts',
    "const a = await globalThis.fetch('https://example.org');",
    /:1 fetch/,
  ],
  ['src/web/console/screens/home.tsx', "const a = () => window['fetch']('/api');", /:1 fetch/],
  ['src/server/http/session.ts', "const a = process.env['KEY'];", /process\.env/],
  ['src/server/rooms/respond/close-concern.ts', 'const at = new Date();', /clock/],
  ['src/server/rooms/respond/close-concern.ts', 'const at = Math.random();', /dice/],
  ['src/server/rooms/respond/close-concern.ts', 'const id = crypto.randomUUID();', /crypto/],
  ['src/server/rooms/respond/close-concern.ts', "import { setTimeout } from 'node:timers/promises';", /sleep/],
])('%s may not say: %s', (path, code, fault) => {
  expect(fenceFaults(path, code).join()).toMatch(fault);
});

test.each([
  ['src/server/kit/fetch.ts', 'export const out = () => globalThis.fetch(url);'],
  ['src/server/rooms/listen/channels/kannel.ts', 'const a = await context.fetch(url, {});'],
  ['src/server/app/config.ts', 'const a = process.env;'],
  ['src/server/rooms/respond/close-concern.ts', '// new Date() would be a fault\nconst at = new Date(ctx.now());'],
  ['src/server/app/clockwork.ts', 'const at = Date.now();'],
])('%s may say: %s', (path, code) => {
  expect(fenceFaults(path, code)).toEqual([]);
});
