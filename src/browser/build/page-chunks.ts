import type { Rolldown } from 'vite';

type Context = Rolldown.ChunkingContext;
type Modules = ReadonlySet<string>;

/** The modules that run before one of these pages does, and on request what they may load later; each set holds what its modules import. */
function loadedBy(pages: readonly string[], context: Context, how?: 'ever'): Modules {
  const found = new Set(pages);
  // What is added on the way is walked, too.
  for (const one of found) {
    const module = context.getModuleInfo(one);
    for (const id of module?.importedIds ?? []) found.add(id);
    if (how === 'ever') for (const id of module?.dynamicallyImportedIds ?? []) found.add(id);
  }
  return found;
}

/** From the file that imports none of the others to the one that may import them all: no two import each other. */
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
 * How the pages' scripts are cut into files. Left alone, the bundler makes a file of each set of modules that the same pages
 * share: a popup took 67 files, 17 of them before its first frame, and each costs the browser more than what is in it.
 */
export function pageChunks(root: string): Rolldown.CodeSplittingOptions {
  let fileOf: ((id: string) => File) | undefined;
  return {
    minShareCount: 2,
    groups: [
      // Alone, since the offscreen page needs nothing else.
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
      })),
    ],
  };
}
