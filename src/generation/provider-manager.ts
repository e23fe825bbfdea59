import { fallsBack } from './classify-failure.ts';
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

/** Told what happens as it happens. Each call is awaited, so that a job is on disk before the next request leaves. */
export interface AttemptObserver {
  /** When it rejects, nothing is sent and `generate` rejects with it. */
  started?(provider: ProviderName): Promise<void> | void;
  ended?(provider: ProviderName, result: ProviderResult): Promise<void> | void;
}

const CANCELLED: ProviderError = { code: 'CANCELLED', message: 'Cancelled', shouldFallback: false };

interface ManagerParts {
  primary: ImageProvider;
  /** Left out when the user switched the other provider off or never connected it. */
  fallback?: ImageProvider | undefined;
  observer?: AttemptObserver | undefined;
}

/**
 * The sequential strategy of seed 004: the primary always first; the fallback only after a failure that another
 * service can mend, with the very same prompt and options; both failures told when both fail. Rejects only with
 * what the observer's `started` rejects with.
 */
export function createProviderManager({ primary, fallback, observer }: ManagerParts): ProviderManager {
  async function attempt(provider: ImageProvider, prompt: string, options: GenerationOptions) {
    await observer?.started?.(provider.name);
    const result = await ask(provider, prompt, options);
    try {
      await observer?.ended?.(provider.name, result);
    } catch {
      // What was answered, and may be paid for, counts whether or not it could be noted.
    }
    return result;
  }

  return {
    async generate(prompt, options) {
      const first = await attempt(primary, prompt, options);
      if (first.success) return succeeded(primary.name, first, false);
      const firstError = errorOf(first);
      // Whoever cancels between two attempts wants neither the next one nor an error for the last.
      if (firstError.shouldFallback && options.signal?.aborted) return failed(primary.name, CANCELLED);
      if (!fallback || !firstError.shouldFallback) return failed(primary.name, firstError);

      const second = await attempt(fallback, prompt, options);
      if (second.success) return succeeded(fallback.name, second, true);
      const secondError = errorOf(second);
      if (secondError.code === 'CANCELLED')
        return { ...failed(fallback.name, secondError), fallbackAttempted: true };
      return bothFailed(
        { provider: primary.name, error: firstError },
        { provider: fallback.name, error: secondError },
      );
    },
  };
}

/** A provider that throws is broken, not busy: a client-side error, which seed 004 stops at. */
async function ask(
  provider: ImageProvider,
  prompt: string,
  options: GenerationOptions,
): Promise<ProviderResult> {
  try {
    const result = await provider.generate(prompt, options);
    return result.success && !result.image
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
  // The thrown value's own text is not repeated: it may hold a credential.
  return { code: 'UNKNOWN', message: 'Unexpected error', shouldFallback: fallsBack('UNKNOWN') };
}

function errorOf(result: ProviderResult): ProviderError {
  return result.error ?? { code: 'UNKNOWN', message: 'Unexpected error', shouldFallback: false };
}

function succeeded(
  provider: ProviderName,
  result: ProviderResult,
  fallbackAttempted: boolean,
): GenerationResult {
  const { image, warnings, model, route } = result;
  return {
    success: true,
    ...(image !== undefined && { image }),
    provider,
    fallbackAttempted,
    ...(warnings && warnings.length > 0 && { warnings }),
    ...(model !== undefined && { model }),
    ...(route !== undefined && { route }),
  };
}

function failed(provider: ProviderName, error: ProviderError): GenerationResult {
  const { code, message, retryAfter } = error;
  return {
    success: false,
    error: { code, message, ...(retryAfter !== undefined && { retryAfter }), causes: [{ provider, error }] },
    fallbackAttempted: false,
  };
}

interface Cause {
  provider: ProviderName;
  error: ProviderError;
}

function bothFailed(first: Cause, second: Cause): GenerationResult {
  const waits = [first.error.retryAfter, second.error.retryAfter].filter((wait) => wait !== undefined);
  return {
    success: false,
    error: {
      code: 'DUAL_PROVIDER_FAILURE',
      message: DUAL_FAILURE_MESSAGE,
      primaryError: first.error.message,
      fallbackError: second.error.message,
      ...(waits.length > 0 && { retryAfter: Math.min(...waits) }),
      causes: [first, second],
    },
    fallbackAttempted: true,
  };
}
