// A cast tells the compiler to look away. Outside `as const` and the constructor of a branded type there is no reason to.

import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { law } from './law.ts';
import { listProductCode, read } from './tree.ts';

function casts(path: string, source: string): string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (isCast(node)) {
      const { start, end } = node.typeAnnotation;
      const type = source.slice(start, end);
      if (!isAllowed(type, source)) found.push(`${path}:${source.slice(0, start).split('\n').length} as ${type}`);
    }
    for (const child of Object.values(node)) visit(child);
  };
  // What never says `as` casts nothing: `<Type>value` is no syntax here, the compiler refuses it (erasableSyntaxOnly).
  if (/\bas\b/.test(source)) visit(parseSync(path, source).program);
  return found;
}

type Cast = { typeAnnotation: { start: number; end: number } };
const isCast = (node: object): node is Cast => 'type' in node && node.type === 'TSAsExpression';

/** `as const`, or a brand that this very file declares: `type ConcernId = string & { readonly brand: … }`. */
function isAllowed(type: string, source: string): boolean {
  return (
    type === 'const' || (/^\w+$/.test(type) && new RegExp(`\\btype ${type}\\b[^;]*&\\s*\\{\\s*readonly`).test(source))
  );
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
