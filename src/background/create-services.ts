import { browser } from 'wxt/browser';
import {
  browserText,
  createAlarm,
  createKeepAlive,
  endOfRedirects,
  openIsolatedPage,
  openKeyValueStore,
  preferredLanguages,
  readOwnFile,
  saveFile,
  toolbarButton,
  uiLanguage,
} from '../browser/index.ts';
import { clearGallery, createPictureShelf, keepWithin, readPicture, storePicture } from '../gallery/index.ts';
import { createHub } from '../hub/index.ts';
import {
  createJobRunner,
  createJobStore,
  createPictureKeeper,
  type JobListener,
  jobArea,
} from '../jobs/index.ts';
import type { DownloadsChanged, GalleryChange, GalleryChanged, SettingsChanged } from '../messages/index.ts';
import { ROUTES } from '../providers/huggingface/routes/route-table.ts';
import { createIsolatedPuter } from '../providers/puter/isolated/isolated-puter.ts';
import {
  createAgreement,
  createPuterUse,
  createSecretStore,
  createSettingsStore,
  createStyleStore,
  createWayBack,
} from '../settings/index.ts';
import { createStayingFetch } from '../web/stay-on-origin.ts';
import { dismissJobs } from './chores/dismiss-jobs.ts';
import { createLimitFollower } from './chores/follow-limit.ts';
import { createGalleryNotes } from './chores/gallery-notes.ts';
import { createLimitKeeper } from './chores/keep-within-limit.ts';
import { makeThumbnailOf } from './chores/make-thumbnails.ts';
import { saveByItself } from './chores/save-by-itself.ts';
import { createDownloading } from './downloads/create-downloading.ts';
import { collect } from './generating/collect.ts';
import { createManager } from './generating/create-manager.ts';
import { isOnline } from './generating/is-online.ts';
import { PROVIDERS } from './generating/providers.ts';
import { createPrices } from './lookups/prices.ts';
import type { Services } from './services.ts';
import { createAccount } from './sign-in/create-account.ts';
import { createSync } from './state/create-sync.ts';
import { createCurrent } from './state/current.ts';
import { createDeployerReader } from './state/deployer-reader.ts';
import { createTextsReader } from './state/read-texts.ts';
import { toSettingsView } from './state/settings-view.ts';
import { readSnapshot } from './state/snapshot.ts';

/** The background's own listeners; pages are told by messages. */
interface Listeners {
  jobs: JobListener;
  /** Settings or styles may have changed. */
  settingsChanged(): void;
}

/** Builds every service with its real ports (browser APIs, network, clock). Starts no work yet. */
export function createServices(listeners: Listeners): Services {
  const clock = { now: () => Date.now() };
  const randomId = () => crypto.randomUUID();
  const fetch = (input: string, init?: RequestInit) => globalThis.fetch(input, init);
  const area = browser.storage.local;

  const broadcast = (message: SettingsChanged | GalleryChanged | DownloadsChanged) =>
    // Rejects when no page is open.
    void browser.runtime.sendMessage(message).catch(() => undefined);
  const announceSettings = async () => {
    const view = toSettingsView(await current());
    broadcast({ name: 'settingsChanged', view });
    listeners.settingsChanged();
    await toolbarButton.set(view.toolbar.opensSidePanel).catch(() => undefined);
    const release = keepAlive();
    void followLimit(view.pictures.limitMegabytes)
      .catch(() => undefined)
      .finally(release);
    return view;
  };
  const announceGallery = (change?: GalleryChange) =>
    broadcast({ name: 'galleryChanged', ...(change && { change }) });
  const deployer = createDeployerReader(area, () => void announceSettings().catch(() => undefined));
  const known = { routes: [...ROUTES.keys()] };
  const settings = createSettingsStore({ area, deployer, known, clock, randomId });
  const secrets = createSecretStore({ area, session: browser.storage.session });
  const puterUse = createPuterUse({ area, secrets, settings, clock });
  const keepAlive = createKeepAlive(() => browser.runtime.getPlatformInfo());
  const { huggingFaceAccount, signInAlarm } = createAccount({
    ...{ fetch, clock, randomId, secrets, keepAlive },
    changed: () => announceSettings(),
  });
  const styles = createStyleStore({ area, randomId });
  const wayBack = createWayBack({ area, settings, styles, clock });
  const { sync, syncDue } = createSync({
    ...{ area, settings, styles, known, clock, randomId },
    changed: () => void announceSettings().catch(() => undefined),
  });

  const agreement = createAgreement(area);
  const hubPorts = {
    cache: openKeyValueStore('understudy-locations'),
    coolDowns: openKeyValueStore('understudy-cool-downs'),
    fetch: createStayingFetch(fetch, endOfRedirects),
    clock,
  };
  const { current, latest } = createCurrent({
    readSnapshot: () => readSnapshot(settings, secrets, styles, agreement, puterUse, huggingFaceAccount),
    createHub: (sources, hubSettings) => createHub({ ...hubPorts, sources, settings: hubSettings }),
    worker: randomId(),
  });

  const note = createGalleryNotes(area, clock);
  const readLimit = async () => (await settings.read()).settings.pictures.limitMegabytes;
  const wakeUp = createAlarm('jobs');
  const jobs = createJobStore(jobArea(area, browser.storage.session), listeners.jobs);
  const dismiss = (ids: string[]) => dismissJobs(ids, true, { jobs });
  const keepWithinLimit = createLimitKeeper({ readLimit, keepWithin, dismiss, note, announceGallery });
  const followLimit = createLimitFollower(keepWithinLimit);
  const shelf = createPictureShelf({ store: storePicture, read: readPicture, keepAlive });
  const pictures = createPictureKeeper({
    jobs,
    async store(picture, blob) {
      await shelf.store(picture, blob);
      if (picture.isPrivate) return;
      void saveByItself({ picture, blob }, { settings, saveFile, couldNot: () => note('unsaved', 1) });
      if (shelf.isSessionOnly()) return;
      void keepWithinLimit().catch(() => undefined);
      // Not awaited: the picture is stored, and the job does not wait for its thumbnail.
      void makeThumbnailOf({ picture, blob }, { announceGallery });
    },
    find: async (id) => (await shelf.read(id))?.picture,
    clock,
    keepAlive,
  });
  const downloading = createDownloading({ area, fetch, clock, randomId, keepAlive, current, broadcast });
  const parts = {
    fetch,
    clock,
    settings,
    secrets,
    agreement,
    puterUse,
    huggingFaceAccount,
    signInAlarm,
    styles,
    wayBack,
    sync,
    syncDue,
    known,
    current,
    latest,
    puter: createIsolatedPuter({ openPort: () => openIsolatedPage('/puter.html') }),
    routeCache: openKeyValueStore('understudy-routes'),
    deadRoutes: openKeyValueStore('understudy-dead-routes'),
    prices: createPrices({
      fetch,
      clock,
      store: openKeyValueStore('understudy-prices'),
      listOf: (name) => PROVIDERS[name].prices,
    }),
    jobs,
    pictures,
    async clearGallery(which: { keepFavourites: boolean }) {
      shelf.clear();
      return shelf.isSessionOnly() ? { deleted: 0, kept: [] } : clearGallery(which);
    },
    keepWithinLimit,
    shelf,
    session: browser.storage.session,
    ...downloading,
    keepAlive,
    announceGallery,
    announceSettings,
    texts: createTextsReader({
      readChoice: async () => (await settings.read()).settings.language,
      browserText,
      uiLanguage,
      readFile: readOwnFile,
      preferredLanguages,
    }),
  };
  const runner = createJobRunner({
    store: jobs,
    pictures,
    createManager: (log, only) => createManager(parts, log, only),
    collect: (...asked) => collect(parts, ...asked),
    prefersWaiting: async () => (await settings.read()).settings.jobs.waits,
    isLocked: async () => (await secrets.read()).lock === 'locked',
    alarm: wakeUp.set,
    ...{ isOnline, keepAlive, clock, randomId },
  });
  return { ...parts, runner, wakeUp };
}
