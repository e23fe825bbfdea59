import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Unit and property tests. The e2e suite has a config of its own: it builds nothing and runs real browsers. */
export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: [
      'test/unit/**/*.test.{ts,tsx}',
      'test/properties/**/*.test.ts',
      'test/conformance/**/*.test.ts',
    ],
    environment: 'node',
    testTimeout: 20_000,
  },
});
