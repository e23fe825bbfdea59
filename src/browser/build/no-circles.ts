import type { Rolldown } from 'vite';

/** Of a file that is built, what it imports before it runs. */
type Built = Pick<Rolldown.OutputChunk, 'type' | 'fileName' | 'imports'> | { type: 'asset' };

/** Files that import each other, in a row, the first once more at its end; undefined where there are none. */
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
 * Refuses a build whose files import each other in a circle: modules that are put together run before what they need is there,
 * and every page stays empty.
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
