import * as z from 'zod/mini';
import { isHubAddress } from './believable.ts';
import { containsAll } from './contains-all.ts';
import { DEFINITION, type SettingsPatch } from './definition.ts';
import { migrate, SETTINGS_VERSION } from './migrations.ts';
import type { KnownNames } from './row.ts';
import { placeValues, valueAt } from './rows.ts';

/** A field that is dropped when it cannot be read, so that its default is used and the others are kept. */
const readable = <Schema extends z.ZodMiniType>(schema: Schema) => z.catch(z.optional(schema), undefined);

export const storedSource = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string().check(z.refine(isHubAddress)),
  type: z.enum(['huggingface', 'kohakuhub']),
  enabled: z.catch(z.boolean(), true),
  namespaces: z.catch(z.array(z.string()), []),
});

const removedSource = z.object({ source: storedSource, index: z.number(), removedAt: z.number() });

/** A list with the entries that can be read; of two entries with the same `idOf`, the first is kept. */
const readableList = <Schema extends z.ZodMiniType>(
  schema: Schema,
  idOf: (entry: z.output<Schema>) => string,
) =>
  z.pipe(
    z.array(z.unknown()),
    z.transform((entries) => {
      const byId = new Map<string, z.output<Schema>>();
      for (const entry of entries) {
        const { data, success } = schema.safeParse(entry);
        if (success && !byId.has(idOf(data))) byId.set(idOf(data), data);
      }
      return [...byId.values()];
    }),
  );

const sourceLists = z.object({
  /** The user's list as a whole, once they changed it. */
  sources: readable(readableList(storedSource, ({ id }) => id)),
  /** Ids that the deployer shipped when the user changed the list: ids that come later are added to the list. */
  shippedSources: readable(z.array(z.string())),
  /** Sources that were removed a moment ago, so that the removal can be undone. */
  removedSources: readable(readableList(removedSource, ({ source }) => source.id)),
});

/** The stored settings: only values that the user set, so that new defaults apply to all others. */
export type StoredSettings = { version: typeof SETTINGS_VERSION } & SettingsPatch &
  z.infer<typeof sourceLists>;
export type RemovedSource = z.infer<typeof removedSource>;

/**
 * The stored settings, read field by field, whatever version wrote them. `unreadable`: something was left out
 * because it could not be read. `null` counts as nothing stored, not as something unreadable.
 */
export function parseStoredSettings(
  raw: unknown,
  known: KnownNames,
): { stored: StoredSettings; unreadable: boolean } {
  const migrated = migrate(raw ?? {});
  const lists = sourceLists.safeParse(migrated);
  if (!lists.success) return { stored: { version: SETTINGS_VERSION }, unreadable: true };
  const values = placeValues(({ path, row }) => {
    const value = valueAt(migrated, path);
    return isReadable(value, row.order, () => row.accepts(value, known)) ? value : undefined;
  });
  const stored = { version: SETTINGS_VERSION, ...values, ...lists.data } as StoredSettings;
  return { stored, unreadable: !containsAll(stored, withoutEmptyGroups(migrated)) };
}

/** A stored order may contain names that no longer exist, and lack new ones: it is completed when it is used. */
function isReadable(value: unknown, isOrder: unknown, accepted: () => boolean): boolean {
  if (!isOrder) return accepted();
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}

/** The settings without empty groups, which `placeValues` does not make either. */
function withoutEmptyGroups(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return raw;
  return Object.fromEntries(
    Object.entries(raw).filter(([key, value]) => !(Object.hasOwn(DEFINITION, key) && isEmpty(value))),
  );
}

function isEmpty(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((inner) => inner === undefined)
  );
}

/** The ids of the sources in stored settings that could not be read. */
export function unreadableSourceIds(raw: unknown): string[] {
  const { data } = z.object({ sources: z.array(z.unknown()) }).safeParse(raw);
  return (data?.sources ?? [])
    .filter((entry) => !storedSource.safeParse(entry).success)
    .flatMap((entry) => z.object({ id: z.string() }).safeParse(entry).data?.id ?? []);
}
