import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { hubSources, readSnapshot } from '../../../../src/background/state/snapshot.ts';
import { secretStore } from '../../settings/secret-bench.ts';
import { storeBench } from '../../settings/store-bench.ts';

afterEach(() => vi.restoreAllMocks());

test('a hub that a team ships in plain http is not asked, unless it is in a private network', async () => {
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation((async () => true) as never);
  const urls = ['http://hub.example.org', 'http://192.168.1.5:8000', 'https://hub.example.org'];
  const { area, store } = storeBench({ built: { sources: urls.map((url) => ({ url })) } });
  const snapshot = await readSnapshot(store, secretStore(area));
  expect(Object.values(snapshot.allowed)).toEqual([false, true, true]);
  expect(hubSources(snapshot).map(({ enabled }) => enabled)).toEqual([false, true, true]);
});
