import { pictureResult } from './picture-result.ts';
import type {
  GenerationOptions,
  GenerationResult,
  ImageProvider,
  ProviderError,
  ProviderManager,
  ProviderName,
  ProviderResult,
} from './types.ts';
import { DUAL_FAILURE_MESSAGE } from './user-message.ts';

/** Callbacks of the manager. Each is awaited, so that a job is stored before the next request is sent. */
export interface AttemptObserver {
  /**
   * Called right before each attempt. On false (the provider was switched off meanwhile) the provider is skipped without a
   * failure.
   */
  mayAsk?(provider: ProviderName): Promise<boolean> | boolean;
  /** Called before each attempt sends anything. When it rejects, nothing is sent and `generate` rejects with the same reason. */
  started?(provider: ProviderName): Promise<void> | void;
  /** Called after each attempt. A rejection is ignored, since the result may be paid for. */
  ended?(provider: ProviderName, result: ProviderResult): Promise<void> | void;
}

const CANCELLED: ProviderError = { code: 'CANCELLED', message: 'Cancelled', shouldFallback: false };
const SWITCHED_OFF: ProviderError = {
  code: 'NOT_CONNECTED',
  message: 'Switched off or disconnected',
  shouldFallback: false,
};
const UNEXPECTED: ProviderError = { code: 'UNKNOWN', message: 'Unexpected error', shouldFallback: false };

interface ManagerParts {
  primary: ImageProvider;
  /** The providers to ask after the primary, in this order. Left out or empty when no other is switched on and connected. */
  fallback?: ImageProvider | readonly ImageProvider[] | undefined;
  observer?: AttemptObserver | undefined;
}

interface Cause {
  provider: ProviderName;
  error: ProviderError;
}

/**
 * Creates the manager with the sequential strategy of seed 004: the primary is asked first, then each fallback once, with the same
 * prompt and options, and only after a failure with `shouldFallback`. When all fail, every failure is reported. `generate` rejects
 * only when the observer's `mayAsk` or `started` rejects.
 */
export function createProviderManager({ primary, fallback = [], observer }: ManagerParts): ProviderManager {
  const others = isList(fallback) ? fallback : [fallback];
  const providers = [...new Set([primary, ...others])];

  async function attempt(provider: ImageProvider, prompt: string, options: GenerationOptions) {
    await observer?.started?.(provider.name);
    const result = await ask(provider, prompt, options);
    try {
      await observer?.ended?.(provider.name, result);
    } catch {
      // The answer may be paid for: it is used even if it could not be recorded.
    }
    return result;
  }

  return {
    async generate(prompt, options) {
      const causes: Cause[] = [];
      for (const provider of providers) {
        if ((await observer?.mayAsk?.(provider.name)) === false) continue;
        const fallbackAttempted = causes.length > 0;
        const result = await attempt(provider, prompt, options);
        if (result.success) return succeeded(provider.name, result, fallbackAttempted);
        const error = errorOf(result);
        // When the user cancels between two attempts, the next one is not made, and the error of the last one is not reported.
        const cancelled = error.code === 'CANCELLED' || (error.shouldFallback && options.signal?.aborted);
        if (cancelled) return failed([{ provider: provider.name, error: CANCELLED }], fallbackAttempted);
        causes.push({ provider: provider.name, error });
        if (!error.shouldFallback) break;
      }
      if (causes.length === 0) causes.push({ provider: primary.name, error: SWITCHED_OFF });
      return failed(causes, causes.length > 1);
    },
  };
}

function isList(fallback: ImageProvider | readonly ImageProvider[]): fallback is readonly ImageProvider[] {
  return Array.isArray(fallback);
}

/**
 * Asks a provider. Never rejects: a provider that throws has a bug of ours, which counts as a client-side error, so the fallback
 * is not asked (seed 004). A success without a picture counts as SERVER_ERROR.
 */
async function ask(
  provider: ImageProvider,
  prompt: string,
  options: GenerationOptions,
): Promise<ProviderResult> {
  try {
    const result = await provider.generate(prompt, options);
    return result.success && !result.picture && !result.image
      ? { success: false, error: withoutPicture(provider.name) }
      : result;
  } catch (thrown) {
    return { success: false, error: fromThrown(thrown, options.signal) };
  }
}

function withoutPicture(provider: ProviderName): ProviderError {
  return { code: 'SERVER_ERROR', message: `No picture came back from ${provider}`, shouldFallback: true };
}

function fromThrown(thrown: unknown, signal: AbortSignal | undefined): ProviderError {
  const name = thrown instanceof Error || thrown instanceof DOMException ? thrown.name : '';
  if (signal?.aborted || name === 'AbortError') return CANCELLED;
  if (name === 'TimeoutError') return { code: 'TIMEOUT', message: 'Request timed out', shouldFallback: true };
  // The thrown value's text is dropped: it may hold a credential.
  return UNEXPECTED;
}

function errorOf(result: ProviderResult): ProviderError {
  return result.error ?? UNEXPECTED;
}

function succeeded(
  provider: ProviderName,
  result: ProviderResult,
  fallbackAttempted: boolean,
): GenerationResult {
  const { warnings, model, route } = result;
  const made = {
    provider,
    fallbackAttempted,
    ...(warnings && warnings.length > 0 && { warnings }),
    ...(model !== undefined && { model }),
    ...(route !== undefined && { route }),
  };
  if (result.picture) return pictureResult(result.picture, made);
  return { success: true, ...(result.image !== undefined && { image: result.image }), ...made };
}

/** The result of a failure: one failure is reported as it is, several as the dual failure of seed 004, with the shortest wait. */
function failed(causes: Cause[], fallbackAttempted: boolean): GenerationResult {
  const waits = causes.map(({ error }) => error.retryAfter).filter((wait) => wait !== undefined);
  const retry = waits.length > 0 ? { retryAfter: Math.min(...waits) } : {};
  const [first, ...others] = causes.map(({ error }) => error);
  const { code, message } = first ?? UNEXPECTED;
  if (others.length === 0)
    return { success: false, error: { code, message, ...retry, causes }, fallbackAttempted };
  return {
    success: false,
    error: {
      code: 'DUAL_PROVIDER_FAILURE',
      message: DUAL_FAILURE_MESSAGE,
      primaryError: message,
      fallbackError: others.map((error) => error.message).join('; '),
      ...retry,
      causes,
    },
    fallbackAttempted,
  };
}
