import type { PictureShelf } from '../gallery/index.ts';
import type { KeyValueStore } from '../hub/index.ts';
import type { JobRunner, JobStore, PictureKeeper } from '../jobs/index.ts';
import type { Texts } from '../language/index.ts';
import type { GalleryChange, SettingsView } from '../messages/index.ts';
import type { IsolatedPuter } from '../providers/puter/isolated/isolated-puter.ts';
import type {
  KnownNames,
  PuterUse,
  SecretStore,
  SettingsStore,
  SettingsSync,
  StyleStore,
} from '../settings/index.ts';
import type { Downloads } from './downloads/downloads.ts';
import type { Prices } from './lookups/prices.ts';
import type { HuggingFaceAccount } from './sign-in/hugging-face-account.ts';
import type { Current } from './state/current.ts';

/** Everything the handlers work with, built once a worker. */
export interface Services {
  fetch: (input: string, init?: RequestInit) => Promise<Response>;
  clock: { now(): number };
  settings: SettingsStore;
  secrets: SecretStore;
  /** When Puter's token was last used, and what follows from it. */
  puterUse: PuterUse;
  /** The sign-in to Hugging Face, and what renews its token. */
  huggingFaceAccount: HuggingFaceAccount;
  styles: StyleStore;
  /** Lets settings and styles follow the user over the browser's sync. */
  sync: SettingsSync;
  /** The names that settings choose from. */
  known: KnownNames;
  /** Settings, tokens and permissions as they are now, and the hubs that ask by them. */
  current(): Promise<Current>;
  /** The state as it was last read; every change of settings reads it again. For work that is already running. */
  latest(): Current | undefined;
  /** puter.js, in a page of its own. */
  puter: IsolatedPuter;
  /** Inference routes of models, and (route, model) pairs that were found dead. */
  routeCache: KeyValueStore;
  deadRoutes: KeyValueStore;
  prices: Prices;
  jobs: JobStore;
  runner: JobRunner;
  /** Calls its listener when a waiting job is due, and when the browser starts. */
  wakeUp: { listen(listener: () => void): void };
  /** Calls its listener when something is to be sent to the browser's sync, and when the browser starts. */
  syncDue: { listen(listener: () => void): void };
  /** Calls its listener when it is time to ask whether the user has signed in to Hugging Face. */
  signInAlarm: { listen(listener: () => void): void };
  pictures: PictureKeeper;
  /** Deletes every picture in the gallery, or all that are no favourites. */
  clearGallery(which: { keepFavourites: boolean }): Promise<{ deleted: number; kept: string[] }>;
  /** Takes the oldest pictures that are no favourites away where they take more room than the user allows; pages say so. */
  keepWithinLimit(): Promise<void>;
  shelf: PictureShelf;
  /** Files that are fetched with a source's token. */
  downloads: Downloads;
  /** Rings while one is under way, in a worker that the browser starts for it. */
  downloadWakeUp: { listen(listener: () => void): void };
  keepAlive(): () => void;
  /** Tells open pages that the gallery changed, and how, where that is known of single pictures. */
  announceGallery(change?: GalleryChange): void;
  /** Reads the settings, sends them to open pages, and resolves with them. */
  announceSettings(): Promise<SettingsView>;
  /** What notifications and menus say, in the language that the user chose. */
  texts(): Promise<Texts>;
}
