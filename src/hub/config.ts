import { defined } from '../storage/defined.ts';
import { isLimited, pinning } from './pins.ts';
import type { HubSettings, Source } from './types.ts';

/** The default of every setting (contract, "API" and "Cache"). */
export const DEFAULT_SETTINGS: HubSettings = {
  enabled: true,
  cacheTtlSeconds: 300,
  timeoutMs: 10_000,
  maxConcurrent: 5,
  graceMs: 1_500,
  maxRecords: 10_000,
};

/** The given settings on top of the defaults. */
export function completeSettings(given: Partial<HubSettings> = {}): HubSettings {
  return { ...DEFAULT_SETTINGS, ...defined(given) };
}

/** Every enabled source by priority, the lowest number first. Equal priorities keep list order. */
export function everySource(sources: readonly Source[]): Source[] {
  return sources.filter((source) => source.enabled).sort((one, other) => one.priority - other.priority);
}

/**
 * The sources to ask about an owner's repositories. A pinned owner is looked up at the sources that pin it and nowhere
 * else, even while they are switched off: on another hub the same name may belong to somebody else.
 */
export function sourcesForOwner(sources: readonly Source[], owner: string): Source[] {
  const pinned = pinning(sources, owner);
  return everySource(pinned.length > 0 ? pinned : sources.filter((source) => !isLimited(source)));
}

/**
 * Whether an owner is looked up at a source. If any source pins the owner, only the sources with that pin are asked;
 * otherwise every source without pins is.
 */
export function maySpeakFor(source: Source, owner: string, sources: readonly Source[]): boolean {
  const pinned = pinning([source, ...sources], owner);
  return pinned.includes(source) || (pinned.length === 0 && !isLimited(source));
}
