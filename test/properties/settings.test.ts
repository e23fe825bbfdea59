import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkPatch } from '../../src/settings/check-patch.ts';
import { cleanToken, type Settings } from '../../src/settings/index.ts';
import { memoryArea } from '../unit/jobs/memory-area.ts';
import { secretStore } from '../unit/settings/secret-bench.ts';
import { KNOWN, storeBench } from '../unit/settings/store-bench.ts';

const junk = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>('', -1, 0, 1.5, 1e12, true, [], {}, null));
/** Mostly the right shape, with anything in its places. */
const nearly = (fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.record(fields, { requiredKeys: [], noNullPrototype: true }) },
    { weight: 1, arbitrary: junk },
  );
const mostly = (...values: unknown[]) => fc.oneof(fc.constantFrom(...values), junk);

const url = mostly(
  'https://a.example',
  'https://b.example/',
  'http://localhost:1',
  'https://',
  'not a url',
  'data:,x',
);
const source = nearly({
  id: mostly('a', 'b', 'huggingface', '__proto__', 'constructor'),
  name: mostly('A', ''),
  url,
  type: mostly('huggingface', 'kohakuhub'),
  enabled: mostly(true, false),
  namespaces: mostly([], ['me'], ['..']),
});
const provider = {
  enabled: mostly(true, false),
  model: mostly('acme/fox', 'https://x.example/a', 'two words', '..'),
  timeoutMs: mostly(5_000, 300_000, 300_001),
};
const stored = nearly({
  version: mostly(1, 2, 3),
  first: mostly('puter', 'nobody'),
  primary: mostly('puter', 'huggingface', 'nobody'),
  huggingface: nearly({ ...provider, apiUrl: url, routeOrder: mostly(['wavespeed'], ['gone', 'nscale']) }),
  puter: nearly(provider),
  hub: nearly({
    enabled: mostly(true, false),
    cacheTtlSeconds: mostly(0, 60),
    timeoutMs: mostly(1_000, 5),
    maxConcurrent: mostly(1, 20, 21),
  }),
  sources: fc.oneof(fc.array(source, { maxLength: 4 }), junk),
  shippedSources: mostly(['huggingface'], []),
  removedSources: fc.oneof(
    fc.array(nearly({ source, index: mostly(0, -1, 99, 0.5), removedAt: mostly(999_999, 0) }), {
      maxLength: 3,
    }),
    junk,
  ),
});
const policies = nearly({
  enabled: mostly(true, false),
  cacheTtlSeconds: mostly(60, -1),
  timeoutSeconds: mostly(5, 0.5),
  maxConcurrent: mostly(3, 100),
  sources: fc.oneof(
    fc.array(
      nearly({ url, name: mostly('Team'), source_type: mostly('kohakuhub'), priority: mostly(1, 2) }),
      {
        maxLength: 3,
      },
    ),
    junk,
  ),
  locked: fc.oneof(
    fc.array(mostly('enabled', 'sources', 'timeoutSeconds', 'constructor'), { maxLength: 3 }),
    junk,
  ),
});

/** Settings that a page may send back as they are, with sources that can be asked. */
function expectValid({ sources, ...values }: Settings) {
  expect(checkPatch(values, { locked: [], known: KNOWN })).toBeUndefined();
  expect(['huggingface', 'puter']).toContain(values.primary);
  expect(
    [values.huggingface.enabled, values.puter.enabled, values.hub.enabled].map((flag) => typeof flag),
  ).toEqual(Array(3).fill('boolean'));
  expect(new Set(sources.map(({ id }) => id)).size).toBe(sources.length);
  for (const one of sources) {
    expect(new URL(one.url).protocol).toMatch(/^https?:$/);
    expect(['huggingface', 'kohakuhub']).toContain(one.type);
    expect(typeof one.enabled).toBe('boolean');
    expect(typeof one.name).toBe('string');
    expect(one.namespaces.every((name) => typeof name === 'string')).toBe(true);
  }
}

test('whatever lies in storage or in policy, reading gives settings that can be used', async () => {
  await fc.assert(
    fc.asyncProperty(stored, policies, policies, async (raw, built, policy) => {
      const { settings, locked } = await storeBench({ stored: raw, built, policy }).store.read();
      expectValid(settings);
      expect(locked.every((name) => typeof name === 'string')).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

/** A source in the list whose removal a moment ago is still remembered. */
const REMOVED_YET_THERE = {
  removedSources: [
    {
      source: { id: 'huggingface', name: 'A', url: 'https://a.example', type: 'huggingface' },
      index: 0,
      removedAt: 999_999,
    },
  ],
};

/** A list that was written by hand: saving a source takes the blanks away, and reading it must have done so before. */
const UNTIDY = {
  sources: [
    { id: 'a', name: ' Team ', url: 'https://a.example', type: 'huggingface', namespaces: [' me', 'me', ''] },
  ],
};

test('whatever lies there, a change is taken, what it replaces is not lost, and the result can be used', async () => {
  await fc.assert(
    fc.asyncProperty(stored, async (raw) => {
      const bench = storeBench({ stored: raw });
      const { unreadable, settings: before } = await bench.store.read();
      expect(await bench.store.update({ hub: { maxConcurrent: 7 } })).toBeUndefined();
      // A source that could not be saved in this form cannot be restored either.
      const [first] = before.sources;
      if (first && 'after' in (await bench.store.changeSource(first.id, first))) {
        expect(await bench.store.removeSource(first.id)).toBeUndefined();
        expect(await bench.store.restoreSource(first.id)).toBeUndefined();
      }
      await bench.store.orderSources(before.sources.map(({ id }) => id));

      const { settings: after } = await bench.store.read();
      expectValid(after);
      expect(after).toEqual({ ...before, hub: { ...before.hub, maxConcurrent: 7 } });
      expect(bench.area.snapshot()['settings:rescued']).toEqual(unreadable ? raw : undefined);
    }),
    {
      numRuns: 500,
      examples: [[REMOVED_YET_THERE], [UNTIDY]],
    },
  );
});

test('whatever lies where the tokens are, reading and saving work', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(junk, fc.dictionary(fc.string(), junk)), async (secrets) => {
      const store = secretStore(memoryArea({ secrets }));
      for (const { token } of Object.values(await store.all())) expect(typeof token).toBe('string');
      await store.save('puter', { token: 'new', verdict: 'valid' });
      expect((await store.all()).puter).toEqual({ token: 'new', verdict: 'valid' });
    }),
    { numRuns: 300 },
  );
});

test('a cleaned token is one word of visible ASCII, whatever was pasted', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.string().map((text) => `Bearer "${text}"`),
      ),
      (pasted) => {
        const cleaned = cleanToken(pasted);
        if ('token' in cleaned) expect(cleaned.token).toMatch(/^[\x21-\x7e]+$/);
      },
    ),
    { numRuns: 1_000 },
  );
});
