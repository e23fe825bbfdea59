import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { noteUpdate } from '../../../src/browser/index.ts';

const version = '0.2.0';
beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version } as never);
});

test.each([
  ['an update', { reason: 'update', previousVersion: '0.0.1' }, { news: { version } }],
  ['the first installation', { reason: 'install' }, {}],
  ['an update of the browser', { reason: 'browser_update' }, {}],
  ['the same version loaded again', { reason: 'update', previousVersion: version }, {}],
])('%s', async (_, details, stored) => {
  noteUpdate('news');
  await fakeBrowser.runtime.onInstalled.trigger(details as never);
  await Promise.resolve();
  expect(await fakeBrowser.storage.local.get('news')).toEqual(stored);
});
