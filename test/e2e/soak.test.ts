import { expect, test } from 'vitest';
import { soak } from '../soak/soak.ts';

const KILLS = 10;
/** The same moves in every run, so that a failure can be reproduced. `npm run soak` plays random ones, and more. */
const SEED = 7;

test.each(['chromium', 'firefox'] as const)(
  'random jobs, settings and broken lines, and ten kills of %s: log, records and gallery agree',
  async (browser) => {
    const again = `npm run soak -- --browser ${browser} --kills ${KILLS} --seed ${SEED}`;
    expect(await soak({ browser, seed: SEED, kills: KILLS }), again).toEqual([]);
  },
  600_000,
);
