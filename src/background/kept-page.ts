import type { Settings } from '../settings/index.ts';

/** The address of the page that words came from, as far as it may be kept: where the user allows it, and never of a private window. */
export function keptPage(
  { keepsPage = false }: Partial<Settings['pictures']>,
  page: string | undefined,
  isPrivate: boolean,
): string | undefined {
  return keepsPage && !isPrivate ? page : undefined;
}
