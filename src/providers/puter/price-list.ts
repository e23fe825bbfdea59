import * as z from 'zod/mini';
import type { ModelPrice } from '../../generation/index.ts';
import { parseJson, readBytes } from '../../web/read-body.ts';
import type { Fetch } from './ask-puter.ts';
import { sameModelElsewhere } from './models.ts';

/** Puter's public price list: it needs no account, and allows requests from any origin. */
const LIST_URL = 'https://api.puter.com/puterai/image/models/details';
const MAX_BYTES = 2_000_000;

/** One model as Puter lists it. Prices are in US cents, under keys that say what they are for. */
const listedModel = z.lazy(() =>
  z.object({
    id: z.string(),
    puterId: z.optional(z.string()),
    aliases: z.catch(z.array(z.string()), []),
    costs_currency: z.literal('usd-cents'),
    index_cost_key: z.catch(z.optional(z.string()), undefined),
    pricing_unit: z.catch(z.optional(z.string()), undefined),
    costs: z.record(z.string(), z.number().check(z.nonnegative())),
  }),
);
type ListedModel = z.infer<typeof listedModel>;

/** A price and the names, in lower case, of the model it is for. */
export interface PricedModel {
  names: string[];
  price: ModelPrice;
}

/** Puter's prices in the form of the background's `PriceList`. */
export const PUTER_PRICES = {
  version: 1,
  ask: askPriceList,
  priceOf: (list: unknown, model: string) => listedPrice(list as PricedModel[], model),
};

/** Fetches Puter's price list, without a token. Rejects when the list cannot be fetched or read. */
export async function askPriceList(fetch: Fetch, signal: AbortSignal): Promise<PricedModel[]> {
  const response = await fetch(LIST_URL, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'error',
    signal,
  });
  if (!response.ok) throw new Error(`Puter lists nothing (${response.status})`);
  const body = await readBytes(response, { maxBytes: MAX_BYTES, signal });
  if (!body.ok) throw new Error(`Puter’s list is ${body.reason}`);
  return parsePriceList(parseJson(body.bytes));
}

/**
 * The models whose price is known before a picture is made; models billed by tokens are left out. Throws when `json` is not the
 * list.
 */
export function parsePriceList(json: unknown): PricedModel[] {
  const { success, data } = z.object({ models: z.array(z.unknown()) }).safeParse(json);
  if (!success) throw new Error('Puter’s list is none');
  return data.models.flatMap((entry) => {
    const model = listedModel.safeParse(entry).data;
    const price = model && priceIn(model);
    return model && price ? [{ names: namesOf(model), price }] : [];
  });
}

/** The price of the model that Puter runs for this name; undefined where the list has no price for it, or different ones. */
export function listedPrice(list: readonly PricedModel[], model: string): ModelPrice | undefined {
  const found = list.filter(({ names }) => names.includes(model.trim().toLowerCase()));
  const elsewhere = sameModelElsewhere(model);
  if (found.length === 0 && elsewhere) return listedPrice(list, elsewhere);
  const prices = new Set(found.map(({ price }) => JSON.stringify(price)));
  return prices.size === 1 ? found[0]?.price : undefined;
}

/**
 * A model's price. The vendors behind Puter use different keys for the same thing: `1MP` and `output_mp`, `per-image` and
 * `output`.
 */
function priceIn({ costs, index_cost_key: index = '', pricing_unit: unit }: ListedModel) {
  if (unit === 'per-tier') return dollars(costs[index], 0);
  if (costs['1MP'] !== undefined) return dollars(0, costs['1MP']);
  if (costs['per-image'] !== undefined) return dollars(costs['per-image'], 0);
  if (costs.output_mp !== undefined) return dollars(costs.run ?? 0, costs.output_mp);
  // For models that also have a price for `input`, `output` is a price per million tokens.
  return index === 'output' && costs.input === undefined ? dollars(costs.output, 0) : undefined;
}

function dollars(perPicture = Number.NaN, perMegapixel = 0): ModelPrice | undefined {
  const price = { perPicture: perPicture / 100, perMegapixel: perMegapixel / 100 };
  // A price of 0 means that the list does not tell the price.
  return price.perPicture + price.perMegapixel > 0 ? price : undefined;
}

function namesOf({ id, puterId, aliases }: ListedModel): string[] {
  return [id, ...(puterId === undefined ? [] : [puterId]), ...aliases].map((name) =>
    name.trim().toLowerCase(),
  );
}
