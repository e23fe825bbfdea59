import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../../../../src/generation/index.ts';
import { HubError } from '../../../../src/hub/answers/hub-error.ts';
import {
  inRouteOrder,
  parseInferenceMapping,
} from '../../../../src/providers/huggingface/inference-mapping.ts';
import { createMemoryStore } from '../../../../src/storage/key-value-store.ts';
import { recorded, recordedJson } from './fixtures.ts';
import { hubWith, json, MODEL, PNG_URL, picture, providerOver, ROUTER, standIn, TOKEN } from './stand-in.ts';

const options = { style: 'none' } as const;
const DEFAULT_URL = DEFAULT_CONFIG.huggingface.apiUrl;
const b64 = () => recorded('nscale', '200.b64');

function brokenHub(outcome: HubError['outcome']) {
  return { info: () => Promise.reject(new HubError('nothing', outcome, [])) };
}

const otherHub = (id: string) => (id === 'mine' ? 'My hub' : undefined);

describe("the model's mapping", () => {
  test('as an object: live text-to-image routes that we know, in its order', () => {
    const { inferenceProviderMapping } = recordedJson('hub', 'model.200.mapping.object');
    expect(parseInferenceMapping(inferenceProviderMapping)).toEqual([
      { name: 'nscale', providerId: MODEL },
      { name: 'fal-ai', providerId: 'fal-ai/flux/schnell' },
      { name: 'wavespeed', providerId: 'wavespeed-ai/flux-schnell' },
    ]);
  });

  test('as a list', () => {
    const { inferenceProviderMapping } = recordedJson('hub', 'model.200.mapping.array');
    expect(parseInferenceMapping(inferenceProviderMapping)).toEqual([{ name: 'nscale', providerId: MODEL }]);
  });

  const live = { status: 'live', task: 'text-to-image', providerId: 'a/b' };
  test.each([
    ['not live', { nscale: { ...live, status: 'staging' } }],
    ['another task', { nscale: { ...live, task: 'conversational' } }],
    ['a service we do not know', { acme: live }],
    ['a name of the language, not of a service', { constructor: live, __proto__: live }],
    ['no id', { nscale: { ...live, providerId: undefined } }],
    ['an id that leads out of its path', { nscale: { ...live, providerId: '../../hf-inference' } }],
    ['an id with a query', { 'fal-ai': { ...live, providerId: 'a?b=c' } }],
    ['a LoRA where none can be applied', { nscale: { ...live, adapter: 'lora', adapterWeightsPath: 'x' } }],
    ['an adapter we do not know', { 'fal-ai': { ...live, adapter: 'other', adapterWeightsPath: 'x' } }],
    ['nothing', undefined],
    ['null', null],
    ['text', 'nscale'],
    ['a list of nonsense', [null, 1, 'nscale', { provider: 'nscale' }]],
  ])('%s is left out', (_, mapping) => {
    expect(parseInferenceMapping(mapping)).toEqual([]);
  });

  test('one bad entry leaves the others standing', () => {
    expect(parseInferenceMapping({ nscale: 5, together: live })).toEqual([
      { name: 'together', providerId: 'a/b' },
    ]);
  });

  test("the user's order first, the rest as the hub has it", () => {
    const routes = ['nscale', 'fal-ai', 'together'].map((name) => ({ name, providerId: 'x' }));
    const names = (order: string[]) => inRouteOrder(routes, order).map(({ name }) => name);
    expect(names(['together', 'unknown', 'fal-ai'])).toEqual(['together', 'fal-ai', 'nscale']);
    expect(names([])).toEqual(['nscale', 'fal-ai', 'together']);
  });
});

describe('the lookup', () => {
  test('asks the hub for the mapping alone, and the first route in the order for the picture', async () => {
    const hub = hubWith({ 'hf-inference': MODEL, nscale: MODEL });
    const { fetch, sent } = standIn(b64());
    const provider = providerOver(fetch, { hub, routeOrder: ['nscale'] });
    expect((await provider.generate('a fox', options)).route).toBe('nscale');
    expect(hub.asked).toEqual([{ id: MODEL, expand: ['inferenceProviderMapping'] }]);
    expect(sent).toHaveLength(1);
  });

  test.each([
    [undefined, undefined, MODEL],
    ['FLUX.1-schnell', undefined, MODEL],
    ['acme/one', undefined, 'acme/one'],
    ['acme/one', 'acme/two', 'acme/two'],
    ['acme/one', 'FLUX.1-schnell', MODEL],
    ['gpt2', undefined, 'gpt2'],
  ])('setting %s, wish %s: %s', async (setting, wish, model) => {
    const hub = hubWith({ 'hf-inference': 'x/y' });
    const { fetch } = standIn(picture());
    const config = setting === undefined ? {} : { model: setting };
    const wished = wish === undefined ? options : { ...options, model: wish };
    const result = await providerOver(fetch, { hub, config }).generate('a fox', wished);
    expect(hub.asked[0]?.id).toBe(model);
    expect(result.model).toBe(model);
  });

  test.each(['https://huggingface.co/acme/one', 'a/b/c', '../x', 'a b', '/x', 'x/'])(
    '%s is no model id',
    async (model) => {
      const { fetch, sent } = standIn();
      const result = await providerOver(fetch).generate('a fox', { ...options, model });
      expect(result.error).toMatchObject({
        code: 'VALIDATION_ERROR',
        shouldFallback: false,
        message: 'Invalid request. Please check your input.',
      });
      expect(sent).toEqual([]);
    },
  );

  test('no live route: the other provider may try, nothing is paid', async () => {
    const { fetch, sent } = standIn();
    const result = await providerOver(fetch, { hub: hubWith({}) }).generate('a fox', options);
    expect(result.error).toMatchObject({ code: 'MODEL_UNAVAILABLE', shouldFallback: true });
    expect(sent).toEqual([]);
  });

  test('a model that only another hub has: its source is named, nothing is paid', async () => {
    const hub = {
      info: async () => ({ id: 'acme/sdxl', _source: 'mine', _source_url: 'https://hub.example.com' }),
    };
    const { fetch, sent } = standIn();
    const parts = { hub, otherHub, huggingFaceHub: brokenHub('not-found') };
    const result = await providerOver(fetch, parts).generate('a fox', options);
    expect(result.error).toMatchObject({ code: 'MODEL_ELSEWHERE', source: 'My hub', shouldFallback: false });
    expect(sent).toEqual([]);
  });

  test('a model that another hub has first, and Hugging Face too: Hugging Face runs it', async () => {
    const hub = {
      info: async () => ({ id: 'acme/sdxl', _source: 'mine', _source_url: 'https://hub.example.com' }),
    };
    const parts = { hub, otherHub, huggingFaceHub: hubWith({ nscale: MODEL }) };
    const { fetch, sent } = standIn(picture());
    const result = await providerOver(fetch, parts).generate('a fox', options);
    expect(result).toMatchObject({ success: true, route: 'nscale' });
    expect(sent).toHaveLength(1);
  });

  test('the same answer from Hugging Face means that no service runs the model', async () => {
    const parts = { hub: hubWith({}), otherHub };
    const result = await providerOver(standIn().fetch, parts).generate('a fox', options);
    expect(result.error).toMatchObject({ code: 'MODEL_UNAVAILABLE' });
  });

  test('a mirror that passes the mapping on works as well', async () => {
    const parts = { otherHub: () => 'A mirror', huggingFaceHub: brokenHub('not-found') };
    expect((await providerOver(standIn(picture()).fetch, parts).generate('a fox', options)).success).toBe(
      true,
    );
  });

  test('not found anywhere', async () => {
    const { fetch, sent } = standIn();
    const result = await providerOver(fetch, { hub: brokenHub('not-found') }).generate('a fox', options);
    expect(result.error).toMatchObject({ code: 'MODEL_UNAVAILABLE', shouldFallback: true });
    expect(sent).toEqual([]);
  });

  test.each(['unavailable', 'rate-limited', 'token-rejected', 'denied', 'disabled'] as const)(
    "%s: the seed's default URL",
    async (outcome) => {
      const { fetch, sent } = standIn(picture());
      const result = await providerOver(fetch, { hub: brokenHub(outcome) }).generate('a fox', options);
      expect(sent[0]?.url).toBe(DEFAULT_URL);
      expect(result.success).toBe(true);
    },
  );

  test('the same pattern for another model, and without any hub', async () => {
    const { fetch, sent } = standIn(picture());
    await providerOver(fetch, { hub: undefined }).generate('a fox', { ...options, model: 'acme/one' });
    expect(sent[0]?.url).toBe(`${ROUTER}/hf-inference/models/acme/one`);
  });
});

describe('what the lookup found is kept', () => {
  function aged(hub: { info: ReturnType<typeof hubWith>['info'] }, pictures: number) {
    let now = 5_000_000;
    const store = createMemoryStore();
    const { fetch, sent } = standIn(...Array.from({ length: pictures }, b64));
    const parts = { hub, routeCache: store, clock: { now: () => now } };
    return {
      store,
      sent,
      later: (seconds: number) => {
        now += seconds * 1000;
      },
      // A new provider each time, since the cache must outlive a worker.
      ask: (more = {}) => providerOver(fetch, { ...parts, ...more }).generate('a fox', options),
    };
  }

  test('for 300 s from the lookup, however often it is used', async () => {
    const hub = hubWith({ nscale: MODEL });
    const { ask, later } = aged(hub, 4);
    await ask();
    later(200);
    await ask();
    later(99);
    await ask();
    expect(hub.asked).toHaveLength(1);
    later(1);
    await ask();
    expect(hub.asked).toHaveLength(2);
  });

  test('as long as the setting says', async () => {
    const hub = hubWith({ nscale: MODEL });
    const { ask, later } = aged(hub, 2);
    await ask({ routeCacheTtlSeconds: 10 });
    later(10);
    await ask({ routeCacheTtlSeconds: 10 });
    expect(hub.asked).toHaveLength(2);
  });

  test('and for a day when the lookup fails', async () => {
    const { ask, later, sent } = aged(hubWith({ nscale: MODEL }), 3);
    await ask();
    later(86_399);
    await ask({ hub: brokenHub('unavailable') });
    expect(sent[1]?.url).toBe(`${ROUTER}/nscale/v1/images/generations`);
    later(1);
    await ask({ hub: brokenHub('unavailable') });
    expect(sent[2]?.url).toBe(DEFAULT_URL);
  });

  test('but not when the model is gone or lost its routes', async () => {
    const { ask, later } = aged(hubWith({ nscale: MODEL }), 1);
    await ask();
    later(300);
    expect((await ask({ hub: brokenHub('not-found') })).error?.code).toBe('MODEL_UNAVAILABLE');
    expect((await ask({ hub: hubWith({}) })).error?.code).toBe('MODEL_UNAVAILABLE');
  });

  test.each([
    ['it lost', hubWith({})],
    ['of a model that was gone', brokenHub('not-found')],
  ])('and routes %s are not gone back to when the next lookup fails', async (_, hub) => {
    const { ask, later, sent } = aged(hubWith({ nscale: MODEL }), 2);
    await ask();
    later(300);
    await ask({ hub });
    await ask({ hub: brokenHub('unavailable') });
    expect(sent.map(({ url }) => url)).toEqual([expect.stringContaining('/nscale/'), DEFAULT_URL]);
  });

  test('a clock set back does not keep it for ever', async () => {
    const hub = hubWith({ nscale: MODEL });
    const { ask, later } = aged(hub, 2);
    await ask();
    later(-3600);
    await ask();
    expect(hub.asked).toHaveLength(2);
  });

  test.each([{ routes: 'all' }, 'x', null, { checkedAt: 5_000_000, routes: [{ name: 1 }] }])(
    'a corrupt record (%j) is no record',
    async (record) => {
      const hub = hubWith({ nscale: MODEL });
      const { ask, store } = aged(hub, 1);
      await store.set(MODEL.toLowerCase(), record);
      expect((await ask()).success).toBe(true);
      expect(hub.asked).toHaveLength(1);
    },
  );

  test('a store that throws is an empty store', async () => {
    const broken = () => Promise.reject(new Error('disk'));
    const store = { get: broken, set: broken, del: broken, entries: broken };
    const { fetch } = standIn(picture());
    const result = await providerOver(fetch, { routeCache: store, deadRoutes: store }).generate(
      'a fox',
      options,
    );
    expect(result.success).toBe(true);
  });
});

describe("the user's own API URL", () => {
  const own = 'https://endpoint.example.com/generate?x=1';
  const config = { apiUrl: own };

  test('is asked exactly, without a lookup and without the Hugging Face token', async () => {
    const hub = hubWith({ nscale: MODEL });
    const { fetch, sent } = standIn(picture());
    const result = await providerOver(fetch, { config, hub }).generate('a fox', { ...options, seed: 7 });
    expect(sent[0]).toMatchObject({
      url: own,
      method: 'POST',
      body: { inputs: 'a fox', parameters: { seed: 7 } },
    });
    expect(sent[0]?.headers).toEqual({ 'content-type': 'application/json', accept: 'image/png' });
    expect(hub.asked).toEqual([]);
    expect(result).toEqual({ success: true, image: PNG_URL, route: 'own-url' });
  });

  test('gets its own token when it has one, also without a Hugging Face token', async () => {
    const { fetch, sent } = standIn(picture());
    await providerOver(fetch, { config, token: undefined, endpointToken: 'mine-123' }).generate(
      'a fox',
      options,
    );
    expect(sent[0]?.headers.authorization).toBe('Bearer mine-123');
  });

  test('on the router gets the Hugging Face token, and its model is told', async () => {
    const apiUrl = `${ROUTER}/hf-inference/models/acme/one`;
    const { fetch, sent } = standIn(picture());
    const result = await providerOver(fetch, { config: { apiUrl }, endpointToken: 'x' }).generate(
      'a fox',
      options,
    );
    expect(sent[0]?.headers.authorization).toBe(`Bearer ${TOKEN}`);
    expect(result.model).toBe('acme/one');
  });

  test.each([
    'https://router.huggingface.co.example.com/x',
    'http://router.huggingface.co/x',
    'https://router.huggingface.co:8443/x',
    'https://huggingface.co/x',
  ])('%s is not the router', async (apiUrl) => {
    const { fetch, sent } = standIn(picture());
    await providerOver(fetch, { config: { apiUrl } }).generate('a fox', options);
    expect(sent[0]?.headers.authorization).toBeUndefined();
  });

  test('a wished model that it does not run is reported', async () => {
    const { fetch } = standIn(picture());
    const result = await providerOver(fetch, { config }).generate('a fox', { ...options, model: 'acme/two' });
    expect(result.warnings).toEqual([{ code: 'model-differs', detail: 'endpoint.example.com' }]);
  });

  test.each(['not a url', 'ftp://x.example.com/', 'https://user:pass@x.example.com/'])(
    '%s is no address',
    async (apiUrl) => {
      const { fetch, sent } = standIn();
      const result = await providerOver(fetch, { config: { apiUrl } }).generate('a fox', options);
      expect(result.error).toMatchObject({
        code: 'VALIDATION_ERROR',
        fault: 'api-url-unusable',
      });
      expect(sent).toEqual([]);
    },
  );

  test('the default, or an empty one, is not an own URL', async () => {
    for (const apiUrl of [DEFAULT_URL, '', ' ']) {
      const hub = hubWith({ nscale: MODEL });
      await providerOver(standIn(b64()).fetch, { config: { apiUrl }, hub }).generate('a fox', options);
      expect(hub.asked).toHaveLength(1);
    }
  });

  test('404 there goes on, and other routes are not tried', async () => {
    const { fetch, sent } = standIn(json({ error: 'no' }, { status: 404 }));
    const result = await providerOver(fetch, { config }).generate('a fox', options);
    expect(result.error).toMatchObject({ code: 'MODEL_UNAVAILABLE', shouldFallback: true });
    expect(sent).toHaveLength(1);
  });
});
