import { expect, test } from 'vitest';
import { reviewPuterUse } from '../../../../src/background/chores/review-puter-use.ts';
import { createPuterUse } from '../../../../src/settings/index.ts';
import { memoryArea } from '../../jobs/memory-area.ts';
import { secretStore } from '../../settings/secret-bench.ts';
import { DEFAULT_SETTINGS } from '../../settings/store-bench.ts';

const DAY = 86_400_000;
const TOKEN = 'puter-token-0123456789';

async function bench(days: number) {
  const area = memoryArea();
  const session = memoryArea();
  const secrets = secretStore(area, session);
  const state = { now: 1_700_000_000_000, days, announced: 0 };
  const puterUse = createPuterUse({
    area,
    secrets,
    settings: {
      read: async () => ({
        settings: { ...DEFAULT_SETTINGS, accounts: { forgetPuterAfterDays: state.days } },
        locked: [],
        unreadable: false,
      }),
    },
    clock: { now: () => state.now },
  });
  await secrets.save('puter', { token: TOKEN, verdict: 'valid' });
  await puterUse.note();
  const review = async (afterDays: number) => {
    state.now += afterDays * DAY;
    await reviewPuterUse({ puterUse, announceSettings: async () => ++state.announced as never });
  };
  return { area, secrets, puterUse, state, review };
}

test('a token that nobody used for so long is forgotten, and that is told once', async () => {
  const { secrets, puterUse, review, state, area } = await bench(30);
  await secrets.save('huggingface', { token: 'hf_x', verdict: 'valid' });
  await review(31);
  expect(Object.keys(await secrets.all())).toEqual(['puter', 'huggingface']);
  await review(1);
  expect(Object.keys(await secrets.all())).toEqual(['huggingface']);
  expect(JSON.stringify(area.snapshot())).not.toContain(TOKEN);
  expect(await puterUse.forgotten()).toEqual({ days: 30, told: false });
  expect(state.announced).toBe(1);
  await puterUse.markTold();
  expect(await puterUse.forgotten()).toEqual({ days: 30, told: true });
  await review(100);
  expect(state.announced).toBe(1);
  // Connected again: there is nothing to tell any more.
  await puterUse.note();
  expect(await puterUse.forgotten()).toBeUndefined();
});

test('each use counts anew', async () => {
  const { secrets, puterUse, review } = await bench(7);
  for (let week = 0; week < 10; week += 1) {
    await review(6);
    await puterUse.note();
  }
  expect(Object.keys(await secrets.all())).toEqual(['puter']);
});

test('never, by default', async () => {
  const { secrets, review } = await bench(0);
  for (let year = 0; year < 5; year += 1) await review(365);
  expect(Object.keys(await secrets.all())).toEqual(['puter']);
});

test('locked, it stays closed up, and is forgotten when it is opened', async () => {
  const { secrets, review } = await bench(7);
  await secrets.changePassphrase({ next: 'correct horse battery' });
  await secrets.lock();
  await review(30);
  await review(30);
  expect(await secrets.slots()).toEqual(['puter']);
  await secrets.unlock('correct horse battery');
  await review(30);
  await review(2);
  expect(await secrets.slots()).toEqual([]);
});
