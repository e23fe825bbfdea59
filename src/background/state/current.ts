import type { Hub, HubSettings, Source } from '../../hub/index.ts';
import { isHuggingFace } from '../../web/hugging-face.ts';
import { hubSources, type Snapshot } from './snapshot.ts';

/** Settings, tokens and permissions, with the hubs built from them. */
export interface Current extends Snapshot {
  hub: Hub;
  /** The same hub with huggingface.co as its only source, to find out which services run a model. */
  huggingFaceHub: Hub;
  /** Number of this read, to compare two states: see `isNewer`. */
  read: { worker: string; count: number };
}

interface CurrentPorts {
  readSnapshot(): Promise<Snapshot>;
  /** Builds a hub. It calls these functions at each lookup, and before each request. */
  createHub(sources: () => readonly Source[], settings: () => Partial<HubSettings>): Hub;
  /** An id of this worker. */
  worker: string;
}

export interface CurrentState {
  /** Reads the state. Only its result holds the hubs, so that no hub is used before the settings were read. */
  current(): Promise<Current>;
  /** The state as it was last read; every change of settings reads it again. */
  latest(): Current | undefined;
}

/**
 * Creates the functions that read the state. The hubs always use the state that was read last, so that a source that was
 * removed or switched off during a lookup is not asked any more.
 */
export function createCurrent({ readSnapshot, createHub, worker }: CurrentPorts): CurrentState {
  let count = 0;
  let last: Current | undefined;
  let sources: Source[] = [];
  const settings = () => last?.settings.hub ?? {};

  const hub = createHub(() => sources, settings);
  // The other sources are switched off and not left out, so that their pins hold.
  const huggingFaceHub = createHub(
    () => sources.map((source) => ({ ...source, enabled: source.enabled && isHuggingFace(source.url) })),
    settings,
  );

  async function current(): Promise<Current> {
    // Counted before reading: of two states, the one whose read began later is newer.
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
