import * as z from 'zod/mini';
import type { ProviderError } from '../../generation/index.ts';
import type { Hub } from '../../hub/types.ts';
import type { KeyValueStore } from '../../storage/key-value-store.ts';
import { HUGGING_FACE, isHuggingFace } from '../../web/hugging-face.ts';
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
 * Which services run the model now: huggingface.co's own answer, cached for `ttlMs`, and for a day when a later lookup
 * fails. A failed lookup without a cached answer leads to the seed's default address. Rejects only
 * with the signal's reason.
 */
export async function findLiveRoutes(
  model: string,
  { hub, huggingFaceHub, otherHub, cache, ttlMs, now }: Parts,
  signal: AbortSignal,
): Promise<Routes> {
  const key = `${HUGGING_FACE} ${model.toLowerCase()}`;
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

/** The address pattern of seed 004, with the requested model. */
function defaultRoute(model: string): LiveRoute {
  return { name: 'hf-inference', providerId: model };
}

type Lookup = { routes: LiveRoute[]; elsewhere?: string | undefined };

/**
 * Finds the model in the user's order of sources. Only huggingface.co is trusted about routes: if another source has the
 * model, huggingface.co is asked as well, unless a pin keeps the model from it.
 */
async function lookUp(
  model: string,
  hub: Pick<Hub, 'info'>,
  huggingFaceHub: Pick<Hub, 'info'> | undefined,
  otherHub: Parts['otherHub'],
  signal: AbortSignal,
): Promise<Lookup> {
  const first = await askHub(hub, model, signal);
  if (first.isOwn) return first;
  const elsewhere = otherHub(first.source);
  if (!huggingFaceHub) return { routes: [], elsewhere };
  try {
    const own = await askHub(huggingFaceHub, model, signal);
    return own.isOwn ? own : { routes: [], elsewhere };
  } catch (thrown) {
    signal.throwIfAborted();
    if (outcomeOf(thrown) === 'not-found') return { routes: [], elsewhere };
    throw thrown;
  }
}

async function askHub(hub: Pick<Hub, 'info'>, model: string, signal: AbortSignal) {
  const lookup = hub.info({ type: 'model', id: model }, { expand: ['inferenceProviderMapping'], signal });
  const { inferenceProviderMapping, _source: source, _source_url: url } = await abortable(lookup, signal);
  const isOwn = isHuggingFace(url);
  return { source, isOwn, routes: isOwn ? parseInferenceMapping(inferenceProviderMapping) : [] };
}

function withoutRoute(elsewhere: string | undefined): ProviderError {
  return elsewhere === undefined
    ? failure('MODEL_UNAVAILABLE', sentence('MODEL_UNAVAILABLE'))
    : failure('MODEL_ELSEWHERE', sentence('MODEL_ELSEWHERE'), { source: elsewhere });
}

function outcomeOf(thrown: unknown): string | undefined {
  return z.safeParse(z.object({ outcome: lenient(z.string()) }), thrown).data?.outcome;
}
