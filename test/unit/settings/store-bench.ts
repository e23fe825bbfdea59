import { ROUTES } from '../../../src/providers/huggingface/routes/route-table.ts';
import {
  createSettingsStore,
  defaultSettings,
  layerDeployerDefaults,
  parseDeployerDefaults,
  type SettingsProblem,
} from '../../../src/settings/index.ts';
import { memoryArea } from '../jobs/memory-area.ts';

export const KNOWN = { routes: [...ROUTES.keys()] };
export const DEFAULT_SETTINGS = defaultSettings(KNOWN);

interface Layers {
  stored?: unknown;
  /** What the build's environment set, and what managed policy does. */
  built?: unknown;
  policy?: unknown;
}

/** A settings store over memory, whose deployer can change their mind. */
export function storeBench({ stored, built, policy }: Layers = {}) {
  const area = memoryArea(stored === undefined ? {} : { settings: stored });
  const state = { now: 1_000_000, nextId: 1, built, policy };
  const store = createSettingsStore({
    area,
    deployer: async () =>
      layerDeployerDefaults(parseDeployerDefaults(state.built), parseDeployerDefaults(state.policy)),
    known: KNOWN,
    clock: { now: () => state.now },
    randomId: () => `new-${state.nextId++}`,
  });
  return {
    area,
    state,
    store,
    settings: async () => (await store.read()).settings,
    sourceNames: async () => (await store.read()).settings.sources.map(({ name }) => name),
    async add(name: string, change: Partial<Parameters<typeof store.addSource>[0]> = {}): Promise<string> {
      const saved = await store.addSource({
        name,
        url: `https://${name.toLowerCase()}.example`,
        type: 'kohakuhub',
        enabled: true,
        namespaces: [],
        ...change,
      });
      if ('problem' in saved) throw new Error(saved.problem.code);
      return saved.id;
    },
  };
}

export function problem(code: SettingsProblem['code'], subject?: string): SettingsProblem {
  return { code, ...(subject !== undefined && { subject }) };
}
