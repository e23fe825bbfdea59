import type { Handlers } from '../../messages/index.ts';
import { done, storing } from '../reply.ts';
import type { Services } from '../services.ts';

/** What a picture would cost, for pages to say before it is asked for. */
export function priceHandler({
  current,
  prices,
}: Pick<Services, 'current' | 'prices'>): Pick<Handlers, 'readPrice'> {
  return {
    readPrice: ({ provider }) =>
      storing(async () => {
        const { settings } = await current();
        const price = await prices.priceOf(provider, settings[provider].model);
        return done({ ...(price && { price }) });
      }),
  };
}
