import { expect, test } from 'vitest';
import { createWantedOrder } from '../../../../src/ui/options/wanted-order.ts';

test('shown at once, until it is stored', async () => {
  const order = createWantedOrder();
  const stored = Promise.withResolvers<void>();
  const wanted = order.want(['b', 'a'], () => stored.promise);
  expect(order.ids.value).toEqual(['b', 'a']);
  stored.resolve();
  await wanted;
  expect(order.ids.value).toBeUndefined();
});

test('of several, the newest is shown from its click on, whichever is stored first', async () => {
  const order = createWantedOrder();
  const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const newest: boolean[] = [];
  const want = (ids: string[], stored: Promise<void>) =>
    order.want(ids, async (isNewest) => {
      await stored;
      newest.push(isNewest());
    });
  // The same order twice counts as two changes.
  const all = [want(['b', 'a', 'c'], first.promise), want(['b', 'a', 'c'], second.promise)];
  first.resolve();
  await all[0];
  expect(order.ids.value).toEqual(['b', 'a', 'c']);
  second.resolve();
  await all[1];
  expect(order.ids.value).toBeUndefined();
  expect(newest).toEqual([false, true]);
});

test('an order that cannot be stored is shown only until then', async () => {
  const order = createWantedOrder();
  const wanted = order.want(['b', 'a'], () => Promise.reject(new Error('gone')));
  await expect(wanted).rejects.toThrow('gone');
  expect(order.ids.value).toBeUndefined();
});
