import { containsAll } from '../contains-all.ts';
import type { SettingName, Settings } from '../definition.ts';
import type { Style } from '../presets/style.ts';
import { placeValues, ROWS, valueAt } from '../rows.ts';
import type { Backup } from './backup.ts';

/** One change that can be imported or left out. */
export type BackupPart = SettingName | 'sources' | 'styles' | 'tokens';

export interface Difference {
  part: BackupPart;
  /** The value now, and the value in the file. Left out for tokens, which are not shown. */
  now?: unknown;
  inFile?: unknown;
}

/** What a settings file would change. */
export function differencesOf(
  backup: Backup,
  now: { settings: Settings; styles: readonly Style[] },
): Difference[] {
  const values = ROWS.flatMap(({ path, name }) => {
    const [before, inFile] = [valueAt(now.settings, path), valueAt(backup.values, path)];
    return inFile === undefined || isSame(before, inFile) ? [] : [{ part: name, now: before, inFile }];
  });
  const { sources, styles, tokens } = backup;
  return [
    ...values,
    ...(sources && !isSame(now.settings.sources, sources)
      ? [
          {
            part: 'sources' as const,
            now: now.settings.sources.map(nameAndUrl),
            inFile: sources.map(nameAndUrl),
          },
        ]
      : []),
    ...(styles && !isSame(now.styles, styles)
      ? [{ part: 'styles' as const, now: now.styles.length, inFile: styles.length }]
      : []),
    ...(tokens ? [{ part: 'tokens' as const }] : []),
  ];
}

/** The settings of the chosen parts of a file. */
export function chosenValues(backup: Backup, parts: readonly string[]): Backup['values'] {
  return placeValues(({ path, name }) => (parts.includes(name) ? valueAt(backup.values, path) : undefined));
}

/** Sources as they are compared: a hub with the same name at another address counts as another hub. */
function nameAndUrl({ name, url }: { name: string; url: string }): string {
  return `${name} (${url})`;
}

function isSame(one: unknown, other: unknown): boolean {
  return containsAll(one, other) && containsAll(other, one);
}
