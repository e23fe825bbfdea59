import { expect, test } from 'vitest';
import { PROVIDERS } from '../../../../src/background/generating/providers.ts';
import { createPrices } from '../../../../src/background/lookups/prices.ts';
import { createMemoryStore } from '../../../../src/storage/key-value-store.ts';
import { MODEL_LIST } from '../../../lab/puter/models.ts';

const MODEL = 'black-forest-labs/FLUX.1-schnell';
const HOUR_MS = 3_600_000;

function bench(answer: () => Response) {
  let now = 1_000_000_000;
  const state = { asked: 0 };
  const store = createMemoryStore();
  const fetch = async () => {
    state.asked += 1;
    return answer();
  };
  const start = () =>
    createPrices({ fetch, clock: { now: () => now }, store, listOf: (name) => PROVIDERS[name].prices });
  const pass = (ms: number) => {
    now += ms;
  };
  return { state, start, pass };
}

const list = () => new Response(JSON.stringify({ models: MODEL_LIST }));

test('one asking serves all who want to know, the next worker too, for a day', async () => {
  const { state, start, pass } = bench(list);
  const prices = start();
  const both = await Promise.all([prices.priceOf('puter', MODEL), prices.priceOf('puter', 'flux-schnell')]);
  expect(both.map((price) => price?.perMegapixel)).toEqual([0.0027, 0]);
  pass(23 * HOUR_MS);
  expect(await start().priceOf('puter', MODEL)).toEqual(both[0]);
  expect(state.asked).toBe(1);
  pass(2 * HOUR_MS);
  await start().priceOf('puter', MODEL);
  expect(state.asked).toBe(2);
});

test('who does not answer is left alone for a while, and nothing is made up', async () => {
  const { state, start, pass } = bench(() => new Response('', { status: 503 }));
  const prices = start();
  expect(await prices.priceOf('puter', MODEL)).toBeUndefined();
  expect(await prices.priceOf('puter', MODEL)).toBeUndefined();
  expect(state.asked).toBe(1);
  pass(HOUR_MS);
  await prices.priceOf('puter', MODEL);
  expect(state.asked).toBe(2);
});

test('a clock that is set back makes the while no longer', async () => {
  const { state, start, pass } = bench(() => new Response('', { status: 503 }));
  const prices = start();
  await prices.priceOf('puter', MODEL);
  pass(-24 * HOUR_MS);
  await prices.priceOf('puter', MODEL);
  expect(state.asked).toBe(2);
});

test('Hugging Face publishes no price of a picture: nobody is asked', async () => {
  const { state, start } = bench(list);
  expect(await start().priceOf('huggingface', MODEL)).toBeUndefined();
  expect(state.asked).toBe(0);
});
