import type { Hub, HubSettings, Source } from '../../hub/index.ts';
import { isHuggingFace } from '../../web/hugging-face.ts';
import { hubSources, type Snapshot } from './snapshot.ts';

/** Everything that decides what is asked and how, and the hubs that ask by it. */
export interface Current extends Snapshot {
  hub: Hub;
  /** The same hub with huggingface.co alone: who can run a model. */
  huggingFaceHub: Hub;
  /** The place of this state among those that were read: see `isNewer`. */
  read: { worker: string; count: number };
}

interface CurrentPorts {
  readSnapshot(): Promise<Snapshot>;
  /** Builds a hub that asks by what the functions say at each lookup, and before each request. */
  createHub(sources: () => readonly Source[], settings: () => Partial<HubSettings>): Hub;
  /** Tells this worker from those before and after it. */
  worker: string;
}

export interface CurrentState {
  /** Reads the state. The hubs are had only with it: nobody asks by settings that were never read. */
  current(): Promise<Current>;
  /** The state as it was last read; every change of settings reads it. */
  latest(): Current | undefined;
}

/**
 * Reads the state for whoever begins something. The hubs ask by what was read last, so that what was removed or switched off
 * while they were at it is not asked any more.
 */
export function createCurrent({ readSnapshot, createHub, worker }: CurrentPorts): CurrentState {
  let count = 0;
  let last: Current | undefined;
  let sources: Source[] = [];
  const settings = () => last?.settings.hub ?? {};

  const hub = createHub(() => sources, settings);
  // The others are switched off, not left out: their pins hold.
  const huggingFaceHub = createHub(
    () => sources.map((source) => ({ ...source, enabled: source.enabled && isHuggingFace(source.url) })),
    settings,
  );

  async function current(): Promise<Current> {
    // Counted before the reading: of two states the one whose reading began later is the newer.
    count += 1;
    const read = { worker, count };
    const state = { ...(await readSnapshot()), hub, huggingFaceHub, read };
    if (read.count > (last?.read.count ?? 0)) {
      last = state;
      sources = hubSources(state);
    }
    return state;
  }

  return { current, latest: () => last };
}
