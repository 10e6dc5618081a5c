// `npm run check`: everything that is quick and needs nothing installed: types, style, walls, dead code, unit and house tests.
import { check } from './check-steps.ts';
import { tell } from './run-tests.ts';

process.exitCode = tell(await check());
