import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { languages } from '../wxt.config.ts';
import { LongestFirst } from './longest-first.ts';

/**
 * Unit, property and conformance tests. The e2e suite has a config of its own: it builds nothing and runs
 * real browsers. Files share a worker thread and its modules, since starting a worker and loading them again
 * for each file takes longer than most tests.
 */
export default defineConfig({
  plugins: [WxtVitest()],
  define: { __LANGUAGES__: JSON.stringify(languages) },
  test: {
    root: new URL('..', import.meta.url).pathname,
    environment: 'node',
    pool: 'threads',
    // One more than there are cores: some tests wait, for other processes or for a time-out.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    // Ends tests that never end. How long a test takes depends on what else the machine does.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    isolate: false,
    setupFiles: ['test/unit/restore-fake-browser.ts'],
    include: [
      'test/unit/**/*.test.{ts,tsx}',
      'test/properties/**/*.test.ts',
      'test/conformance/**/*.test.ts',
    ],
  },
});
