import { defineConfig } from 'vitest/config';

/** Real browsers over the production build in `.output`, which `npm test` and `npm run build` leave there. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/e2e/**/*.test.ts'],
    environment: 'node',
    // A browser each; two cores carry no more.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
