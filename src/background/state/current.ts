import type { Hub, HubSettings, Source } from '../../hub/index.ts';
import { hubSources, type Snapshot } from './snapshot.ts';

/** The hubs over one list of sources. */
export interface Hubs {
  hub: Hub;
  /** The same hub with its Hugging Face sources alone: who can run a model. */
  huggingFaceHub: Hub;
}

/** Everything that decides what is asked and how, and the hubs that ask by it. */
export interface Current extends Snapshot, Hubs {
  /** The place of this state among those that were read: see `isNewer`. */
  read: { worker: string; count: number };
}

interface CurrentPorts {
  readSnapshot(): Promise<Snapshot>;
  createHub(sources: Source[], settings: Partial<HubSettings>, latest: () => Snapshot | undefined): Hub;
  /** Tells this worker from those before and after it. */
  worker: string;
}

/**
 * Reads the state. While sources and hub settings stay the same, so do the hubs, with what they remember: questions under
 * way, turns, and counts of answered lookups.
 */
export function createCurrent({ readSnapshot, createHub, worker }: CurrentPorts): {
  current(): Promise<Current>;
  /** What `current` last answered. */
  latest(): Current | undefined;
} {
  let count = 0;
  let last: Current | undefined;
  const latest = () => last;
  let built: { from: string; hubs: Hubs } | undefined;

  function hubsOf(snapshot: Snapshot): Hubs {
    const sources = hubSources(snapshot);
    const { hub: settings } = snapshot.settings;
    const from = JSON.stringify([sources, settings]);
    if (built?.from !== from) {
      // The others are switched off, not left out: their pins hold.
      const huggingFaceOnly = sources.map((source) => ({
        ...source,
        enabled: source.enabled && source.type === 'huggingface',
      }));
      const hubs = {
        hub: createHub(sources, settings, latest),
        huggingFaceHub: createHub(huggingFaceOnly, settings, latest),
      };
      built = { from, hubs };
    }
    return built.hubs;
  }

  const current = async () => {
    // Counted before the reading: of two states the one whose reading began later is the newer.
    count += 1;
    const read = { worker, count };
    const snapshot = await readSnapshot();
    const state = { ...snapshot, ...hubsOf(snapshot), read };
    if ((last?.read.count ?? 0) < read.count) last = state;
    return state;
  };
  return { current, latest };
}
