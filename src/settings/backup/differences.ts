import { isSame } from '../contains-all.ts';
import type { SettingName, Settings } from '../definition.ts';
import type { Style } from '../presets/style.ts';
import { placeValues, ROWS, valueAt } from '../rows.ts';
import type { SourceSetting } from '../source-setting.ts';
import type { Backup } from './backup.ts';
import { type ListChanges, listChanges } from './list-changes.ts';

/** One change that can be imported or left out. */
export type BackupPart = SettingName | 'sources' | 'styles' | 'tokens';

export interface Difference {
  part: BackupPart;
  /** A setting's value now, and in the file. */
  now?: unknown;
  inFile?: unknown;
  /** What would become of the styles or hubs. */
  entries?: ListChanges;
}

/** What a settings file would change. Of tokens nothing is shown. */
export function differencesOf(
  backup: Backup,
  now: { settings: Settings; styles: readonly Style[] },
): Difference[] {
  const values = ROWS.flatMap(({ path, name }) => {
    const [before, inFile] = [valueAt(now.settings, path), valueAt(backup.values, path)];
    return inFile === undefined || isSame(before, inFile) ? [] : [{ part: name, now: before, inFile }];
  });
  const { styles, tokens } = backup;
  const sources = sourcesToTake(backup, now.settings);
  return [
    ...values,
    ...(sources && !isSame(now.settings.sources, sources)
      ? [{ part: 'sources' as const, entries: listChanges(now.settings.sources, sources) }]
      : []),
    ...(styles && !isSame(now.styles, styles)
      ? [{ part: 'styles' as const, entries: listChanges(now.styles, styles) }]
      : []),
    ...(tokens ? [{ part: 'tokens' as const }] : []),
  ];
}

/**
 * The sources of a file as they are imported. One at the address of a source that is here is that source, whatever its id on
 * the device that wrote the file: its token is kept by its id.
 */
export function sourcesToTake(
  { sources }: Backup,
  now: Pick<Settings, 'sources'>,
): SourceSetting[] | undefined {
  const inFile = new Set(sources?.map(({ id }) => id));
  return sources?.map((source) => {
    if (now.sources.some(({ id }) => id === source.id)) return source;
    const here = now.sources.find(({ id, url }) => url === source.url && !inFile.has(id));
    return here ? { ...source, id: here.id } : source;
  });
}

/** The settings of the chosen parts of a file. */
export function chosenValues(backup: Backup, parts: readonly string[]): Backup['values'] {
  return placeValues(({ path, name }) => (parts.includes(name) ? valueAt(backup.values, path) : undefined));
}
