import type { PictureShelf } from '../gallery/index.ts';
import type { KeyValueStore } from '../hub/index.ts';
import type { JobRunner, JobStore, PictureKeeper, StorageArea } from '../jobs/index.ts';
import type { Texts } from '../language/index.ts';
import type { GalleryChange, SettingsView } from '../messages/index.ts';
import type { IsolatedPuter } from '../providers/puter/isolated/isolated-puter.ts';
import type {
  Agreement,
  KnownNames,
  PuterUse,
  SecretStore,
  SettingsStore,
  SettingsSync,
  StyleStore,
  WayBack,
} from '../settings/index.ts';
import type { Downloads } from './downloads/downloads.ts';
import type { Prices } from './lookups/prices.ts';
import type { HuggingFaceAccount } from './sign-in/hugging-face-account.ts';
import type { Current } from './state/current.ts';

/** Everything that the handlers work with, built once per worker. */
export interface Services {
  fetch: (input: string, init?: RequestInit) => Promise<Response>;
  clock: { now(): number };
  settings: SettingsStore;
  secrets: SecretStore;
  agreement: Agreement;
  /** Notes when Puter's token is used, and forgets a token that was not used for long. */
  puterUse: PuterUse;
  /** The sign-in to Hugging Face, and what renews its token. */
  huggingFaceAccount: HuggingFaceAccount;
  styles: StyleStore;
  wayBack: WayBack;
  /** Lets settings and styles follow the user over the browser's sync. */
  sync: SettingsSync;
  /** The names that settings may contain, such as those of inference routes. */
  known: KnownNames;
  /** Reads settings, tokens and permissions, and resolves with them and the hubs that use them. */
  current(): Promise<Current>;
  /** The state as it was last read; every change of settings reads it again. For work that is already running. */
  latest(): Current | undefined;
  /** puter.js, in a page of its own. */
  puter: IsolatedPuter;
  /** Inference routes by model. */
  routeCache: KeyValueStore;
  /** (route, model) pairs that were found not to work. */
  deadRoutes: KeyValueStore;
  prices: Prices;
  jobs: JobStore;
  runner: JobRunner;
  /** Calls its listener when a waiting job is due, and when the browser starts. */
  wakeUp: { listen(listener: () => void): void };
  /** Calls its listener when changes are due to be sent to the browser's sync, and when the browser starts. */
  syncDue: { listen(listener: () => void): void };
  /** Calls its listener when it is time to ask whether the user has signed in to Hugging Face. */
  signInAlarm: { listen(listener: () => void): void };
  pictures: PictureKeeper;
  /** Deletes every picture in the gallery, or all except favourites. */
  clearGallery(which: { keepFavourites: boolean }): Promise<{ deleted: number; kept: string[] }>;
  /**
   * Deletes the oldest pictures, except favourites, while they take more room than the user allows, and leaves a notice for
   * pages.
   */
  keepWithinLimit(): Promise<void>;
  shelf: PictureShelf;
  /** Files that are fetched with a source's token. */
  downloads: Downloads;
  /** Calls its listener while a download is under way; the browser starts a worker for it if there is none. */
  downloadWakeUp: { listen(listener: () => void): void };
  /** The browser's session storage, which lasts as long as the browser runs. */
  session: StorageArea;
  keepAlive(): () => void;
  /** Tells open pages that the gallery changed; `change` names the pictures, where they are known. */
  announceGallery(change?: GalleryChange): void;
  /** Reads the settings, sends them to open pages, and resolves with them. */
  announceSettings(): Promise<SettingsView>;
  /** The texts of notifications and menus, in the user's language. */
  texts(): Promise<Texts>;
}
