import { browser } from 'wxt/browser';
import {
  askManagedPolicy,
  createKeepAlive,
  createPolicyReader,
  openKeyValueStore,
} from '../browser/index.ts';
import { makeThumbnail, readPicture, storePicture, storeThumbnail } from '../gallery/index.ts';
import { isModelId } from '../generation/index.ts';
import { createHub } from '../hub/index.ts';
import { createJobRunner, createJobStore, createPictureKeeper } from '../jobs/index.ts';
import {
  createSecretStore,
  createSettingsStore,
  DEFAULT_SETTINGS,
  layerDeployerDefaults,
  parseDeployerDefaults,
} from '../settings/index.ts';
import { createManager } from './generating/create-manager.ts';
import type { House } from './services.ts';
import { hubSources, readSnapshot } from './state/snapshot.ts';

/** What the build's environment set for a team (wxt.config.ts). */
declare const __DEPLOYER_DEFAULTS__: unknown;

/** Builds everything with its real ports. Does no work yet. */
export function buildHouse(): House {
  const clock = { now: () => Date.now() };
  const randomId = () => crypto.randomUUID();
  const fetch = (input: string, init?: RequestInit) => globalThis.fetch(input, init);
  const area = browser.storage.local;

  const announceSettings = () =>
    // Nobody listens when no page is open.
    void browser.runtime.sendMessage({ name: 'settingsChanged' }).catch(() => undefined);
  const readPolicy = createPolicyReader({ ask: askManagedPolicy, area, changed: announceSettings });

  const deployer = async () =>
    layerDeployerDefaults(
      parseDeployerDefaults(__DEPLOYER_DEFAULTS__),
      parseDeployerDefaults(await readPolicy()),
    );
  const settings = createSettingsStore({ area, deployer, isModelId, clock, randomId });
  const secrets = createSecretStore(area);

  let hubSettings = DEFAULT_SETTINGS.hub;
  let sources = hubSources({
    settings: DEFAULT_SETTINGS,
    locked: [],
    repaired: false,
    secrets: {},
    allowed: {},
  });
  const snapshot = async () => {
    const now = await readSnapshot(settings, secrets);
    hubSettings = now.settings.hub;
    sources = hubSources(now);
    return now;
  };

  const hubPorts = {
    settings: () => hubSettings,
    cache: openKeyValueStore('understudy-locations'),
    coolDowns: openKeyValueStore('understudy-cool-downs'),
    fetch,
    clock,
  };
  const hub = createHub({ ...hubPorts, sources: () => sources });
  // The others are switched off, not left out: their pins hold.
  const huggingFaceHub = createHub({
    ...hubPorts,
    sources: () =>
      sources.map((source) => ({ ...source, enabled: source.enabled && source.type === 'huggingface' })),
  });

  const keepAlive = createKeepAlive(() => browser.runtime.getPlatformInfo());
  const jobs = createJobStore(area);
  const pictures = createPictureKeeper({
    jobs,
    async store(picture, blob) {
      await storePicture(picture, blob);
      // On the disk already: what a wall of pictures shows of it is made behind.
      void makeThumbnail(blob)
        .then((thumbnail) => thumbnail && storeThumbnail(picture.id, thumbnail))
        .catch(() => undefined);
    },
    find: async (id) => (await readPicture(id))?.picture,
    clock,
    keepAlive,
  });
  const rooms = {
    fetch,
    clock,
    settings,
    secrets,
    snapshot,
    hub,
    huggingFaceHub,
    routeCache: openKeyValueStore('understudy-routes'),
    deadRoutes: openKeyValueStore('understudy-dead-routes'),
    jobs,
    pictures,
    keepAlive,
    announceSettings,
  };
  const runner = createJobRunner({
    store: jobs,
    pictures,
    createManager: (log) => createManager(rooms, log),
    keepAlive,
    clock,
    randomId,
  });
  return { ...rooms, runner };
}
