import { createPrices } from '../../../src/background/lookups/prices.ts';
import type { Services } from '../../../src/background/services.ts';
import { createHuggingFaceAccount } from '../../../src/background/sign-in/hugging-face-account.ts';
import { createSignInStates } from '../../../src/background/sign-in/sign-in-state.ts';
import { createCurrent } from '../../../src/background/state/current.ts';
import { toSettingsView } from '../../../src/background/state/settings-view.ts';
import { readSnapshot } from '../../../src/background/state/snapshot.ts';
import { createHub } from '../../../src/hub/index.ts';
import { createTexts } from '../../../src/language/index.ts';
import { loadHere } from '../../../src/providers/puter/in-process.ts';
import {
  createPuterUse,
  createSettingsSync,
  createStyleStore,
  createWayBack,
} from '../../../src/settings/index.ts';
import { memoryArea } from '../jobs/memory-area.ts';
import { runnerBench } from '../jobs/runner-bench.ts';
import { secretStore } from '../settings/secret-bench.ts';
import { KNOWN, storeBench } from '../settings/store-bench.ts';

interface Asked {
  url: string;
  authorization: string | null;
}

type Answer = (url: string) => Response | Promise<Response>;

/** The services over memory: real rooms, a scripted network, and a record of what was asked and announced. */
export function fakeServices(
  answer: Answer = () => new Response('', { status: 404 }),
  { clientId = '', agreed = true } = {},
) {
  const asked: Asked[] = [];
  const state = { announced: 0, holds: 0, reads: 0, agreed };
  const fetch = async (url: string, init?: RequestInit) => {
    asked.push({ url, authorization: new Headers(init?.headers).get('authorization') });
    return answer(url);
  };
  const settings = storeBench();
  const bench = runnerBench();
  const secrets = secretStore(settings.area);
  const nothing = {
    get: async () => undefined,
    set: async () => undefined,
    del: async () => undefined,
    entries: async () => [],
  };
  // As after the first page, unless a test is about before.
  const agreement = {
    read: async () => state.agreed,
    async give() {
      state.agreed = true;
    },
  };
  const clock = { now: () => 1_000_000 };
  const puterUse = createPuterUse({ area: settings.area, secrets, settings: settings.store, clock });
  const keepAlive = () => {
    state.holds += 1;
    return () => {
      state.holds -= 1;
    };
  };
  const huggingFaceAccount = createHuggingFaceAccount({
    fetch,
    clientId,
    clock,
    randomId: () => 'grant-1',
    secrets,
    states: createSignInStates(memoryArea()),
    alarm: () => undefined,
    keepAlive,
    changed: () => services.announceSettings(),
    check: async () => ({ verdict: 'valid', account: 'fox' }),
  });
  const { current, latest } = createCurrent({
    readSnapshot: () => {
      state.reads += 1;
      return readSnapshot(settings.store, secrets, styles, agreement, puterUse, huggingFaceAccount);
    },
    createHub: (sources) => createHub({ sources, cache: nothing, fetch, clock }),
    worker: 'one',
  });
  let nextStyle = 0;
  const styles = createStyleStore({ area: settings.area, randomId: () => `style-${++nextStyle}` });
  const services: Services = {
    fetch,
    clock,
    settings: settings.store,
    secrets,
    agreement,
    puterUse,
    styles,
    wayBack: createWayBack({ area: settings.area, settings: settings.store, styles, clock }),
    sync: createSettingsSync({
      area: settings.area,
      remote: memoryArea(),
      settings: settings.store,
      styles,
      known: KNOWN,
      alarm: () => undefined,
      clock,
      randomId: () => 'device',
      changed: () => undefined,
    }),
    syncDue: { listen: () => undefined },
    huggingFaceAccount,
    signInAlarm: { listen: () => undefined },
    known: KNOWN,
    current,
    latest,
    texts: async () => createTexts((key, values) => [key, ...values].join(' '), []),
    puter: {
      warm: () => undefined,
      makePicture: async (picture, line) => (await loadHere()).makePicture(picture, line),
    },
    routeCache: nothing,
    deadRoutes: nothing,
    prices: createPrices({ fetch, clock, store: nothing, listOf: () => undefined }),
    jobs: bench.store,
    runner: bench.runner,
    wakeUp: { listen: () => undefined },
    pictures: bench.pictures,
    async clearGallery() {
      const deleted = bench.gallery.size;
      bench.gallery.clear();
      return { deleted, kept: [] };
    },
    keepWithinLimit: async () => undefined,
    shelf: {
      store: async (picture, blob) => void bench.gallery.set(picture.id, { picture, blob }),
      read: async (id) => bench.gallery.get(id),
      isSessionOnly: () => false,
      holds: () => false,
      forgetPrivate: () => undefined,
      clear: () => bench.gallery.clear(),
    },
    downloads: {
      start: async () => undefined,
      list: async () => [],
      cancel: async () => undefined,
      resume: async () => undefined,
      take: async () => false,
      recover: async () => undefined,
    },
    downloadWakeUp: { listen: () => undefined },
    session: memoryArea(),
    keepAlive,
    announceGallery: () => undefined,
    async announceSettings() {
      state.announced += 1;
      return toSettingsView(await current());
    },
  };
  return { services, asked, state, bench, settings, secrets };
}
