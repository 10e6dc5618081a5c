// src/web/kit/routes.gen.ts from the contract: what a browser needs to ask, without the schemas.
import { contract } from '../src/shared/contract/index.ts';
import type { Route } from '../src/shared/contract/route.ts';

export function routesText(): string {
  const lines = Object.entries<Route>(contract).map(
    ([name, { method, path }]) => `  ${name}: ['${method}', '${path}'],`,
  );
  return [
    '// Derived from src/shared/contract by `npm run gen`. Never edited by hand.',
    "import type { RouteName } from '../../shared/contract/index.ts';",
    '',
    'export const routes = {',
    ...lines,
    "} as const satisfies Record<RouteName, readonly ['GET' | 'POST' | 'DELETE', string]>;",
    '',
  ].join('\n');
}
