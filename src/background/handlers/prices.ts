import type { Handlers } from '../../messages/index.ts';
import { done, storing } from '../reply.ts';
import type { Services } from '../services.ts';

/** The handler of messages about prices: what a picture costs, for pages to show before Generate is pressed. */
export function priceHandler({
  current,
  prices,
}: Pick<Services, 'current' | 'prices'>): Pick<Handlers, 'readPrice'> {
  return {
    readPrice: ({ provider }) =>
      storing(async () => {
        const { settings, agreed } = await current();
        if (!agreed) return done({});
        const price = await prices.priceOf(provider, settings[provider].model);
        return done({ ...(price && { price }) });
      }),
  };
}
