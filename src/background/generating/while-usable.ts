import type { ImageProvider, ProviderName, ProviderResult } from '../../generation/index.ts';
import type { AttemptLog } from '../../jobs/index.ts';
import { slotOfProvider, usableProviders } from '../../settings/index.ts';
import type { Services } from '../services.ts';
import type { Current } from '../state/current.ts';
import { asBegun } from './as-begun.ts';
import type { BuildProvider } from './provider-entry.ts';

const SWITCHED_OFF: ProviderResult = {
  success: false,
  error: { code: 'NOT_CONNECTED', message: 'Switched off or disconnected', shouldFallback: true },
};

/** Whether a provider can be asked in this state. */
export function isUsable(name: ProviderName, { settings, secrets }: Pick<Current, 'settings' | 'secrets'>) {
  return usableProviders(settings, secrets).includes(name);
}

/** Whether a provider can still be asked with the same token, or with a renewed token of the same sign-in. */
function isUnchanged(name: ProviderName, before: Current, now: Current): boolean {
  const tokenIn = ({ settings, secrets }: Current) => {
    const slot = slotOfProvider(name, settings, secrets);
    const secret = slot && secrets[slot];
    return secret?.renewal?.grant ?? secret?.token;
  };
  return isUsable(name, now) && tokenIn(before) === tokenIn(now);
}

/**
 * Wraps a provider so that it is built when it is asked, with the settings at that time, and sends nothing more once it is
 * switched off or its token is changed. Then the attempt ends as NOT_CONNECTED. `stateNow` returns the state at the start of
 * the attempt.
 */
export function whileUsable(
  name: ProviderName,
  build: BuildProvider,
  services: Omit<Services, 'runner' | 'wakeUp'>,
  log: AttemptLog,
  stateNow: () => Current,
): ImageProvider {
  return {
    name,
    async generate(prompt, options) {
      const begun = stateNow();
      const gone = new AbortController();
      const check = () => {
        const latest = services.latest();
        if (latest && !isUnchanged(name, begun, asBegun(begun, latest))) gone.abort();
        gone.signal.throwIfAborted();
      };
      const fetch: Services['fetch'] = async (url, init) => {
        check();
        return services.fetch(url, init);
      };
      // puter.js's page does not use this `fetch`, so it is checked separately.
      const makePicture: Services['puter']['makePicture'] = async (picture, line) => {
        check();
        return services.puter.makePicture(picture, line);
      };
      const puter = { ...services.puter, makePicture };
      const signal = options.signal ? AbortSignal.any([options.signal, gone.signal]) : gone.signal;
      const provider = build({ ...services, fetch, puter }, begun, log);
      const result = await provider.generate(prompt, { ...options, signal });
      const endedByUs = gone.signal.aborted && !options.signal?.aborted && !result.success;
      return endedByUs && result.error?.code === 'CANCELLED' ? SWITCHED_OFF : result;
    },
  };
}
