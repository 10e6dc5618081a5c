#!/usr/bin/env node
// `npx salama …` from a checkout: the same as `npm run salama -- …`.
process.argv.splice(2, 0, 'src/server/app/cli.ts');
await import('./bootstrap.mjs');
