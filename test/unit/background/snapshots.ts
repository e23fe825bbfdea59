import type { Current } from '../../../src/background/state/current.ts';
import type { Snapshot } from '../../../src/background/state/snapshot.ts';
import { HUGGING_FACE_SOURCE, type Secret, type Settings } from '../../../src/settings/index.ts';
import { DEFAULT_SETTINGS } from '../settings/store-bench.ts';

export const OWN_HUB = {
  id: 'own',
  name: 'Own hub',
  url: 'https://hub.example.org/kohaku',
  type: 'kohakuhub' as const,
  enabled: true,
  namespaces: ['me'],
};

/** Settings with some of Hugging Face's and Puter's values changed. */
export function settingsWith(change: {
  primary?: Settings['primary'];
  huggingface?: Partial<Settings['huggingface']>;
  puter?: Partial<Settings['puter']>;
  sources?: Settings['sources'];
}): Settings {
  return {
    ...DEFAULT_SETTINGS,
    ...change,
    huggingface: { ...DEFAULT_SETTINGS.huggingface, ...change.huggingface },
    puter: { ...DEFAULT_SETTINGS.puter, ...change.puter },
  };
}

export function snapshotWith(change: Partial<Snapshot> = {}): Snapshot {
  return {
    settings: settingsWith({ sources: [OWN_HUB, HUGGING_FACE_SOURCE] }),
    locked: [],
    unreadable: false,
    secrets: {},
    lock: 'none',
    sealed: {},
    allowed: { own: true, huggingface: true },
    agreed: true,
    ...change,
  };
}

/** The same as it is read, without the hubs. */
export function currentWith(change: Partial<Snapshot> = {}): Omit<Current, 'hub' | 'huggingFaceHub'> {
  return { ...snapshotWith(change), read: { worker: 'one', count: 1 } };
}

export function secretOf(token: string, change: Partial<Secret> = {}): Secret {
  return { token, verdict: 'valid', ...change };
}
