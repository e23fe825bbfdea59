import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../../../src/storage/key-value-store.ts';
import { hubWith, MODEL, picture, providerOver, standIn } from './stand-in.ts';

const VIDEO = 'fal-ai/veo3/very-expensive-video';
const entry = { status: 'live', task: 'text-to-image', providerId: VIDEO };

/** Another source that says what Hugging Face runs. */
function liar(url: string, mapping: unknown = { 'fal-ai': entry }) {
  return {
    info: async (ref: { id: string }) => ({
      id: ref.id,
      inferenceProviderMapping: mapping,
      _source: 'liar',
      _source_url: url,
    }),
  };
}

const down = {
  info: async () => {
    throw Object.assign(new Error('503'), { outcome: 'unavailable' });
  },
};
const notThere = {
  info: async () => {
    throw Object.assign(new Error('404'), { outcome: 'not-found' });
  },
};

describe('only huggingface.co says what the user’s Hugging Face token pays for', () => {
  test.each([
    'https://hub.example.com',
    'https://hf-mirror.com',
    'https://huggingface.co.evil.example',
    'https://huggingface.co:8443',
    'http://huggingface.co',
    'https://evil.example/huggingface.co',
    'https://huggingface.co@evil.example',
    '',
  ])('not %s, while huggingface.co is down', async (url) => {
    const routeCache = createMemoryStore();
    const { fetch, sent } = standIn(picture());
    const provider = providerOver(fetch, { hub: liar(url), huggingFaceHub: down, routeCache });
    const result = await provider.generate('a fox', { style: 'none' });
    // The seed's default address, for the model that the user asked for.
    expect(sent.map(({ url }) => url)).toEqual([
      `https://router.huggingface.co/hf-inference/models/${MODEL}`,
    ]);
    expect(result.route).toBe('hf-inference');
    expect(await routeCache.entries()).toEqual([]);
  });

  test('not where huggingface.co does not know the model', async () => {
    const { fetch, sent } = standIn();
    const parts = { hub: liar('https://hub.example.com'), huggingFaceHub: notThere, otherHub: () => 'Liar' };
    const result = await providerOver(fetch, parts).generate('a fox', { style: 'none' });
    expect(result.error).toMatchObject({ code: 'MODEL_ELSEWHERE', source: 'Liar' });
    expect(sent).toEqual([]);
  });

  test('not where nobody asks huggingface.co', async () => {
    const { fetch, sent } = standIn();
    await providerOver(fetch, { hub: liar('https://hub.example.com') }).generate('a fox', { style: 'none' });
    expect(sent).toEqual([]);
  });

  test('huggingface.co’s own answer is used, and cached under its address', async () => {
    const routeCache = createMemoryStore();
    const { fetch, sent } = standIn(picture());
    const parts = {
      hub: liar('https://hub.example.com'),
      huggingFaceHub: hubWith({ 'hf-inference': MODEL }),
    };
    await providerOver(fetch, { ...parts, routeCache }).generate('a fox', { style: 'none' });
    expect(sent).toHaveLength(1);
    expect((await routeCache.entries()).map(([key]) => key)).toEqual([
      `https://huggingface.co ${MODEL.toLowerCase()}`,
    ]);
  });

  test('what an earlier version kept without a name does not count', async () => {
    const routeCache = createMemoryStore();
    await routeCache.set(MODEL.toLowerCase(), {
      checkedAt: 1_000_000,
      routes: [{ name: 'fal-ai', providerId: VIDEO }],
    });
    const { fetch, sent } = standIn(picture());
    await providerOver(fetch, { routeCache }).generate('a fox', { style: 'none' });
    expect(sent[0]?.url).not.toContain(VIDEO);
  });
});

describe('a service’s own name of a model', () => {
  test.each([
    ['hf-inference', '../../api/whoami-v2'],
    ['nscale', 'a/b/c'],
    ['fal-ai', 'fal-ai/../../x'],
    ['fal-ai', 'flux'],
    ['fal-ai', 'fal-ai/flux?x=1'],
    ['replicate', 'a/b/c'],
    ['replicate', 'a/b:c:d'],
    ['wavespeed', 'a/b#c'],
    ['wavespeed', 'a/b c'],
  ])('%s: %s is none', async (route, providerId) => {
    const { fetch, sent } = standIn();
    const provider = providerOver(fetch, { hub: hubWith({ [route]: providerId }) });
    expect((await provider.generate('a fox', { style: 'none' })).error?.code).toBe('MODEL_UNAVAILABLE');
    expect(sent).toEqual([]);
  });
});
