import { askManagedPolicy, createPolicyReader } from '../../browser/index.ts';
import { type DeployerDefaults, layerDeployerDefaults, parseDeployerDefaults } from '../../settings/index.ts';
import type { StorageArea } from '../../storage/area.ts';

/** A team's defaults from the build's environment (wxt.config.ts). */
declare const __DEPLOYER_DEFAULTS__: unknown;

/**
 * Creates a function that reads the deployer's defaults: those of the build, overridden by the administrator's policy. `changed`
 * is called when the policy arrives or changes later.
 */
export function createDeployerReader(
  area: Pick<StorageArea, 'get' | 'set'>,
  changed: () => void,
): () => Promise<DeployerDefaults> {
  const readPolicy = createPolicyReader({ ask: askManagedPolicy, area, changed });
  return async () =>
    layerDeployerDefaults(
      parseDeployerDefaults(__DEPLOYER_DEFAULTS__),
      parseDeployerDefaults(await readPolicy()),
    );
}
