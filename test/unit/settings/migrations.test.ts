import { expect, test } from 'vitest';
import { migrate, SETTINGS_VERSION } from '../../../src/settings/migrations.ts';
import { storeBench } from './store-bench.ts';

const SOURCES = [
  {
    id: 'own',
    name: 'Own',
    url: 'https://own.example',
    type: 'kohakuhub',
    enabled: false,
    namespaces: ['me'],
  },
];

/** Settings as each version wrote them. Never edit these: users have them stored in this form. */
const FROZEN: Record<number, object> = {
  1: {
    version: 1,
    first: 'puter',
    huggingface: { enabled: true, model: 'acme/fox', routeOrder: ['fal-ai', 'nscale'], timeoutMs: 20_000 },
    puter: { model: 'flux-schnell' },
    hub: { enabled: true, cacheTtlSeconds: 60, timeoutMs: 5_000, maxConcurrent: 3 },
    sources: SOURCES,
    shippedSources: ['huggingface'],
  },
  2: {
    version: 2,
    primary: 'puter',
    huggingface: { enabled: true, model: 'acme/fox', routeOrder: ['fal-ai', 'nscale'], timeoutMs: 20_000 },
    puter: { model: 'flux-schnell' },
    hub: { enabled: true, cacheTtlSeconds: 60, timeoutMs: 5_000, maxConcurrent: 3 },
    sources: SOURCES,
    shippedSources: ['huggingface'],
  },
};

test('there is a frozen example of every version', () => {
  expect(Object.keys(FROZEN).map(Number)).toEqual(Array.from({ length: SETTINGS_VERSION }, (_, i) => i + 1));
});

test.each(Object.entries(FROZEN))(
  'settings of version %s mean today what they meant then',
  async (_, stored) => {
    const { settings, unreadable } = await storeBench({ stored }).store.read();
    expect(unreadable).toBe(false);
    expect(settings).toMatchObject({
      primary: 'puter',
      huggingface: { enabled: true, model: 'acme/fox', apiUrl: '', timeoutMs: 20_000 },
      puter: { enabled: true, model: 'flux-schnell', timeoutMs: 60_000 },
      hub: { cacheTtlSeconds: 60, timeoutMs: 5_000, maxConcurrent: 3 },
      sources: SOURCES,
    });
    expect(settings.huggingface.routeOrder.slice(0, 2)).toEqual(['fal-ai', 'nscale']);
  },
);

test.each(Object.entries(FROZEN))('the first change writes version %s as today’s', async (_, stored) => {
  const bench = storeBench({ stored });
  expect(await bench.store.update({ hub: { maxConcurrent: 4 } })).toBeUndefined();
  const { settings, ...aside } = bench.area.snapshot();
  expect(settings).toEqual({
    ...FROZEN[SETTINGS_VERSION],
    hub: { enabled: true, cacheTtlSeconds: 60, timeoutMs: 5_000, maxConcurrent: 4 },
  });
  expect(aside).toEqual({});
});

test('settings without a version are the first’s; those of a later version stay as they are', () => {
  expect(migrate({ first: 'puter' })).toEqual({ version: SETTINGS_VERSION, primary: 'puter' });
  const later = { version: SETTINGS_VERSION + 1, first: 'puter' };
  expect(migrate(later)).toEqual(later);
});

test.each([null, 7, 'text', [], undefined])('%j is no settings, and stays what it is', (raw) => {
  expect(migrate(raw)).toEqual(raw);
});
