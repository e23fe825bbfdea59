import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { hubSources, readSnapshot } from '../../../../src/background/state/snapshot.ts';
import { createStyleStore } from '../../../../src/settings/index.ts';
import { secretStore } from '../../settings/secret-bench.ts';
import { storeBench } from '../../settings/store-bench.ts';

afterEach(() => vi.restoreAllMocks());

const stylesIn = (area: ReturnType<typeof storeBench>['area']) =>
  createStyleStore({ area, randomId: () => 'style' });
const NOIR = { id: 'noir', name: 'Noir', template: '{prompt}, film noir' };

const NOT_YET = { read: async () => false };

test.each([
  ['nothing', undefined, false],
  ['styles that can be read', { version: 1, styles: [NOIR], shipped: [], removed: [] }, false],
  ['two styles of the same id', { version: 1, styles: [NOIR, NOIR], shipped: [], removed: [] }, true],
  ['a damaged style', { version: 1, styles: [NOIR, 7], shipped: [], removed: [] }, true],
  ['a damaged list', 'garbage', true],
])('where %s is stored of styles, pages are told so', async (_, styles, unreadable) => {
  const { area, store } = storeBench();
  if (styles !== undefined) await area.set({ styles });
  expect((await readSnapshot(store, secretStore(area), stylesIn(area), NOT_YET)).unreadable).toBe(unreadable);
});

test('a hub that a team ships in plain http is not asked, unless it is in a private network', async () => {
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation((async () => true) as never);
  const urls = ['http://hub.example.org', 'http://192.168.1.5:8000', 'https://hub.example.org'];
  const { area, store } = storeBench({ built: { sources: urls.map((url) => ({ url })) } });
  const snapshot = await readSnapshot(store, secretStore(area), stylesIn(area), NOT_YET);
  expect(Object.values(snapshot.allowed)).toEqual([false, true, true]);
  expect(hubSources(snapshot).map(({ enabled }) => enabled)).toEqual([false, true, true]);
});

test('hubs are asked by themselves when the user agreed, put one into the list, or saved any token', async () => {
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation((async () => true) as never);
  const { area, store } = storeBench();
  const secrets = secretStore(area);
  const agreed = async (agreement = NOT_YET) =>
    (await readSnapshot(store, secrets, stylesIn(area), agreement)).agreed;
  expect(await agreed()).toBe(false);
  expect(await agreed({ read: async () => true })).toBe(true);
  await secrets.save('puter', { token: 'puter-token-0123456789', verdict: 'unchecked' });
  expect(await agreed()).toBe(true);
  await secrets.remove('puter');
  expect(await agreed()).toBe(false);
  await store.addSource({
    name: 'Team',
    url: 'https://team.example',
    type: 'kohakuhub',
    enabled: true,
    namespaces: [],
  });
  expect(await agreed()).toBe(true);
});
