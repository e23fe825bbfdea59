import { describe, expect, test } from 'vitest';
import { askPriceList, listedPrice, parsePriceList } from '../../../../src/providers/puter/price-list.ts';
import { MODEL_LIST } from '../../../lab/puter/models.ts';

const CENTS = { costs_currency: 'usd-cents' };
const entry = (costs: object, more: object = {}) => ({ id: 'a/b', ...CENTS, costs, ...more });
const priceOf = (...models: object[]) => listedPrice(parsePriceList({ models }), 'a/b');

describe('the price of a model', () => {
  test.each([
    ['a million pixels', entry({ '1MP': 0.27 }), { perPicture: 0, perMegapixel: 0.0027 }],
    ['a picture', entry({ 'per-image': 3.5 }), { perPicture: 0.035, perMegapixel: 0 }],
    [
      'a picture, at Replicate',
      entry({ output: 0.3 }, { index_cost_key: 'output' }),
      { perPicture: 0.003, perMegapixel: 0 },
    ],
    ['a run and its pixels', entry({ run: 1.5, output_mp: 1.5 }), { perPicture: 0.015, perMegapixel: 0.015 }],
    [
      'the usual tier',
      entry({ '1K': 6.7, '4K': 15.1 }, { pricing_unit: 'per-tier', index_cost_key: '1K' }),
      { perPicture: 0.067, perMegapixel: 0 },
    ],
  ])('for %s', (_, model, price) => {
    expect(priceOf(model)).toEqual(price);
  });

  test.each([
    ['billed by tokens', entry({ input: 25, output: 200 }, { index_cost_key: 'output' })],
    ['in another currency', entry({ '1MP': 1 }, { costs_currency: 'credits' })],
    ['nothing at all', entry({ '1MP': 0 })],
    ['a tier that is not there', entry({ '1K': 1 }, { pricing_unit: 'per-tier', index_cost_key: '2K' })],
    ['less than nothing', entry({ '1MP': -1 })],
    ['no number', entry({ '1MP': '0.27' })],
    ['under keys nobody knows', entry({ 'low:1024x1024': 1 })],
  ])('is not told where it is %s', (_, model) => {
    expect(priceOf(model)).toBeUndefined();
  });

  test('is not told where the list says two things of one name', () => {
    expect(priceOf(entry({ '1MP': 1 }), entry({ '1MP': 2 }))).toBeUndefined();
    expect(priceOf(entry({ '1MP': 1 }), entry({ '1MP': 1 }))).toEqual({ perPicture: 0, perMegapixel: 0.01 });
  });

  test('is found by every name that Puter takes, whatever its case, and by the name it falls back to', () => {
    const list = parsePriceList({ models: MODEL_LIST });
    const schnell = { perPicture: 0, perMegapixel: 0.0027 };
    expect(listedPrice(list, 'black-forest-labs/FLUX.1-schnell')).toEqual(schnell);
    expect(listedPrice(list, ' flux.1-SCHNELL ')).toEqual(schnell);
    const withoutIt = parsePriceList({ models: MODEL_LIST.slice(1) });
    expect(listedPrice(withoutIt, 'black-forest-labs/FLUX.1-schnell')?.perPicture).toBeCloseTo(0.003);
    expect(listedPrice(list, 'gpt-image-1-mini')).toBeUndefined();
    expect(listedPrice(list, 'nobody/knows-it')).toBeUndefined();
  });
});

test('the list is asked for without a token, and believed only when it is one', async () => {
  const asked: (RequestInit | undefined)[] = [];
  const answering = (body: BodyInit, status = 200) =>
    askPriceList(async (_, init) => {
      asked.push(init);
      return new Response(body, { status });
    }, new AbortController().signal);
  expect(await answering(JSON.stringify({ models: MODEL_LIST }))).toHaveLength(2);
  expect(asked[0]).toMatchObject({ credentials: 'omit' });
  expect(new Headers(asked[0]?.headers).get('authorization')).toBeNull();
  await expect(answering('<html>')).rejects.toThrow();
  await expect(answering('{"models":{}}')).rejects.toThrow();
  await expect(answering('{}', 503)).rejects.toThrow();
  expect(await answering('{"models":[null,3,{"id":7}]}')).toEqual([]);
});
