import type { Rolldown } from 'vite';

/** Bytes of source: parts that several pages share and that are smaller than this are put together with others. */
const SMALL = 12_000;
const POPUP = '/entrypoints/popup/index.html';

/** Everything that a module imports before it runs, and what those import; with itself. */
function importedBy(id: string, context: Rolldown.ChunkingContext): Set<string> {
  const found = new Set<string>([id]);
  // A set is walked with what is added on the way.
  for (const one of found)
    for (const imported of context.getModuleInfo(one)?.importedIds ?? []) found.add(imported);
  return found;
}

/**
 * How the pages' scripts are cut into files. Left alone, the bundler makes a file of each set of modules that the same pages
 * share: a popup took 67 files, 17 of them before its first frame, and each costs the browser more than what is in it. What
 * the popup needs for its first frame is not put together with anything else.
 */
export function pageChunks(root: string): Rolldown.CodeSplittingOptions {
  let first: Set<string> | undefined;
  return {
    groups: [
      // Alone, since the offscreen page needs nothing else.
      {
        name: 'browser',
        test: /[\\/]node_modules[\\/](?:wxt|@wxt-dev)[\\/]|wxt-html-plugins/,
        minShareCount: 2,
        priority: 1,
      },
      {
        name: (id, context) => {
          first ??= importedBy(root + POPUP, context);
          return first.has(id) ? 'first' : 'shared';
        },
        minShareCount: 2,
        entriesAware: true,
        entriesAwareMergeThreshold: SMALL,
      },
    ],
  };
}
