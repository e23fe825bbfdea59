import type {
  GenerationOptions,
  ImageProvider,
  ProviderError,
  ProviderName,
  ProviderResult,
  QueuedJob,
} from '../../generation/index.ts';
import { createMemoryStore, forgiving } from '../../storage/key-value-store.ts';
import { type Deadline, startDeadline, usableTimeout } from '../../web/deadline.ts';
import { failure } from '../failure.ts';
import { askOwnUrl, askRoutes } from './ask.ts';
import { collectQueued } from './collect.ts';
import { createDeadRoutes } from './dead-routes.ts';
import { inRouteOrder } from './inference-mapping.ts';
import { findLiveRoutes } from './live-routes.ts';
import type { HuggingFaceParts } from './parts.ts';
import { sentence } from './sentences.ts';
import { requestTarget, type Target } from './target.ts';

const DEFAULT_TIMEOUT_MS = 30_000;
const DEFAULT_ROUTE_TTL_SECONDS = 300;

/**
 * Makes pictures at Hugging Face: at the user's own API address, or at the services that run the model now. The next service is
 * asked only when one says that it does not run the model, or that its own bill is unpaid. `generate` never rejects.
 */
export class HuggingFaceProvider implements ImageProvider {
  readonly name: ProviderName = 'huggingface';
  readonly #parts: HuggingFaceParts;
  readonly #routeCache;
  readonly #deadRoutes;
  readonly #now: () => number;

  constructor(parts: HuggingFaceParts) {
    this.#parts = parts;
    this.#now = () => (parts.clock ?? Date).now();
    this.#routeCache = forgiving(parts.routeCache ?? createMemoryStore());
    this.#deadRoutes = createDeadRoutes(forgiving(parts.deadRoutes ?? createMemoryStore()), this.#now);
  }

  async generate(prompt: string, options: GenerationOptions): Promise<ProviderResult> {
    if (options.signal?.aborted) return failed(failure('CANCELLED', sentence('CANCELLED')));
    const { config, isOnline } = this.#parts;
    const budget = startDeadline(
      usableTimeout(options.timeout, config?.timeout) ?? DEFAULT_TIMEOUT_MS,
      options.signal,
    );
    try {
      if (isOnline?.() === false) return failed(failure('OFFLINE', sentence('OFFLINE')));
      const target = requestTarget(this.#parts, options.model);
      return 'code' in target ? failed(target) : await this.#ask(target, prompt, options, budget);
    } catch {
      // The thrown value's text is dropped: it may hold a credential.
      const code = budget.ended() ?? 'UNKNOWN';
      return failed(failure(code, sentence(code)));
    } finally {
      budget.stop();
    }
  }

  /** Fetches the picture of a job that a queue accepted earlier. Pays nothing; never rejects. `timeout` is in milliseconds. */
  async collect(
    job: QueuedJob,
    { timeout, signal }: Pick<GenerationOptions, 'timeout' | 'signal'>,
  ): Promise<ProviderResult> {
    const parts = this.#parts;
    if (!parts.token?.trim()) return failed(failure('NOT_CONNECTED', sentence('NOT_CONNECTED')));
    const budget = startDeadline(usableTimeout(timeout, parts.config?.timeout) ?? DEFAULT_TIMEOUT_MS, signal);
    try {
      return await collectQueued(job, { budget, parts, now: this.#now });
    } catch {
      const code = budget.ended() ?? 'UNKNOWN';
      return failed(failure(code, sentence(code)));
    } finally {
      budget.stop();
    }
  }

  async #ask(
    target: Target,
    prompt: string,
    options: GenerationOptions,
    budget: Deadline,
  ): Promise<ProviderResult> {
    const asked = { prompt, options, budget, parts: this.#parts, now: this.#now };
    if ('ownUrl' in target) return askOwnUrl(target.ownUrl, asked);
    const { hub, huggingFaceHub, otherHub = () => undefined, routeCacheTtlSeconds, routeOrder } = this.#parts;
    const found = await findLiveRoutes(
      target.model.id,
      {
        hub,
        huggingFaceHub,
        otherHub,
        cache: this.#routeCache,
        ttlMs: (routeCacheTtlSeconds ?? DEFAULT_ROUTE_TTL_SECONDS) * 1000,
        now: this.#now,
      },
      budget.signal,
    );
    if (!found.ok) return failed(found.error);
    const { id, route } = target.model;
    const routes = inRouteOrder(found.routes, routeOrder ?? []).filter(
      ({ name }) => name === (route ?? name),
    );
    return askRoutes(id, routes, this.#deadRoutes, asked);
  }
}

function failed(error: ProviderError): ProviderResult {
  return { success: false, error };
}
