/** Bytes of source: parts that several pages share and that are smaller than this are put together with others. */
const SMALL = 12_000;

/**
 * How the pages' scripts are cut into files. Left alone, the bundler makes a file of each set of modules that the same pages
 * share: a popup took 67 files, 16 of them before its first frame, and each costs the browser more than what is in it.
 */
export const pageChunks = {
  groups: [
    // Alone, since the offscreen page needs nothing else.
    {
      name: 'browser',
      test: /[\\/]node_modules[\\/](?:wxt|@wxt-dev)[\\/]|wxt-html-plugins/,
      minShareCount: 2,
      priority: 1,
    },
    { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: SMALL },
  ],
};
