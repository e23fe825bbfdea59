import * as z from 'zod/mini';
import { lenient } from './lenient.ts';
import { REPOSITORY_FILE, SAFE_PATH } from './routes/provider-id.ts';
import type { LiveRoute } from './routes/route.ts';
import { ROUTES } from './routes/route-table.ts';

const Entry = z.object({
  provider: lenient(z.string()),
  providerId: z.string().check(z.maxLength(300)),
  status: z.literal('live'),
  task: z.literal('text-to-image'),
  adapter: lenient(z.string()),
  adapterWeightsPath: lenient(z.string().check(z.regex(REPOSITORY_FILE))),
});

/**
 * The live text-to-image routes in a model's `inferenceProviderMapping` that we can ask, in the mapping's order. The hub sends
 * an object by provider or a list; entries that do not parse are left out.
 */
export function parseInferenceMapping(mapping: unknown): LiveRoute[] {
  const entries: [string | undefined, unknown][] = Array.isArray(mapping)
    ? mapping.map((entry) => [undefined, entry])
    : Object.entries(z.safeParse(z.record(z.string(), z.unknown()), mapping).data ?? {});
  return entries.flatMap(([key, value]) => {
    const entry = z.safeParse(Entry, value).data;
    const name = key ?? entry?.provider;
    const protocol = name === undefined ? undefined : ROUTES.get(name);
    if (
      !entry ||
      !protocol ||
      name === undefined ||
      !(protocol.providerId ?? SAFE_PATH).test(entry.providerId)
    )
      return [];
    if (entry.adapter === undefined) return [{ name, providerId: entry.providerId }];
    const loraFile = entry.adapter === 'lora' && protocol.takesLora ? entry.adapterWeightsPath : undefined;
    return loraFile ? [{ name, providerId: entry.providerId, loraFile }] : [];
  });
}

/** Whether a model with this mapping can be run now; unknown when the hub sent no mapping. */
export function canRun(mapping: unknown): 'yes' | 'no' | 'unknown' {
  if (typeof mapping !== 'object' || mapping === null) return 'unknown';
  return parseInferenceMapping(mapping).length > 0 ? 'yes' : 'no';
}

/** Sorts routes by the user's order. Routes that it does not name come last, in the hub's order. */
export function inRouteOrder(routes: readonly LiveRoute[], order: readonly string[]): LiveRoute[] {
  const rank = ({ name }: LiveRoute) => (order.includes(name) ? order.indexOf(name) : order.length);
  return routes.toSorted((one, other) => rank(one) - rank(other));
}
