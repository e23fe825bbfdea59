import type { ProviderName } from '../../generation/index.ts';
import { priceOf } from '../../generation/price.ts';
import { hasOwnUrl, usableProviders } from '../../settings/usable-providers.ts';
import { t, uiLanguage } from '../page/extension.ts';
import type { PopupModel } from '../stage/popup-state.ts';
import { asDollars } from '../words/dollars.ts';
import { providerName } from '../words/provider-name.ts';
import { sizeOf } from './draft.ts';

type Known = Pick<PopupModel, 'keeper' | 'settings' | 'prices'>;

/** What a press of Generate costs, all its pictures together; undefined where the service that is asked first does not say. */
export function pressPrice(popup: Known): string | undefined {
  const { pictures } = popup.keeper.draft.value;
  const [lead] = servicesOf(popup);
  return lead && dollarsOf(popup, lead, pictures);
}

/**
 * Who bills a picture, and its price where the service states one: one sentence for each service that can be
 * asked, in their order.
 */
export function whoBills(popup: Known): string[] {
  return servicesOf(popup).map((name, place) => {
    const price = dollarsOf(popup, name, 1);
    const service = providerName(name);
    if (place > 0)
      return price ? t('popup_price_instead', service, price) : t('popup_price_instead_unsaid', service);
    if (price) return t('popup_price_each', price, service);
    const view = popup.settings.value;
    return name === 'huggingface' && view && hasOwnUrl(view)
      ? t('popup_price_own_url')
      : t('popup_price_unsaid', service);
  });
}

/** The services that can be asked, in their order. */
export function servicesOf({ settings: { value: view } }: Pick<PopupModel, 'settings'>): ProviderName[] {
  return view ? usableProviders(view, view.tokens) : [];
}

function dollarsOf({ keeper, prices }: Known, provider: ProviderName, pictures: number): string | undefined {
  const known = prices.known.value[provider];
  const price = known && priceOf(known, sizeOf(keeper.draft.value), pictures);
  return price === undefined ? undefined : asDollars(price, uiLanguage());
}
