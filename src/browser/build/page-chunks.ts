import type { Rolldown } from 'vite';

type Context = Rolldown.ChunkingContext;
type Modules = ReadonlySet<string>;

/**
 * The modules that these pages import, directly or through others; with `how` set to `ever`, also those that they may load
 * later.
 */
function loadedBy(pages: readonly string[], context: Context, how?: 'ever'): Modules {
  const found = new Set(pages);
  // The loop also visits the modules that it adds to the set.
  for (const one of found) {
    const module = context.getModuleInfo(one);
    for (const id of module?.importedIds ?? []) found.add(id);
    if (how === 'ever') for (const id of module?.dynamicallyImportedIds ?? []) found.add(id);
  }
  return found;
}

/** The files in the order of their imports: each may import only the files before it, so that no two import each other. */
const FILES = ['base', 'studio', 'shared', 'later', 'pages'] as const;
type File = (typeof FILES)[number];

function chooseFile(root: string, context: Context): (id: string) => File {
  const page = (name: string) => `${root}/entrypoints/${name}/index.html`;
  const first = loadedBy([page('popup')], context);
  const ever = loadedBy([page('popup')], context, 'ever');
  const others = loadedBy([page('options'), page('gallery')], context);
  return (id) => {
    if (first.has(id)) return others.has(id) ? 'base' : 'studio';
    if (ever.has(id)) return others.has(id) ? 'shared' : 'later';
    return 'pages';
  };
}

/**
 * How the pages' scripts are split into files. By default the bundler makes one file for each set of modules that the same pages
 * share: the popup then took 67 files, 17 of them before its first frame, and opening a file costs the browser more than the code
 * in it.
 */
export function pageChunks(root: string): Rolldown.CodeSplittingOptions {
  let fileOf: ((id: string) => File) | undefined;
  return {
    minShareCount: 2,
    groups: [
      // A file of its own, since the offscreen page needs only this one.
      {
        name: 'browser',
        test: /[\\/]node_modules[\\/](?:wxt|@wxt-dev)[\\/]|wxt-html-plugins/,
        priority: FILES.length,
      },
      ...FILES.map((file, at) => ({
        name: (id: string, context: Context) => {
          fileOf ??= chooseFile(root, context);
          return fileOf(id) === file ? file : null;
        },
        priority: FILES.length - 1 - at,
        // What the popup alone loads after its first frame, it loads at every opening: one file instead of ten.
        ...(file === 'later' && { minShareCount: 1 }),
      })),
    ],
  };
}
