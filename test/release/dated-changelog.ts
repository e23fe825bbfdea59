const COMING = /^## Coming\n/m;

/**
 * The changelog with what was under *Coming* under this version and date (`2026-11-26`), and an empty *Coming* above it.
 * Throws when nothing is written there: a release that changes nothing for anybody is a mistake.
 */
export function datedChangelog(text: string, version: string, date: string): string {
  const found = COMING.exec(text);
  const rest = found ? text.slice(found.index + found[0].length) : '';
  const entries = rest.split(/^## /m)[0]?.trim();
  if (!found || !entries)
    throw new Error('CHANGELOG.md says nothing under "## Coming". Write there what is new.');
  const head = text.slice(0, found.index);
  return `${head}## Coming\n\n## ${version}, ${date}\n${rest}`;
}
