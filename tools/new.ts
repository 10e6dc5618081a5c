// `npm run new <kind> <name>`: the new file, its cases and the one line in the list, so that the first step is never copying by hand.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

class Refusal extends Error {}

/** Each kind writes its files below `root` and returns what it wrote and what is left for the person. */
const kinds: Record<string, (root: string, name: string) => { wrote: string[]; next: string }> = {
  channel: newChannel,
  decision: newDecision,
  language: newLanguage,
  migration: newMigration,
  screen: newScreen,
};

const [kind = '', name = ''] = process.argv.slice(2);
try {
  const { wrote, next } = make(process.cwd(), kind, name);
  tidy(process.cwd(), wrote);
  process.stdout.write(`${wrote.map((path) => `  ${path}`).join('\n')}\n${next}\n`);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

function make(root: string, kind: string, name: string): { wrote: string[]; next: string } {
  const write = kinds[kind];
  if (write === undefined) throw new Refusal(`usage: npm run new <${Object.keys(kinds).join('|')}> <name>`);
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name))
    throw new Refusal(`"${name}": a name is words-with-hyphens, in small letters`);
  return write(root, name);
}

/** Order and line breaks as `npm run check` wants them; what it still finds then is said there. */
function tidy(root: string, paths: readonly string[]): void {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  spawnSync(process.execPath, [biome, 'check', '--write', '--no-errors-on-unmatched', ...paths], { cwd: root });
}

/**
 * A new channel begins as the generic gateway under its own name: it conforms from the first minute, and the author
 * changes case by case what the gateway's paper says otherwise.
 */
function newChannel(root: string, name: string): { wrote: string[]; next: string } {
  const folder = 'src/server/rooms/listen/channels';
  const constant = camel(name);
  const rename = (text: string): string =>
    text
      .replaceAll('http-gateway', name)
      .replaceAll('httpGateway', constant)
      .replace(/label: \{[^}]*\}/, `label: { pt: '${title(name)}', en: '${title(name)}' }`)
      .replace(
        /^\/\/ .*\n/,
        `// The gateway ${title(name)}: cite its document and version here, and say where it differs from the generic gateway.\n`,
      );
  const wrote = [
    writeNew(root, `${folder}/${name}.ts`, rename(read(root, `${folder}/http-gateway.ts`))),
    writeNew(root, `${folder}/${name}.cases.json`, rename(read(root, `${folder}/http-gateway.cases.json`))),
    addToList(root, `${folder}/index.ts`, { line: `import { ${constant} } from './${name}.ts';`, item: constant }),
  ];
  return {
    wrote,
    next: `Now bend both files to the gateway's paper: vitest run src/server/rooms/listen (the cases are the contract).`,
  };
}

/** A new screen is seen by the administrator alone until its author says whose it is. */
function newScreen(root: string, name: string): { wrote: string[]; next: string } {
  const list = 'src/web/console/screens.ts';
  const before = existsSync(join(root, list)) ? read(root, list) : '';
  const icon = /\bIcon[A-Z]\w+/.exec(before)?.[0];
  const end = '\n] as const satisfies readonly Screen[];';
  if (icon === undefined || !before.includes(end)) throw new Refusal(`${list}: found no list of screens to enter`);
  const component = `${pascal(name)}Screen`;
  const text = [
    `// ${title(name)}: say in one line for whom this screen is and what is decided on it.`,
    "import { Title } from '@mantine/core';",
    "import { useWords } from '../../kit/i18n.ts';",
    '',
    `export function ${component}() {`,
    '  const { t } = useWords();',
    `  return <Title order={1}>{t('screen.${camel(name)}')}</Title>;`,
    '}',
    '',
  ].join('\n');
  const load = `lazyRouteComponent(() => import('./screens/${name}.tsx'), '${component}')`;
  const facts = `path: '/${name}', title: 'screen.${camel(name)}', icon: ${icon}, roles: ['administrator']`;
  const wrote = [writeNew(root, `src/web/console/screens/${name}.tsx`, text), list];
  writeFileSync(join(root, list), before.replace(end, `\n  { ${facts}, component: ${load} },${end}`));
  return {
    wrote,
    next: `Now its icon and roles in ${list}, and screen.${camel(name)} in the console's texts of every language.`,
  };
}

function newDecision(root: string, name: string): { wrote: string[]; next: string } {
  const number = nextNumber(root, 'docs/decisions', /^(\d{4})-.*\.md$/);
  const parts = ['Context', 'Decision', 'Consequences'].map((part) => `## ${part}\n`);
  const text = [`# ${number}. ${title(name)}\n`, 'Status: proposed\n', ...parts].join('\n');
  const wrote = [writeNew(root, `docs/decisions/${number}-${name}.md`, text)];
  return { wrote, next: 'What else was weighed, and what would make us change our mind? Half a page is enough.' };
}

function newMigration(root: string, name: string): { wrote: string[]; next: string } {
  const number = nextNumber(root, 'src/server/db/migrations', /^(\d{4})_.*\.sql$/);
  const path = `src/server/db/migrations/${number}_${name.replaceAll('-', '_')}.sql`;
  const wrote = [writeNew(root, path, '-- Why this change, and what becomes of the rows that are already there.\n')];
  return { wrote, next: 'Then `npm run gen`. Once released, a migration is never edited: the next one mends it.' };
}

/** A language to read: an empty grammar in its place. One that the programme does not know yet is also named and let into the database. */
function newLanguage(root: string, code: string): { wrote: string[]; next: string } {
  if (!/^[a-z]{2,3}$/.test(code)) throw new Refusal(`"${code}": a language is its ISO 639 code, two or three letters`);
  const folder = `src/server/rooms/listen/grammars/${code}`;
  const constant = `${code}Grammar`;
  const text = [
    `// ${nameOf(code, 'en')}: who wrote its words, and who that speaks it from birth has reviewed them. What is left out is not read.`,
    "import { empty } from '../empty.ts';",
    "import type { Grammar } from '../grammar.ts';",
    '',
    `export const ${constant} = { ...empty, language: '${code}', trigrams: '${code}' } as const satisfies Grammar;`,
    '',
  ];
  const wrote = [
    writeNew(root, `${folder}/index.ts`, text.join('\n')),
    addToList(root, 'src/server/rooms/listen/grammars/index.ts', {
      line: `import { ${constant} } from './${code}/index.ts';`,
      item: constant,
    }),
    ...nameLanguage(root, code),
  ];
  return {
    wrote,
    next: `Now its words, list by list (the Portuguese folder shows each), and \`npm run gen\`. docs/understanding.md says how it is judged.`,
  };
}

/** The database refuses a language that the programme does not know; `enums-match-checks` keeps both lists the same. */
function nameLanguage(root: string, code: string): string[] {
  const list = 'src/shared/domain/language.ts';
  const before = read(root, list);
  const known = [...(/languages = \[([^\]]*)\]/.exec(before)?.[1] ?? '').matchAll(/'(\w+)'/g)].map(([, word]) => word);
  if (known.includes(code)) return [];
  writeFileSync(join(root, list), before.replace(/(languages = \[[^\]]*)\]/, `$1, '${code}']`));
  const allowed = [...known, code].map((word) => `'${word}'`).join(', ');
  const migration = [
    `-- ${nameOf(code, 'en')} is a language of the programme. The rows that are there stay as they are.`,
    ...['protect_contact', 'know_council'].map(
      (table) =>
        `alter table ${table} drop constraint ${table}_language_check, add constraint ${table}_language_check check (language in (${allowed}));`,
    ),
    '',
  ];
  const number = nextNumber(root, 'src/server/db/migrations', /^(\d{4})_.*\.sql$/);
  const path = `src/server/db/migrations/${number}_language_${code}.sql`;
  return [list, writeNew(root, path, migration.join('\n')), ...['pt', 'en'].map((text) => addName(root, text, code))];
}

function nameOf(code: string, text: string): string {
  return title(new Intl.DisplayNames([text], { type: 'language' }).of(code) ?? code);
}

/** What the screens call it, until somebody who knows writes it rightly. */
function addName(root: string, text: string, code: string): string {
  const path = `locales/console.${text}.json`;
  const before = read(root, path);
  const after = before.replace(/(\n {2}"language": \{)(\n)/, `$1$2    "${code}": "${nameOf(code, text)}",$2`);
  if (after === before) throw new Refusal(`${path}: found no names of languages`);
  writeFileSync(join(root, path), after);
  return path;
}

function nextNumber(root: string, folder: string, pattern: RegExp): string {
  const numbers = readdirSync(join(root, folder)).map((file) => Number(pattern.exec(file)?.[1] ?? 0));
  return String(Math.max(0, ...numbers) + 1).padStart(4, '0');
}

function read(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function writeNew(root: string, path: string, text: string): string {
  if (existsSync(join(root, path))) throw new Refusal(`${path} exists already`);
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  return path;
}

/** The import after the last one, and the name at the end of the file's array. */
function addToList(root: string, path: string, entry: { line: string; item: string }): string {
  const lines = read(root, path).split('\n');
  const lastImport = lines.findLastIndex((line) => line.startsWith('import '));
  lines.splice(lastImport + 1, 0, entry.line);
  const text = lines.join('\n');
  const listed = text.replace(/^(export const \w+[^=]*= \[[^\]]*?),?\s*\](?= as const|;)/m, `$1, ${entry.item}]`);
  if (listed === text) throw new Refusal(`${path}: found no array to add ${entry.item} to`);
  writeFileSync(join(root, path), listed);
  return path;
}

function camel(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function pascal(name: string): string {
  return camel(`-${name}`);
}

function title(name: string): string {
  const spaced = name.replaceAll('-', ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
