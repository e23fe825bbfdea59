import { browser } from 'wxt/browser';
import {
  createAlarm,
  hear,
  lockStorage,
  noteUpdate,
  onLastPrivateWindowClosed,
  onOriginsChanged,
  setBadge,
  setButtonTitle,
  syncStorage,
  toolbarButton,
  welcomeOnInstall,
} from '../browser/index.ts';
import {
  CHAIN_PORT,
  createReceiver,
  type Handlers,
  isOwnPage,
  type MessageName,
  NEWS_KEY,
  SEARCH_PORT,
} from '../messages/index.ts';
import { clearExports } from './chores/clear-exports.ts';
import { fetchOwedPictures } from './chores/fetch-owed-pictures.ts';
import { forgetPrivate } from './chores/forget-private.ts';
import { forgetRemovedSources } from './chores/forget-removed-sources.ts';
import { makeMissingThumbnails } from './chores/make-thumbnails.ts';
import { purgeDeletedPictures } from './chores/purge-deleted-pictures.ts';
import { REVIEW_MS, reviewPuterUse } from './chores/review-puter-use.ts';
import { createServices } from './create-services.ts';
import { backupHandlers } from './handlers/backup.ts';
import { deleteAllHandler } from './handlers/delete-all.ts';
import { downloadHandlers } from './handlers/downloads.ts';
import { galleryHandlers } from './handlers/gallery.ts';
import { jobHandlers } from './handlers/jobs.ts';
import { passphraseHandlers } from './handlers/passphrase.ts';
import { priceHandler } from './handlers/prices.ts';
import { repositoryHandlers } from './handlers/repositories.ts';
import { settingsHandlers } from './handlers/settings.ts';
import { signInHandlers } from './handlers/sign-in.ts';
import { sourceHandlers } from './handlers/sources.ts';
import { styleHandlers } from './handlers/styles.ts';
import { syncHandlers } from './handlers/sync.ts';
import { tokenHandlers } from './handlers/tokens.ts';
import { answerSearchPort } from './lookups/answer-search.ts';
import { answerChainPort } from './lookups/ask-chain.ts';
import { createJobWatch, type JobWatch } from './notices/job-watch.ts';
import { startNotices } from './notices/start-notices.ts';
import { createButtonWriter } from './notices/write-button.ts';
import { done } from './reply.ts';
import { startSelection } from './selection/start-selection.ts';
import type { Services } from './services.ts';

/**
 * Starts the background. Listeners are attached at once, so that what woke the worker is not missed (see `hear`); every
 * handler waits until the jobs an earlier worker left behind are recovered.
 */
export function startBackground(): void {
  welcomeOnInstall('/welcome.html');
  noteUpdate(NEWS_KEY);
  toolbarButton.listen();
  const write = createButtonWriter({ setBadge, setTitle: setButtonTitle, texts: () => services.texts() });
  const watch = createJobWatch(write);
  const services = createServices({
    jobs: watch,
    settingsChanged: () => {
      watch.repeat();
      void menu.refreshMenu().catch(() => undefined);
      void services.sync.edited().catch(() => undefined);
    },
  });
  const resumed = services.runner.resume().catch((): string[] => []);
  const ready = tidyUp(services, resumed, watch);

  const own = { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('/')).origin };
  const handlers = waiting(allHandlers(services), ready);
  const menu = startSelection(services, handlers.generate);
  startNotices(services, watch, ready, handlers.generate);
  void ready.then(menu.keepMenu).catch(() => undefined);
  /** Fetches paid pictures that a killed worker had not fetched yet. */
  const fetchAll = (ids: string[]) => void ids.map((jobId) => handlers.fetchPicture({ jobId }));
  void resumed.then(fetchAll);
  const receive = createReceiver(handlers, own);
  hear(browser.runtime.onMessage, (message, sender, sendResponse) => {
    const reply = receive(message, sender);
    if (!reply) return undefined;
    void reply.then(sendResponse);
    return true;
  });
  hear(browser.runtime.onConnect, (port) => {
    if (!isOwnPage(port.sender, own)) return;
    const awake = ready.then(() => services);
    if (port.name === CHAIN_PORT) answerChainPort(port, awake);
    if (port.name === SEARCH_PORT) answerSearchPort(port, awake);
  });
  const reconcile = () => void ready.then(() => services.sync.reconcile()).catch(() => undefined);
  services.syncDue.listen(reconcile);
  syncStorage.listen(reconcile);
  const wake = () =>
    void ready
      .then(() => services.runner.resume())
      .then(fetchAll)
      .then(() => services.runner.wake())
      .catch(() => undefined);
  services.wakeUp.listen(wake);
  const { signIn } = services.huggingFaceAccount;
  if (signIn) {
    const ask = () => void ready.then(() => signIn.ask());
    services.signInAlarm.listen(ask);
    ask();
  }
  const review = createAlarm('review-puter-use');
  const reviewAndGoOn = () =>
    void ready
      .then(() => reviewPuterUse(services))
      .catch(() => undefined)
      .finally(() => review.set(REVIEW_MS));
  review.listen(reviewAndGoOn);
  reviewAndGoOn();
  hear(browser.runtime.onStartup, () => {
    void clearExports(services, { browserHasStarted: true }).catch(() => undefined);
  });
  services.downloadWakeUp.listen(() => void services.downloads.recover().catch(() => undefined));
  self.addEventListener('online', wake);
  self.addEventListener('online', () => void endNetworkRests(services).catch(() => undefined));
  onLastPrivateWindowClosed(() => void ready.then(() => forgetPrivate(services)).catch(() => undefined));
  onOriginsChanged(() => {
    void services.announceSettings().catch(() => undefined);
    void fetchOwedPictures(services, handlers.fetchPicture).catch(() => undefined);
  });
}

/** The network is back: cool-downs of sources that could not be reached end. */
async function endNetworkRests({ current }: Services): Promise<void> {
  await (await current()).hub.online();
}

/**
 * Recovers the jobs of a killed worker before any message is answered; the other chores run afterwards. A failure here must
 * not stop the rest.
 */
async function tidyUp(services: Services, resumed: Promise<unknown>, watch: JobWatch): Promise<void> {
  void lockStorage();
  await resumed;
  void Promise.all([services.jobs.unsettled(), services.jobs.unseen()])
    .then((found) => found.flat())
    .catch(() => [])
    .then(watch.begin);
  void setToolbarButton(services).catch(() => undefined);
  void forgetRemovedSources(services).catch(() => undefined);
  void purgeDeletedPictures(services).catch(() => undefined);
  void clearExports(services).catch(() => undefined);
  void makeMissingThumbnails(services).catch(() => undefined);
  void services.downloads.recover().catch(() => undefined);
}

/** Sets what the toolbar button opens: after a restart, browsers open the popup again, whatever was set. */
async function setToolbarButton({ settings }: Services): Promise<void> {
  await toolbarButton.set((await settings.read()).settings.toolbar.opensSidePanel);
}

function allHandlers(services: Services): Handlers {
  return {
    hello: async () => done(null),
    ...jobHandlers(services),
    ...deleteAllHandler(services),
    ...galleryHandlers(services),
    ...settingsHandlers(services),
    ...priceHandler(services),
    ...styleHandlers(services),
    ...backupHandlers(services),
    ...syncHandlers(services),
    ...tokenHandlers(services),
    ...passphraseHandlers(services),
    ...signInHandlers(services),
    ...sourceHandlers(services),
    ...repositoryHandlers(services),
    ...downloadHandlers(services),
  };
}

function waiting(handlers: Handlers, ready: Promise<void>): Handlers {
  const names = Object.keys(handlers) as MessageName[];
  const gated = names.map((name) => {
    const handle = handlers[name] as (payload: unknown) => Promise<unknown>;
    return [name, (payload: unknown) => ready.then(() => handle(payload))];
  });
  return Object.fromEntries(gated) as Handlers;
}
