import type { Plugin } from 'vite';

/** A package whose code is in the build, as Vite lists it. */
export interface BundledPackage {
  name: string;
  version: string;
  /** The licence's SPDX identifier, as the package names it. */
  identifier?: string;
  /** The licence file that comes with the package. */
  text?: string;
}

const LIST = 'bundled-packages.json';

export interface PackagesOfBuild {
  /** The value of `build.license` by which Vite lists the packages of each bundle. */
  license: { fileName: string };
  /** Collects Vite's lists, and removes them from the output. Fails the build for code under the AGPL. */
  plugin: Plugin;
  /** The packages of all bundles since the last call, by name and version. */
  take(): BundledPackage[];
}

/**
 * Mentions of the AGPL in code. Its terms demand more than passing on its text, and packages under other licences may contain
 * such code.
 */
const AGPL = /\bAGPL\b|\bAffero\b/;

/** Collects the packages in all bundles of one build, except those that are replaced completely. */
export function createPackagesOfBuild(replaced: readonly string[] = []): PackagesOfBuild {
  const packages = new Map<string, BundledPackage>();
  return {
    license: { fileName: LIST },
    plugin: {
      name: 'understudy:packages-of-build',
      enforce: 'post',
      generateBundle: {
        order: 'post',
        handler(_, bundle) {
          for (const file of Object.values(bundle))
            for (const id of file.type === 'chunk' ? file.moduleIds : [])
              if (AGPL.test(this.getModuleInfo(id)?.code ?? ''))
                this.error(`${id} is under the AGPL: replace what is used of it.`);
          const list = bundle[LIST];
          if (list?.type !== 'asset') return;
          for (const entry of JSON.parse(String(list.source)) as BundledPackage[])
            if (!replaced.includes(entry.name)) packages.set(`${entry.name}@${entry.version}`, entry);
          delete bundle[LIST];
        },
      },
    },
    take() {
      const taken = [...packages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
      packages.clear();
      return taken;
    },
  };
}
