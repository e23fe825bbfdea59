import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../../../src/storage/key-value-store.ts';
import { recorded } from './fixtures.ts';
import { hubWith, json, MODEL, picture, providerOver, standIn } from './stand-in.ts';

const options = { style: 'none' } as const;
const HOUR = 3_600_000;
const dead = () => recorded('hf-inference', '410.model');
const b64 = () => recorded('nscale', '200.b64');
const hub = hubWith({ 'hf-inference': MODEL, nscale: MODEL });

test.each([
  ['404', recorded('hf-inference', '404.model')],
  ['404 without words', recorded('hf-inference', '404.text')],
  ['410', dead()],
  ['400 not supported by provider', recorded('hf-inference', '400.unsupported')],
  ['400 no longer supported', json({ error: 'x is NO LONGER SUPPORTED here' }, { status: 400 })],
  ['400 does not exist', json({ error: 'Model x does not exist' }, { status: 400 })],
])('%s: the next route is tried inside the same attempt', async (_, response) => {
  const { fetch, sent } = standIn(response, b64());
  const result = await providerOver(fetch, { hub }).generate('a fox', options);
  expect(result).toMatchObject({ success: true, route: 'nscale' });
  expect(sent).toHaveLength(2);
});

test.each([
  ['400', json({ error: 'bad size' }, { status: 400 })],
  ['400 that refuses', json({ error: 'NSFW is not supported by provider x' }, { status: 400 })],
  ['400 not enabled', recorded('hf-inference', '400.openai-route')],
  ['401', recorded('hf-inference', '401.invalid')],
  ['402', recorded('hf-inference', '402.depleted')],
  ['403', recorded('hf-inference', '403.permission')],
  ['422', recorded('hf-inference', '422.text')],
  ['429', recorded('hf-inference', '429.retry-after')],
  ['500', recorded('hf-inference', '500.unknown')],
  ['503', json({ error: 'no longer supported' }, { status: 503 })],
  ['504', recorded('hf-inference', '504.html')],
  ['HTML', recorded('hf-inference', '200.html')],
  ['a broken connection', 'broken' as const],
])('%s: no other route is asked', async (_, response) => {
  const { fetch, sent } = standIn(response, b64());
  const result = await providerOver(fetch, { hub }).generate('a fox', options);
  expect(result.success).toBe(false);
  expect(sent).toHaveLength(1);
});

describe('from the last route', () => {
  test.each([
    [[410, 404], 'MODEL_UNAVAILABLE', true],
    [[404, 410], 'MODEL_UNAVAILABLE', true],
  ])('%j → %s', async (statuses, code, shouldFallback) => {
    const { fetch } = standIn(...statuses.map((status) => new Response('', { status })));
    const result = await providerOver(fetch, { hub }).generate('a fox', options);
    expect(result.error).toMatchObject({ code, shouldFallback, status: statuses[1] });
  });

  test('a 400 stays a 400', async () => {
    const { fetch } = standIn(dead(), recorded('nscale', '400.unsupported'));
    const result = await providerOver(fetch, { hub }).generate('a fox', options);
    expect(result.error).toMatchObject({
      code: 'VALIDATION_ERROR',
      shouldFallback: false,
      message: 'Invalid request. Please check your input.',
      detail: 'Model not supported by provider nscale',
    });
  });
});

describe('a dead route', () => {
  function remembering() {
    let now = 9_000_000;
    const deadRoutes = createMemoryStore();
    return {
      deadRoutes,
      later: (ms: number) => {
        now += ms;
      },
      ask(answers: Parameters<typeof standIn>, model = MODEL) {
        const { fetch, sent } = standIn(...answers);
        const provider = providerOver(fetch, { hub, deadRoutes, clock: { now: () => now } });
        return provider.generate('a fox', { ...options, model }).then((result) => ({ result, sent }));
      },
    };
  }

  test('is passed over for 6 hours, then asked again', async () => {
    const { ask, later, deadRoutes } = remembering();
    await ask([dead(), b64()]);
    later(6 * HOUR - 1);
    const { sent } = await ask([b64()]);
    expect(sent[0]?.url).toContain('/nscale/');
    later(1);
    expect((await ask([picture()])).sent[0]?.url).toContain('/hf-inference/');
    expect(await deadRoutes.entries()).toEqual([]);
  });

  test('is dead for this model only, in whatever case it is written', async () => {
    const { ask } = remembering();
    await ask([dead(), b64()]);
    expect((await ask([picture()], 'acme/other')).sent[0]?.url).toContain('/hf-inference/');
    expect((await ask([b64()], MODEL.toUpperCase())).sent[0]?.url).toContain('/nscale/');
  });

  test('all of them dead: nothing is sent, the other provider may try', async () => {
    const { ask } = remembering();
    await ask([dead(), dead()]);
    const { result, sent } = await ask([]);
    expect(result.error).toMatchObject({ code: 'MODEL_UNAVAILABLE', shouldFallback: true });
    expect(sent).toEqual([]);
  });

  test.each([
    ['a 400', '400.unsupported', 'VALIDATION_ERROR', false],
    ['a 410', '410.model', 'MODEL_UNAVAILABLE', true],
    ['a 404', '404.model', 'MODEL_UNAVAILABLE', true],
  ])('%s from the last route ends the same way every time', async (_, name, code, shouldFallback) => {
    const { ask, deadRoutes } = remembering();
    const last = () => recorded('hf-inference', name);
    const outcomes = [await ask([dead(), last()]), await ask([last()]), await ask([last()])];
    for (const { result } of outcomes) expect(result.error).toMatchObject({ code, shouldFallback });
    expect((await deadRoutes.entries()).map(([key]) => key)).toContain(`hf-inference ${MODEL.toLowerCase()}`);
  });

  test('that died by a 400 is remembered as soon as another one is there to ask', async () => {
    const { ask } = remembering();
    await ask([recorded('hf-inference', '400.unsupported'), b64()]);
    const { result, sent } = await ask([b64()]);
    expect(result.success).toBe(true);
    expect(sent.map(({ url }) => url)).toEqual([expect.stringContaining('/nscale/')]);
  });

  test('a live one is not remembered', async () => {
    const { ask, deadRoutes } = remembering();
    await ask([new Response('', { status: 500 })]);
    expect(await deadRoutes.entries()).toEqual([]);
  });

  test('an end far in the future, from a clock that was set back, does not count', async () => {
    const { ask, later } = remembering();
    await ask([dead(), b64()]);
    later(-HOUR);
    expect((await ask([picture()])).sent[0]?.url).toContain('/hf-inference/');
  });

  test('a corrupt record does not count', async () => {
    const { ask, deadRoutes } = remembering();
    await deadRoutes.set(`hf-inference ${MODEL.toLowerCase()}`, { until: 'never' });
    expect((await ask([picture()])).result.success).toBe(true);
  });
});
