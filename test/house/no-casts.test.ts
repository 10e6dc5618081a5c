// A cast tells the compiler to look away. Outside `as const` and the constructor of a branded type there is no reason to.
import ts from 'typescript';
import { expect, test } from 'vitest';
import { law } from './law.ts';
import { listProductCode, parse, read } from './tree.ts';

function casts(path: string, source: string): string[] {
  const file = parse(path, source);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) && !isAllowed(node.type, source)) {
      const line = file.getLineAndCharacterOfPosition(node.type.getStart(file)).line + 1;
      found.push(`${path}:${line} as ${node.type.getText(file)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** `as const`, or a brand that this very file declares: `type ConcernId = string & { readonly brand: … }`. */
function isAllowed(type: ts.TypeNode, source: string): boolean {
  if (!ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName)) return false;
  const name = type.typeName.text;
  return name === 'const' || new RegExp(`\\btype ${name}\\b[^;]*&\\s*\\{\\s*readonly`).test(source);
}

test('nobody tells the compiler to look away', () => {
  const bound = listProductCode().filter((path) => law.casts[path] === undefined);
  expect(bound.flatMap((path) => casts(path, read(path)))).toEqual([]);
});

test.each([
  ['const a = row as Concern;', 1],
  ['const a = row as unknown as Concern;', 2],
  ["const a = ['x'] as const;", 0],
  ['type Id = string & { readonly brand: unique symbol };\nconst id = (text: string): Id => text as Id;', 0],
  ["import * as z from 'zod';\nimport { a as b } from './a.ts';", 0],
])('%s', (source, count) => {
  expect(casts('planted.ts', source)).toHaveLength(count);
});
