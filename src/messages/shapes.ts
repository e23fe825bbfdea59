import * as z from 'zod/mini';
import { PROVIDER_NAMES } from '../generation/provider-names.ts';
import { DEFINITION, type SettingsPatch } from '../settings/definition.ts';

export const id = z.lazy(() => z.string().check(z.minLength(1), z.maxLength(100)));

export const tokenSlot = z.lazy(() =>
  z.union([z.enum([...PROVIDER_NAMES, 'endpoint']), z.templateLiteral(['source:', z.string()])]),
);

export const repository = z.lazy(() =>
  z.strictObject({
    type: z.enum(['model', 'dataset', 'space']),
    id: z.string().check(z.maxLength(300)),
    revision: z.optional(z.string().check(z.maxLength(300))),
  }),
);

const BY_KIND = {
  flag: () => z.boolean(),
  number: () => z.number(),
  text: () => z.string(),
  names: () => z.array(z.string()),
};

function shapeOf(rows: object): z.ZodMiniType {
  const fields = Object.entries(rows).map(([key, row]: [string, object]) => [
    key,
    z.optional('kind' in row ? BY_KIND[row.kind as keyof typeof BY_KIND]() : shapeOf(row)),
  ]);
  return z.strictObject(Object.fromEntries(fields) as Record<string, z.ZodMiniType>);
}

/**
 * The schema of a settings change, derived from the definition. Only types are checked here; the settings room checks the
 * values and reports the first that is wrong.
 */
export const settingsPatch = z.lazy(() => shapeOf(DEFINITION) as z.ZodMiniType<SettingsPatch>);

const sourceFields = () => ({
  name: z.string(),
  url: z.string(),
  type: z.enum(['huggingface', 'kohakuhub']),
  enabled: z.boolean(),
  namespaces: z.array(z.string()),
});

export const newSource = z.lazy(() => z.strictObject(sourceFields()));

/** Some fields of an existing source; the other fields stay as they are. */
export const sourceChange = z.lazy(() => z.partial(z.strictObject(sourceFields())));

/** For a message without a payload. */
export const nothing = z.lazy(() => z.strictObject({}));
/** For a message about one source or style. */
export const one = z.lazy(() => z.strictObject({ id }));
/** For an action that cannot be undone, so that it is not sent by mistake. */
export const confirmed = z.lazy(() => z.strictObject({ confirmed: z.literal(true) }));
export const text = (maxLength: number) => z.string().check(z.maxLength(maxLength));
