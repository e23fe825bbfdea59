import type { Snapshot } from '../../../src/background/state/snapshot.ts';
import {
  DEFAULT_SETTINGS,
  HUGGING_FACE_SOURCE,
  type Secret,
  type Settings,
} from '../../../src/settings/index.ts';

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
  first?: Settings['first'];
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
    repaired: false,
    secrets: {},
    allowed: { own: true, huggingface: true },
    ...change,
  };
}

export function secretOf(token: string, change: Partial<Secret> = {}): Secret {
  return { token, verdict: 'valid', ...change };
}
