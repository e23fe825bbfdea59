import type { Settings, SettingsStore } from '../settings/index.ts';

/** What may be kept of pictures and their pages. Settings that cannot be read allow nothing. */
export function readAllowed(settings: Pick<SettingsStore, 'read'>): Promise<Partial<Settings['pictures']>> {
  return settings.read().then(
    (read) => read.settings.pictures,
    () => ({}),
  );
}

/** The address of the page that words came from, as far as it may be kept: where the user allows it, and never of a private window. */
export function keptPage(
  { keepsPage = false }: Partial<Settings['pictures']>,
  page: string | undefined,
  isPrivate: boolean,
): string | undefined {
  return keepsPage && !isPrivate ? page : undefined;
}
