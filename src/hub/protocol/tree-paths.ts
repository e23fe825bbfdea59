import type { Source, TreeEntry } from '../types.ts';

/**
 * The entries of a folder with whole paths, from the root of the repository. KohakuHub before February 2026 answers with
 * paths relative to the asked folder. Without `recursive` the two cannot be confused: a relative path then has no slash,
 * a whole one has the folder in front. With it, a listing is taken for whole when every path is in the folder.
 */
export function withWholePaths(
  { type }: Source,
  entries: TreeEntry[],
  folder: string,
  recursive: boolean,
): TreeEntry[] {
  if (folder === '' || type !== 'kohakuhub') return entries;
  const inFolder = `${folder}/`;
  const isWhole = (path: string) => path.startsWith(inFolder);
  const paths = entries.flatMap(({ path }) => (typeof path === 'string' ? [path] : []));
  const areWhole = recursive ? paths.every(isWhole) : paths.some(isWhole);
  if (areWhole) return entries;
  return entries.map((entry) =>
    typeof entry.path === 'string' ? { ...entry, path: inFolder + entry.path } : entry,
  );
}
