import * as z from 'zod/mini';
import type { ProviderError } from '../../generation/index.ts';
import type { Hub } from '../../hub/types.ts';
import type { KeyValueStore } from '../../storage/key-value-store.ts';
import { abortable } from '../../web/wait.ts';
import { failure } from '../failure.ts';
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
  huggingFaceHub: Pick<Hub, 'info'> | undefined;
  otherHub: (sourceId: string) => string | undefined;
  cache: KeyValueStore;
  ttlMs: number;
  now: () => number;
}

/**
 * Which services run the model now: the hub's answer, kept for `ttlMs` from the lookup and, when a lookup fails, for a
 * day. A failed lookup with nothing kept leads to the seed's default address. Rejects only with the signal's reason.
 */
export async function findLiveRoutes(
  model: string,
  { hub, huggingFaceHub, otherHub, cache, ttlMs, now }: Parts,
  signal: AbortSignal,
): Promise<Routes> {
  const key = model.toLowerCase();
  const kept = z.safeParse(Remembered, await cache.get(key)).data;
  const ageMs = kept ? now() - kept.checkedAt : Number.NaN;
  if (kept && ageMs >= 0 && ageMs < ttlMs) return { ok: true, routes: kept.routes };

  try {
    if (!hub) return { ok: true, routes: [defaultRoute(model)] };
    const { routes, elsewhere } = await lookUp(model, hub, huggingFaceHub, otherHub, signal);
    if (routes.length > 0) {
      await cache.set(key, { checkedAt: now(), routes });
      return { ok: true, routes };
    }
    await cache.del(key);
    return { ok: false, error: withoutRoute(elsewhere) };
  } catch (thrown) {
    signal.throwIfAborted();
    if (outcomeOf(thrown) === 'not-found') {
      await cache.del(key);
      return { ok: false, error: failure('MODEL_UNAVAILABLE', sentence('MODEL_UNAVAILABLE')) };
    }
    if (kept && ageMs >= 0 && ageMs < DAY_MS) return { ok: true, routes: kept.routes };
    return { ok: true, routes: [defaultRoute(model)] };
  }
}

/** Seed 004's address, for whatever model is asked. */
function defaultRoute(model: string): LiveRoute {
  return { name: 'hf-inference', providerId: model };
}

type Lookup = { routes: LiveRoute[]; elsewhere?: string | undefined };

/**
 * The hub's answer. Where a hub of the user's own comes first and has the model, Hugging Face is still asked whether it
 * has it too: only it can run it. A pin keeps it from being asked.
 */
async function lookUp(
  model: string,
  hub: Pick<Hub, 'info'>,
  huggingFaceHub: Pick<Hub, 'info'> | undefined,
  otherHub: Parts['otherHub'],
  signal: AbortSignal,
): Promise<Lookup> {
  const info = await askHub(hub, model, signal);
  const elsewhere = otherHub(info._source);
  if (info.routes.length > 0 || elsewhere === undefined || !huggingFaceHub) return { ...info, elsewhere };
  try {
    return await askHub(huggingFaceHub, model, signal);
  } catch (thrown) {
    signal.throwIfAborted();
    if (outcomeOf(thrown) === 'not-found') return { routes: [], elsewhere };
    throw thrown;
  }
}

async function askHub(hub: Pick<Hub, 'info'>, model: string, signal: AbortSignal) {
  const lookup = hub.info({ type: 'model', id: model }, { expand: ['inferenceProviderMapping'], signal });
  const { inferenceProviderMapping, _source } = await abortable(lookup, signal);
  return { routes: parseInferenceMapping(inferenceProviderMapping), _source };
}

function withoutRoute(elsewhere: string | undefined): ProviderError {
  return elsewhere === undefined
    ? failure('MODEL_UNAVAILABLE', sentence('MODEL_UNAVAILABLE'))
    : failure('MODEL_ELSEWHERE', sentence('MODEL_ELSEWHERE'), { source: elsewhere });
}

function outcomeOf(thrown: unknown): string | undefined {
  return z.safeParse(z.object({ outcome: lenient(z.string()) }), thrown).data?.outcome;
}
