import * as z from 'zod/mini';
import type { ListItem } from '../hub/index.ts';
import { ROUTE_NAMES } from '../settings/index.ts';

const entry = z.object({ provider: z.optional(z.string()), status: z.string(), task: z.string() });
const mapping = z.union([z.array(entry), z.record(z.string(), entry)]);

/** Whether Hugging Face can run a model now, as far as its own listing says: a live text-to-image route we know. */
export function runnable(item: ListItem | undefined): 'yes' | 'no' | 'unknown' {
  const parsed = mapping.safeParse(item?.inferenceProviderMapping);
  if (!parsed.success) return 'unknown';
  const routes = Array.isArray(parsed.data)
    ? parsed.data.map((route) => [route.provider ?? '', route] as const)
    : Object.entries(parsed.data);
  const live = routes.some(
    ([name, { status, task }]) => ROUTE_NAMES.includes(name) && status === 'live' && task === 'text-to-image',
  );
  return live ? 'yes' : 'no';
}
