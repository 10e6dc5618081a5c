// Five kinds of test, from fast to slow; `npm run check` runs the first two, `npm test` all of them.
import { defineConfig } from 'vitest/config';

// The programme's wall clock. Set here, before a worker starts, so that its children inherit it.
process.env['TZ'] = 'Africa/Maputo';

const seconds = 1000;
const quick = { testTimeout: 30 * seconds, hookTimeout: 60 * seconds };
const patient = { testTimeout: 60 * seconds, hookTimeout: 120 * seconds };

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    env: { TZ: 'Africa/Maputo' },
    // How long something may take to come true is no test's business: only that it does.
    expect: { poll: { timeout: 20 * seconds } },
    // At the root it runs once for all projects: one PostgreSQL, one template database.
    globalSetup: ['test/global-setup.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          isolate: false,
          provide: { sharesWorker: true },
          include: ['src/**/*.test.{ts,tsx}', 'locales/**/*.test.ts'],
          exclude: ['src/**/*.real.test.ts'],
          sequence: { groupOrder: 0 },
          ...quick,
        },
      },
      {
        extends: true,
        test: {
          name: 'house',
          isolate: false,
          provide: { sharesWorker: true },
          include: ['test/house/**/*.test.ts'],
          sequence: { groupOrder: 1 },
          ...quick,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          isolate: false,
          include: ['test/journeys/**/*.test.ts'],
          sequence: { groupOrder: 2 },
          ...patient,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          isolate: false,
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/global-setup.ts'],
          sequence: { groupOrder: 2 },
          ...patient,
        },
      },
      {
        extends: true,
        test: {
          name: 'kannel',
          include: ['src/**/*.real.test.ts'],
          // Alone: Kannel joins the parts of a text by a clock of its own.
          sequence: { groupOrder: 3 },
          ...patient,
        },
      },
    ],
  },
});
