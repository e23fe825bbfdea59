import * as z from 'zod/mini';
import type { ProviderError } from '../../generation/index.ts';
import type { Hub } from '../../hub/types.ts';
import { failure } from '../failure.ts';
import { abortable } from './abortable.ts';
import type { ForgivingStore } from './forgiving-store.ts';
import { parseInferenceMapping } from './inference-mapping.ts';
import { lenient } from './lenient.ts';
import type { LiveRoute } from './routes/route.ts';
import { sentence } from './sentences.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

const Remembered = z.object({
  checkedAt: z.number(),
  routes: z.array(z.object({ name: z.string(), providerId: z.string(), loraFile: z.optional(z.string()) })),
});

export type Routes = { ok: true; routes: LiveRoute[] } | { ok: false; error: ProviderError };

interface Parts {
  hub: Pick<Hub, 'info'> | undefined;
  isHuggingFaceSource: (sourceId: string) => boolean;
  cache: ForgivingStore;
  ttlMs: number;
  now: () => number;
}

/**
 * Which services run the model now: the hub's answer, kept for `ttlMs` from the lookup and, when a lookup fails, for a
 * day. A failed lookup with nothing kept leads to the seed's default address. Rejects only with the signal's reason.
 */
export async function findLiveRoutes(
  model: string,
  { hub, isHuggingFaceSource, cache, ttlMs, now }: Parts,
  signal: AbortSignal,
): Promise<Routes> {
  const key = model.toLowerCase();
  const kept = z.safeParse(Remembered, await cache.get(key)).data;
  const ageMs = kept ? now() - kept.checkedAt : Number.NaN;
  if (kept && ageMs >= 0 && ageMs < ttlMs) return { ok: true, routes: kept.routes };

  try {
    if (!hub) return { ok: true, routes: [defaultRoute(model)] };
    const lookup = hub.info({ type: 'model', id: model }, { expand: ['inferenceProviderMapping'], signal });
    const info = await abortable(lookup, signal);
    const routes = parseInferenceMapping(info.inferenceProviderMapping);
    if (routes.length > 0) {
      await cache.set(key, { checkedAt: now(), routes });
      return { ok: true, routes };
    }
    await cache.del(key);
    return { ok: false, error: withoutRoute(info._source, isHuggingFaceSource) };
  } catch (thrown) {
    signal.throwIfAborted();
    if (outcomeOf(thrown) === 'not-found')
      return { ok: false, error: failure('MODEL_UNAVAILABLE', sentence('MODEL_UNAVAILABLE')) };
    if (kept && ageMs >= 0 && ageMs < DAY_MS) return { ok: true, routes: kept.routes };
    return { ok: true, routes: [defaultRoute(model)] };
  }
}

/** Seed 004's address, for whatever model is asked. */
function defaultRoute(model: string): LiveRoute {
  return { name: 'hf-inference', providerId: model };
}

function withoutRoute(source: string, isHuggingFaceSource: (sourceId: string) => boolean): ProviderError {
  return isHuggingFaceSource(source)
    ? failure('MODEL_UNAVAILABLE', sentence('MODEL_UNAVAILABLE'))
    : failure('MODEL_ELSEWHERE', sentence('MODEL_ELSEWHERE'), { source });
}

function outcomeOf(thrown: unknown): string | undefined {
  return z.safeParse(z.object({ outcome: lenient(z.string()) }), thrown).data?.outcome;
}
