import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { jobHandlers } from '../../../../src/background/handlers/jobs.ts';
import { repositoryHandlers } from '../../../../src/background/handlers/repositories.ts';
import { settingsHandlers } from '../../../../src/background/handlers/settings.ts';
import { sourceHandlers } from '../../../../src/background/handlers/sources.ts';
import { tokenHandlers } from '../../../../src/background/handlers/tokens.ts';
import type { Handlers, MessageName, RequestOf } from '../../../../src/messages/index.ts';
import { fakeServices } from '../fake-services.ts';

const repository = { type: 'model', id: 'acme/fox' } as const;
const source = {
  name: 'Hub',
  url: 'https://hub.example',
  type: 'kohakuhub',
  enabled: true,
  namespaces: [] as string[],
} as const;

const ASKED: { [Name in MessageName]?: RequestOf<Name> } = {
  generate: { request: { prompt: 'a red fox', style: 'none' }, origin: 'popup' },
  cancel: { jobId: 'one' },
  dismiss: { jobId: 'one' },
  fetchPicture: { jobId: 'one' },
  keepPicture: { jobId: 'one' },
  readSettings: {},
  updateSettings: { patch: { primary: 'puter' } },
  saveToken: { slot: 'source:one', token: 'hf_abcdefghijkl' },
  removeToken: { slot: 'huggingface' },
  probeSource: { url: 'https://hub.example' },
  testSource: { id: 'one' },
  addSource: { source: { ...source, namespaces: [] } },
  changeSource: { id: 'huggingface', change: { enabled: false } },
  removeSource: { id: 'one' },
  restoreSource: { id: 'one' },
  orderSources: { ids: [] },
  checkModel: { model: 'acme/fox' },
  parseRepository: { text: 'acme/fox' },
  listFiles: { repository, path: '' },
  repositoryPage: { repository },
  downloadFile: { repository, path: 'a.bin' },
};

test.each(Object.entries(ASKED))(
  'with storage that is broken, %s is answered, and says what is wrong',
  async (name, payload) => {
    const { services, settings, bench } = fakeServices();
    for (const area of [settings.area, bench.area]) {
      area.get = () => Promise.reject(new Error('Corrupt'));
      area.set = () => Promise.reject(new Error('Corrupt'));
    }
    Object.assign(fakeBrowser, { permissions: { contains: vi.fn(async () => true) } });
    const handlers = {
      ...jobHandlers(services),
      ...settingsHandlers(services),
      ...tokenHandlers(services),
      ...sourceHandlers(services),
      ...repositoryHandlers(services),
    } as Partial<Handlers>;
    const handle = handlers[name as MessageName] as (payload: unknown) => Promise<unknown>;
    expect(await handle(payload)).toMatchObject({ ok: false, problem: { code: 'STORAGE_FAILED' } });
  },
);
