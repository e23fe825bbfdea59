import * as z from 'zod/mini';
import { isHubAddress } from './believable.ts';
import { LIMITS, within } from './limits.ts';
import type { HubSetting, LockName, SourceSetting } from './settings.ts';

/** What a team ships: from the build's environment, and on top of it from managed policy. */
export interface DeployerDefaults {
  hub: Partial<HubSetting>;
  sources?: SourceSetting[];
  locked: LockName[];
}

const LOCK_NAMES = new Map<string, LockName>([
  ['enabled', 'hub.enabled'],
  ['cacheTtlSeconds', 'hub.cacheTtlSeconds'],
  ['timeoutSeconds', 'hub.timeoutMs'],
  ['maxConcurrent', 'hub.maxConcurrent'],
  ['sources', 'sources'],
]);

const source = z.object({
  url: z.string().check(z.refine(isHubAddress)),
  name: z.optional(z.string()),
  // The seed's word; `type` is ours.
  source_type: z.optional(z.enum(['huggingface', 'kohakuhub'])),
  type: z.optional(z.enum(['huggingface', 'kohakuhub'])),
  priority: z.optional(z.number()),
  namespaces: z.optional(z.array(z.string())),
});

const policy = z.object({
  enabled: z.catch(z.optional(z.boolean()), undefined),
  cacheTtlSeconds: z.catch(z.optional(z.number()), undefined),
  timeoutSeconds: z.catch(z.optional(z.number()), undefined),
  maxConcurrent: z.catch(z.optional(z.number()), undefined),
  sources: z.catch(z.optional(z.array(z.unknown())), undefined),
  locked: z.catch(z.optional(z.array(z.string())), undefined),
});

/** Reads one layer of deployer's defaults. What cannot be read is left out, value by value. */
export function parseDeployerDefaults(raw: unknown): DeployerDefaults {
  const parsed = policy.safeParse(raw ?? {});
  if (!parsed.success) return { hub: {}, locked: [] };
  const { enabled, cacheTtlSeconds, timeoutSeconds, maxConcurrent, sources, locked } = parsed.data;
  const timeoutMs = timeoutSeconds === undefined ? undefined : timeoutSeconds * 1000;
  return {
    hub: {
      ...(enabled !== undefined && { enabled }),
      ...inLimits('cacheTtlSeconds', cacheTtlSeconds, LIMITS.cacheTtlSeconds),
      ...inLimits('timeoutMs', timeoutMs, LIMITS.hubTimeoutMs),
      ...inLimits('maxConcurrent', maxConcurrent, LIMITS.maxConcurrent),
    },
    ...(sources && { sources: readSources(sources) }),
    locked: (locked ?? []).map((name) => LOCK_NAMES.get(name)).filter((name) => name !== undefined),
  };
}

/** The upper layer wins, value by value; locks add up. */
export function layerDeployerDefaults(lower: DeployerDefaults, upper: DeployerDefaults): DeployerDefaults {
  const sources = upper.sources ?? lower.sources;
  return {
    hub: { ...lower.hub, ...upper.hub },
    ...(sources && { sources }),
    locked: [...new Set([...lower.locked, ...upper.locked])],
  };
}

function readSources(entries: unknown[]): SourceSetting[] {
  const shipped = entries
    .map((entry) => source.safeParse(entry))
    .filter((parsed) => parsed.success)
    .map((parsed) => parsed.data)
    .sort((one, other) => (one.priority ?? 100) - (other.priority ?? 100))
    .map(({ url, name, source_type, type, namespaces }) => {
      const address = url.trim().replace(/\/+$/, '');
      return {
        // Derived from the address, so that the same hub keeps its place and token over updates.
        id: `shipped:${address}`,
        name: name ?? new URL(address).host,
        url: address,
        type: type ?? source_type ?? 'huggingface',
        enabled: true,
        namespaces: namespaces ?? [],
      };
    });
  // The first of two at the same address counts.
  return shipped.filter(({ id }, index) => shipped.findIndex((other) => other.id === id) === index);
}

function inLimits<Key extends keyof HubSetting>(
  key: Key,
  value: number | undefined,
  limit: { min: number; max: number },
) {
  return value !== undefined && within(value, limit) ? { [key]: value } : {};
}
