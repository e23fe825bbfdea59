import { expect, test } from 'vitest';
import { soak } from '../soak/soak.ts';

/** `npm run soak` does the same for longer. */
const KILLS = 10;

test.each(['chromium', 'firefox'] as const)(
  'random jobs, settings and broken lines, and ten kills of %s: log, records and gallery agree',
  async (browser) => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const again = `npm run soak -- --browser ${browser} --kills ${KILLS} --seed ${seed}`;
    expect(await soak({ browser, seed, kills: KILLS }), again).toEqual([]);
  },
  600_000,
);
