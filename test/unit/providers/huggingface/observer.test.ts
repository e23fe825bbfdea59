import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../../../src/storage/key-value-store.ts';
import { recorded } from './fixtures.ts';
import { hubWith, MODEL, picture, providerOver, standIn } from './stand-in.ts';

const options = { style: 'none' } as const;
const hub = hubWith({ 'hf-inference': MODEL, nscale: MODEL });

describe('the observer', () => {
  test('is told of each route, and waited for before the request leaves', async () => {
    const { fetch, sent } = standIn(recorded('hf-inference', '410.model'), recorded('nscale', '200.b64'));
    const told: unknown[] = [];
    const observer = {
      async asking(route: string) {
        await new Promise((resolve) => setImmediate(resolve));
        told.push(['asking', route, sent.length]);
      },
      async answered(route: string, answer: unknown) {
        told.push(['answered', route, answer]);
      },
    };
    await providerOver(fetch, { hub, observer }).generate('a fox', options);
    expect(told).toEqual([
      ['asking', 'hf-inference', 0],
      ['answered', 'hf-inference', { status: 410, code: 'MODEL_UNAVAILABLE' }],
      ['asking', 'nscale', 1],
      ['answered', 'nscale', { status: 200 }],
    ]);
  });

  test('hears of a time-out and of a broken connection', async () => {
    const told: unknown[] = [];
    const observer = { answered: (route: string, answer: unknown) => void told.push([route, answer]) };
    await providerOver(standIn('hang').fetch, { observer }).generate('a fox', { ...options, timeout: 10 });
    await providerOver(standIn('broken').fetch, { observer }).generate('a fox', options);
    expect(told).toEqual([
      ['hf-inference', { code: 'TIMEOUT' }],
      ['hf-inference', { code: 'NETWORK_ERROR' }],
    ]);
  });

  test('that fails beforehand stops the request, that fails afterwards does not cost the picture', async () => {
    const before = standIn();
    const asking = () => {
      throw new Error('disk full');
    };
    const stopped = await providerOver(before.fetch, { observer: { asking } }).generate('a fox', options);
    expect(stopped.error?.code).toBe('UNKNOWN');
    expect(before.sent).toEqual([]);
    const answered = () => Promise.reject(new Error('disk full'));
    const after = await providerOver(standIn(picture()).fetch, { observer: { answered } }).generate(
      'a fox',
      options,
    );
    expect(after.success).toBe(true);
  });

  test('is not told of a route that is not asked any more, because the user cancelled', async () => {
    const user = new AbortController();
    const told: unknown[] = [];
    const observer = { asking: (route: string) => void told.push(route) };
    const deadRoutes = { ...createMemoryStore(), set: async () => user.abort() };
    const { fetch, sent } = standIn(recorded('hf-inference', '410.model'));
    const cancellable = { ...options, signal: user.signal };
    const result = await providerOver(fetch, { hub, observer, deadRoutes }).generate('a fox', cancellable);
    expect(result.error?.code).toBe('CANCELLED');
    expect(told).toEqual(['hf-inference']);
    expect(sent).toHaveLength(1);
  });

  test('is told nothing when nobody is asked', async () => {
    const told: unknown[] = [];
    const observer = { asking: (route: string) => void told.push(route) };
    await providerOver(standIn().fetch, { hub: hubWith({}), observer }).generate('a fox', options);
    expect(told).toEqual([]);
  });
});
