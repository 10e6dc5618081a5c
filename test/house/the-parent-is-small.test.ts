// The parent stays up as long as the programme does and only watches: what it loads is memory that no deed uses.
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { read } from './tree.ts';

/** What is loaded when `path` is: its own files and packages by name. A dynamic import is not followed, a type is no load. */
function loadedBy(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const name of importsOf(path)) {
    if (name.startsWith('.')) loadedBy(normalize(join(dirname(path), name)), seen);
    else seen.add(name);
  }
  return seen;
}

function importsOf(path: string): string[] {
  const source = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest);
  return source.statements.flatMap((one) => {
    if (ts.isImportDeclaration(one) && one.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword)
      return ts.isStringLiteral(one.moduleSpecifier) ? [one.moduleSpecifier.text] : [];
    if (ts.isExportDeclaration(one) && !one.isTypeOnly && one.moduleSpecifier)
      return ts.isStringLiteral(one.moduleSpecifier) ? [one.moduleSpecifier.text] : [];
    return [];
  });
}

it.each(['demo', 'serve'])('the parent of `salama %s` loads no grammar, no generator and no query builder', (word) => {
  const loaded = [...loadedBy(`src/server/app/commands/${word}.ts`)];
  expect(loaded).toContain('src/server/app/parent.ts');
  const heavy = loaded.filter((one) =>
    /rooms\/(know|listen|respond)\/|demonstration\/(seed|history)|^kysely$/.test(one),
  );
  expect(heavy).toEqual([]);
});
