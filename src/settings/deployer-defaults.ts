import * as z from 'zod/mini';
import { isHubAddress } from './believable.ts';
import type { LockName, SettingsPatch } from './definition.ts';
import { layerValues, placeValues, ROWS, valueAt } from './rows.ts';
import type { SourceSetting } from './source-setting.ts';

/** A deployer's defaults: from the build's environment, overridden by managed policy. */
export interface DeployerDefaults {
  values: SettingsPatch;
  sources?: SourceSetting[];
  locked: LockName[];
}

const LOCK_NAMES = new Map<string, LockName>([
  ...ROWS.flatMap(({ name, row }) => (row.deployer ? [[row.deployer.policy, name] as const] : [])),
  ['sources', 'sources'],
]);

const source = z.object({
  url: z.string().check(z.refine(isHubAddress)),
  name: z.optional(z.string()),
  // `source_type` is the name in seed 000; `type` is our own.
  source_type: z.optional(z.enum(['huggingface', 'kohakuhub'])),
  type: z.optional(z.enum(['huggingface', 'kohakuhub'])),
  priority: z.optional(z.number()),
  namespaces: z.optional(z.array(z.string())),
});

const policy = z.object({
  sources: z.catch(z.optional(z.array(z.unknown())), undefined),
  locked: z.catch(z.optional(z.array(z.string())), undefined),
});

/** Orders cannot be set by a deployer, since their names are known only at run time. */
const NO_NAMES = { routes: [] };

/** Reads one layer of deployer's defaults. What cannot be read is left out, value by value. */
export function parseDeployerDefaults(raw: unknown): DeployerDefaults {
  const parsed = policy.safeParse(raw ?? {});
  if (!parsed.success) return { values: {}, locked: [] };
  const { sources, locked } = parsed.data;
  return {
    values: placeValues(({ row: { deployer, accepts } }) => {
      if (!deployer) return undefined;
      const written = valueAt(raw, [deployer.policy]);
      const value = deployer.scale && typeof written === 'number' ? written * deployer.scale : written;
      return accepts(value, NO_NAMES) ? value : undefined;
    }),
    ...(sources && { sources: readSources(sources) }),
    locked: (locked ?? []).map((name) => LOCK_NAMES.get(name)).filter((name) => name !== undefined),
  };
}

/** Merges two layers: the upper one wins, value by value; locks of both hold. */
export function layerDeployerDefaults(lower: DeployerDefaults, upper: DeployerDefaults): DeployerDefaults {
  const sources = upper.sources ?? lower.sources;
  return {
    values: layerValues(lower.values, upper.values),
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
  // Of two entries with the same address, the first counts.
  return shipped.filter(({ id }, index) => shipped.findIndex((other) => other.id === id) === index);
}
