import * as z from 'zod/mini';
import { isAllIn } from './all-in.ts';
import { isApiUrl, isHubAddress, isPuterModel } from './believable.ts';
import { LIMITS, within } from './limits.ts';

const believable = (is: (text: string) => boolean) => z.string().check(z.refine(is));
const ranged = (limit: { min: number; max: number }) =>
  z.number().check(z.refine((value) => within(value, limit)));

/** A field that cannot be read is left out, and its default stands in: one bad value never costs the others. */
const readable = <Schema extends z.ZodMiniType>(schema: Schema) => z.catch(z.optional(schema), undefined);

const providerName = z.enum(['huggingface', 'puter']);

const storedSource = z.object({
  id: z.string(),
  name: z.string(),
  url: believable(isHubAddress),
  type: z.enum(['huggingface', 'kohakuhub']),
  enabled: z.catch(z.boolean(), true),
  namespaces: z.catch(z.array(z.string()), []),
});

const removedSource = z.object({ source: storedSource, index: z.number(), removedAt: z.number() });

/** Lists keep the entries that can be read, and of two that `idOf` takes for the same the first. */
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

/** What is stored: only what the user set, so that a later default reaches everybody who did not. */
const storedSettings = z.object({
  version: z.catch(z.literal(1), 1),
  first: readable(providerName),
  huggingface: readable(
    z.object({
      enabled: readable(z.boolean()),
      model: readable(z.string()),
      apiUrl: readable(believable((text) => text === '' || isApiUrl(text))),
      timeoutMs: readable(ranged(LIMITS.providerTimeoutMs)),
      routeOrder: readable(z.array(z.string())),
    }),
  ),
  puter: readable(
    z.object({
      enabled: readable(z.boolean()),
      model: readable(believable(isPuterModel)),
      timeoutMs: readable(ranged(LIMITS.providerTimeoutMs)),
    }),
  ),
  hub: readable(
    z.object({
      enabled: readable(z.boolean()),
      cacheTtlSeconds: readable(ranged(LIMITS.cacheTtlSeconds)),
      timeoutMs: readable(ranged(LIMITS.hubTimeoutMs)),
      maxConcurrent: readable(ranged(LIMITS.maxConcurrent)),
    }),
  ),
  /** The user's list as a whole, once they changed it. */
  sources: readable(readableList(storedSource, ({ id }) => id)),
  /** Ids the deployer shipped when the user changed the list: others that come later are added to it. */
  shippedSources: readable(z.array(z.string())),
  /** Removed a moment ago, so that it can be undone. */
  removedSources: readable(readableList(removedSource, ({ source }) => source.id)),
});

export type StoredSettings = z.infer<typeof storedSettings>;
export type RemovedSource = z.infer<typeof removedSource>;

/**
 * What is stored, field by field; `repaired` when something there was left out because it could not be read. `null` is
 * nothing, not something unreadable.
 */
export function parseStoredSettings(
  raw: unknown,
  isModelId: (text: string) => boolean,
): { stored: StoredSettings; repaired: boolean } {
  const parsed = storedSettings.safeParse(raw ?? {});
  if (!parsed.success) return { stored: { version: 1 }, repaired: true };
  const { huggingface } = parsed.data;
  if (huggingface?.model !== undefined && !isModelId(huggingface.model)) delete huggingface.model;
  return { stored: parsed.data, repaired: !isAllIn(raw ?? {}, parsed.data) };
}

/** The ids of the sources in stored settings that could not be read. */
export function unreadableSourceIds(raw: unknown): string[] {
  const { data } = z.object({ sources: z.array(z.unknown()) }).safeParse(raw);
  return (data?.sources ?? [])
    .filter((entry) => !storedSource.safeParse(entry).success)
    .flatMap((entry) => z.object({ id: z.string() }).safeParse(entry).data?.id ?? []);
}
