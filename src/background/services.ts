import type { Hub, KeyValueStore } from '../hub/index.ts';
import type { JobRunner, JobStore, PictureKeeper } from '../jobs/index.ts';
import type { SecretStore, SettingsStore } from '../settings/index.ts';
import type { Snapshot } from './state/snapshot.ts';

/** Everything the handlers work with, built once a worker. */
export interface House {
  fetch: (input: string, init?: RequestInit) => Promise<Response>;
  clock: { now(): number };
  settings: SettingsStore;
  secrets: SecretStore;
  /** Settings, tokens and permissions as they are now; the hub asks by them from then on. */
  snapshot(): Promise<Snapshot>;
  hub: Hub;
  /** The same hub with its Hugging Face sources alone: who can run a model. */
  huggingFaceHub: Hub;
  /** Inference routes of models, and (route, model) pairs that were found dead. */
  routeCache: KeyValueStore;
  deadRoutes: KeyValueStore;
  jobs: JobStore;
  runner: JobRunner;
  pictures: PictureKeeper;
  keepAlive(): () => void;
  /** Tells open pages to read the settings again. */
  announceSettings(): void;
}
