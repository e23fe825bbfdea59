import type { Rolldown } from 'vite';

/** A file of the build, with the files that it imports before it runs. */
type Built = Pick<Rolldown.OutputChunk, 'type' | 'fileName' | 'imports'> | { type: 'asset' };

/**
 * The names of files that import each other in a circle, with the first one repeated at the end; undefined where there is no
 * circle.
 */
export function circleIn(files: readonly Built[]): string[] | undefined {
  const importsOf = new Map(
    files.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.imports]] : [])),
  );
  const done = new Set<string>();
  const walk = (name: string, way: readonly string[]): string[] | undefined => {
    const before = way.indexOf(name);
    if (before >= 0) return [...way.slice(before), name];
    if (done.has(name)) return undefined;
    for (const imported of importsOf.get(name) ?? []) {
      const circle = walk(imported, [...way, name]);
      if (circle) return circle;
    }
    done.add(name);
    return undefined;
  };
  for (const name of importsOf.keys()) {
    const circle = walk(name, []);
    if (circle) return circle;
  }
  return undefined;
}

/**
 * A plugin that fails a build whose files import each other in a circle. In such a build a module can run before the modules that
 * it imports, and then every page stays empty.
 */
export function noCircles(): Rolldown.Plugin {
  return {
    name: 'no-circles',
    generateBundle(_options, bundle) {
      const circle = circleIn(Object.values(bundle));
      if (circle)
        this.error(`Files import each other: ${circle.join(' → ')}. page-chunks.ts says how they are cut.`);
    },
  };
}
