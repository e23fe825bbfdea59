import { defineConfig } from 'vitest/config';
import { LongestFirst } from './longest-first.ts';

/** Real browsers over the production build in `.output`, which `npm test` and `npm run build` leave there. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/e2e/**/*.test.ts'],
    environment: 'node',
    // Each worker has a browser that all of its files share. Two cores carry two workers; the third works
    // while others wait.
    maxWorkers: 4,
    pool: 'forks',
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // Ends tests that never end. How long a test takes depends on what else the machine does; a single wait
    // of a test is bounded by `WAIT`, and says what it waited for.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 60_000, interval: 50 } },
  },
});
