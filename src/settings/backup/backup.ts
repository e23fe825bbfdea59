import * as z from 'zod/mini';
import type { SettingsPatch } from '../definition.ts';
import { SETTINGS_VERSION } from '../migrations.ts';
import { parseStyles, type Style } from '../presets/style.ts';
import type { KnownNames } from '../row.ts';
import type { SourceSetting } from '../source-setting.ts';
import { parseStoredSettings } from '../stored-settings.ts';
import { type Sealed, sealedSchema } from './sealed-tokens.ts';

/** The content of a settings file. It contains tokens only encrypted with a passphrase. */
export interface Backup {
  values: SettingsPatch;
  /** Left out where the user never changed the list. */
  sources?: SourceSetting[];
  styles?: Style[];
  tokens?: Sealed;
}

export type BackupProblemCode =
  /** Truncated, or not JSON. */
  | 'BACKUP_BROKEN'
  /** The file of another program. */
  | 'BACKUP_FOREIGN'
  /** The file of a later version of Understudy. */
  | 'BACKUP_NEWER'
  /** More styles than can be kept. */
  | 'BACKUP_STYLES_TOO_MANY'
  | 'PASSPHRASE_WRONG'
  | 'PASSPHRASE_TOO_SHORT';

/** Characters: more than all settings with 500 styles take. */
const MAX_TEXT = 10_000_000;

const file = z.object({
  program: z.literal('understudy'),
  version: z.number().check(z.refine((version) => Number.isInteger(version) && version >= 1)),
  settings: z.catch(z.record(z.string(), z.unknown()), {}),
  sources: z.optional(z.unknown()),
  styles: z.catch(z.optional(z.array(z.unknown())), undefined),
  tokens: z.optional(z.unknown()),
});

/** The text of a settings file. `exportedAt` in epoch milliseconds. */
export function writeBackup({ values, sources, styles, tokens }: Backup, exportedAt: number): string {
  const written = {
    program: 'understudy',
    version: SETTINGS_VERSION,
    exportedAt: new Date(exportedAt).toISOString(),
    settings: values,
    sources,
    styles,
    tokens,
  };
  return `${JSON.stringify(written, null, 2)}\n`;
}

/**
 * Parses a settings file of any version, field by field. `unreadable`: some of it could not be read and is left out.
 */
export function readBackup(
  text: string,
  known: KnownNames,
): { backup: Backup; unreadable: boolean } | { problem: BackupProblemCode } {
  const raw = text.length > MAX_TEXT ? undefined : parseJson(text);
  if (raw === undefined) return { problem: 'BACKUP_BROKEN' };
  const { data } = file.safeParse(raw);
  if (!data) return { problem: 'BACKUP_FOREIGN' };
  if (data.version > SETTINGS_VERSION) return { problem: 'BACKUP_NEWER' };
  const { stored, unreadable } = parseStoredSettings(
    { ...data.settings, sources: data.sources, version: data.version },
    known,
  );
  const {
    version: _version,
    sources,
    shippedSources: _shipped,
    removedSources: _removed,
    ...values
  } = stored;
  const styles = data.styles && parseStyles(data.styles);
  const tokens = sealedSchema.safeParse(data.tokens).data;
  return {
    backup: {
      values,
      ...(sources && { sources }),
      ...(styles && { styles }),
      ...(tokens && { tokens }),
    },
    unreadable:
      unreadable ||
      (styles?.length ?? 0) < (data.styles?.length ?? 0) ||
      (data.tokens !== undefined && !tokens),
  };
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    return value ?? undefined;
  } catch {
    return undefined;
  }
}
